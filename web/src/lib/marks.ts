import type { CodedDocument, CodedEvent, Statement } from "../../../src/coding/records.ts";
import type { Span } from "../../../src/document/span.ts";

/** A stretch of the text with what is marked there. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  /** Events whose naming words these are, the narrowest first. */
  readonly events: readonly string[];
  /** Records in which these words play a part, `events` among them. */
  readonly records: readonly string[];
  /** The actor these words stand for. */
  readonly actor?: { readonly name: string; readonly code: string };
  /** The place these words name. */
  readonly place?: NamedPlace;
  readonly isTime: boolean;
  readonly isQuoted: boolean;
}

/** A place with its degrees, where it is a point. */
export interface NamedPlace {
  readonly name: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

interface Mark {
  readonly span: Span;
  readonly event?: string;
  readonly record?: string;
  readonly actor?: { readonly name: string; readonly code: string };
  readonly place?: NamedPlace;
  readonly isTime?: boolean;
  readonly isQuoted?: boolean;
}

/**
 * A text cut into paragraphs of pieces, so that everything found in it can be marked in place.
 * @param found times and places of the text, where they are known
 */
export function markedText(
  text: string,
  coded: Pick<CodedDocument, "events" | "statements" | "mentions">,
  {
    times,
    places,
  }: {
    readonly times: readonly { readonly span: Span }[];
    readonly places: readonly (NamedPlace & { readonly span: Span })[];
  },
): Piece[][] {
  const marks: Mark[] = [
    ...coded.events.flatMap(eventMarks),
    ...coded.statements.flatMap(statementMarks),
    ...coded.mentions.map(({ span, name, code }) => ({ span, actor: { name, code } })),
    ...times.map(({ span }) => ({ span, isTime: true })),
    ...places.map((place) => ({ span: place.span, place })),
  ].filter(({ span: [start, end] }) => start < end && end <= text.length);
  return paragraphsOf(text).map((paragraph) => piecesOf(text, paragraph, marks));
}

function eventMarks({ id, evidence, retold, actors, recipients, attribution }: CodedEvent): Mark[] {
  const triggers = [evidence, ...retold].map(({ trigger }) => ({ span: trigger, event: id, record: id }));
  const parties = [...actors, ...recipients].map(({ span }) => ({ span, record: id }));
  const cues = attribution.flatMap(({ cue }) => (cue === undefined ? [] : [{ span: cue, record: id }]));
  return [...triggers, ...parties, ...cues];
}

function statementMarks({ id, cue, content, form, speaker }: Statement): Mark[] {
  return [
    { span: cue, record: id },
    { span: speaker.span, record: id },
    { span: content, record: id, isQuoted: form !== "indirect" },
  ];
}

/** Spans of paragraphs: an empty line parts them, and so does a line break after the end of a sentence. */
function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\s*\n\s*\n\s*|(?<=[.!?:”"’)])[ \t]*\n\s*/g)) {
    if (gap.index > start) spans.push([start, gap.index]);
    start = gap.index + gap[0].length;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

function piecesOf(text: string, [from, to]: Span, marks: readonly Mark[]): Piece[] {
  const here = marks.filter(({ span: [start, end] }) => start < to && end > from);
  const inside = here.flatMap(({ span }) => span).filter((place) => place > from && place < to);
  const cuts = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => pieceOf(text, [start, cuts[i + 1] as number], here));
}

function pieceOf(text: string, [start, end]: Span, marks: readonly Mark[]): Piece {
  const over = marks.filter(({ span }) => span[0] <= start && span[1] >= end);
  const narrowest = [...over].sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  const place = narrowest.find((mark) => mark.place !== undefined)?.place;
  const actor = narrowest.find((mark) => mark.actor !== undefined)?.actor;
  return {
    text: text.slice(start, end),
    start,
    events: [...new Set(narrowest.flatMap(({ event }) => event ?? []))],
    records: [...new Set(over.flatMap(({ record }) => record ?? []))],
    ...(actor !== undefined && { actor }),
    ...(place !== undefined && { place }),
    isTime: over.some(({ isTime }) => isTime),
    isQuoted: over.some(({ isQuoted }) => isQuoted),
  };
}
