import type { Token } from "../language/parsed-document.ts";

/** What hyphens tie to a word before it, lower case: "cease-" at "fire" in "cease-fire", which is three tokens; empty for most words. */
export function hyphenPrefix(token: Token): string {
  const { document, index } = token;
  const start = document.columns.start[index] as number;
  if (index < 2 || document.text[start - 1] !== "-" || document.token(index - 1).text !== "-") return "";
  const before = document.token(index - 2);
  return before.span[1] === start - 1 ? `${hyphenPrefix(before)}${before.lowerText}-` : "";
}

/**
 * Whether a token is a word of the lexicon, in its base form or as it stands there: "fire" ends "cease-fire" where those words precede it,
 * "sit" opens "sit-in" where those follow.
 */
export function isWord(token: Token, word: string): boolean {
  if (token.lemma === word || token.lowerText === word) return true;
  return word.includes("-") && (opensWith(token, word) || spellings(token).includes(word));
}

function opensWith(token: Token, word: string): boolean {
  const { text } = token.document;
  const [start] = token.span;
  const end = start + word.length;
  return text.slice(start, end).toLowerCase() === word && !/[\p{L}\p{N}-]/u.test(text.charAt(end));
}

/** A token's base form and text, with what hyphens tie to it. */
export function spellings(token: Token): string[] {
  const prefix = hyphenPrefix(token);
  return [`${prefix}${token.lemma}`, `${prefix}${token.lowerText}`];
}
