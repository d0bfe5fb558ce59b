import { type ByteTable, vectorRow, type WordTables } from "./parser/word-tables.ts";

/** What plain text tells of single words: words that stand in the same places have vectors that point the same way. */
export class WordVectors {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #table: ByteTable;

  constructor({ vectorWords, vectors }: WordTables) {
    this.#rows = vectorWords;
    this.#table = vectors;
  }

  /** A word's vector, of length 1; none for a word that the model has not seen. */
  of(word: string): Float32Array | undefined {
    const row = vectorRow(word, this.#rows);
    if (row === undefined) return undefined;
    const { bytes, width } = this.#table;
    const vector = Float32Array.from(bytes.subarray(row * width, (row + 1) * width));
    const length = Math.sqrt(dot(vector, vector));
    return length === 0 ? undefined : vector.map((value) => value / length);
  }
}

/** Of two vectors of length 1, how alike their words are used: 1 for the same, about 0 for words that have nothing in common. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
