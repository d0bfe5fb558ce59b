import { type Interval, yearInterval } from "./calendar-day.ts";
import { TAG, textOf } from "./reading.ts";
import { absolute, firstOf, mapped, relative, type TimeMatch, type TimeMatcher } from "./time-match.ts";
import { centuryOf, halfOf, seasonAt, seasonOf, unitAt } from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";
import { directed } from "./time-units.ts";

/** Longer stretches of the calendar: years, decades, seasons, quarters. */

/** From the first day of one year to the last of another. */
export const years = (first: number, last = first): Interval => [
  yearInterval(first)[0],
  yearInterval(last)[1],
];

/** A year in figures, whatever leads to it. */
export const yearOnly: TimeMatcher = (text, at) => {
  const year = text.year(at);
  return year === undefined ? undefined : { end: at + 1, resolve: absolute(years(year), "year") };
};

// "in 2014", "since 2014", "2014's", "2014-2016", "2014–16"; not "2014 troops", "Resolution 1973".
export const yearAlone: TimeMatcher = (text, at) => {
  const first = text.year(at);
  if (first === undefined) return undefined;
  const last = lastYear(text, at, first);
  const end = last === undefined ? at + 1 : at + 3;
  if (!isYear(text, at, end)) return undefined;
  return { end, resolve: absolute(years(first, last), "year") };
};

function lastYear(text: TimeText, at: number, first: number): number | undefined {
  if (!/^[-–—]$/.test(textOf(text.parsed, at + 1))) return undefined;
  const next = text.lower(at + 2);
  const year = /^\d\d$/.test(next) ? Math.floor(first / 100) * 100 + Number(next) : (text.year(at + 2) ?? 0);
  return year > first ? year : undefined;
}

const LEADS_TO_YEAR =
  /^(in|since|by|until|till|from|during|before|after|early|mid|late|of|through|between|to|and|or|than|,|\()$/;

function isYear(text: TimeText, at: number, end: number): boolean {
  if (isYearOfNoun(text, at, end)) return true;
  if (!LEADS_TO_YEAR.test(text.lower(at - 1))) return false;
  const { upos, head } = text.parsed.columns;
  const next = upos[end];
  return (
    !(next === TAG.NOUN || next === TAG.ADJ) || (head[at] as number) < at || (head[at] as number) > end + 1
  );
}

const FIRST_ATTRIBUTIVE_YEAR = 1900;

// "the 2003 invasion", "its 2015 pledge": the year of what follows; not "the 1400 tents", nor "the 2030 Agenda", a plan's name.
function isYearOfNoun(text: TimeText, at: number, end: number): boolean {
  const head = text.parsed.columns.head[at] as number;
  if (!isDetermined(text, at) || head < end || (text.year(at) ?? 0) < FIRST_ATTRIBUTIVE_YEAR) return false;
  return text.value(end, "plan") === undefined && text.value(head, "plan") === undefined;
}

function isDetermined(text: TimeText, at: number): boolean {
  const upos = text.parsed.columns.upos[at - 1];
  return text.lower(at - 1) === "the" || text.lower(at - 1) === "'s" || upos === TAG.PRON;
}

// "the 1990s".
export const decade: TimeMatcher = (text, at) => {
  const match = /^(1[5-9]|20)(\d)0'?s$/.exec(text.lower(at));
  const first = match === null ? undefined : Number(`${match[1]}${match[2]}0`);
  return first === undefined
    ? undefined
    : { end: at + 1, resolve: absolute(years(first, first + 9), "year") };
};

// "the 19th century".
export const century: TimeMatcher = (text, at) => {
  const number = text.ordinal(at);
  if (number === undefined || text.value(at + 1, "unit") !== "century") return undefined;
  return { end: at + 2, resolve: absolute(centuryOf(number), "year") };
};

// "spring 2022", "the summer of 2021", "in the autumn"; "this summer" by `directed`; not "the fall of Kabul", "the Prague Spring".
export const season: TimeMatcher = (text, at) => {
  const month = text.count(at, "season");
  if (month === undefined || text.parsed.columns.upos[at] === TAG.VERB) return undefined;
  const isOf = text.lower(at + 1) === "of";
  const year = text.year(isOf ? at + 2 : at + 1);
  if (year !== undefined) return { end: isOf ? at + 3 : at + 2, resolve: () => seasonOf(year, month) };
  if (isOf || !leadsToSeason(text, at)) return undefined;
  return { end: at + 1, resolve: relative((reference) => seasonAt(reference, month, undefined)) };
};

function leadsToSeason(text: TimeText, at: number): boolean {
  const before = text.lower(at - 1);
  if (before === "the") return /^(in|by|during|since|over|before|after)$/.test(text.lower(at - 2));
  return /^(in|by|during)$/.test(before) && text.lower(at) !== "fall";
}

// "Q3", "Q3 2023", "the third quarter of 2022", "the first half of this year".
export const quarter: TimeMatcher = (text, at) => {
  const short = shortQuarter(text, at);
  const kind = short?.kind ?? text.value(at + 1, "unit");
  const number = short?.number ?? lastOf(kind, text, at) ?? text.count(at, "ordinal");
  if (number === undefined || !(kind === "quarter" || kind === "half") || number > PARTS[kind])
    return undefined;
  const year = yearBehind(text, short?.end ?? at + 2, short !== undefined);
  if (year === undefined) return undefined;
  return mapped(year, ({ interval }) =>
    kind === "half" ? halfOf(interval, number) : quarterOfYear(interval, number),
  );
};

const PARTS = { quarter: 4, half: 2 } as const;

function lastOf(kind: string | undefined, text: TimeText, at: number): number | undefined {
  return text.lower(at) === "last" && (kind === "quarter" || kind === "half") ? PARTS[kind] : undefined;
}

/** "Q3", "H1", which a tokenizer may cut. */
function shortQuarter(text: TimeText, at: number) {
  const [start, end] = [text.parsed.columns.start[at] as number, text.parsed.columns.end[at] as number];
  const match = /^([QH])([1-4])(?![\p{L}\d])/u.exec(text.parsed.text.slice(start, start + 3));
  if (match === null) return undefined;
  const kind = match[1] === "Q" ? ("quarter" as const) : ("half" as const);
  return { kind, number: Number(match[2]), end: end === start + 2 ? at + 1 : at + 2 };
}

function quarterOfYear([first]: Interval, number: number): ReturnType<typeof seasonOf> {
  return seasonOf(new Date(first * MILLISECONDS_A_DAY).getUTCFullYear(), 3 * number - 2);
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The year that a part belongs to: "of 2022", "of last year", "2022"; for "Q3" alone the document's own. */
function yearBehind(text: TimeText, at: number, isOwn: boolean): TimeMatch | undefined {
  const token = text.lower(at) === "of" ? at + 1 : at;
  const year = yearOnly(text, token);
  if (year !== undefined) return year;
  const relativeYear = token > at ? firstOf(directed, ownYear)(text, token) : undefined;
  if (relativeYear !== undefined) return relativeYear;
  return isOwn
    ? { end: at, resolve: relative((reference) => unitAt(reference, "year", "present")) }
    : undefined;
}

const ownYear: TimeMatcher = (text, at) =>
  text.lower(at) === "the" && text.value(at + 1, "unit") === "year"
    ? { end: at + 2, resolve: relative((reference) => unitAt(reference, "year", "present")) }
    : undefined;

// "fiscal year 2023", "fiscal 2023", "FY2023", "the 2023 fiscal year": taken for the year it is named by, as states begin theirs
// on different days.
export const fiscalYear: TimeMatcher = (text, at) => {
  const named = text.year(at);
  if (named !== undefined) {
    if (text.value(at + 1, "fiscal") === undefined || text.value(at + 2, "unit") !== "year") return undefined;
    return { end: at + 3, resolve: absolute(years(named), "year") };
  }
  const joined = /^fy(\d{4})$/.exec(text.lower(at));
  if (joined !== null) return { end: at + 1, resolve: absolute(years(Number(joined[1])), "year") };
  if (text.value(at, "fiscal") === undefined) return undefined;
  const token = text.value(at + 1, "unit") === "year" ? at + 2 : at + 1;
  return yearOnly(text, token);
};
