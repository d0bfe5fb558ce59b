import { extname } from "node:path";

/** How the documents of an input are written down. */
export const INPUT_FORMATS = ["text", "jsonl"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

const FORMAT_OF_ENDING: Readonly<Record<string, InputFormat>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "text",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/** What an input is, or a sentence on why it is nothing that can be read. */
export type GuessedFormat = { readonly format: InputFormat } | { readonly refusal: string };

/**
 * Tells an input's format by its ending, and where the ending says nothing, by its first characters: JSONL opens
 * with an object. Markup and JSON over several lines are refused: read as text they would give nonsense.
 * @param head the first few thousand characters
 */
export function guessFormat(path: string, head: string): GuessedFormat {
  const byEnding = FORMAT_OF_ENDING[extname(path).toLowerCase()];
  if (byEnding !== undefined) return { format: byEnding };
  const opening = head.trimStart();
  if (/^(<!doctype html|<html|<\?xml|<rss|<feed)/i.test(opening)) {
    return {
      refusal: "this is HTML or XML, which cannot be read yet; save it as plain text, or use --in text",
    };
  }
  if (opening.startsWith("%PDF-"))
    return { refusal: "this is a PDF, which cannot be read yet; save it as plain text" };
  if (/^(\{[ \t]*\r?\n|\[\s*[{\]])/.test(opening)) {
    return { refusal: "this is JSON over several lines; expected JSONL, one document a line" };
  }
  return { format: /^\{[ \t]*"/.test(opening) ? "jsonl" : "text" };
}
