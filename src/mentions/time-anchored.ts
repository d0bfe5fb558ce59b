import { relative, type TimeMatch, type TimeMatcher } from "./time-match.ts";
import { anchored, movedFrom } from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";
import { directionWord, isBeforeNominal } from "./time-units.ts";

/**
 * Times counted from the one that the text told last: "the same day", "the following morning", "two days later", "the year before".
 * Where the text has told none, from the document's.
 */

const stretchOfOne = (unit: string, sign: number, end: number): TimeMatch => ({
  end,
  resolve: relative((reference) => movedFrom(reference, sign, unit)),
});

// "the same day", "that week", "on that night"; not "that year-long war", "the same month-old dispute".
export const sameUnit: TimeMatcher = (text, at) => {
  const token =
    text.lower(at) === "the" && text.lower(at + 1) === "same"
      ? at + 2
      : text.lower(at) === "that"
        ? at + 1
        : -1;
  if (token < 0) return undefined;
  const unit = text.value(token, "part-of-day") === undefined ? text.value(token, "unit") : "day";
  if (unit === undefined || /s$/.test(text.lower(token)) || /^(minute|hour)$/.test(unit)) return undefined;
  return { end: token + 1, resolve: relative((reference) => anchored(reference, unit)) };
};

// "the following day", "the next morning", "the previous week"; with no other time told, "the next day" is tomorrow.
export const neighbouringUnit: TimeMatcher = (text, at) => {
  if (text.lower(at) !== "the" || !/^(next|following|previous)$/.test(text.lower(at + 1))) return undefined;
  const direction = directionWord(text, at + 1);
  const token = at + 2;
  const isPartOfDay = text.value(token, "part-of-day") !== undefined;
  const unit = isPartOfDay ? "day" : text.value(token, "unit");
  if (direction === undefined || unit === undefined || /s$/.test(text.lower(token))) return undefined;
  return stretchOfOne(unit, direction === "past" ? -1 : 1, token + 1);
};

// "the day before", "the year after", at the end of what is said; not "the day before the vote".
export const unitBeside: TimeMatcher = (text, at) => {
  const unit = text.lower(at) === "the" ? text.value(at + 1, "unit") : undefined;
  const side = text.lower(at + 2);
  if (unit === undefined || !/^(before|after)$/.test(side) || isBeforeWords(text, at + 3)) return undefined;
  return stretchOfOne(unit, side === "before" ? -1 : 1, at + 3);
};

// "two days later", "a week earlier", "three months before"; not "three days before the vote".
export const unitsBeside: TimeMatcher = (text, at) => {
  const counted = text.counted(at);
  const unit = counted === undefined ? undefined : text.value(counted.next, "unit");
  if (counted === undefined || unit === undefined) return undefined;
  const word = text.lower(counted.next + 1);
  const direction = word === "after" ? "future" : text.value(counted.next + 1, "offset");
  if (direction === undefined || word === "ago") return undefined;
  const end = counted.next + 2;
  if (!/^(earlier|later)$/.test(word) && isBeforeWords(text, end)) return undefined;
  const sign = direction === "past" ? -1 : 1;
  return { end, resolve: relative((reference) => movedFrom(reference, sign * counted.count, unit)) };
};

// "before the vote", "after he left": something else is what is counted from.
function isBeforeWords(text: TimeText, at: number): boolean {
  const xpos = text.parsed.names.xpos[text.parsed.columns.xpos[at] as number] ?? "";
  return isBeforeNominal(text, at) || /^(VB|IN|TO|PRP|CD|JJ)/.test(xpos);
}
