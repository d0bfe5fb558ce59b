import { formatDay, parseDay } from "./calendar-day.ts";
import type { TimeMention } from "./mention.ts";
import { headOfRange, type Reading } from "./reading.ts";
import { directionAt } from "./time-direction.ts";
import type { TimeLexicon } from "./time-lexicon.ts";
import { TIME_MATCHERS, type TimeMatch } from "./time-matchers.ts";
import { type Reference, type ResolvedTime, sinceUntil } from "./time-resolution.ts";
import { TimeText } from "./time-text.ts";

/** Every expression of time, resolved against the document's date where it is relative; in text order, none overlapping. */
export function findTimes(reading: Reading, lexicon: TimeLexicon): TimeMention[] {
  const { parsed, document } = reading;
  const text = new TimeText(reading, lexicon);
  const day = document.date === undefined ? undefined : parseDay(document.date);
  const times: TimeMention[] = [];
  for (let token = 0; token < parsed.tokenCount; token++) {
    // "USA Today", "Black Friday" are names.
    const name = reading.nameAt(token);
    if (name !== undefined && name.end - name.start > 1) continue;
    const found = matchAt(text, token);
    if (found === undefined) continue;
    const { rule, match } = found;
    const head = headOfRange(parsed, token, match.end);
    const reference = day === undefined ? undefined : { day, direction: directionAt(parsed, head) };
    times.push(timeMention(text, [token, match.end], head, rule, resolved(text, token, match, reference)));
    token = match.end - 1;
  }
  return times;
}

function matchAt(text: TimeText, token: number): { rule: string; match: TimeMatch } | undefined {
  if (!mayOpen(text, token)) return undefined;
  for (const [rule, matcher] of TIME_MATCHERS) {
    const match = matcher(text, token);
    if (match !== undefined && match.end <= text.parsed.tokenCount) return { rule, match };
  }
  return undefined;
}

function mayOpen(text: TimeText, token: number): boolean {
  const lower = text.lower(token);
  return lower === "the" || /^\d/.test(lower) || text.word(token) !== undefined;
}

// "since 2014" runs to the document's day.
function resolved(
  text: TimeText,
  token: number,
  match: TimeMatch,
  reference: Reference | undefined,
): ResolvedTime | undefined {
  const time = match.resolve(reference);
  return time !== undefined && text.lower(token - 1) === "since" ? sinceUntil(time, reference) : time;
}

function timeMention(
  text: TimeText,
  tokens: readonly [number, number],
  head: number,
  rule: string,
  time: ResolvedTime | undefined,
): TimeMention {
  const { start, end } = text.parsed.columns;
  const place = {
    head,
    tokens,
    span: [start[tokens[0]] as number, end[tokens[1] - 1] as number] as const,
    rule,
  };
  if (time === undefined) return { ...place, precision: "unresolved" };
  const [first, last] = time.interval;
  return { ...place, start: formatDay(first), end: formatDay(last), precision: time.precision };
}
