import type { Span } from "../../document/span.ts";

/** A text made of words, and where each of them stands in it. */
export interface JoinedWords {
  readonly text: string;
  readonly words: readonly Span[];
}

const CLOSING = /^([,.;:!?%)\]}”’]|\.\.\.|['’](s|re|ve|ll|d|m)?|n['’]t)$/i;
const OPENING = /^[([{$£€“‘#]$/;
const GLUE = /^[-‐‑/]$/;

/**
 * Sentences of words, joined as English is written: "do n't" to "don't", "well - known" to "well-known", straight quotation marks to
 * the words they hold. A sentence without a closing mark, a headline, is a paragraph by itself.
 */
export function joinedWords(sentences: readonly (readonly string[])[]): JoinedWords {
  let text = "";
  const words: Span[] = [];
  for (const sentence of sentences) {
    if (text !== "") text += /[.!?][”"')\]]*$/.test(text) ? " " : "\n\n";
    let isQuoting = false;
    let isGlued = true;
    for (const word of sentence) {
      const isMark = word === '"';
      if (!isGlued && !CLOSING.test(word) && !GLUE.test(word) && !(isMark && isQuoting)) text += " ";
      words.push([text.length, text.length + word.length]);
      text += word;
      if (isMark) isQuoting = !isQuoting;
      isGlued = OPENING.test(word) || GLUE.test(word) || (isMark && isQuoting);
    }
  }
  return { text, words };
}
