import type { Arena } from "./arena.ts";
import { type FloatMatrix, packFloats } from "./matrices.ts";
import type { NetworkFile, TableName } from "./network-file.ts";
import { type ByteTable, type WordTables, wordVector } from "./word-tables.ts";

/** Forms remembered at a time; a news text's words are mostly among those just seen. */
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
  readonly #vector: number;
  readonly #slots = new Map<string, number>();

  constructor(file: NetworkFile, arena: Arena) {
    this.#arena = arena;
    this.#tables = readTables(file);
    this.#input = packFloats(file.matrix("input"), arena);
    this.#inputBias = arena.keep(file.floats("inputBias"));
    this.#layer = packFloats(file.matrix("layer0"), arena);
    this.width = this.#input.columns + this.#layer.columns;
    this.#rows = arena.take(CAPACITY * this.width);
    this.#vector = arena.take(this.#input.rows);
  }

  /** Copies the rows of the forms `[from, to)`: projections to `projected`, products to `products`. */
  encode(forms: readonly string[], from: number, to: number, projected: number, products: number): void {
    const { floats } = this.#arena.memory;
    const [split, width] = [this.#input.columns, this.width];
    for (let i = from; i < to; i++) {
      const row = (this.#row(forms[i] as string) >> 2) as number;
      floats.copyWithin((projected >> 2) + (i - from) * split, row, row + split);
      floats.copyWithin((products >> 2) + (i - from) * (width - split), row + split, row + width);
    }
  }

  #row(form: string): number {
    let slot = this.#slots.get(form);
    if (slot === undefined) {
      if (this.#slots.size === CAPACITY) this.#slots.clear();
      slot = this.#slots.size;
      this.#slots.set(form, slot);
      this.#compute(form, this.#rows + slot * this.width * 4);
    }
    return this.#rows + slot * this.width * 4;
  }

  #compute(form: string, row: number): void {
    const { floats, kernels } = this.#arena.memory;
    const vectorAt = this.#vector >> 2;
    wordVector(form, this.#tables, floats.subarray(vectorAt, vectorAt + this.#input.rows));
    const multiplyOne = (out: number, x: number, matrix: FloatMatrix) =>
      kernels.multiply(
        out,
        matrix.columns,
        x,
        matrix.rows,
        1,
        matrix.packed,
        1,
        matrix.rows,
        matrix.columns,
        false,
      );
    multiplyOne(row, this.#vector, this.#input);
    kernels.add(row, this.#inputBias, this.#input.columns);
    multiplyOne(row + this.#input.columns * 4, row, this.#layer);
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
