import type { Span } from "../document/span.ts";

/** A span of a text and its class: a name and what it names, or a mention and what it stands for. */
export interface ClassedSpan<Kind extends string = string> {
  readonly span: Span;
  readonly kind: Kind;
}

/** A text with the spans it should have, and those that were found in it. */
export interface MarkedText<Kind extends string = string> {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly ClassedSpan<Kind>[];
  readonly found: readonly ClassedSpan<Kind>[];
}

/** How often spans of one class were right, among what. */
export interface SpanScore {
  readonly kind: string;
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

/** What is wrong: a span that was not found, or none in the gold, or one found with another end or class. */
export interface SpanError {
  readonly what: "missed" | "invented" | "other span" | "other class";
  readonly textId: string;
  readonly gold?: ClassedSpan;
  readonly found?: ClassedSpan;
  /** The words around, the span in brackets. */
  readonly context: string;
}

/** Scores by class, the sum of all in front, and all errors in text order. */
export interface SpanReport {
  readonly all: SpanScore;
  readonly kinds: readonly SpanScore[];
  readonly errors: readonly SpanError[];
}

/** Scores spans: right are those with the same two ends and the same class. */
export function scoreSpans<Kind extends string>(
  texts: readonly MarkedText<Kind>[],
  kinds: readonly Kind[],
): SpanReport {
  const scores = new Map(kinds.map((kind) => [kind, { kind, gold: 0, found: 0, right: 0 }]));
  const errors: SpanError[] = [];
  for (const marked of texts) {
    const found = new Map(marked.found.map((span) => [keyOf(span), span]));
    const gold = new Map(marked.gold.map((span) => [keyOf(span), span]));
    for (const { kind } of gold.values()) (scores.get(kind) as { gold: number }).gold++;
    for (const { kind } of found.values()) (scores.get(kind) as { found: number }).found++;
    for (const [key, { kind }] of gold) if (found.has(key)) (scores.get(kind) as { right: number }).right++;
    errors.push(...errorsOf(marked, gold, found));
  }
  const sum = (of: "gold" | "found" | "right") =>
    [...scores.values()].reduce((total, score) => total + score[of], 0);
  const all = { kind: "all", gold: sum("gold"), found: sum("found"), right: sum("right") };
  return { all, kinds: [...scores.values()], errors };
}

function keyOf({ span, kind }: ClassedSpan): string {
  return `${span[0]}-${span[1]} ${kind}`;
}

function errorsOf(
  { id, text }: MarkedText,
  gold: ReadonlyMap<string, ClassedSpan>,
  found: ReadonlyMap<string, ClassedSpan>,
): SpanError[] {
  const missing = [...gold].filter(([key]) => !found.has(key)).map(([, span]) => span);
  const wrong = [...found].filter(([key]) => !gold.has(key)).map(([, span]) => span);
  const errors: SpanError[] = [];
  const explained = new Set<ClassedSpan>();
  for (const span of missing) {
    const near = wrong.find((other) => !explained.has(other) && overlaps(span.span, other.span));
    if (near !== undefined) explained.add(near);
    const isSameSpan = near !== undefined && span.span[0] === near.span[0] && span.span[1] === near.span[1];
    errors.push({
      what: near === undefined ? "missed" : isSameSpan ? "other class" : "other span",
      textId: id,
      gold: span,
      ...(near === undefined ? {} : { found: near }),
      context: contextOf(text, span.span),
    });
  }
  for (const span of wrong) {
    if (explained.has(span)) continue;
    errors.push({ what: "invented", textId: id, found: span, context: contextOf(text, span.span) });
  }
  const startOf = ({ gold: wanted, found: got }: SpanError) => (wanted ?? (got as ClassedSpan)).span[0];
  return errors.sort((a, b) => startOf(a) - startOf(b));
}

function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

const CONTEXT_CHARACTERS = 40;

function contextOf(text: string, [start, end]: Span): string {
  const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
  const after = text.slice(end, end + CONTEXT_CHARACTERS);
  return `${before}[${text.slice(start, end)}]${after}`.replace(/\s+/g, " ");
}
