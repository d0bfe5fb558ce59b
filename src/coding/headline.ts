import type { Document } from "../document/document.ts";
import { contains, type Span } from "../document/span.ts";
import type { CodedEvent } from "./records.ts";
import { UNKNOWN_CODE } from "./sources.ts";

type Entity = CodedEvent["actors"][number];

/** Where a document's text opens with its title; undefined where it does not. */
export function headlineOf({ title, text }: Document): Span | undefined {
  if (title === undefined) return undefined;
  const start = text.indexOf(title);
  return start === -1 ? undefined : [start, start + title.length];
}

/**
 * Whether a headline has told in short what the text below it tells: "Army rejects report" over "The Malian army on Monday rejected a
 * report by the United Nations". A headline may leave out the day, the way it was done, countries, and whom it was done to.
 */
export function isToldByHeadline(headline: Span | undefined, short: CodedEvent, full: CodedEvent): boolean {
  if (headline === undefined || !contains(headline, short.evidence.trigger)) return false;
  if (contains(headline, full.evidence.trigger)) return false;
  if (short.type !== full.type || short.status !== full.status) return false;
  const isWayOpen = short.mode === undefined || short.mode === full.mode;
  const isDayOpen = short.date.span === undefined || short.date.start === full.date.start;
  if (!isWayOpen || !isDayOpen) return false;
  // "Meeting with the President of Kenya" above "I have just hosted him": guest and host have met.
  if (short.type === "CONSULT") return areNamed(partiesOf(short), partiesOf(full));
  return areNamed(short.actors, full.actors) && areNamed(short.recipients, full.recipients);
}

function partiesOf({ actors, recipients }: CodedEvent): readonly Entity[] {
  return [...actors, ...recipients];
}

// Nobody more is told of above than below.
function areNamed(short: readonly Entity[], full: readonly Entity[]): boolean {
  return short.every((entity) => full.some((other) => isShortFor(entity, other)));
}

function isShortFor(short: Entity, full: Entity): boolean {
  if (short.country !== undefined) return short.country === full.country;
  const role = short.code.startsWith(UNKNOWN_CODE) ? short.code.slice(UNKNOWN_CODE.length) : undefined;
  return (
    short.name === full.name || short.code === full.code || (role !== undefined && full.code.endsWith(role))
  );
}
