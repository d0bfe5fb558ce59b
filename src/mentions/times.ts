import { formatDay, parseDay } from "./calendar-day.ts";
import type { TimeMention } from "./mention.ts";
import { findOccasions } from "./occasions.ts";
import { headOf, headOfRange, type Reading, rangeText, relationOf } from "./reading.ts";
import { directionAt } from "./time-direction.ts";
import type { TimeLexicon } from "./time-lexicon.ts";
import type { TimeMatch } from "./time-match.ts";
import { TIME_MATCHERS } from "./time-matchers.ts";
import { rangeFrom } from "./time-ranges.ts";
import { fromNow, type Reference, type ResolvedTime, sinceUntil } from "./time-resolution.ts";
import { TimeText } from "./time-text.ts";

/**
 * Every expression of time, resolved against the document's date where it is relative, and every occasion that tells a time where no
 * date does; in text order, none overlapping.
 */
export function findTimes(reading: Reading, lexicon: TimeLexicon): TimeMention[] {
  const dated = findDates(reading, lexicon);
  const occasions = findOccasions(reading, dated);
  return occasions.length === 0 ? dated : [...dated, ...occasions].sort((a, b) => a.span[0] - b.span[0]);
}

function findDates(reading: Reading, lexicon: TimeLexicon): TimeMention[] {
  const { parsed, document } = reading;
  const text = new TimeText(reading, lexicon);
  const day = document.date === undefined ? undefined : parseDay(document.date);
  const times: TimeMention[] = [];
  let previous: ResolvedTime | undefined;
  let lastOfSentence: { time: ResolvedTime; sentence: number } | undefined;
  for (let token = 0; token < parsed.tokenCount; token++) {
    // "USA Today", "Black Friday" are names.
    const name = reading.nameAt(token);
    if (name !== undefined && name.end - name.start > 1) continue;
    const found = matchAt(text, token);
    if (found === undefined) continue;
    const match = rangeFrom(text, token, found.match, (at) => matchAt(text, at)?.match) ?? found.match;
    const head = headOfRange(parsed, token, match.end);
    const isSameSentence = lastOfSentence?.sentence === parsed.sentenceOf(token);
    const told = isSameSentence ? lastOfSentence?.time : previous;
    const reference = day === undefined ? undefined : referenceAt(text, head, day, told);
    const time = resolved(text, token, match, reference);
    times.push(timeMention(text, [token, match.end], head, found.rule, time, match.isOccasion === true));
    if (time !== undefined && time.precision !== "vague") {
      lastOfSentence = { time, sentence: parsed.sentenceOf(token) };
      if (isNarrative(reading, head)) previous = time;
    }
    token = match.end - 1;
  }
  return times;
}

// "who was jailed in July", "the war of 2014": told in passing, so nothing in later sentences is counted from it.
function isNarrative({ parsed }: Reading, head: number): boolean {
  for (let at = head; at >= 0; at = headOf(parsed, at)) {
    const relation = relationOf(parsed, at);
    if (relation === "acl" || relation === "nmod" || relation === "nummod" || relation === "appos")
      return false;
  }
  return true;
}

function referenceAt(
  text: TimeText,
  head: number,
  day: number,
  previous: ResolvedTime | undefined,
): Reference {
  const direction = directionAt(text, head);
  return { day, direction, ...(previous !== undefined && { previous }) };
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
  return (
    /^(the|that|mid|[qh][1-4]$|\d)/.test(lower) || text.word(token) !== undefined || text.isCapitalised(token)
  );
}

// "since 2014" runs to the document's day, "until Friday" from it.
function resolved(
  text: TimeText,
  token: number,
  match: TimeMatch,
  reference: Reference | undefined,
): ResolvedTime | undefined {
  const time = match.resolve(reference);
  const before = text.lower(token - 1);
  if (time === undefined) return undefined;
  if (before === "since") return sinceUntil(time, reference);
  return /^(until|till|through)$/.test(before) ? fromNow(time, reference) : time;
}

function timeMention(
  text: TimeText,
  tokens: readonly [number, number],
  head: number,
  rule: string,
  time: ResolvedTime | undefined,
  isOccasion: boolean,
): TimeMention {
  const { start, end } = text.parsed.columns;
  const place = {
    head,
    tokens,
    span: [start[tokens[0]] as number, end[tokens[1] - 1] as number] as const,
    rule,
  };
  if (time === undefined) {
    const occasion = isOccasion ? { occasion: rangeText(text.parsed, ...tokens) } : {};
    return { ...place, ...occasion, precision: "unresolved" };
  }
  const [first, last] = time.interval;
  return { ...place, start: formatDay(first), end: formatDay(last), precision: time.precision };
}
