import { dayMonth, monthDay } from "./time-dates.ts";
import { afterPartOfDay, isPartOfName, relative, type TimeMatch, type TimeMatcher } from "./time-match.ts";
import { daysAt, type ResolvedTime, weekdayAt, weekendAt } from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";

/** Days by their names in the week and by the words for them: "Monday morning", "yesterday", "the day after tomorrow". */

// "Monday", "Monday morning"; not "the Monday Group", "Black Friday".
export const weekday: TimeMatcher = (text, at) => {
  const number = text.count(at, "weekday");
  if (number === undefined || !text.isCapitalised(at)) return undefined;
  const end = afterPartOfDay(text, at + 1);
  const date = dateAfterWeekday(text, end);
  if (date !== undefined) return date;
  // "On Monday Norway left": behind its preposition a weekday is no part of the name that follows, whatever the tree says.
  const isName = text.lower(at - 1) !== "on" && isPartOfName(text, at, end);
  if (isName || isIndefinite(text, at)) return undefined;
  return {
    end,
    isYearless: true,
    resolve: relative((reference) => weekdayAt(reference, number, undefined)),
  };
};

// "every Monday", "on a Monday": no day in particular.
function isIndefinite(text: TimeText, at: number): boolean {
  return /^(every|each|a|any|some|most)$/.test(text.lower(at - 1));
}

// "Monday, January 10", "Monday 10 January 2022", "Monday (January 10)".
function dateAfterWeekday(text: TimeText, at: number): TimeMatch | undefined {
  const token = /^[,(]$/.test(text.lower(at)) ? at + 1 : at;
  const date = monthDay(text, token) ?? dayMonth(text, token);
  if (date === undefined || text.lower(at) !== "(") return date;
  return text.lower(date.end) === ")" ? { ...date, end: date.end + 1 } : undefined;
}

// "today", "yesterday evening", "tomorrow", "overnight"; not "USA Today".
export const dayWord: TimeMatcher = (text, at) => {
  const days = dayOffsets(text, at);
  if (days === undefined || isPartOfName(text, at, at + 1)) return undefined;
  return { end: afterPartOfDay(text, at + 1), resolve: relative((reference) => daysAt(reference, ...days)) };
};

/** Days from the document's: `0`, or `-1..0` for a night that two days share. */
function dayOffsets(text: TimeText, at: number): [number, number] | undefined {
  const value = text.value(at, "day");
  if (value === undefined) return undefined;
  const [first, last = first] = value.split("..").map(Number) as [number, number?];
  return [first, last];
}

// "the day before yesterday", "the day after tomorrow".
export const dayBesideDay: TimeMatcher = (text, at) => {
  if (text.lower(at) !== "the" || text.lower(at + 1) !== "day") return undefined;
  const side = text.lower(at + 2);
  const days = dayOffsets(text, at + 3);
  if (days === undefined || (side !== "before" && side !== "after")) return undefined;
  const offset = days[0] + (side === "before" ? -1 : 1);
  return { end: at + 4, resolve: relative((reference) => daysAt(reference, offset, offset)) };
};

// "over the weekend".
export const weekend: TimeMatcher = (text, at) => {
  if (text.value(at, "unit") !== "weekend" || text.lower(at - 1) !== "the") return undefined;
  return { end: at + 1, resolve: relative(weekendAt) };
};

/** A day that another expression is counted from: "a week from Monday", "a year ago today". */
export function countedFrom(text: TimeText, at: number): TimeMatch | undefined {
  return dayWord(text, at) ?? weekday(text, at) ?? monthDay(text, at) ?? dayMonth(text, at);
}

/** What is counted from a day found elsewhere. */
export function referenceFrom(time: ResolvedTime): { readonly day: number; readonly direction: "none" } {
  return { day: time.interval[0], direction: "none" };
}
