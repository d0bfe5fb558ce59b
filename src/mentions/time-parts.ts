import { textOf } from "./reading.ts";
import { monthOrDay } from "./time-dates.ts";
import { dayWord } from "./time-days.ts";
import { absolute, firstOf, mapped, relative, type TimeMatch, type TimeMatcher } from "./time-match.ts";
import { monthAt, partOf, seasonAt, unitAt, unitOf, upToReference, weekAround } from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";
import { directed } from "./time-units.ts";
import { century, decade, quarter, season, yearOnly, years } from "./time-years.ts";

/** Parts of longer stretches, and the stretch a day is part of: "early February", "the first week of May", "the week of June 6". */

// "early February", "mid-2020", "the end of March", "late last year", "the late 1990s", "the start of the week".
export const parted: TimeMatcher = (text, at) => {
  const part = text.value(at, "part");
  if (part === undefined) return undefined;
  let token = at + 1;
  while (
    token < at + 4 &&
    (/^(of|the|in)$/.test(text.lower(token)) || /^[-‐‑]$/.test(textOf(text.parsed, token)))
  )
    token++;
  const isNounPart = /^(end|start|beginning|middle)$/.test(text.lower(at));
  if (isNounPart && token === at + 1) return undefined;
  const whole = partedWhole(text, token) ?? (isNounPart ? ownUnit(text, token) : undefined);
  return whole === undefined ? undefined : mapped(whole, (time) => partOf(time, part));
};

const partedWhole = firstOf(decade, monthOrDay, yearOnly, quarter, century, directed, (text, at) => {
  const month = text.count(at, "season");
  if (month === undefined) return undefined;
  return season(text, at) ?? { end: at + 1, resolve: relative((r) => seasonAt(r, month, undefined)) };
});

// "by the end of the year": the document's own.
function ownUnit(text: TimeText, at: number): TimeMatch | undefined {
  const unit = text.value(at, "unit");
  if (unit === undefined || /s$/.test(text.lower(at)) || unit === "day" || text.lower(at + 1) === "of")
    return undefined;
  return { end: at + 1, resolve: relative((reference) => unitAt(reference, unit, "present")) };
}

// "by year's end", "at month's end".
export const unitsEnd: TimeMatcher = (text, at) => {
  const unit = text.value(at, "unit");
  if (unit === undefined || text.lower(at + 1) !== "'s" || text.lower(at + 2) !== "end") return undefined;
  return {
    end: at + 3,
    resolve: relative((reference) => {
      const whole = unitAt(reference, unit, "present");
      return whole === undefined ? undefined : partOf(whole, "late");
    }),
  };
};

// "mid-2023", "mid-January", "mid-1990s", which a tokenizer may leave in one piece.
export const midWord: TimeMatcher = (text, at) => {
  const match = /^(mid|early|late)[-‐‑](\p{L}+|\d{4}|\d{3}0s)$/iu.exec(textOf(text.parsed, at));
  if (match === null) return undefined;
  const part = text.partNamed(match[1] as string);
  const whole = match[2] as string;
  if (/^\d/.test(whole)) {
    const first = Number(whole.slice(0, 4));
    const interval = whole.endsWith("s") ? years(first, first + 9) : years(first);
    return { end: at + 1, resolve: () => partOf({ interval, precision: "year" }, part) };
  }
  const month = text.monthNamed(whole);
  if (month === undefined) return undefined;
  return {
    end: at + 1,
    resolve: relative((reference) => partOf(monthAt(reference, month, undefined), part)),
  };
};

// "the week of June 6", "the night of 3 March", "the week of Monday": the whole that a day is part of.
export const unitOfDay: TimeMatcher = (text, at) => {
  if (text.lower(at) !== "the" || text.value(at + 1, "unit") !== "week" || text.lower(at + 2) !== "of")
    return undefined;
  const day = monthOrDay(text, at + 3);
  return day === undefined
    ? undefined
    : mapped(day, (time) => (time.precision === "day" ? weekAround(time) : undefined));
};

// "the first week of March", "the last day of the year", "the second half of May".
export const ordinalUnit: TimeMatcher = (text, at) => {
  const number = text.lower(at) === "last" ? -1 : text.count(at, "ordinal");
  const unit = text.value(at + 1, "unit");
  if (
    number === undefined ||
    unit === undefined ||
    /s$/.test(text.lower(at + 1)) ||
    text.lower(at + 2) !== "of"
  )
    return undefined;
  const whole = firstOf(monthOrDay, yearOnly, directed, definiteWhole)(text, at + 3);
  return whole === undefined ? undefined : mapped(whole, (time) => unitOf(time, number, unit));
};

const definiteWhole: TimeMatcher = (text, at) =>
  text.lower(at) === "the" ? ownUnit(text, at + 1) : undefined;

// "the 30th anniversary of 1992", "the tenth anniversary of the 2012 treaty": that many years on.
export const anniversary: TimeMatcher = (text, at) => {
  const number = text.ordinal(at);
  if (number === undefined || text.value(at + 1, "anniversary") === undefined || text.lower(at + 2) !== "of")
    return undefined;
  const token = text.lower(at + 3) === "the" ? at + 4 : at + 3;
  const year = text.year(token);
  return year === undefined ? undefined : { end: token + 1, resolve: absolute(years(year + number), "year") };
};

// "earlier today", "later this week", "earlier in the day", "later in the year".
export const comparative: TimeMatcher = (text, at) => {
  if (!/^(earlier|later)$/.test(text.lower(at))) return undefined;
  const isIn = text.lower(at + 1) === "in" && text.lower(at + 2) === "the";
  const whole = isIn ? ownUnitOrDay(text, at + 3) : firstOf(dayWord, directed)(text, at + 1);
  if (whole === undefined) return undefined;
  const isEarlier = text.lower(at) === "earlier";
  return mapped(whole, (time, reference) =>
    reference === undefined ? time : upToReference(time, reference, isEarlier),
  );
};

function ownUnitOrDay(text: TimeText, at: number): TimeMatch | undefined {
  const unit = text.value(at, "unit");
  if (unit === undefined || /s$/.test(text.lower(at))) return undefined;
  return { end: at + 1, resolve: relative((reference) => unitAt(reference, unit, "present")) };
}
