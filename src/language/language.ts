import type { ParsedDocument } from "./parsed-document.ts";
import type { WordVectors } from "./word-vectors.ts";

/** A loaded language: turns raw text into sentences, tokens, tags, lemmas and trees. Holds no state between texts. */
export interface Language {
  /** BCP 47 code, `"en"`. */
  readonly code: string;
  /** Hash of the model file, so that a run can say what it was made with. */
  readonly modelHash: string;
  readonly vectors: WordVectors;
  /** Parses a whole document; a paragraph break never falls inside a sentence. */
  parse(text: string): ParsedDocument;
}
