import { overlaps, type Span } from "../../document/span.ts";
import type { ParsedDocument, Token } from "../../language/parsed-document.ts";
import type { Mention } from "../../mentions/mention.ts";
import type { WordRange } from "./coreference-gold.ts";

/** A mention of ours among the gold's words. */
export interface FoundMention {
  readonly mention: Mention;
  /** The words of its whole noun phrase; absent where it covers none. */
  readonly words: WordRange;
  /** The chain, or all of them where it stands for several. */
  readonly chain: string;
}

/** Our mentions over the gold's words, in text order. */
export function foundMentions(
  parsed: ParsedDocument,
  mentions: readonly Mention[],
  words: readonly Span[],
): FoundMention[] {
  return mentions.flatMap((mention) => {
    const range = wordsOf(phraseSpan(parsed, mention), words);
    if (range === undefined || mention.chains.length === 0) return [];
    return [{ mention, words: range, chain: [...mention.chains].sort((a, b) => a - b).join("+") }];
  });
}

/** The words that a span overlaps. */
export function wordsOf(span: Span, words: readonly Span[]): WordRange | undefined {
  const first = words.findIndex((word) => overlaps(word, span));
  if (first < 0) return undefined;
  let last = first;
  while (last + 1 < words.length && overlaps(words[last + 1] as Span, span)) last++;
  return [first, last];
}

const PARTS: ReadonlySet<string> = new Set([
  "det",
  "amod",
  "nummod",
  "compound",
  "flat",
  "nmod",
  "acl",
  "appos",
  "fixed",
]);

/**
 * The span of a mention's noun phrase with all that belongs to it, as mentions are annotated: "ministers" is "the ministers of the
 * states that border on Chad". Not what is coordinated with it, nor what it is said of ("is a minister").
 */
export function phraseSpan(parsed: ParsedDocument, mention: Mention): Span {
  const head = parsed.token(mention.head);
  if (head.upos !== "NOUN" && head.upos !== "PROPN") return mention.span;
  let [start, end] = mention.span;
  const widen = (token: Token) => {
    start = Math.min(start, token.span[0]);
    end = Math.max(end, token.span[1]);
  };
  const whole = (token: Token, depth: number) => {
    widen(token);
    if (depth < 50) for (const child of token.children) if (child.upos !== "PUNCT") whole(child, depth + 1);
  };
  for (const child of head.children) {
    if (PARTS.has(child.relation)) whole(child, 0);
    else if (child.relation === "case" && child.index > head.index) widen(child);
  }
  return [start, end];
}
