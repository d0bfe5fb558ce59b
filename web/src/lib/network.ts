import { extent } from "d3-array";
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { Network } from "../../../src/server/records.ts";

export interface PlacedNode extends SimulationNodeDatum {
  readonly country: string;
  readonly n: number;
  readonly size: number;
  x: number;
  y: number;
}

export interface PlacedLink extends SimulationLinkDatum<PlacedNode> {
  readonly source: PlacedNode;
  readonly target: PlacedNode;
  readonly n: number;
  readonly score: number;
}

/** Countries that deal much with each other near each other; the same network always looks the same. */
export function placeNetwork(
  { nodes, links }: Network,
  width: number,
  height: number,
  nameOf: (country: string) => string,
): { nodes: readonly PlacedNode[]; links: readonly PlacedLink[] } {
  const most = Math.max(1, ...nodes.map(({ n }) => n));
  const placed: PlacedNode[] = nodes.map(({ country, n }, i) => ({
    country,
    n,
    size: 5 + 17 * Math.sqrt(n / most),
    x: width / 2 + Math.cos(i * 2.4) * Math.sqrt(i) * 24,
    y: height / 2 + Math.sin(i * 2.4) * Math.sqrt(i) * 24,
  }));
  const byCountry = new Map(placed.map((node) => [node.country, node]));
  const drawn = links.flatMap(({ a, b, n, score }): PlacedLink[] => {
    const source = byCountry.get(a);
    const target = byCountry.get(b);
    return source === undefined || target === undefined ? [] : [{ source, target, n, score }];
  });
  forceSimulation(placed)
    .force("link", forceLink<PlacedNode, PlacedLink>(drawn).distance(90).strength(0.25))
    .force("apart", forceManyBody().strength(-320))
    .force(
      "collide",
      forceCollide<PlacedNode>((node) => Math.max(node.size + 18, halfName(node, nameOf) * 0.8)),
    )
    .force("x", forceX(width / 2).strength(0.06 * Math.min(1, height / width)))
    .force("y", forceY(height / 2).strength(0.06 * Math.min(1.6, width / height)))
    .stop()
    .tick(260);
  fill(placed, width, height, nameOf);
  part(placed, width, height, nameOf);
  return { nodes: placed, links: drawn };
}

/** Width of a letter of a name, in pixels. */
const LETTER = 6.4;
/** Height of a name below its circle. */
const NAME_HEIGHT = 18;

/** Pixels from a country's middle to the end of its name. */
function halfName({ country, size }: PlacedNode, nameOf: (country: string) => string): number {
  return Math.max(size, (nameOf(country).length * LETTER) / 2) + 2;
}

/** Stretches the layout until it fills the drawing, with room for the names at its edges. */
function fill(
  nodes: readonly PlacedNode[],
  width: number,
  height: number,
  nameOf: (country: string) => string,
): void {
  const [left = 0, right = 0] = extent(nodes, (node) => node.x);
  const [top = 0, bottom = 0] = extent(nodes, (node) => node.y);
  const [byX, byY] = [ranks(nodes, (node) => node.x), ranks(nodes, (node) => node.y)];
  for (const node of nodes) {
    const side = halfName(node, nameOf);
    const across = right > left ? blend((node.x - left) / (right - left), byX.get(node)) : 0.5;
    const down = bottom > top ? blend((node.y - top) / (bottom - top), byY.get(node)) : 0.5;
    node.x = side + across * (width - 2 * side);
    node.y = node.size + 4 + down * (height - 2 * node.size - 24);
  }
}

/** How much a country's place in the order counts beside where it came to lie: one far out would else press all others together. */
const EVENLY = 0.6;

function blend(place: number, rank = place): number {
  return (1 - EVENLY) * place + EVENLY * rank;
}

/** Where each is in the order, from 0 to 1. */
function ranks(nodes: readonly PlacedNode[], of: (node: PlacedNode) => number): Map<PlacedNode, number> {
  const sorted = [...nodes].sort((a, b) => of(a) - of(b));
  return new Map(sorted.map((node, i) => [node, i / Math.max(1, sorted.length - 1)]));
}

const ROUNDS = 60;

/** Moves countries apart whose circles or names lie on each other. */
function part(
  nodes: readonly PlacedNode[],
  width: number,
  height: number,
  nameOf: (country: string) => string,
): void {
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, one] of nodes.entries()) {
      for (const other of nodes.slice(i + 1)) partTwo(one, other, nameOf);
    }
    for (const node of nodes) {
      const side = halfName(node, nameOf);
      node.x = Math.min(width - side, Math.max(side, node.x));
      node.y = Math.min(height - node.size - 20, Math.max(node.size + 4, node.y));
    }
  }
}

function partTwo(one: PlacedNode, other: PlacedNode, nameOf: (country: string) => string): void {
  const across = halfName(one, nameOf) + halfName(other, nameOf) + 4 - Math.abs(one.x - other.x);
  const down = one.size + other.size + NAME_HEIGHT - Math.abs(one.y - other.y);
  if (across <= 0 || down <= 0) return;
  const isAcross = across < down;
  const shift = Math.min(across, down) / 4;
  const sign = (isAcross ? one.x <= other.x : one.y <= other.y) ? 1 : -1;
  if (isAcross) {
    one.x -= sign * shift;
    other.x += sign * shift;
  } else {
    one.y -= sign * shift;
    other.y += sign * shift;
  }
}
