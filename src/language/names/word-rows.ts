import { textHash } from "../parser/feature-hash.ts";
import { AFFIX_ROWS, wordFeatures } from "../parser/word-features.ts";
import { vectorRow } from "../parser/word-tables.ts";
import type { NameModel } from "./name-model.ts";

const WORD_ROWS = 1 << 14;

/** Rows of the table of forms: those of affixes and shapes, then those that whole words share by their hashes. */
export const FORM_ROWS = AFFIX_ROWS + WORD_ROWS;

/** Rows for a form: the word's own first, then its affixes and shape. */
export function formRows(form: string): number[] {
  const { key, affixes } = wordFeatures(form);
  return [AFFIX_ROWS + ((textHash(key) >>> 7) & (WORD_ROWS - 1)), ...affixes];
}

const CACHE_LIMIT = 30_000;

/** What is known of words before their sentence is read, as rows of floats; remembered by form. */
export class WordRows {
  readonly width: number;
  readonly #model: NameModel;
  /** One row a dimension of the text vectors. */
  readonly #projection: Float32Array;
  readonly #context: Float32Array;
  readonly #byForm = new Map<string, Float32Array>();

  constructor(model: NameModel) {
    this.#model = model;
    this.width = model.forms.width;
    this.#projection = model.floats("vectors");
    this.#context = model.floats("context");
  }

  /** Writes the row of a form that stands in a context, by rows of the context table. */
  write(form: string, context: readonly number[], out: Float32Array): void {
    const { width } = this;
    const table = this.#context;
    let sum = this.#formRow(form);
    for (const row of context) {
      const at = row * width;
      for (let i = 0; i < width; i++) out[i] = (sum[i] as number) + (table[at + i] as number);
      sum = out;
    }
    if (sum !== out) out.set(sum);
  }

  #formRow(form: string): Float32Array {
    let row = this.#byForm.get(form);
    if (row === undefined) {
      if (this.#byForm.size >= CACHE_LIMIT) this.#byForm.clear();
      row = this.#compute(form);
      this.#byForm.set(form, row);
    }
    return row;
  }

  #compute(form: string): Float32Array {
    const { width } = this;
    const { forms, wordTables } = this.#model;
    const out = new Float32Array(width);
    for (const row of formRows(form))
      for (let i = 0; i < width; i++)
        out[i] = (out[i] as number) + (forms.bytes[row * width + i] as number) * forms.scale;
    const vector = vectorRow(form, wordTables.vectorWords);
    if (vector === undefined) return out;
    const { vectors: table } = wordTables;
    for (let d = 0; d < table.width; d++) {
      const value = (table.bytes[vector * table.width + d] as number) * table.scale;
      if (value === 0) continue;
      for (let i = 0; i < width; i++)
        out[i] = (out[i] as number) + value * (this.#projection[d * width + i] as number);
    }
    return out;
  }
}
