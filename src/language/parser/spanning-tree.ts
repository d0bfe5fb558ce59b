/**
 * The best tree over `count` nodes (Chu and Liu 1965, Edmonds 1967): node 0 is the root and gets exactly one dependent; arcs may cross.
 *
 * @param scores `scores[dependent * stride + head]`, for dependents from 1; higher is better
 * @returns the head of each node; entry 0 means nothing
 */
export function spanningTree(scores: Float32Array, count: number, stride: number): Int32Array {
  const heads = bestHeads(scores, count, stride);
  if (rootCount(heads) === 1 && findCycle(heads) === undefined) return heads;
  return new Contraction(scores, count, stride).solve();
}

function bestHeads(scores: Float32Array, count: number, stride: number): Int32Array {
  const heads = new Int32Array(count);
  for (let d = 1; d < count; d++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < count; h++) {
      const score = scores[d * stride + h] as number;
      if (score > best && h !== d) {
        best = score;
        heads[d] = h;
      }
    }
  }
  return heads;
}

function rootCount(heads: Int32Array): number {
  let roots = 0;
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots++;
  return roots;
}

/** The nodes of a cycle among the heads, or `undefined` when all lead to node 0; nodes whose head is -1 take no part. */
function findCycle(heads: Int32Array): number[] | undefined {
  const seenFrom = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    if (heads[start] === -1) continue;
    let node = start;
    while (node !== 0 && seenFrom[node] === 0) {
      seenFrom[node] = start;
      node = heads[node] as number;
    }
    if (node === 0 || seenFrom[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] as number; next !== node; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return undefined;
}

/** A cycle that was made one node: what went in, and the arcs of the cycle in terms of the first nodes. */
interface Merger {
  readonly members: readonly { readonly id: number; readonly dependent: number; readonly head: number }[];
  readonly id: number;
}

/**
 * Takes each node's best head; while these hold a cycle, makes the cycle one node and goes on. The matrix is worked on in place, the cycle's
 * first node standing for all of it, so that all mergers together cost no more than the square of the number of nodes.
 */
class Contraction {
  readonly #count: number;
  readonly #scores: Float64Array;
  /** The first nodes behind the arc of a cell. */
  readonly #dependents: Int32Array;
  readonly #headsOf: Int32Array;
  /** Best head of each node still standing; -1 for one that went into another. */
  readonly #heads: Int32Array;
  /** Which merger a node stands for, or itself. */
  readonly #ids: Int32Array;
  /** By id: the merger it went into. */
  readonly #parents: number[];
  readonly #mergers: Merger[] = [];

  constructor(scores: Float32Array, count: number, stride: number) {
    this.#count = count;
    this.#scores = new Float64Array(count * count);
    this.#dependents = new Int32Array(count * count);
    this.#headsOf = new Int32Array(count * count);
    this.#heads = new Int32Array(count);
    this.#ids = Int32Array.from({ length: count }, (_, i) => i);
    this.#parents = new Array<number>(count).fill(-1);
    const penalty = rootPenalty(scores, count, stride);
    for (let d = 1; d < count; d++) {
      for (let h = 0; h < count; h++) {
        const cell = d * count + h;
        this.#scores[cell] = (scores[d * stride + h] as number) - (h === 0 ? penalty : 0);
        this.#dependents[cell] = d;
        this.#headsOf[cell] = h;
      }
    }
    for (let d = 1; d < count; d++) this.#chooseHead(d);
  }

  solve(): Int32Array {
    for (let cycle = findCycle(this.#heads); cycle !== undefined; cycle = findCycle(this.#heads))
      this.#merge(cycle);
    return this.#expand();
  }

  #chooseHead(node: number): void {
    let best = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < this.#count; h++) {
      if (h === node || this.#heads[h] === -1) continue;
      const score = this.#scores[node * this.#count + h] as number;
      if (score > best) {
        best = score;
        this.#heads[node] = h;
      }
    }
  }

  #merge(cycle: readonly number[]): void {
    const count = this.#count;
    const first = cycle[0] as number;
    const id = this.#parents.length;
    const arcs = cycle.map((node) => node * count + (this.#heads[node] as number));
    const members = cycle.map((node, i) => ({
      id: this.#ids[node] as number,
      dependent: this.#dependents[arcs[i] as number] as number,
      head: this.#headsOf[arcs[i] as number] as number,
    }));
    const values = arcs.map((arc) => this.#scores[arc] as number);
    this.#mergers.push({ members, id });
    for (const member of members) this.#parents[member.id] = id;
    this.#parents.push(-1);
    this.#ids[first] = id;
    for (const node of cycle) this.#heads[node] = -1;
    for (let other = 0; other < count; other++) {
      if (this.#heads[other] === -1) continue;
      this.#joinCells(cycle, values, first, other);
      if (cycle.includes(this.#heads[other] as number)) this.#heads[other] = first;
    }
    this.#heads[first] = 0;
    this.#chooseHead(first);
  }

  /** The best arcs between a cycle and another node become those of the cycle's first node. */
  #joinCells(cycle: readonly number[], values: readonly number[], first: number, other: number): void {
    const count = this.#count;
    let into = first * count + other;
    let out = other * count + first;
    let bestInto = Number.NEGATIVE_INFINITY;
    let bestOut = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < cycle.length; i++) {
      const node = cycle[i] as number;
      const gain = (this.#scores[node * count + other] as number) - (values[i] as number);
      if (gain > bestInto) {
        bestInto = gain;
        into = node * count + other;
      }
      const score = this.#scores[other * count + node] as number;
      if (score > bestOut) {
        bestOut = score;
        out = other * count + node;
      }
    }
    this.#setCell(first * count + other, into, bestInto);
    this.#setCell(other * count + first, out, bestOut);
  }

  #setCell(cell: number, from: number, score: number): void {
    this.#scores[cell] = score;
    this.#dependents[cell] = this.#dependents[from] as number;
    this.#headsOf[cell] = this.#headsOf[from] as number;
  }

  /** Opens the mergers again, last first: each keeps its cycle but for the arc at the node where the tree comes in. */
  #expand(): Int32Array {
    const result = new Int32Array(this.#count);
    const entered = new Int32Array(this.#parents.length);
    for (let d = 1; d < this.#count; d++) {
      const head = this.#heads[d] as number;
      if (head === -1) continue;
      const cell = d * this.#count + head;
      const dependent = this.#dependents[cell] as number;
      result[dependent] = this.#headsOf[cell] as number;
      entered[this.#ids[d] as number] = dependent;
    }
    for (const { members, id } of this.#mergers.toReversed()) {
      let broken = entered[id] as number;
      while (this.#parents[broken] !== id) broken = this.#parents[broken] as number;
      for (const member of members) {
        entered[member.id] = member.id === broken ? (entered[id] as number) : member.dependent;
        if (member.id !== broken) result[member.dependent] = member.head;
      }
    }
    return result;
  }
}

/** More than any tree could gain by a second arc from the root: taken off all such arcs, it leaves the one that a tree must have. */
function rootPenalty(scores: Float32Array, count: number, stride: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let d = 1; d < count; d++) {
    for (let h = 0; h < count; h++) {
      const score = scores[d * stride + h] as number;
      if (score < low) low = score;
      if (score > high) high = score;
    }
  }
  return (high - low + 1) * count;
}
