import { calendarDay, type Interval, isDayOfMonth } from "./calendar-day.ts";
import { TAG } from "./reading.ts";
import type { Reference, ResolvedTime } from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";

/** An expression found: it ends before token `end`. */
export interface TimeMatch {
  readonly end: number;
  /** Named without what would tell one from its fellows: "March 3", "Monday"; the end of a stretch places its beginning. */
  readonly isYearless?: boolean;
  /** A happening whose day the calendar does not tell: "Ramadan". */
  readonly isOccasion?: boolean;
  /** Without a reference day only what names its year resolves. */
  readonly resolve: (reference: Reference | undefined) => ResolvedTime | undefined;
}

/** A pattern of tokens; says no with `undefined`. */
export type TimeMatcher = (text: TimeText, at: number) => TimeMatch | undefined;

/** A matcher with the name of its rule. */
export type NamedMatcher = readonly [rule: string, matcher: TimeMatcher];

/** What can only be counted from a reference day. */
export function relative(resolve: (reference: Reference) => ResolvedTime | undefined): TimeMatch["resolve"] {
  return (reference) => (reference === undefined ? undefined : resolve(reference));
}

/** What is the same on whatever day it is told. */
export function absolute(interval: Interval, precision: ResolvedTime["precision"]): TimeMatch["resolve"] {
  return () => ({ interval, precision });
}

/** A match whose time is made into another one. */
export function mapped(
  match: TimeMatch,
  change: (time: ResolvedTime, reference: Reference | undefined) => ResolvedTime | undefined,
): TimeMatch {
  return {
    end: match.end,
    resolve: (reference) => {
      const time = match.resolve(reference);
      return time === undefined ? undefined : change(time, reference);
    },
  };
}

/** The first match of several patterns. */
export function firstOf(...matchers: readonly TimeMatcher[]): TimeMatcher {
  return (text, at) => {
    for (const matcher of matchers) {
      const match = matcher(text, at);
      if (match !== undefined) return match;
    }
    return undefined;
  };
}

/** A day of the calendar, where there is one. */
export function dateOf(year: number, month: number, day: number): ResolvedTime | undefined {
  if (month < 1 || month > 12 || !isDayOfMonth(month, day)) return undefined;
  const date = calendarDay(year, month, day);
  return { interval: [date, date], precision: "day" };
}

/** "Monday night": past a word for a part of the day, where one follows. */
export function afterPartOfDay(text: TimeText, at: number): number {
  return text.value(at, "part-of-day") === undefined ? at : at + 1;
}

/** Whether a neighbour belongs to the same name: "the Monday Group", "USA Today", "Black Friday". */
export function isPartOfName(text: TimeText, from: number, end: number): boolean {
  return isNameNeighbour(text, from - 1, from) || isNameNeighbour(text, end, end - 1);
}

function isNameNeighbour(text: TimeText, neighbour: number, token: number): boolean {
  const { parsed } = text;
  if (neighbour < 0 || neighbour >= parsed.tokenCount || !text.isCapitalised(neighbour)) return false;
  if (parsed.columns.upos[neighbour] !== TAG.PROPN || text.word(neighbour) !== undefined) return false;
  const { head, deprel } = parsed.columns;
  const relation = (from: number) => parsed.names.deprel[deprel[from] as number] as string;
  const holds = (from: number, to: number) =>
    head[from] === to && /^(compound|flat|amod)/.test(relation(from));
  const isBeside = head[neighbour] === head[token] && relation(neighbour) === relation(token);
  return isBeside || holds(neighbour, token) || holds(token, neighbour);
}
