import { calendarDay, isDayOfMonth, monthInterval } from "./calendar-day.ts";
import { deprelOf, TAG, textOf } from "./reading.ts";
import { absolute, dateOf, isPartOfName, relative, type TimeMatch, type TimeMatcher } from "./time-match.ts";
import { dayOfMonthAt, monthAt, nearestDayNumber, type ResolvedTime } from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";

/** Days and months of the calendar by their names and numbers: "January 10", "10 January 2022", "3 to 5 March", "in May". */

// "2022-01-10", "10.01.2022", "25/12/2021", which a tokenizer may cut; not "01/02/2022", which is two days in two countries.
const NUMERIC_DATE =
  /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{1,2})\/(\d{1,2})\/(\d{4}))(?!\d)/;

export const numericDate: TimeMatcher = (text, at) => {
  const { parsed } = text;
  const start = parsed.columns.start[at] as number;
  const match = NUMERIC_DATE.exec(parsed.text.slice(start, start + 11));
  const time = match === null ? undefined : numericTime(match.slice(1).map(Number));
  if (match === null || time === undefined) return undefined;
  let end = at;
  while (end < parsed.tokenCount && (parsed.columns.end[end] as number) <= start + match[0].length) end++;
  return end === at ? undefined : { end, resolve: () => time };
};

function numericTime([year, month, day, d, m, y, first, second, last]: readonly number[]):
  | ResolvedTime
  | undefined {
  if (year) return dateOf(year, month as number, day as number);
  if (y) return dateOf(y, m as number, d as number);
  const [a, b] = [first as number, second as number];
  if (a !== b && a <= 12 && b <= 12) return undefined;
  return a > 12 ? dateOf(last as number, b, a) : dateOf(last as number, a, b);
}

// "January 10", "Jan. 10, 2022", "January 10-12", "March 3 and 4".
export const monthDay: TimeMatcher = (text, at) => {
  const month = monthName(text, at);
  const first = text.dayNumber(at + 1);
  if (month === undefined || first === undefined || !isDayOfMonth(month, first)) return undefined;
  if (/^\d{1,2}$/.test(text.lower(at + 1)) && text.lower(at + 2) === ":") return undefined;
  const last = lastDay(text, at + 2, month);
  const end = last?.end ?? at + 2;
  const year = yearAfter(text, end);
  return withYear(month, first, last?.day, year?.year, year?.end ?? end);
};

// "10 January 2022", "the 10th of January", "3-5 March", "between 3 and 5 March".
export const dayMonth: TimeMatcher = (text, at) => {
  const first = text.dayNumber(at);
  if (first === undefined) return undefined;
  const last = lastDay(text, at + 1, undefined);
  let token = last?.end ?? at + 1;
  if (text.lower(token) === "of") token++;
  const month = monthName(text, token);
  if (month === undefined || !isDayOfMonth(month, first)) return undefined;
  const year = yearAfter(text, token + 1);
  return withYear(month, first, last?.day, year?.year, year?.end ?? token + 1);
};

/** The other end of days of one month: "-12", "to 12", "and 12"; not "and 12 others". */
function lastDay(
  text: TimeText,
  at: number,
  month: number | undefined,
): { day: number; end: number } | undefined {
  const isJoined = /^[-–—]$/.test(textOf(text.parsed, at)) || /^(to|and|through|until)$/.test(text.lower(at));
  const day = isJoined ? text.dayNumber(at + 1) : undefined;
  if (day === undefined || text.year(at + 1) !== undefined) return undefined;
  // Behind the month a number may count what follows it.
  if (month !== undefined && !/^[-–—]$/.test(textOf(text.parsed, at)) && isCounting(text, at + 1))
    return undefined;
  return { day, end: at + 2 };
}

function isCounting(text: TimeText, at: number): boolean {
  const { head, upos } = text.parsed.columns;
  return (head[at] as number) > at && upos[head[at] as number] === TAG.NOUN;
}

/** "2022", ", 2022" or "of 2022" behind a day or month. */
export function yearAfter(text: TimeText, at: number): { year: number; end: number } | undefined {
  const token = /^(,|of)$/.test(text.lower(at)) ? at + 1 : at;
  const year = text.year(token);
  return year === undefined ? undefined : { year, end: token + 1 };
}

function withYear(
  month: number,
  first: number,
  last: number | undefined,
  year: number | undefined,
  end: number,
): TimeMatch {
  const stretched = (time: ResolvedTime): ResolvedTime =>
    last === undefined || last <= first
      ? time
      : { interval: [time.interval[0], time.interval[0] + last - first], precision: "day" };
  if (year !== undefined) {
    const date = calendarDay(year, month, first);
    return { end, resolve: () => stretched({ interval: [date, date], precision: "day" }) };
  }
  return { end, isYearless: true, resolve: relative((r) => stretched(dayOfMonthAt(r, month, first))) };
}

// "on the 10th", "by the 10th": of the month that brings it nearest; not "the 10th round".
export const dayOfSomeMonth: TimeMatcher = (text, at) => {
  const day = /\d(st|nd|rd|th)$/.test(text.lower(at)) ? text.dayNumber(at) : undefined;
  if (
    day === undefined ||
    text.lower(at - 1) !== "the" ||
    !/^(on|by|until|from|since)$/.test(text.lower(at - 2))
  )
    return undefined;
  const next = text.parsed.columns.upos[at + 1];
  if ([TAG.NOUN, TAG.ADJ, TAG.PROPN, TAG.NUM].includes(next as number)) return undefined;
  return { end: at + 1, resolve: relative((reference) => nearestDayNumber(reference, day)) };
};

/** Month names that are also words or names: they count only beside a number or a word that leads to a time. */
const AMBIGUOUS_MONTH = /^(may|march|mar|jan|dec|sep|jun|jul|apr|feb|aug|oct|nov|sept|april|june|august)$/;
const LEADS_TO_MONTH =
  /^(in|since|by|until|till|from|during|before|after|early|mid|late|last|next|this|of|through|between|and|to|for|or)$/;

/** The month a capitalised word names. */
export function monthName(text: TimeText, at: number): number | undefined {
  return text.isCapitalised(at) ? text.count(at, "month") : undefined;
}

// "January 2022", "in May", "last March"; not "Prime Minister May", "the March on Washington", "before May resigned".
export const monthAlone: TimeMatcher = (text, at) => {
  const month = monthName(text, at);
  if (month === undefined) return undefined;
  const year = yearAfter(text, at + 1);
  if (year !== undefined)
    return { end: year.end, resolve: absolute(monthInterval(year.year, month), "month") };
  if (isPartOfName(text, at, at + 1) || text.isSurname(at)) return undefined;
  if (AMBIGUOUS_MONTH.test(text.lower(at)) && !isLedTo(text, at) && !isMonthOfNoun(text, at))
    return undefined;
  return yearlessMonth(month, at + 1);
};

function yearlessMonth(month: number, end: number): TimeMatch {
  return { end, isYearless: true, resolve: relative((reference) => monthAt(reference, month, undefined)) };
}

// "in May"; not "before May resigned": whoever does something is no month.
function isLedTo(text: TimeText, at: number): boolean {
  return LEADS_TO_MONTH.test(text.lower(at - 1)) && !deprelOf(text.parsed, at).startsWith("nsubj");
}

// "the March summit": right before what it dates; not "the March on Washington", "the August Chamber".
function isMonthOfNoun(text: TimeText, at: number): boolean {
  const next = text.parsed.columns.upos[at + 1];
  return text.lower(at - 1) === "the" && next === TAG.NOUN && !text.isCapitalised(at + 1);
}

/** The whole of a month or the day it stands with, whatever leads to it: "early February", "the week of June 6". */
export const monthOrDay: TimeMatcher = (text, at) => {
  const month = monthName(text, at);
  if (month === undefined) return undefined;
  const day = monthDay(text, at);
  if (day !== undefined) return day;
  const year = yearAfter(text, at + 1);
  return year === undefined
    ? yearlessMonth(month, at + 1)
    : { end: year.end, resolve: absolute(monthInterval(year.year, month), "month") };
};
