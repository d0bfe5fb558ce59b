import type { ParsedDocument } from "../language/parsed-document.ts";

/** A quotation, from its first word to its last: token indexes `[start, end)`, without the marks. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** It goes on from the one before, which no mark closed: newspapers open each paragraph of a long quotation anew. */
  readonly goesOn: boolean;
  /** It is the first thing of its paragraph. */
  readonly opensParagraph: boolean;
}

/** Where a text is within quotation marks. */
export interface QuoteSpans {
  isInside(token: number): boolean;
  /** In text order. */
  readonly quotations: readonly Quotation[];
}

/**
 * Pairs quotation marks, curly or straight, within a paragraph; a mark that opens and is never closed runs to the end of its
 * paragraph, as newspapers quote over several.
 */
export function quoteSpans(parsed: ParsedDocument): QuoteSpans {
  let spans = known.get(parsed);
  if (spans === undefined) {
    spans = findQuoteSpans(parsed);
    known.set(parsed, spans);
  }
  return spans;
}

// Mentions, reports and pledges each ask for them.
const known = new WeakMap<ParsedDocument, QuoteSpans>();

function findQuoteSpans(parsed: ParsedDocument): QuoteSpans {
  const { start, end } = parsed.columns;
  const inside = new Uint8Array(parsed.tokenCount);
  const quotations: Quotation[] = [];
  let opened: Quotation | undefined;
  let isUnclosed = false;
  const close = (token: number) => {
    if (opened !== undefined && token > opened.start) quotations.push({ ...opened, end: token });
    opened = undefined;
  };
  let isFirst = true;
  for (let token = 0; token < parsed.tokenCount; token++) {
    const gap = token === 0 ? "" : parsed.text.slice(end[token - 1], start[token]);
    if (/\n\s*\n/.test(gap)) {
      isUnclosed = opened !== undefined;
      close(token);
      isFirst = true;
    }
    const mark = markAt(parsed.text.slice(start[token], end[token]), opened !== undefined);
    if (mark === "open") {
      close(token);
      opened = { start: token + 1, end: token + 1, goesOn: isUnclosed && isFirst, opensParagraph: isFirst };
      isUnclosed = false;
    } else if (mark === "close") close(token);
    else inside[token] = opened === undefined ? 0 : 1;
    isFirst = false;
  }
  close(parsed.tokenCount);
  return { isInside: (token) => inside[token] === 1, quotations };
}

function markAt(text: string, isOpen: boolean): "open" | "close" | undefined {
  if (text === "“" || text === "``" || text === "«") return "open";
  if (text === "”" || text === "''" || text === "»") return "close";
  return text === '"' ? (isOpen ? "close" : "open") : undefined;
}
