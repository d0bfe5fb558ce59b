import { calendarDay } from "./calendar-day.ts";
import { relative, type TimeMatch, type TimeMatcher } from "./time-match.ts";
import { dayOfMonthAt } from "./time-resolution.ts";

// "on Christmas Eve", "New Year's Day 2022": a day; "Ramadan", "on Independence Day": an occasion, as its day is another every year,
// or in every country.
export const holiday: TimeMatcher = (text, at) => {
  const found = text.holidayAt(at);
  if (found === undefined) return undefined;
  const { month, day } = found.holiday;
  if (month === undefined || day === undefined)
    return { end: found.end, isOccasion: true, resolve: () => undefined } satisfies TimeMatch;
  const year = text.year(found.end);
  if (year !== undefined) {
    const date = calendarDay(year, month, day);
    return { end: found.end + 1, resolve: () => ({ interval: [date, date], precision: "day" }) };
  }
  return { end: found.end, resolve: relative((reference) => dayOfMonthAt(reference, month, day)) };
};
