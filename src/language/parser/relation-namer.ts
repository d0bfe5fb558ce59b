import { ROOT } from "../parsed-document.ts";
import type { Arena } from "./arena.ts";
import { bestClass } from "./best-class.ts";
import type { Chunk } from "./chunk.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import type { NetworkFile } from "./network-file.ts";
import type { TokenViews } from "./token-views.ts";

/** Chooses the relation of each token to its head: `root` at a root, and nowhere else. */
export class RelationNamer {
  readonly #arena: Arena;
  readonly #rootRelation: number;
  /** Where the relation's two views begin in a row. */
  readonly #column: number;
  readonly #width: number;
  /** What a root has in place of its head's view. */
  readonly #root: number;
  readonly #matrix: QuantisedMatrix;
  readonly #bias: Float32Array;

  constructor(file: NetworkFile, arena: Arena) {
    const { deprels } = file.header;
    const root = file.floats("relationRoot");
    this.#arena = arena;
    this.#rootRelation = deprels.indexOf("root");
    this.#column = 2 * file.floats("arcRoot").length;
    this.#width = root.length;
    this.#root = arena.keep(root);
    this.#matrix = packQuantised(file.matrix("relationOutput"), arena);
    this.#bias = file.floats("relationOutputBias").slice(0, deprels.length);
  }

  /** Writes the relations of a chunk's tokens, whose heads are known; both are columns of the whole document. */
  nameRelations(chunk: Chunk, views: TokenViews, head: Int32Array, deprel: Uint16Array): void {
    const arena = this.#arena;
    const { first, count } = chunk;
    const scores = arena.take(count * this.#matrix.columns);
    multiplyRows(arena, scores, this.#pairs(chunk, views, head), count, this.#matrix);
    const { floats } = arena.memory;
    for (let i = 0; i < count; i++) {
      const row = (scores >> 2) + i * this.#matrix.columns;
      deprel[first + i] =
        head[first + i] === ROOT
          ? this.#rootRelation
          : bestClass(floats, row, this.#bias, this.#rootRelation);
    }
  }

  /** The rectified sums of each token's view and its head's. */
  #pairs({ first, count }: Chunk, views: TokenViews, head: Int32Array): number {
    const arena = this.#arena;
    const width = this.#width;
    const out = arena.take(count * width);
    const { floats, kernels } = arena.memory;
    for (let i = 0; i < count; i++) {
      const at = head[first + i] as number;
      const own = (views.rows >> 2) + i * views.stride + this.#column;
      floats.copyWithin((out >> 2) + i * width, own, own + width);
      const other = views.rows + ((at - first) * views.stride + this.#column + width) * 4;
      kernels.add(out + i * width * 4, at === ROOT ? this.#root : other, width);
    }
    kernels.rectify(out, count * width);
    return out;
  }
}
