import type { TrainingTrees } from "../../language/parser/dependency-parser.ts";
import { wordFeatures } from "../../language/parser/word-features.ts";
import { type ByteTable, vectorRow } from "../../language/parser/word-tables.ts";
import type { Batch } from "./network.ts";
import type { TextVectors } from "./text-vectors.ts";

/** A word must occur so often to get a vector of its own; the network must also learn what to do with words it does not know. */
const FREQUENT = 2;

/** Keys of the words frequent enough to be known, most frequent first. */
export function knownWords(forms: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const form of forms) {
    const { key } = wordFeatures(form);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= FREQUENT)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([key]) => key);
}

interface LexicalRows {
  readonly word: number;
  readonly affixes: readonly number[];
  readonly vector: number | undefined;
}

/** Makes batches of sentences out of trees, looking each form up once. */
export class BatchMaker {
  readonly #trees: TrainingTrees;
  readonly #vectors: ByteTable;
  readonly #words: ReadonlyMap<string, number>;
  readonly #vectorWords: ReadonlyMap<string, number>;
  readonly #rows = new Map<string, LexicalRows>();

  constructor(trees: TrainingTrees, words: readonly string[], vectors: TextVectors) {
    this.#trees = trees;
    this.#vectors = vectors.table;
    this.#words = new Map(words.map((word, index) => [word, index + 1]));
    this.#vectorWords = new Map(vectors.words.map((word, index) => [word, index]));
  }

  /** @param sentences indexes into the trees' sentences */
  batch(sentences: readonly number[]): Batch {
    const { forms, tag, head, deprel, sentenceStart } = this.#trees;
    const starts = [0];
    const tokens: number[] = [];
    const heads: number[] = [];
    for (const sentence of sentences) {
      const [from, to] = [sentenceStart[sentence] as number, sentenceStart[sentence + 1] as number];
      const shift = tokens.length - from;
      for (let i = from; i < to; i++) {
        tokens.push(i);
        const gold = head[i] as number;
        heads.push(gold < 0 ? gold : gold + shift);
      }
      starts.push(tokens.length);
    }
    const rows = tokens.map((i) => this.#lexicalRows(forms[i] as string));
    const vectors = new Float32Array(tokens.length * this.#vectors.width);
    for (const [i, { vector }] of rows.entries())
      if (vector !== undefined) this.#copyVector(vector, vectors, i);
    return {
      starts,
      words: Int32Array.from(rows, ({ word }) => word),
      affixes: rows.map(({ affixes }) => affixes),
      vectors,
      tag: tokens.map((i) => tag[i] as number),
      head: heads,
      deprel: tokens.map((i) => deprel[i] as number),
    };
  }

  #copyVector(row: number, out: Float32Array, at: number): void {
    const { bytes, width, scale } = this.#vectors;
    for (let d = 0; d < width; d++) out[at * width + d] = (bytes[row * width + d] as number) * scale;
  }

  #lexicalRows(form: string): LexicalRows {
    let rows = this.#rows.get(form);
    if (rows === undefined) {
      const { key, affixes } = wordFeatures(form);
      rows = { word: this.#words.get(key) ?? 0, affixes, vector: vectorRow(form, this.#vectorWords) };
      this.#rows.set(form, rows);
    }
    return rows;
  }
}
