import { calendarDay, isDayOfMonth, monthInterval, yearInterval } from "./calendar-day.ts";
import { deprelOf, TAG } from "./reading.ts";
import {
  dayAt,
  dayOfMonthAt,
  monthAt,
  movedBy,
  partOf,
  type Reference,
  type ResolvedTime,
  seasonAt,
  seasonOf,
  stretchOf,
  unitAt,
  upToReference,
  vagueStretch,
  weekdayAt,
  weekendAt,
} from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";

/** An expression found: it ends before token `end`. */
export interface TimeMatch {
  readonly end: number;
  /** Without a reference day only what names its year resolves. */
  readonly resolve: (reference: Reference | undefined) => ResolvedTime | undefined;
}

/** A pattern of tokens; says no with `undefined`. */
export type TimeMatcher = (text: TimeText, at: number) => TimeMatch | undefined;

const relative =
  (resolve: (reference: Reference) => ResolvedTime | undefined): TimeMatch["resolve"] =>
  (reference) =>
    reference === undefined ? undefined : resolve(reference);

const day = (year: number, month: number, dayNumber: number): ResolvedTime => {
  const date = calendarDay(year, month, dayNumber);
  return { interval: [date, date], precision: "day" };
};

// "2022-01-10", which a tokenizer may cut at its hyphens.
const isoDate: TimeMatcher = (text, at) => {
  const { parsed } = text;
  const start = parsed.columns.start[at] as number;
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(parsed.text.slice(start, start + 11));
  if (match === null) return undefined;
  const [year, month, dayNumber] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || !isDayOfMonth(month, dayNumber)) return undefined;
  let end = at;
  while (end < parsed.tokenCount && (parsed.columns.end[end] as number) <= start + 10) end++;
  return end === at ? undefined : { end, resolve: () => day(year, month, dayNumber) };
};

// "January 10", "Jan. 10, 2022", "January 10-12".
const monthDay: TimeMatcher = (text, at) => {
  const month = monthName(text, at);
  const first = text.dayNumber(at + 1);
  if (month === undefined || first === undefined || !isDayOfMonth(month, first)) return undefined;
  if (/^\d{1,2}$/.test(text.lower(at + 1)) && text.lower(at + 2) === ":") return undefined;
  let end = at + 2;
  const last = rangeEnd(text, end);
  if (last !== undefined) end = last.end;
  const year = yearAfter(text, end);
  return withYear(month, first, last?.day, year, year?.end ?? end);
};

// "10 January 2022", "the 10th of January".
const dayMonth: TimeMatcher = (text, at) => {
  const first = text.dayNumber(at);
  if (first === undefined) return undefined;
  const last = rangeEnd(text, at + 1);
  let token = last?.end ?? at + 1;
  if (text.lower(token) === "of") token++;
  const month = monthName(text, token);
  if (month === undefined || !isDayOfMonth(month, first)) return undefined;
  const year = yearAfter(text, token + 1);
  return withYear(month, first, last?.day, year, year?.end ?? token + 1);
};

function rangeEnd(text: TimeText, at: number): { day: number; end: number } | undefined {
  const isJoined = /^[-–]$/.test(text.parsed.text.slice(...spanOf(text, at)));
  const dayNumber = isJoined ? text.dayNumber(at + 1) : undefined;
  return dayNumber === undefined || text.year(at + 1) !== undefined
    ? undefined
    : { day: dayNumber, end: at + 2 };
}

function spanOf(text: TimeText, token: number): [number, number] {
  const { start, end } = text.parsed.columns;
  return [start[token] ?? 0, end[token] ?? 0];
}

function yearAfter(text: TimeText, at: number): { year: number; end: number } | undefined {
  const token = /^(,|of)$/.test(text.lower(at)) ? at + 1 : at;
  const year = text.year(token);
  return year === undefined ? undefined : { year, end: token + 1 };
}

function withYear(
  month: number,
  first: number,
  last: number | undefined,
  year: { year: number } | undefined,
  end: number,
): TimeMatch {
  const stretched = (time: ResolvedTime): ResolvedTime =>
    last === undefined || last <= first
      ? time
      : { interval: [time.interval[0], time.interval[0] + last - first], precision: "day" };
  if (year !== undefined) return { end, resolve: () => stretched(day(year.year, month, first)) };
  return { end, resolve: relative((reference) => stretched(dayOfMonthAt(reference, month, first))) };
}

/** Month names that are also words or names: they count only beside a number or a word that leads to a time. */
const AMBIGUOUS_MONTH = /^(may|march|mar|jan|dec|sep|jun|jul|apr|feb|aug|oct|nov|sept|april|june|august)$/;
const LEADS_TO_MONTH =
  /^(in|since|by|until|till|from|during|before|after|early|mid|late|last|next|this|of|through|between|and|to|for)$/;

function monthName(text: TimeText, at: number): number | undefined {
  return text.isCapitalised(at) ? text.count(at, "month") : undefined;
}

// "January 2022", "in May", "last March"; not "Prime Minister May", "the March on Washington".
const monthAlone: TimeMatcher = (text, at) => {
  const month = monthName(text, at);
  if (month === undefined) return undefined;
  const year = yearAfter(text, at + 1);
  if (year !== undefined) {
    return {
      end: year.end,
      resolve: () => ({ interval: monthInterval(year.year, month), precision: "month" }),
    };
  }
  if (isPartOfName(text, at, at + 1)) return undefined;
  if (AMBIGUOUS_MONTH.test(text.lower(at)) && !LEADS_TO_MONTH.test(text.lower(at - 1))) return undefined;
  return { end: at + 1, resolve: relative((reference) => monthAt(reference, month, undefined)) };
};

// "Monday", "Monday morning"; not "the Monday Group", "Black Friday".
const weekday: TimeMatcher = (text, at) => {
  const number = text.count(at, "weekday");
  if (number === undefined || !text.isCapitalised(at)) return undefined;
  const end = text.value(at + 1, "part-of-day") === undefined ? at + 1 : at + 2;
  const date = dateAfterWeekday(text, end);
  if (date !== undefined) return date;
  if (isPartOfName(text, at, end) || isIndefinite(text, at)) return undefined;
  return { end, resolve: relative((reference) => weekdayAt(reference, number, undefined)) };
};

// "every Monday", "on a Monday": no day in particular.
function isIndefinite(text: TimeText, at: number): boolean {
  return /^(every|each|a|any|some|most)$/.test(text.lower(at - 1));
}

// "Monday, January 10", "Monday 10 January 2022".
function dateAfterWeekday(text: TimeText, at: number): TimeMatch | undefined {
  const token = text.lower(at) === "," ? at + 1 : at;
  return monthDay(text, token) ?? dayMonth(text, token);
}

// "today", "yesterday evening", "tomorrow".
const dayWord: TimeMatcher = (text, at) => {
  const offset = text.count(at, "day");
  if (offset === undefined || isPartOfName(text, at, at + 1)) return undefined;
  const end = text.value(at + 1, "part-of-day") === undefined ? at + 1 : at + 2;
  return { end, resolve: relative((reference) => dayAt(reference, offset)) };
};

// "the day before yesterday", "the day after tomorrow".
const dayBesideDay: TimeMatcher = (text, at) => {
  if (text.lower(at) !== "the" || text.lower(at + 1) !== "day") return undefined;
  const side = text.lower(at + 2);
  const offset = text.count(at + 3, "day");
  if (offset === undefined || (side !== "before" && side !== "after")) return undefined;
  const step = side === "before" ? -1 : 1;
  return { end: at + 4, resolve: relative((reference) => dayAt(reference, offset + step)) };
};

// "three days ago", "three day ago", "a couple of weeks earlier", "two weeks ago".
const countedUnits: TimeMatcher = (text, at) => {
  const count = text.cardinal(at);
  if (count === undefined) return undefined;
  let token = at + 1;
  if (text.lower(at) === "a" && text.cardinal(token) !== undefined) token++;
  if (text.lower(token) === "of") token++;
  const many = token > at + 1 ? (text.cardinal(at + 1) ?? count) : count;
  const unit = text.value(token, "unit");
  if (unit === undefined) return undefined;
  const direction = text.value(token + 1, "offset");
  if (direction === undefined) return undefined;
  // "three days before the vote" is counted from the vote, not from the document.
  if (
    /^(before|prior|later|earlier)$/.test(text.lower(token + 1)) &&
    text.lower(token + 1) !== "earlier" &&
    followedByNominal(text, token + 2)
  )
    return undefined;
  const sign = direction === "past" ? -1 : 1;
  return { end: token + 2, resolve: relative((reference) => movedBy(reference, sign * many, unit)) };
};

function followedByNominal(text: TimeText, at: number): boolean {
  const upos = text.parsed.columns.upos[at];
  return upos === TAG.DET || upos === TAG.NOUN || upos === TAG.PROPN || upos === TAG.PRON;
}

// "in three days", where the verb looks ahead: elsewhere it says how long something took.
const inUnits: TimeMatcher = (text, at) => {
  const count =
    text.lower(at - 1) === "in" || text.lower(at - 1) === "within" ? text.cardinal(at) : undefined;
  const unit = count === undefined ? undefined : text.value(at + 1, "unit");
  if (count === undefined || unit === undefined) return undefined;
  const isWithin = text.lower(at - 1) === "within";
  const resolve = relative((reference) => {
    if (reference.direction !== "future") return undefined;
    return isWithin ? stretchOf(reference, count, unit, "future") : movedBy(reference, count, unit);
  });
  return { end: at + 2, resolve };
};

// "the following days"; not "following five days of talks", which come before.
function directionWord(text: TimeText, at: number): string | undefined {
  const isBeforeNoun = /^(amod|det|compound|root|dep)/.test(deprelOf(text.parsed, at));
  return isBeforeNoun || text.lower(at) !== "following" ? text.value(at, "direction") : undefined;
}

// "last week", "this morning", "next Monday", "last March", "next summer", "earlier this month".
const directed: TimeMatcher = (text, at) => {
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
    case "weekday": {
      const end = text.value(at + 2, "part-of-day") === undefined ? at + 2 : at + 3;
      return by((r) => weekdayAt(r, number, direction), end);
    }
    case "month":
      return monthName(text, at + 1) === undefined ? undefined : by((r) => monthAt(r, number, direction));
    case "part-of-day":
      return by((r) => dayAt(r, direction === "past" ? -1 : direction === "future" ? 1 : 0));
    case "season":
      return by((r) => seasonAt(r, number, direction));
    default:
      return undefined;
  }
};

// "the past three days", "the next two weeks", "the last few months".
const directedStretch: TimeMatcher = (text, at) => {
  const direction = directionWord(text, at);
  if (direction === undefined || direction === "present") return undefined;
  const count = text.cardinal(at + 1);
  const isVague = text.value(at + 1, "vague") !== undefined;
  const unit = text.value(at + 2, "unit");
  if (unit === undefined || (count === undefined && !isVague)) return undefined;
  return {
    end: at + 3,
    resolve: relative((reference) =>
      count === undefined
        ? vagueStretch(reference, unit, direction)
        : stretchOf(reference, count, unit, direction),
    ),
  };
};

// "years ago", "hours ago".
const bareUnits: TimeMatcher = (text, at) => {
  const unit = text.value(at, "unit");
  if (unit === undefined || !/s$/.test(text.lower(at)) || text.lower(at + 1) !== "ago") return undefined;
  return { end: at + 2, resolve: relative((r) => vagueStretch(r, unit, "past")) };
};

// "in recent days", "a few weeks ago", "several years ago".
const vagueUnits: TimeMatcher = (text, at) => {
  if (text.lower(at) === "a" && text.value(at + 1, "vague") === "few") return vagueUnits(text, at + 1);
  const vague = text.value(at, "vague");
  const unit = text.value(at + 1, "unit");
  if (vague === undefined || unit === undefined) return undefined;
  if (vague === "past") return { end: at + 2, resolve: relative((r) => vagueStretch(r, unit, "past")) };
  const direction = text.value(at + 2, "offset");
  if (direction === undefined) return undefined;
  return { end: at + 3, resolve: relative((r) => vagueStretch(r, unit, direction)) };
};

// "over the weekend".
const weekend: TimeMatcher = (text, at) => {
  if (text.value(at, "unit") !== "weekend" || text.lower(at - 1) !== "the") return undefined;
  return { end: at + 1, resolve: relative(weekendAt) };
};

// "in 2014", "since 2014", "2014's"; not "2014 troops".
const yearAlone: TimeMatcher = (text, at) => {
  const year = text.year(at);
  if (year === undefined || !isYear(text, at)) return undefined;
  return { end: at + 1, resolve: () => ({ interval: yearInterval(year), precision: "year" }) };
};

const LEADS_TO_YEAR =
  /^(in|since|by|until|till|from|during|before|after|early|mid|late|of|through|between|to|and|,|\()$/;

// "the 2003 invasion": the year of what follows; not "the 1400 tents".
function isYearOfNoun(text: TimeText, at: number): boolean {
  const head = text.parsed.columns.head[at] as number;
  return text.lower(at - 1) === "the" && head > at && (text.year(at) ?? 0) >= FIRST_ATTRIBUTIVE_YEAR;
}

const FIRST_ATTRIBUTIVE_YEAR = 1900;

function isYear(text: TimeText, at: number): boolean {
  if (isYearOfNoun(text, at)) return true;
  if (!LEADS_TO_YEAR.test(text.lower(at - 1))) return false;
  const next = text.parsed.columns.upos[at + 1];
  return !(next === TAG.NOUN || next === TAG.ADJ) || text.parsed.columns.head[at] !== at + 1;
}

// "the 1990s".
const decade: TimeMatcher = (text, at) => {
  const match = /^(1[5-9]|20)(\d)0'?s$/.exec(text.lower(at));
  if (match === null) return undefined;
  const first = Number(`${match[1]}${match[2]}0`);
  return {
    end: at + 1,
    resolve: () => ({ interval: [yearInterval(first)[0], yearInterval(first + 9)[1]], precision: "year" }),
  };
};

// "spring 2022", "the summer of 2021", "this summer" by `directed`.
const season: TimeMatcher = (text, at) => {
  const month = text.count(at, "season");
  if (month === undefined) return undefined;
  const yearToken = text.lower(at + 1) === "of" ? at + 2 : at + 1;
  const year = text.year(yearToken);
  if (year !== undefined) return { end: yearToken + 1, resolve: () => seasonOf(year, month) };
  if (
    !/^(the|in|by|during)$/.test(text.lower(at - 1)) ||
    (text.lower(at - 1) === "the" && !/^(in|by|during|since|over|before|after)$/.test(text.lower(at - 2)))
  )
    return undefined;
  return { end: at + 1, resolve: relative((r) => seasonAt(r, month, undefined)) };
};

// "the third quarter of 2022".
const quarter: TimeMatcher = (text, at) => {
  const number = text.count(at, "ordinal");
  if (number === undefined || number > 4 || text.value(at + 1, "unit") !== "quarter") return undefined;
  const year = text.lower(at + 2) === "of" ? text.year(at + 3) : undefined;
  if (year === undefined) return undefined;
  const resolve = () => seasonOf(year, 3 * number - 2);
  return { end: at + 4, resolve };
};

// "early February", "mid-2020", "the end of March", "late last year", "earlier today", "earlier this week".
const parted: TimeMatcher = (text, at) => {
  const part = text.value(at, "part");
  if (part === undefined) return undefined;
  let token = at + 1;
  while (/^(of|the|in|-|)$/.test(text.lower(token)) && token < at + 4) token++;
  const isNounPart = /^(end|start|beginning|middle)$/.test(text.lower(at));
  if (isNounPart && token === at + 1) return undefined;
  const whole = monthOrYear(text, token) ?? directed(text, token) ?? definiteUnit(text, token, isNounPart);
  if (whole === undefined) return undefined;
  return {
    end: whole.end,
    resolve: (reference) => {
      const time = whole.resolve(reference);
      return time === undefined ? undefined : partOf(time, part);
    },
  };
};

// "mid-2023", "mid-January", which a tokenizer may leave in one piece.
const midWord: TimeMatcher = (text, at) => {
  const match = /^mid[-‐‑](\p{L}+|\d{4})$/iu.exec(text.parsed.text.slice(...spanOf(text, at)));
  if (match === null) return undefined;
  const whole = match[1] as string;
  const middle = (time: ResolvedTime) => partOf(time, "middle");
  if (/^\d/.test(whole)) {
    const interval = yearInterval(Number(whole));
    return { end: at + 1, resolve: () => middle({ interval, precision: "year" }) };
  }
  const month = text.monthNamed(whole);
  if (month === undefined) return undefined;
  return { end: at + 1, resolve: relative((r) => middle(monthAt(r, month, undefined))) };
};

function monthOrYear(text: TimeText, at: number): TimeMatch | undefined {
  const month = monthName(text, at);
  if (month !== undefined) {
    const year = yearAfter(text, at + 1);
    if (year !== undefined) return monthAlone(text, at);
    return { end: at + 1, resolve: relative((reference) => monthAt(reference, month, undefined)) };
  }
  const year = text.year(at);
  if (year === undefined) return undefined;
  return { end: at + 1, resolve: () => ({ interval: yearInterval(year), precision: "year" }) };
}

// "by the end of the year": the document's own.
function definiteUnit(text: TimeText, at: number, isNounPart: boolean): TimeMatch | undefined {
  const unit = text.value(at, "unit");
  if (!isNounPart || unit === undefined || /s$/.test(text.lower(at)) || unit === "day") return undefined;
  return { end: at + 1, resolve: relative((reference) => unitAt(reference, unit, "present")) };
}

// "earlier today", "later this week", "earlier in the day".
const comparative: TimeMatcher = (text, at) => {
  if (!/^(earlier|later)$/.test(text.lower(at))) return undefined;
  const whole = dayWord(text, at + 1) ?? directed(text, at + 1);
  if (whole === undefined) return undefined;
  const isEarlier = text.lower(at) === "earlier";
  return {
    end: whole.end,
    resolve: (reference) => {
      const time = whole.resolve(reference);
      return time === undefined || reference === undefined ? time : upToReference(time, reference, isEarlier);
    },
  };
};

function isPartOfName(text: TimeText, from: number, end: number): boolean {
  return isNameNeighbour(text, from - 1, from) || isNameNeighbour(text, end, end - 1);
}

// "Monday Group", "USA Today", "Black Friday": a neighbour in the same name.
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

/** All matchers with the names of their rules, in the order in which they are tried. */
export const TIME_MATCHERS: readonly (readonly [rule: string, matcher: TimeMatcher])[] = [
  ["time: iso date", isoDate],
  ["time: month and day", monthDay],
  ["time: day and month", dayMonth],
  ["time: part of a month or year", parted],
  ["time: middle of a month or year", midWord],
  ["time: quarter", quarter],
  ["time: season", season],
  ["time: month", monthAlone],
  ["time: weekday", weekday],
  ["time: earlier or later", comparative],
  ["time: day beside a day", dayBesideDay],
  ["time: day word", dayWord],
  ["time: units ago", countedUnits],
  ["time: vague units", vagueUnits],
  ["time: bare units", bareUnits],
  ["time: stretch", directedStretch],
  ["time: in units", inUnits],
  ["time: last or next", directed],
  ["time: weekend", weekend],
  ["time: decade", decade],
  ["time: year", yearAlone],
];
