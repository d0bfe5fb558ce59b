import { wordFeatures, wordKey } from "./word-features.ts";

/** Tables of vectors as signed bytes; a table's values are its bytes times its scale. */
export interface ByteTable {
  readonly width: number;
  readonly scale: number;
  readonly bytes: Int8Array;
}

/** What is known of single words: learnt vectors, affixes, and vectors from plain text. */
export interface WordTables {
  /** Keys of the known words; word `i` has row `i + 1` of `known`, row 0 is for all others. */
  readonly words: ReadonlyMap<string, number>;
  readonly known: ByteTable;
  readonly affixes: ByteTable;
  /** Rows of `vectors`, from 0. */
  readonly vectorWords: ReadonlyMap<string, number>;
  readonly vectors: ByteTable;
}

/** Writes a form's vector - known word, affixes, text vector side by side - into `out`. */
export function wordVector(form: string, tables: WordTables, out: Float32Array): void {
  const { key, affixes } = wordFeatures(form);
  out.fill(0);
  addRow(tables.known, tables.words.get(key) ?? 0, out, 0);
  for (const row of affixes) addRow(tables.affixes, row, out, tables.known.width);
  const vector = vectorRow(form, tables.vectorWords);
  if (vector !== undefined) addRow(tables.vectors, vector, out, tables.known.width + tables.affixes.width);
}

/** The row of a form's text vector: by its small letters, else by its key. */
export function vectorRow(form: string, rows: ReadonlyMap<string, number>): number | undefined {
  return rows.get(form.toLowerCase()) ?? rows.get(wordKey(form));
}

function addRow(table: ByteTable, row: number, out: Float32Array, column: number): void {
  const { bytes, width, scale } = table;
  for (let i = 0; i < width; i++)
    out[column + i] = (out[column + i] as number) + (bytes[row * width + i] as number) * scale;
}
