import { formRows } from "../../language/names/word-rows.ts";
import { vectorRow, type WordTables } from "../../language/parser/word-tables.ts";
import { type NameExamples, STATE_STEP } from "./name-examples.ts";
import type { NameBatch } from "./name-network.ts";

/** A sentence of examples: the tokens `[from, to)`. */
export interface NameSentence {
  readonly examples: NameExamples;
  readonly from: number;
  readonly to: number;
}

/** Makes batches out of sentences, looking each form up once. */
export class NameBatchMaker {
  readonly #tables: WordTables;
  readonly #rows = new Map<string, { forms: readonly number[]; vector: number | undefined }>();

  constructor(tables: WordTables) {
    this.#tables = tables;
  }

  batch(sentences: readonly NameSentence[]): NameBatch {
    const starts = [0];
    for (const { from, to } of sentences) starts.push((starts.at(-1) as number) + to - from);
    const count = starts.at(-1) as number;
    const stateWidth = sentences[0]?.examples.stateWidth ?? 0;
    const vectorWidth = this.#tables.vectors.width;
    const batch = {
      starts,
      forms: [] as (readonly number[])[],
      vectors: new Float32Array(count * vectorWidth),
      context: [] as (readonly number[])[],
      states: new Float32Array(count * stateWidth),
      labels: new Uint8Array(count),
    };
    let row = 0;
    for (const { examples, from, to } of sentences) {
      for (let token = from; token < to; token++, row++) {
        const { forms, vector } = this.#rowsOf(examples.forms[token] as string);
        batch.forms.push(forms);
        if (vector !== undefined) this.#copyVector(vector, batch.vectors, row * vectorWidth);
        batch.context.push(examples.context[token] as readonly number[]);
        batch.labels[row] = examples.labels[token] as number;
        const state = examples.states[token] as Int8Array;
        for (let d = 0; d < stateWidth; d++)
          batch.states[row * stateWidth + d] = (state[d] as number) * STATE_STEP;
      }
    }
    return batch;
  }

  #copyVector(row: number, out: Float32Array, at: number): void {
    const { bytes, width, scale } = this.#tables.vectors;
    for (let d = 0; d < width; d++) out[at + d] = (bytes[row * width + d] as number) * scale;
  }

  #rowsOf(form: string) {
    let rows = this.#rows.get(form);
    if (rows === undefined) {
      rows = { forms: formRows(form), vector: vectorRow(form, this.#tables.vectorWords) };
      this.#rows.set(form, rows);
    }
    return rows;
  }
}
