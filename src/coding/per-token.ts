import type { ParsedDocument, Token } from "../language/parsed-document.ts";

/**
 * A question about a token that is answered once: trees do not change, and frames ask the same of a verb again and again.
 * The answers for one document are kept at a time.
 */
export function perToken<Answer>(answer: (token: Token) => Answer): (token: Token) => Answer {
  let document: ParsedDocument | undefined;
  let known: (Answer | undefined)[] = [];
  return (token) => {
    if (token.document !== document) {
      document = token.document;
      known = new Array(document.tokenCount);
    }
    let found = known[token.index];
    if (found === undefined) {
      found = answer(token);
      known[token.index] = found;
    }
    return found;
  };
}
