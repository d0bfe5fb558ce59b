import type { Arena } from "./arena.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import type { NetworkFile } from "./network-file.ts";

/** Each token as dependent of an arc, as its head, as dependent of a relation and as its head, side by side in one row. */
export interface TokenViews {
  /** Byte offset of the rows. */
  readonly rows: number;
  /** Floats from one row to the next. */
  readonly stride: number;
}

/** Makes the four views of tokens in one product. */
export class ViewMaker {
  readonly #arena: Arena;
  readonly #matrix: QuantisedMatrix;
  readonly #bias: number;

  constructor(file: NetworkFile, arena: Arena) {
    this.#arena = arena;
    this.#matrix = packQuantised(file.matrix("views"), arena);
    this.#bias = arena.keep(file.floats("viewsBias"));
  }

  /** @param encoded byte offset of the tokens' rows */
  viewsOf(encoded: number, count: number): TokenViews {
    const arena = this.#arena;
    const stride = this.#matrix.columns;
    const rows = arena.take(count * stride);
    multiplyRows(arena, rows, encoded, count, this.#matrix);
    arena.memory.kernels.addRow(rows, stride, this.#bias, count, stride);
    return { rows, stride };
  }
}
