import { overlaps, type Span } from "../document/span.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { DocumentMentions, Mention } from "../mentions/mention.ts";

/** Coreference chains of the two parties a user marked; a document's own chains count up from 0. */
export const MARKED_ACTOR = -1;
export const MARKED_RECIPIENT = -2;

/** Where the marked parties stand, in UTF-16 units; one of them may be left out. */
export interface MarkedSpans {
  readonly actor?: Span | undefined;
  readonly recipient?: Span | undefined;
}

/**
 * A document's mentions with two parties that a user marked: whatever stands in their spans is these two, and nobody else is.
 */
export function withMarkedParties(
  mentions: DocumentMentions,
  parsed: ParsedDocument,
  spans: MarkedSpans,
): DocumentMentions {
  const marked = [[spans.actor, MARKED_ACTOR] as const, [spans.recipient, MARKED_RECIPIENT] as const].flatMap(
    ([span, chain]) => (span === undefined ? [] : [markedMention(mentions, parsed, span, chain)]),
  );
  const at = (tokenIndex: number) =>
    marked.find(({ tokens: [start, end] }) => start <= tokenIndex && tokenIndex < end);
  // Where the marked party is mentioned again ("its troops"), it is the same party.
  const chains = new Map<number, number>();
  for (const mention of marked) {
    const own = mentions.actors.find((other) => overlaps(other.span, mention.span))?.chains[0];
    if (own !== undefined && !chains.has(own)) chains.set(own, mention.chains[0] as number);
  }
  const renamed = (mention: Mention | undefined): Mention | undefined =>
    mention && { ...mention, chains: mention.chains.map((chain) => chains.get(chain) ?? chain) };
  return {
    ...mentions,
    actorAt: (tokenIndex) => at(tokenIndex) ?? renamed(mentions.actorAt(tokenIndex)),
    seatAt: (tokenIndex) => renamed(mentions.seatAt(tokenIndex)),
  };
}

function markedMention(
  mentions: DocumentMentions,
  parsed: ParsedDocument,
  span: Span,
  chain: number,
): Mention {
  const tokens = tokensIn(parsed, span);
  const known = mentions.actors.find((mention) => overlaps(mention.span, span))?.entities[0];
  const text = parsed.text.slice(...span);
  return {
    head: headOf(parsed, tokens),
    tokens,
    span,
    form: "name",
    entities: [{ name: text, kind: "group", sectors: [], code: "---", ...known, text, span }],
    chains: [chain],
    rule: "marked by the user",
  };
}

/** Tokens that overlap a span, `[start, end)`; empty where none does. */
function tokensIn(parsed: ParsedDocument, span: Span): readonly [number, number] {
  const inside: number[] = [];
  for (let i = 0; i < parsed.tokenCount; i++) if (overlaps(parsed.token(i).span, span)) inside.push(i);
  return [inside[0] ?? 0, (inside.at(-1) ?? -1) + 1];
}

// The head of a phrase is the word whose own head lies outside it.
function headOf(parsed: ParsedDocument, [start, end]: readonly [number, number]): number {
  for (let i = start; i < end; i++) {
    const head = parsed.columns.head[i] as number;
    if (head < start || head >= end) return i;
  }
  return start;
}
