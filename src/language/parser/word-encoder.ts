import type { Arena } from "./arena.ts";
import { type Chunk, eachSentence } from "./chunk.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import type { NetworkFile, TableName } from "./network-file.ts";
import { type ByteTable, type WordTables, wordVector } from "./word-tables.ts";

/** Forms remembered at a time, more than are ever looked up together; a news text's words are mostly among those just seen. */
const CAPACITY = 8192;

/** Those of them that are kept when there are too many. */
const KEPT = 2048;

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
    const ids = this.#rowsOf(chunk);
    const split = this.#input.columns;
    const width = this.#products;
    eachSentence(chunk, (start, length) => {
      const row = start - chunk.first;
      if (length === 0) return;
      this.#arena.memory.kernels.joinWords(
        products + row * width * 4,
        projected + row * split * 4,
        this.#rows,
        ids + row * 4,
        length,
        split,
        width,
      );
    });
  }

  /** Byte offset of the numbers of the rows of a chunk's words; rows of forms not seen before are computed, all in one go. */
  #rowsOf({ forms, first, count }: Chunk): number {
    if (this.#slots.size + count > CAPACITY) this.#forget();
    const arena = this.#arena;
    const ids = arena.take(count);
    const { integers } = arena.memory;
    const known = this.#slots.size;
    const unseen: string[] = [];
    for (let i = 0; i < count; i++) {
      const form = forms[first + i] as string;
      let slot = this.#slots.get(form);
      if (slot === undefined) {
        slot = this.#slots.size;
        this.#slots.set(form, slot);
        unseen.push(form);
      }
      integers[(ids >> 2) + i] = slot;
    }
    if (unseen.length > 0) this.#learn(unseen, known);
    return ids;
  }

  /** Forgets all forms but those seen first, which are mostly the frequent ones. */
  #forget(): void {
    for (const [form, slot] of this.#slots) if (slot >= KEPT) this.#slots.delete(form);
  }

  /** Computes the rows of forms, from a slot on. */
  #learn(forms: readonly string[], firstSlot: number): void {
    const arena = this.#arena;
    const width = this.#input.rows;
    const vectors = arena.take(forms.length * width);
    for (const [i, form] of forms.entries()) {
      const at = (vectors >> 2) + i * width;
      wordVector(form, this.tables, arena.memory.floats.subarray(at, at + width));
    }
    this.#computeRows(vectors, forms.length, this.#rows + firstSlot * this.width * 4);
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
