import type { ParsedDocument } from "../language/parsed-document.ts";

/** Where a text is within quotation marks. */
export interface QuoteSpans {
  isInside(token: number): boolean;
}

/**
 * Pairs quotation marks, curly or straight, within a paragraph; a mark that opens and is never closed runs to the end of its
 * paragraph, as newspapers quote over several.
 */
export function quoteSpans(parsed: ParsedDocument): QuoteSpans {
  const { start, end } = parsed.columns;
  const inside = new Uint8Array(parsed.tokenCount);
  let isOpen = false;
  for (let token = 0; token < parsed.tokenCount; token++) {
    const gap = token === 0 ? "" : parsed.text.slice(end[token - 1], start[token]);
    if (/\n\s*\n/.test(gap)) isOpen = false;
    const text = parsed.text.slice(start[token], end[token]);
    if (text === "“" || text === "``") isOpen = true;
    else if (text === "”" || text === "''") isOpen = false;
    else if (text === '"') isOpen = !isOpen;
    else inside[token] = isOpen ? 1 : 0;
  }
  return { isInside: (token) => inside[token] === 1 };
}
