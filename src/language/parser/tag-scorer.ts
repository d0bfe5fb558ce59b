import type { Arena } from "./arena.ts";
import type { Chunk } from "./chunk.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import type { NetworkFile } from "./network-file.ts";

/** Scores the tags of each token. */
export class TagScorer {
  /** How many tags there are. */
  readonly count: number;
  readonly #arena: Arena;
  readonly #matrix: QuantisedMatrix;
  readonly #bias: Float32Array;

  constructor(file: NetworkFile, arena: Arena) {
    this.#arena = arena;
    this.count = file.header.tags;
    this.#matrix = packQuantised(file.matrix("tags"), arena);
    this.#bias = file.floats("tagsBias").slice(0, this.count);
  }

  /**
   * Writes a chunk's tags and their scores, columns of the whole document; scores are one row of `count` a token.
   *
   * @param encoded byte offset of the tokens' rows
   */
  nameTags({ first, count }: Chunk, encoded: number, tag: Uint8Array, tagScores: Float32Array): void {
    const arena = this.#arena;
    const sums = arena.take(count * this.#matrix.columns);
    multiplyRows(arena, sums, encoded, count, this.#matrix);
    const { floats } = arena.memory;
    for (let i = 0; i < count; i++) {
      const row = (sums >> 2) + i * this.#matrix.columns;
      const out = (first + i) * this.count;
      let best = 0;
      let bestScore = Number.NEGATIVE_INFINITY;
      for (let t = 0; t < this.count; t++) {
        const score = (floats[row + t] as number) + (this.#bias[t] as number);
        tagScores[out + t] = score;
        if (score > bestScore) {
          best = t;
          bestScore = score;
        }
      }
      tag[first + i] = best;
    }
  }
}
