import { neighbouringUnit, sameUnit, unitBeside, unitsBeside } from "./time-anchored.ts";
import { dayMonth, dayOfSomeMonth, monthAlone, monthDay, numericDate } from "./time-dates.ts";
import { dayBesideDay, dayWord, weekday, weekend } from "./time-days.ts";
import { holiday } from "./time-holidays.ts";
import type { NamedMatcher } from "./time-match.ts";
import { anniversary, comparative, midWord, ordinalUnit, parted, unitOfDay, unitsEnd } from "./time-parts.ts";
import { bareUnits, countedUnits, directed, directedStretch, inUnits, vagueUnits } from "./time-units.ts";
import { century, decade, fiscalYear, quarter, season, yearAlone } from "./time-years.ts";

/** All matchers with the names of their rules, in the order in which they are tried. */
export const TIME_MATCHERS: readonly NamedMatcher[] = [
  ["time: date in figures", numericDate],
  ["time: month and day", monthDay],
  ["time: day and month", dayMonth],
  ["time: anniversary", anniversary],
  ["time: part of a stretch", parted],
  ["time: part in one word", midWord],
  ["time: end of a unit", unitsEnd],
  ["time: unit of a day", unitOfDay],
  ["time: quarter or half", quarter],
  ["time: unit of a stretch", ordinalUnit],
  ["time: season", season],
  ["time: fiscal year", fiscalYear],
  ["time: holiday", holiday],
  ["time: month", monthAlone],
  ["time: weekday", weekday],
  ["time: earlier or later", comparative],
  ["time: day beside a day", dayBesideDay],
  ["time: day word", dayWord],
  ["time: the same day", sameUnit],
  ["time: the next day", neighbouringUnit],
  ["time: the day before", unitBeside],
  ["time: units ago", countedUnits],
  ["time: units later", unitsBeside],
  ["time: vague units", vagueUnits],
  ["time: bare units", bareUnits],
  ["time: stretch", directedStretch],
  ["time: in units", inUnits],
  ["time: last or next", directed],
  ["time: weekend", weekend],
  ["time: century", century],
  ["time: decade", decade],
  ["time: year", yearAlone],
  ["time: day of the month", dayOfSomeMonth],
];
