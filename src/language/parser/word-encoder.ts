import type { Arena } from "./arena.ts";
import { type FloatMatrix, packFloats } from "./matrices.ts";
import type { NetworkFile, TableName } from "./network-file.ts";
import { type ByteTable, type WordTables, wordVector } from "./word-tables.ts";

/** Forms remembered at a time, more than are ever looked up together; a news text's words are mostly among those just seen. */
const CAPACITY = 8192;

/**
 * The part of the network that sees one word at a time: its vector, its projection, and the first recurrent layer's products.
 * They are remembered by form, so that a word seen before costs no arithmetic.
 */
export class WordEncoder {
  /** Floats of a row: the projection, then the first layer's products. */
  readonly width: number;
  readonly #arena: Arena;
  readonly #tables: WordTables;
  readonly #input: FloatMatrix;
  readonly #inputBias: number;
  readonly #layer: FloatMatrix;
  readonly #rows: number;
  readonly #slots = new Map<string, number>();

  constructor(file: NetworkFile, arena: Arena) {
    this.#arena = arena;
    this.#tables = readTables(file);
    this.#input = packFloats(file.matrix("input"), arena);
    this.#inputBias = arena.keep(file.floats("inputBias"));
    this.#layer = packFloats(file.matrix("layer0"), arena);
    this.width = this.#input.columns + this.#layer.columns;
    this.#rows = arena.take(CAPACITY * this.width);
  }

  /**
   * Copies the rows of the forms `[from, to)`, fewer than `CAPACITY`: projections to `projected`, products to `products`.
   */
  encode(forms: readonly string[], from: number, to: number, projected: number, products: number): void {
    this.#learn(forms, from, to);
    const { floats } = this.#arena.memory;
    const [split, width] = [this.#input.columns, this.width];
    for (let i = from; i < to; i++) {
      const row = (this.#rows >> 2) + (this.#slots.get(forms[i] as string) as number) * width;
      floats.copyWithin((projected >> 2) + (i - from) * split, row, row + split);
      floats.copyWithin((products >> 2) + (i - from) * (width - split), row + split, row + width);
    }
  }

  /** Computes the rows of the forms not seen before, all in one go. */
  #learn(forms: readonly string[], from: number, to: number): void {
    if (this.#slots.size + to - from > CAPACITY) this.#slots.clear();
    const first = this.#slots.size;
    for (let i = from; i < to; i++) {
      const form = forms[i] as string;
      if (!this.#slots.has(form)) this.#slots.set(form, this.#slots.size);
    }
    const count = this.#slots.size - first;
    if (count === 0) return;
    const arena = this.#arena;
    const vectors = arena.take(count * this.#input.rows);
    let row = 0;
    for (let i = from; i < to && row < count; i++) {
      if (this.#slots.get(forms[i] as string) !== first + row) continue;
      const at = (vectors >> 2) + row * this.#input.rows;
      wordVector(forms[i] as string, this.#tables, arena.memory.floats.subarray(at, at + this.#input.rows));
      row++;
    }
    const rows = this.#rows + first * this.width * 4;
    this.#multiply(rows, vectors, this.#input.rows, this.#input, count);
    arena.memory.kernels.addRow(rows, this.width, this.#inputBias, count, this.#input.columns);
    this.#multiply(rows + this.#input.columns * 4, rows, this.width, this.#layer, count);
  }

  #multiply(out: number, x: number, xStride: number, matrix: FloatMatrix, count: number): void {
    const { packed, rows, columns } = matrix;
    this.#arena.memory.kernels.multiply(out, this.width, x, xStride, 1, packed, count, rows, columns, false);
  }
}

function readTables(file: NetworkFile): WordTables {
  const table = (name: TableName): ByteTable => ({ ...file.header.tables[name], bytes: file.bytes(name) });
  const numbered = (section: string, first: number) =>
    new Map(
      file
        .text(section)
        .split("\n")
        .map((word, index) => [word, index + first]),
    );
  return {
    words: numbered("wordKeys", 1),
    known: table("words"),
    affixes: table("affixes"),
    vectorWords: numbered("vectorWords", 0),
    vectors: table("vectors"),
  };
}
