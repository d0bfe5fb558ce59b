import type { Arena } from "./arena.ts";
import { type Chunk, eachSentence } from "./chunk.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import type { NetworkFile, TableName } from "./network-file.ts";
import { type ByteTable, type WordTables, wordVector } from "./word-tables.ts";

/** Forms remembered at a time, more than are ever looked up together; a news text's words are mostly among those just seen. */
const CAPACITY = 8192;

/**
 * The part of the network that needs one word at a time: its vector, its projection, and what it adds to the first recurrent layer's
 * products, which look at each word and its neighbours.
 * They are remembered by form, so that a word seen before costs no arithmetic.
 */
export class WordEncoder {
  /** Floats of a row: the projection, then what the word adds to the first layer's products around it. */
  readonly width: number;
  readonly #arena: Arena;
  readonly tables: WordTables;
  readonly #input: QuantisedMatrix;
  readonly #inputBias: number;
  /** What a word adds to the products of the word after it, to its own, and to those of the word before it. */
  readonly #layer: readonly QuantisedMatrix[];
  readonly #products: number;
  readonly #rows: number;
  readonly #slots = new Map<string, number>();

  constructor(file: NetworkFile, arena: Arena) {
    this.#arena = arena;
    this.tables = readTables(file);
    this.#input = packQuantised(file.matrix("input"), arena);
    this.#inputBias = arena.keep(file.floats("inputBias"));
    const layer = file.matrix("layer0");
    const part = layer.values.length / 3;
    this.#layer = [0, 1, 2].map((i) => {
      const values = layer.values.subarray(i * part, (i + 1) * part);
      return packQuantised({ ...layer, rows: layer.rows / 3, values }, arena);
    });
    this.#products = layer.columns;
    this.width = this.#input.columns + 3 * layer.columns;
    this.#rows = arena.take(CAPACITY * this.width);
  }

  /** Writes the projections and the first layer's products of a chunk's words, one row a word; they are fewer than `CAPACITY`. */
  encode(chunk: Chunk, projected: number, products: number): void {
    const { forms, first, count } = chunk;
    this.#learn(forms, first, first + count);
    const { floats, kernels } = this.#arena.memory;
    const split = this.#input.columns;
    const width = this.#products;
    eachSentence(chunk, (start, length) => {
      const end = start + length;
      for (let i = start; i < end; i++) {
        const row = this.#rows + (this.#slots.get(forms[i] as string) as number) * this.width * 4;
        const projection = row >> 2;
        floats.copyWithin((projected >> 2) + (i - first) * split, projection, projection + split);
        const own = projection + split + width;
        const out = products + (i - first) * width * 4;
        if (i === start) floats.copyWithin(out >> 2, own, own + width);
        else kernels.add(out, own * 4, width);
        if (i + 1 === end) continue;
        const next = this.#rows + (this.#slots.get(forms[i + 1] as string) as number) * this.width * 4;
        const [before, after] = [row + split * 4, next + (split + 2 * width) * 4];
        kernels.add(out, after, width);
        floats.copyWithin((out >> 2) + width, before >> 2, (before >> 2) + width);
      }
    });
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
      wordVector(forms[i] as string, this.tables, arena.memory.floats.subarray(at, at + this.#input.rows));
      row++;
    }
    this.#computeRows(vectors, count, this.#rows + first * this.width * 4);
  }

  #computeRows(vectors: number, count: number, rows: number): void {
    const arena = this.#arena;
    const split = this.#input.columns;
    const projections = arena.take(count * split);
    multiplyRows(arena, projections, vectors, count, this.#input);
    arena.memory.kernels.addRow(projections, split, this.#inputBias, count, split);
    for (const [i, matrix] of this.#layer.entries()) {
      const out = rows + (split + i * this.#products) * 4;
      multiplyRows(arena, out, projections, count, matrix, this.width);
    }
    const { floats } = arena.memory;
    for (let i = 0; i < count; i++) {
      const from = (projections >> 2) + i * split;
      floats.copyWithin((rows >> 2) + i * this.width, from, from + split);
    }
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
