import { ROOT } from "../parsed-document.ts";
import type { Arena } from "./arena.ts";
import { type Chunk, eachSentence } from "./chunk.ts";
import { DISTANCE_BUCKETS, distanceBucket } from "./distance.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import type { NetworkFile } from "./network-file.ts";
import { spanningTree } from "./spanning-tree.ts";
import type { TokenViews } from "./token-views.ts";

/** Longer ways from token to head fall into one bucket with this one. */
const FARTHEST = 128;

/** Bucket of each way from `-FARTHEST` to `FARTHEST`. */
const WAY_BUCKETS = Uint8Array.from({ length: 2 * FARTHEST + 1 }, (_, way) => distanceBucket(FARTHEST, way));

/** A chunk's tokens on the two sides of arcs: byte offsets of rows, one a token. */
interface ArcSides {
  readonly queries: number;
  /** Begins with a free row: a sentence's keys are read with the root's in the row before them. */
  readonly keys: number;
  /** One score a bucket of `distanceBucket`: how well heads there suit the token. */
  readonly dependentWays: number;
  /** How well dependents from there suit it. */
  readonly headWays: number;
}

/** Scores every pair of a sentence's tokens as dependent and head, and finds the best tree. */
export class HeadFinder {
  readonly #arena: Arena;
  readonly #width: number;
  readonly #product: QuantisedMatrix;
  readonly #productBias: number;
  readonly #root: Float32Array;
  readonly #dependentWays: QuantisedMatrix;
  readonly #headWays: QuantisedMatrix;
  readonly #waysBias: number;

  constructor(file: NetworkFile, arena: Arena) {
    this.#arena = arena;
    this.#product = packQuantised(file.matrix("arcProduct"), arena);
    this.#productBias = arena.keep(file.floats("arcProductBias"));
    this.#root = file.floats("arcRoot");
    this.#width = this.#root.length;
    this.#dependentWays = packQuantised(file.matrix("dependentWays"), arena);
    this.#headWays = packQuantised(file.matrix("headWays"), arena);
    this.#waysBias = arena.keep(file.floats("waysBias"));
  }

  /** Writes the heads of a chunk's tokens into `head`, the column of the whole document. */
  findHeads(chunk: Chunk, views: TokenViews, head: Int32Array): void {
    const sides = this.#sidesOf(chunk, views);
    eachSentence(chunk, (start, length) => {
      const { scores, stride } = this.#pairScores(sides, start - chunk.first, length);
      const tree = spanningTree(scores, length + 1, stride);
      for (let i = 0; i < length; i++)
        head[start + i] = tree[i + 1] === 0 ? ROOT : start + (tree[i + 1] as number) - 1;
    });
  }

  #sidesOf({ count }: Chunk, views: TokenViews): ArcSides {
    const arena = this.#arena;
    const width = this.#width;
    const dependents = arena.take(count * width);
    const keys = arena.take((count + 1) * width);
    const queries = arena.take(count * width);
    const dependentWays = arena.take(count * DISTANCE_BUCKETS);
    const headWays = arena.take(count * DISTANCE_BUCKETS);
    const { floats, kernels } = arena.memory;
    for (let i = 0; i < count; i++) {
      const row = (views.rows >> 2) + i * views.stride;
      floats.copyWithin((dependents >> 2) + i * width, row, row + width);
      floats.copyWithin((keys >> 2) + (i + 1) * width, row + width, row + 2 * width);
    }
    kernels.rectify(dependents, count * width);
    kernels.rectify(keys + width * 4, count * width);
    multiplyRows(arena, queries, dependents, count, this.#product);
    kernels.addRow(queries, width, this.#productBias, count, width);
    multiplyRows(arena, dependentWays, dependents, count, this.#dependentWays);
    kernels.addRow(dependentWays, DISTANCE_BUCKETS, this.#waysBias, count, DISTANCE_BUCKETS);
    multiplyRows(arena, headWays, keys + width * 4, count, this.#headWays);
    return { queries, keys, dependentWays, headWays };
  }

  /** Scores of every head (column; 0 is the root) for every token (row, from 1) of the sentence that begins at a row of the chunk. */
  #pairScores(sides: ArcSides, row: number, length: number): { scores: Float32Array; stride: number } {
    const arena = this.#arena;
    const width = this.#width;
    const stride = Math.ceil((length + 1) / 8) * 8;
    const packed = arena.take(stride * width);
    const out = arena.take((length + 1) * stride);
    const { floats, kernels } = arena.memory;
    const keys = sides.keys + row * width * 4;
    // The row before the sentence's own held the key of the sentence before, which is done.
    floats.set(this.#root, keys >> 2);
    kernels.packColumns(keys, width, width, length + 1, packed);
    const queries = sides.queries + row * width * 4;
    kernels.multiply(out + stride * 4, stride, queries, width, 1, packed, length, width, length + 1, false);
    const scores = floats.subarray(out >> 2, (out >> 2) + (length + 1) * stride);
    const ways = (at: number) => floats.subarray((at >> 2) + row * DISTANCE_BUCKETS);
    addWays(scores, length, stride, ways(sides.dependentWays), ways(sides.headWays));
    return { scores, stride };
  }
}

/** Adds to each pair's score what its two sides say of the way between them. */
function addWays(
  scores: Float32Array,
  length: number,
  stride: number,
  ofDependent: Float32Array,
  ofHead: Float32Array,
): void {
  for (let d = 1; d <= length; d++) {
    const own = (d - 1) * DISTANCE_BUCKETS;
    const row = d * stride;
    scores[row] = (scores[row] as number) + (ofDependent[own] as number);
    for (let h = 1; h <= length; h++) {
      const way = Math.max(-FARTHEST, Math.min(FARTHEST, h - d)) + FARTHEST;
      const bucket = WAY_BUCKETS[way] as number;
      scores[row + h] =
        (scores[row + h] as number) +
        (ofDependent[own + bucket] as number) +
        (ofHead[(h - 1) * DISTANCE_BUCKETS + bucket] as number);
    }
  }
}
