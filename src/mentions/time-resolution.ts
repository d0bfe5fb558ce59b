import {
  addMonths,
  type CalendarDay,
  calendarDay,
  dayOfMonth,
  type Interval,
  monthInterval,
  monthOf,
  weekdayOf,
  yearInterval,
  yearOf,
} from "./calendar-day.ts";
import type { TimeMention } from "./mention.ts";
import type { TimeDirection } from "./time-direction.ts";

/** What a relative expression is counted from: the document's day, and the way the verb points. */
export interface Reference {
  readonly day: CalendarDay;
  readonly direction: TimeDirection;
  /** The time that the text told last: "two days later" is counted from it. */
  readonly previous?: ResolvedTime;
}

/** An expression's days and how exactly they are known. */
export interface ResolvedTime {
  readonly interval: Interval;
  readonly precision: Exclude<TimeMention["precision"], "unresolved">;
}

const oneDay = (day: CalendarDay): ResolvedTime => ({ interval: [day, day], precision: "day" });

/** The reference day moved by days: "yesterday"; from one day to another for a night that two share. */
export function daysAt(reference: Reference, first: number, last: number): ResolvedTime {
  return { interval: [reference.day + first, reference.day + last], precision: "day" };
}

/**
 * "on Monday", "last Monday", "next Monday". Without a word of direction the verb decides; a past verb may mean the
 * document's own day, and without a verb the nearest day before is taken, as news is of what has been.
 */
export function weekdayAt(
  reference: Reference,
  weekday: number,
  direction: string | undefined,
): ResolvedTime {
  const since = (weekdayOf(reference.day) - weekday + 7) % 7;
  const until = (weekday - weekdayOf(reference.day) + 7) % 7;
  const past = reference.day - since;
  switch (direction) {
    case "past":
      return oneDay(since === 0 ? reference.day - 7 : past);
    case "future":
      return oneDay(reference.day + (until === 0 ? 7 : until));
    case "present":
      return oneDay(reference.day - weekdayOf(reference.day) + weekday);
    default:
      return oneDay(reference.direction === "future" ? reference.day + until : past);
  }
}

/** A day of a month without a year: in the year that brings it nearest, leaning the way the verb points. */
export function dayOfMonthAt(reference: Reference, month: number, day: number): ResolvedTime {
  const year = yearOf(reference.day);
  const candidates = [year - 1, year, year + 1].map((y) => calendarDay(y, month, day));
  return oneDay(nearest(reference, candidates, (candidate) => candidate));
}

/** A day without a month: in the month that brings it nearest, leaning the way the verb points. */
export function nearestDayNumber(reference: Reference, day: number): ResolvedTime {
  const [year, month] = [yearOf(reference.day), monthOf(reference.day)];
  const candidates = [month - 1, month, month + 1]
    .map((m) => calendarDay(year, m, day))
    .filter((date) => dayOfMonth(date) === day);
  const leaning = candidates.filter((date) =>
    reference.direction === "future" ? date >= reference.day : date <= reference.day,
  );
  return oneDay(nearest(reference, leaning.length > 0 ? leaning : candidates, (candidate) => candidate));
}

/** A month without a year, with a word of direction ("last March") or the verb's. */
export function monthAt(reference: Reference, month: number, direction: string | undefined): ResolvedTime {
  const year = yearOf(reference.day);
  const passed = monthOf(reference.day) >= month ? year : year - 1;
  let chosen = passed;
  if (direction === "past") chosen = monthOf(reference.day) > month ? year : year - 1;
  else if (direction === "future") chosen = monthOf(reference.day) < month ? year : year + 1;
  else if (direction === "present") chosen = year;
  else {
    const candidates = [year - 1, year, year + 1];
    chosen = nearest(reference, candidates, (y) => calendarDay(y, month, 15));
  }
  return { interval: monthInterval(chosen, month), precision: "month" };
}

/** More than a year, so that "met in March" said in January is last year's. */
const AGAINST_THE_VERB = 400;

function nearest(
  reference: Reference,
  candidates: readonly number[],
  middle: (candidate: number) => CalendarDay,
): number {
  const distance = (candidate: number) => {
    const gap = middle(candidate) - reference.day;
    const isAgainst =
      (reference.direction === "past" && gap > 16) || (reference.direction === "future" && gap < -16);
    return Math.abs(gap) + (isAgainst ? AGAINST_THE_VERB : 0);
  };
  return candidates.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}

/** "three days ago", "two weeks later": the reference moved by `count` units. */
export function movedBy(reference: Reference, count: number, unit: string): ResolvedTime | undefined {
  const { day } = reference;
  switch (unit) {
    case "minute":
    case "hour":
      return oneDay(day);
    case "day":
      return oneDay(day + count);
    case "week":
      return { interval: weekOf(day + 7 * count), precision: "week" };
    case "fortnight":
      return { interval: weekOf(day + 14 * count), precision: "week" };
    case "weekend":
      return { interval: weekendOf(day + 7 * count), precision: "day" };
    case "month":
      return calendarMonth(addMonths(day, count));
    case "quarter":
      return { interval: quarterOf(addMonths(day, 3 * count)), precision: "quarter" };
    case "year":
      return { interval: yearInterval(yearOf(day) + count), precision: "year" };
    case "decade":
      return { interval: yearInterval(yearOf(day) + 10 * count), precision: "year" };
    case "century":
      return { interval: centuryOf(Math.floor((yearOf(day) - 1) / 100) + 1 + count), precision: "year" };
    default:
      return undefined;
  }
}

/** "last week", "this month", "next year". */
export function unitAt(reference: Reference, unit: string, direction: string): ResolvedTime | undefined {
  const step = direction === "past" ? -1 : direction === "future" ? 1 : 0;
  return movedBy(reference, step, unit);
}

/** "the past three days", "the next two weeks": up to, or from, the reference day. */
export function stretchOf(
  reference: Reference,
  count: number,
  unit: string,
  direction: string,
): ResolvedTime | undefined {
  const far = movedBy(reference, direction === "future" ? count : -count, unit);
  if (far === undefined) return undefined;
  const exact =
    unit === "month" || unit === "quarter" || unit === "year" || unit === "decade"
      ? addMonths(reference.day, monthsIn(unit) * (direction === "future" ? count : -count))
      : reference.day + Math.ceil(daysIn(unit) * count) * (direction === "future" ? 1 : -1);
  const interval: Interval = direction === "future" ? [reference.day, exact] : [exact, reference.day];
  return { interval, precision: far.precision };
}

function monthsIn(unit: string): number {
  return unit === "month" ? 1 : unit === "quarter" ? 3 : unit === "year" ? 12 : 120;
}

function daysIn(unit: string): number {
  return DAYS_IN[unit] ?? 0;
}

const DAYS_IN: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  weekend: 7,
  fortnight: 14,
};

/** "in recent weeks", "the coming days": some stretch next to the reference day; its far end is a guess of a few units. */
export function vagueStretch(
  reference: Reference,
  unit: string,
  direction: string,
): ResolvedTime | undefined {
  const count = daysIn(unit) > 0 && daysIn(unit) < 1 ? 0 : FEW;
  const stretch = stretchOf(reference, count, unit, direction);
  return stretch === undefined ? undefined : { interval: stretch.interval, precision: "vague" };
}

const FEW = 3;

/** "early February", "the end of the year": a third of the days. */
export function partOf(time: ResolvedTime, part: string): ResolvedTime {
  const [first, last] = time.interval;
  const third = Math.round((last - first + 1) / 3);
  const interval: Interval =
    part === "early"
      ? [first, first + third - 1]
      : part === "late"
        ? [last - third + 1, last]
        : [first + third, last - third];
  return { interval, precision: time.precision };
}

/** "earlier this month" ends with the reference day, "later this year" begins with it. */
export function upToReference(time: ResolvedTime, reference: Reference, isEarlier: boolean): ResolvedTime {
  const [first, last] = time.interval;
  if (reference.day < first || reference.day > last) return time;
  return { interval: isEarlier ? [first, reference.day] : [reference.day, last], precision: time.precision };
}

/** "since 2014": from its first day to the document's. */
export function sinceUntil(time: ResolvedTime, reference: Reference | undefined): ResolvedTime {
  const last = reference === undefined ? time.interval[1] : Math.max(reference.day, time.interval[0]);
  return { interval: [time.interval[0], last], precision: time.precision };
}

/** From the year after the last hundred to the next: the 19th century is 1801 to 1900. */
export function centuryOf(number: number): Interval {
  return [yearInterval(100 * number - 99)[0], yearInterval(100 * number)[1]];
}

/** The first or second half of a year. */
export function halfOf([first]: Interval, number: number): ResolvedTime {
  const year = yearOf(first);
  const month = 6 * number - 5;
  return { interval: [calendarDay(year, month, 1), calendarDay(year, month + 6, 0)], precision: "quarter" };
}

/** "the first week of March", "the last day of the year": the nth unit of a stretch; -1 for the last. */
export function unitOf(
  { interval: [first, last] }: ResolvedTime,
  number: number,
  unit: string,
): ResolvedTime | undefined {
  if (unit === "half") return number <= 2 ? partOfDays([first, last], number < 0 ? 2 : number, 2) : undefined;
  const months = monthsIn(unit);
  const at = (n: number) =>
    unit === "month" || unit === "quarter" ? addMonths(first, months * n) : first + daysIn(unit) * n;
  if (daysIn(unit) < 1 && unit !== "month" && unit !== "quarter") return undefined;
  let place = number - 1;
  if (number < 0) for (place = 0; at(place + 1) <= last; ) place++;
  const start = number < 0 && unit === "week" ? last - 6 : at(place);
  const end = Math.min(at(place + 1) - 1, last);
  if (start > last) return undefined;
  return { interval: [start, number < 0 ? last : end], precision: precisionOf(unit) };
}

function partOfDays([first, last]: Interval, number: number, parts: number): ResolvedTime {
  const days = (last - first + 1) / parts;
  const interval: Interval = [first + Math.round(days * (number - 1)), first + Math.round(days * number) - 1];
  return { interval, precision: "month" };
}

function precisionOf(unit: string): ResolvedTime["precision"] {
  return unit === "week" || unit === "month" || unit === "quarter" || unit === "year" ? unit : "day";
}

/** The week, from Monday on, of a day. */
export function weekAround({ interval: [day] }: ResolvedTime): ResolvedTime {
  return { interval: weekOf(day), precision: "week" };
}

/** "that week": the unit that holds the time told last; the document's own where none was told. */
export function anchored({ day, direction, previous }: Reference, unit: string): ResolvedTime | undefined {
  const from = previous === undefined ? day : startOfExact(previous, unit);
  return from === undefined ? undefined : unitAt({ day: from, direction }, unit, "present");
}

/** "two days later", "the week before": counted from the time told last, or the document's day where none was told. */
export function movedFrom(
  { day, direction, previous }: Reference,
  count: number,
  unit: string,
): ResolvedTime | undefined {
  const from = previous === undefined ? day : startOfExact(previous, unit);
  return from === undefined ? undefined : movedBy({ day: from, direction }, count, unit);
}

const FINENESS = ["day", "week", "month", "quarter", "year"];

// "In 2014 … two days later": a year is no day to count days from.
function startOfExact({ interval, precision }: ResolvedTime, unit: string): CalendarDay | undefined {
  const needed = FINENESS.indexOf(
    unit === "fortnight" ? "week" : unit === "decade" ? "year" : precisionOf(unit),
  );
  const fineness = FINENESS.indexOf(precision);
  return fineness < 0 || fineness > needed ? undefined : interval[0];
}

/** "until Friday": from the document's day to it, where it lies ahead. */
export function fromNow(time: ResolvedTime, reference: Reference | undefined): ResolvedTime {
  if (reference === undefined || time.interval[1] <= reference.day) return time;
  return {
    interval: [Math.min(reference.day, time.interval[0]), time.interval[1]],
    precision: time.precision,
  };
}

/** Three months from `month` on. */
export function seasonOf(year: number, month: number): ResolvedTime {
  return {
    interval: [calendarDay(year, month, 1), calendarDay(year, month + 3, 0)],
    precision: "quarter",
  };
}

/** A season without a year: the one now, or nearest the way the verb or the word of direction points. */
export function seasonAt(reference: Reference, month: number, direction: string | undefined): ResolvedTime {
  const year = yearOf(reference.day);
  const middle = (y: number) => calendarDay(y, month + 1, 15);
  const candidates = [year - 2, year - 1, year, year + 1].filter((y) =>
    direction === "past"
      ? calendarDay(y, month + 3, 0) < reference.day
      : direction === "future"
        ? calendarDay(y, month, 1) > reference.day
        : true,
  );
  return seasonOf(candidates.length === 0 ? year : nearest(reference, candidates, middle), month);
}

function weekOf(day: CalendarDay): Interval {
  const monday = day - weekdayOf(day) + 1;
  return [monday, monday + 6];
}

/** "the weekend" without a word of direction: the one just past, or to come where the verb looks ahead. */
export function weekendAt(reference: Reference): ResolvedTime {
  const isOn = weekdayOf(reference.day) >= 6;
  const weeks = isOn || reference.direction === "future" ? 0 : -1;
  return { interval: weekendOf(reference.day + 7 * weeks), precision: "day" };
}

function weekendOf(day: CalendarDay): Interval {
  const monday = day - weekdayOf(day) + 1;
  return [monday + 5, monday + 6];
}

function quarterOf(day: CalendarDay): Interval {
  const first = Math.floor((monthOf(day) - 1) / 3) * 3 + 1;
  return [calendarDay(yearOf(day), first, 1), calendarDay(yearOf(day), first + 3, 0)];
}

function calendarMonth(day: CalendarDay): ResolvedTime {
  return { interval: monthInterval(yearOf(day), monthOf(day)), precision: "month" };
}
