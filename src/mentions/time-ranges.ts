import { textOf } from "./reading.ts";
import type { TimeMatch } from "./time-match.ts";
import type { Reference, ResolvedTime } from "./time-resolution.ts";
import type { TimeText } from "./time-text.ts";

/**
 * A stretch told by its two ends: "from March 30 to April 2", "between 2014 and 2016", "Monday through Friday", "March–May 2021".
 *
 * @param matchAt the expression that begins at a token
 */
export function rangeFrom(
  text: TimeText,
  at: number,
  first: TimeMatch,
  matchAt: (token: number) => TimeMatch | undefined,
): TimeMatch | undefined {
  if (!joins(text, at, first.end)) return undefined;
  // "from the first to the second week": an article may open the second end.
  const last = matchAt(first.end + 1);
  if (last === undefined) return undefined;
  return { end: last.end, resolve: (reference) => stretch(first, last, reference) };
}

function joins(text: TimeText, at: number, joint: number): boolean {
  if (/^[-–—]$/.test(textOf(text.parsed, joint))) return true;
  const word = text.lower(joint);
  if (word === "and") return text.lower(at - 1) === "between";
  return word === "through" || (/^(to|until|till)$/.test(word) && text.lower(at - 1) !== "to");
}

function stretch(
  first: TimeMatch,
  last: TimeMatch,
  reference: Reference | undefined,
): ResolvedTime | undefined {
  const ends = endsOf(first, last, reference);
  if (ends === undefined) return undefined;
  const [start, end] = ends;
  if (start.interval[0] > end.interval[1]) return undefined;
  return { interval: [start.interval[0], end.interval[1]], precision: end.precision };
}

// "between January and March 2021", "from Monday to Wednesday": what names no year is the last of its name before the end, or, where
// what is told lies ahead and both name none, the end the first of its name after the beginning.
function endsOf(
  first: TimeMatch,
  last: TimeMatch,
  reference: Reference | undefined,
): readonly [ResolvedTime, ResolvedTime] | undefined {
  const isAhead = reference?.direction === "future" && first.isYearless === true && last.isYearless === true;
  const given = (isAhead ? first : last).resolve(reference);
  if (given === undefined) return undefined;
  if (isAhead) {
    const end = last.resolve({ day: given.interval[0], direction: "future" });
    return end && [given, end];
  }
  const start = first.resolve(first.isYearless ? { day: given.interval[0], direction: "past" } : reference);
  return start && [start, given];
}
