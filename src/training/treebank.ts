import { readFileSync } from "node:fs";
import { type ConlluSentence, documentFromConllu, readConllu } from "../language/conllu.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";

/** A treebank file: its text, its sentences, and the same as one document. */
export interface Treebank {
  readonly file: string;
  readonly text: string;
  readonly sentences: readonly ConlluSentence[];
  readonly document: ParsedDocument;
}

/**
 * Reads a CoNLL-U file.
 *
 * @throws ConlluError naming file and line; an error of the file system when the file cannot be read
 */
export function readTreebank(file: string): Treebank {
  const text = readFileSync(file, "utf8");
  const sentences = readConllu(text, file);
  return { file, text, sentences, document: documentFromConllu(sentences) };
}
