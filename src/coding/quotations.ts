import { overlaps, type Span } from "../document/span.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Quotation } from "../mentions/quote-spans.ts";
import { cueSpanOf } from "./attribution.ts";
import type { Cued, FoundReport } from "./reports.ts";

/** Which words between quotation marks are whose. */
export interface GivenQuotations {
  /** The quoted words that are the content of a cue's own sentence, with the sentences that the same marks hold. */
  readonly extended: ReadonlyMap<Cued, Span>;
  /** Quotations that go on without a cue of their own: "…," he said. "We shall see." */
  readonly voices: readonly FoundReport[];
}

/** Fewer quoted words are a turn of phrase inside what is told: the "three evil forces". */
const SHORTEST = 4;

/**
 * Gives each quotation to the cue that it is the content of, or that stands beside it; one without a cue goes on with the speaker of the
 * one before, in the same paragraph, or where the next paragraph opens with it.
 */
export function giveQuotations(
  parsed: ParsedDocument,
  quotations: readonly Quotation[],
  cued: readonly Cued[],
): GivenQuotations {
  const extended = new Map<Cued, Span>();
  const voices: FoundReport[] = [];
  let last: { speaker: Cued; end: number } | undefined;
  for (const quotation of quotations) {
    const span = spanOf(parsed, quotation);
    const own = cueOf(parsed, quotation, span, cued);
    const isShort = quotation.end - quotation.start < SHORTEST;
    if (own !== undefined) {
      if (!isShort || own.content === undefined) extended.set(own, covering(extended.get(own), span));
      last = { speaker: own, end: quotation.end };
      continue;
    }
    if (last === undefined || isShort || !goesOn(parsed, quotation, last.end)) {
      if (!isShort) last = undefined;
      continue;
    }
    const { speaker } = last;
    const { entities, sources, cue, token } = speaker;
    voices.push({
      entities,
      sources,
      cue,
      cueSpan: cueSpanOf(token),
      token,
      content: span,
      heads: [],
      isVoice: true,
    });
    last = { speaker, end: quotation.end };
  }
  return { extended, voices };
}

function spanOf({ columns }: ParsedDocument, { start, end }: Quotation): Span {
  return [columns.start[start] as number, columns.end[end - 1] as number];
}

function covering(known: Span | undefined, [start, end]: Span): Span {
  return known === undefined ? [start, end] : [Math.min(known[0], start), Math.max(known[1], end)];
}

// The cue outside the marks whose content they hold, else the nearest of a sentence that they are a part of, or that leads to them
// with a colon.
function cueOf(
  parsed: ParsedDocument,
  { start, end }: Quotation,
  span: Span,
  cued: readonly Cued[],
): Cued | undefined {
  const outside = cued.filter(({ token }) => token.index < start || token.index >= end);
  const holding = outside.filter(({ content }) => content !== undefined && overlaps(content.span, span));
  // The innermost of those whose content it is.
  const held = holding.sort((a, b) => length(a) - length(b))[0];
  if (held !== undefined) return held;
  const sentences = new Set([parsed.sentenceOf(start), parsed.sentenceOf(end - 1)]);
  if (leadsIn(parsed, start)) sentences.add(parsed.sentenceOf(Math.max(0, start - 2)));
  const distance = (index: number) => (index < start ? start - index : index - end);
  return outside
    .filter(({ token, content, cue }) => {
      const isFree = content === undefined && cue.content.includes("clause");
      return isFree && sentences.has(parsed.sentenceOf(token.index)) && distance(token.index) <= FARTHEST;
    })
    .sort((a, b) => distance(a.token.index) - distance(b.token.index))[0];
}

const FARTHEST = 25;

function length({ content }: Cued): number {
  return content === undefined ? 0 : content.span[1] - content.span[0];
}

// "The envoy said: “…"
function leadsIn(parsed: ParsedDocument, start: number): boolean {
  return start >= 2 && parsed.token(start - 2).text === ":";
}

function goesOn(
  parsed: ParsedDocument,
  { start, end, goesOn, opensParagraph }: Quotation,
  last: number,
): boolean {
  if (goesOn) return true;
  const between = parsed.text.slice(parsed.columns.end[last - 1], parsed.columns.start[start]);
  const isNextParagraph = /^\W*\n\s*\n\W*$/.test(between);
  if (opensParagraph) return isNextParagraph && end - start >= SHORTEST;
  return !/\n\s*\n/.test(between);
}
