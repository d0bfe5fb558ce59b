import type { Month } from "../../../src/server/records.ts";
import { monthEnd } from "./words.ts";

/** Share of the events at either end of time that may be left undrawn, so that one from 1791 does not flatten the rest. */
const STRAY = 0.005;
/** How long the time of strays is at least, beside that of all others. */
const LONG = 0.25;

export interface DrawnMonths {
  readonly step: "month" | "year";
  /** Without gaps: a month without events is a bar without height. */
  readonly bars: readonly Month[];
  readonly first: string;
  readonly last: string;
  /** Events left out before and after, and the days next to what is drawn. */
  readonly before: number;
  readonly after: number;
  readonly lastBefore: string;
  readonly firstAfter: string;
}

const EMPTY_QUADS = {
  "verbal cooperation": 0,
  "material cooperation": 0,
  "verbal conflict": 0,
  "material conflict": 0,
} as const satisfies Month["quads"];

export function eventsOf({ quads }: Month): number {
  return Object.values(quads).reduce((sum, n) => sum + n, 0);
}

/**
 * The months to draw: without strays, without gaps.
 * @param most bars there is room for: a longer time is drawn by year
 */
export function drawnMonths(months: readonly Month[], most: number): DrawnMonths {
  const [from, to] = withoutStrays(months);
  const kept = months.slice(from, Math.max(from + 1, to));
  const first = kept[0]?.month ?? "";
  const last = kept.at(-1)?.month ?? "";
  const sum = (some: readonly Month[]) => some.reduce((n, month) => n + eventsOf(month), 0);
  const filled = withoutGaps(kept);
  const isLong = filled.length > most;
  return {
    step: isLong ? "year" : "month",
    bars: isLong ? byYear(filled) : filled,
    first,
    last,
    before: sum(months.slice(0, from)),
    after: sum(months.slice(Math.max(from + 1, to))),
    lastBefore: first === "" ? "" : dayBefore(first),
    firstAfter: last === "" ? "" : next(last),
  };
}

/**
 * The months between the strays, `[from, to)`. A few events at an end are strays only where the time they add is long beside the rest: the
 * latest are none.
 */
function withoutStrays(months: readonly Month[]): [number, number] {
  const total = months.reduce((sum, month) => sum + eventsOf(month), 0);
  const from = straysIn(months, total);
  const to = months.length - straysIn([...months].reverse(), total);
  const time = monthsBetween(months[from], months[to - 1]);
  return [
    monthsBetween(months[0], months[from]) > time * LONG ? from : 0,
    monthsBetween(months[to - 1], months.at(-1)) > time * LONG ? to : months.length,
  ];
}

/** How many months at the start hold no more than strays. */
function straysIn(months: readonly Month[], total: number): number {
  let seen = 0;
  const index = months.findIndex((month) => {
    seen += eventsOf(month);
    return seen > total * STRAY;
  });
  return Math.max(0, index);
}

function monthsBetween(first: Month | undefined, last: Month | undefined): number {
  const number = (month: Month | undefined) => {
    const [year = 0, inYear = 1] = (month?.month ?? "").split("-").map(Number);
    return year * 12 + inYear;
  };
  return number(last) - number(first);
}

function withoutGaps(months: readonly Month[]): Month[] {
  const filled: Month[] = [];
  for (const month of months) {
    let expected = filled.at(-1)?.month;
    while (expected !== undefined && next(expected) < month.month) {
      expected = next(expected);
      filled.push({ month: expected, quads: EMPTY_QUADS, score: 0 });
    }
    filled.push(month);
  }
  return filled;
}

function byYear(months: readonly Month[]): Month[] {
  const years = new Map<string, Month>();
  for (const month of months) {
    const year = `${month.month.slice(0, 4)}-01-01`;
    const sum = years.get(year) ?? { month: year, quads: { ...EMPTY_QUADS }, score: 0 };
    const weight = eventsOf(sum) + eventsOf(month);
    const score = weight === 0 ? 0 : (sum.score * eventsOf(sum) + month.score * eventsOf(month)) / weight;
    const quads = Object.fromEntries(
      Object.entries(sum.quads).map(([quad, n]) => [quad, n + month.quads[quad as keyof Month["quads"]]]),
    ) as Month["quads"];
    years.set(year, { month: year, quads, score });
  }
  return [...years.values()];
}

/** Last day of a bar. */
export function stepEnd(first: string, step: "month" | "year"): string {
  return step === "year" ? `${first.slice(0, 4)}-12-31` : monthEnd(first);
}

function next(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
