import { deprelOf, TAG } from "./reading.ts";
import { monthName } from "./time-dates.ts";
import { countedFrom, referenceFrom } from "./time-days.ts";
import { afterPartOfDay, relative, type TimeMatch, type TimeMatcher } from "./time-match.ts";
import {
  daysAt,
  monthAt,
  movedBy,
  type Reference,
  type ResolvedTime,
  seasonAt,
  stretchOf,
  unitAt,
  vagueStretch,
  weekdayAt,
} from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";

/** Days, weeks, months and years counted from the document's day: "three days ago", "last week", "in the coming months". */

// "three days ago", "three day ago", "a couple of weeks earlier", "two weeks ago", "a year ago today", "a week from Monday".
export const countedUnits: TimeMatcher = (text, at) => {
  const counted = text.counted(at);
  const unit = counted === undefined ? undefined : text.value(counted.next, "unit");
  if (counted === undefined || unit === undefined) return undefined;
  const { count } = counted;
  const after = counted.next + 1;
  if (text.lower(after) === "from") return countedForward(text, after + 1, count, unit);
  const direction = text.value(after, "offset");
  // "three days before the vote" is counted from the vote, "two days later" from what was told: see `time-anchored.ts`.
  if (direction === undefined || text.lower(after) !== "ago") return undefined;
  const from = countedFrom(text, after + 1);
  const sign = direction === "past" ? -1 : 1;
  return {
    end: from?.end ?? after + 1,
    resolve: relative((reference) => {
      const day = from?.resolve(reference);
      if (day === undefined) return movedBy(reference, sign * count, unit);
      return exactly(referenceFrom(day), sign * count, unit);
    }),
  };
};

// "two weeks from now", "a week from Monday".
function countedForward(text: TimeText, at: number, count: number, unit: string): TimeMatch | undefined {
  if (text.lower(at) === "now")
    return { end: at + 1, resolve: relative((reference) => movedBy(reference, count, unit)) };
  const from = countedFrom(text, at);
  if (from === undefined) return undefined;
  const resolve = relative((reference) => {
    const day = from.resolve(reference);
    return day === undefined ? undefined : exactly(referenceFrom(day), count, unit);
  });
  return { end: from.end, resolve };
}

// From a day that is named, a week or a year on is a day too.
function exactly(reference: Reference, count: number, unit: string): ResolvedTime | undefined {
  const stretch = stretchOf(reference, Math.abs(count), unit, count < 0 ? "past" : "future");
  if (stretch === undefined) return undefined;
  const day = stretch.interval[count < 0 ? 0 : 1];
  return { interval: [day, day], precision: "day" };
}

// "in three days", where the verb looks ahead: elsewhere it says how long something took. "within 48 hours", where it does not
// look back.
export const inUnits: TimeMatcher = (text, at) => {
  const preposition = text.lower(at - 1);
  const counted = /^(in|within)$/.test(preposition) ? text.counted(at) : undefined;
  const unit = counted === undefined ? undefined : text.value(counted.next, "unit");
  if (counted === undefined || unit === undefined) return undefined;
  const { count } = counted;
  const resolve = relative((reference) => {
    if (preposition === "within")
      return reference.direction === "past" ? undefined : stretchOf(reference, count, unit, "future");
    return reference.direction === "future" ? movedBy(reference, count, unit) : undefined;
  });
  return { end: counted.next + 1, resolve };
};

/** A word of direction: "last", "next"; not "following five days of talks", which come before. */
export function directionWord(text: TimeText, at: number): string | undefined {
  const isBeforeNoun = /^(amod|det|compound|root|dep)/.test(deprelOf(text.parsed, at));
  return isBeforeNoun || text.lower(at) !== "following" ? text.value(at, "direction") : undefined;
}

// "last week", "this morning", "next Monday", "last March", "next summer".
export const directed: TimeMatcher = (text, at) => {
  const direction = directionWord(text, at);
  if (direction === undefined) return undefined;
  const next = text.word(at + 1);
  const number = Number(next?.value);
  const by = (resolve: (reference: Reference) => ResolvedTime | undefined, end = at + 2): TimeMatch => ({
    end,
    resolve: relative(resolve),
  });
  switch (next?.kind) {
    case "unit":
      // "in the following days", "the past week": a stretch; "last week", "this week": the calendar's.
      if (/s$/.test(text.lower(at + 1))) return by((r) => vagueStretch(r, next.value, direction));
      if (text.lower(at) === "past") return by((r) => stretchOf(r, 1, next.value, direction));
      return by((r) => unitAt(r, next.value, direction));
    case "weekday":
      return by((r) => weekdayAt(r, number, direction), afterPartOfDay(text, at + 2));
    case "month":
      return monthName(text, at + 1) === undefined ? undefined : by((r) => monthAt(r, number, direction));
    case "part-of-day": {
      const offset = direction === "past" ? -1 : direction === "future" ? 1 : 0;
      return by((r) => daysAt(r, offset, offset));
    }
    case "season":
      return by((r) => seasonAt(r, number, direction));
    default:
      return undefined;
  }
};

// "the past three days", "the next two weeks", "the last few months".
export const directedStretch: TimeMatcher = (text, at) => {
  const direction = directionWord(text, at);
  if (direction === undefined || direction === "present") return undefined;
  const vagueAt = text.lower(at + 1) === "a" ? at + 2 : at + 1;
  const isVague = text.value(vagueAt, "vague") !== undefined;
  const counted = text.counted(at + 1);
  const unitAtToken = isVague ? vagueAt + 1 : counted?.next;
  const unit = unitAtToken === undefined ? undefined : text.value(unitAtToken, "unit");
  if (unitAtToken === undefined || unit === undefined) return undefined;
  return {
    end: unitAtToken + 1,
    resolve: relative((reference) =>
      isVague || counted === undefined
        ? vagueStretch(reference, unit, direction)
        : stretchOf(reference, counted.count, unit, direction),
    ),
  };
};

// "years ago", "hours ago", "in the days ahead", "in the years to come".
export const bareUnits: TimeMatcher = (text, at) => {
  const unit = text.value(at, "unit");
  if (unit === undefined || !/s$/.test(text.lower(at))) return undefined;
  const by = (direction: string, end: number): TimeMatch => ({
    end,
    resolve: relative((r) => vagueStretch(r, unit, direction)),
  });
  if (text.lower(at + 1) === "ago") return by("past", at + 2);
  if (text.lower(at + 1) === "ahead" && text.lower(at + 2) !== "of") return by("future", at + 2);
  return text.lower(at + 1) === "to" && text.lower(at + 2) === "come" ? by("future", at + 3) : undefined;
};

// "in recent days", "a few weeks ago", "several years ago".
export const vagueUnits: TimeMatcher = (text, at) => {
  if (text.lower(at) === "a" && text.value(at + 1, "vague") === "few") return vagueUnits(text, at + 1);
  const vague = text.value(at, "vague");
  const unit = text.value(at + 1, "unit");
  if (vague === undefined || unit === undefined) return undefined;
  if (vague === "past") return { end: at + 2, resolve: relative((r) => vagueStretch(r, unit, "past")) };
  const direction = text.value(at + 2, "offset");
  if (direction === undefined || isBeforeNominal(text, at + 3)) return undefined;
  return { end: at + 3, resolve: relative((r) => vagueStretch(r, unit, direction)) };
};

/** Whether a noun phrase begins here: "before the vote". */
export function isBeforeNominal(text: TimeText, at: number): boolean {
  const upos = text.parsed.columns.upos[at];
  return upos === TAG.DET || upos === TAG.NOUN || upos === TAG.PROPN || upos === TAG.PRON;
}
