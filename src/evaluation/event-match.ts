import type { CodedEvent } from "../coding/records.ts";
import { type GoldEvent, type GoldText, isParty } from "./gold-event.ts";
import { rootClassOf } from "./root-class.ts";

/** What was made of a text: the events of `dragoman code`. */
export type CodeText = (text: string) => readonly CodedEvent[];

/** A text's gold events, and what was coded in it. */
export interface JudgedText {
  readonly gold: readonly GoldEvent[];
  readonly coded: readonly CodedEvent[];
  /** The coded event that each gold event is, by type and parties; each coded event is at most one. */
  readonly found: ReadonlyMap<GoldEvent, CodedEvent>;
  /** The same by type alone. */
  readonly foundByType: ReadonlyMap<GoldEvent, CodedEvent>;
}

/** Pairs the gold events of a text with the coded ones, the surest coded event first. */
export function judgeText({ text, events: gold }: GoldText, code: CodeText): JudgedText {
  const surestFirst = [...code(text)].sort((a, b) => b.confidence - a.confidence);
  return {
    gold,
    coded: surestFirst,
    found: paired(gold, surestFirst, (event, told) => hasType(event, told) && hasParties(event, told)),
    foundByType: paired(gold, surestFirst, hasType),
  };
}

function paired(
  gold: readonly GoldEvent[],
  coded: readonly CodedEvent[],
  isSame: (event: GoldEvent, told: CodedEvent) => boolean,
): Map<GoldEvent, CodedEvent> {
  const pairs = new Map<GoldEvent, CodedEvent>();
  const free = new Set(coded);
  for (const event of gold) {
    for (const told of free) {
      if (!isSame(event, told)) continue;
      pairs.set(event, told);
      free.delete(told);
      break;
    }
  }
  return pairs;
}

function hasType(event: GoldEvent, told: CodedEvent): boolean {
  return rootClassOf(told.type) === event.type;
}

/**
 * Whether one of the gold's actors acts and, where it names recipients, one of them undergoes. Where the gold or the coded event
 * is reciprocal (parties, and no recipients), sides do not count: two parties of such gold are parties of the event.
 */
export function hasParties({ actors, recipients }: GoldEvent, told: CodedEvent): boolean {
  const isTold = (among: CodedEvent["actors"]) => (party: GoldEvent["actors"][number]) =>
    among.some((entity) => isParty(entity, party));
  const everybody = [...told.actors, ...told.recipients];
  if (recipients.length === 0 && actors.length > 1) {
    return actors.filter(isTold(everybody)).length > 1;
  }
  const isReciprocal = told.recipients.length === 0 && told.actors.length > 1;
  const acts = actors.length === 0 || actors.some(isTold(told.actors));
  const undergoers = isReciprocal ? told.actors : told.recipients;
  return acts && (recipients.length === 0 || recipients.some(isTold(undergoers)));
}
