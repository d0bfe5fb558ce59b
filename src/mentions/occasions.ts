import { UPOS } from "../language/parsed-document.ts";
import type { TimeMention } from "./mention.ts";
import {
  deprelOf,
  headOf,
  isCapitalised,
  type Reading,
  rangeText,
  relationOf,
  TAG,
  textOf,
} from "./reading.ts";

/**
 * Happenings that tell when something is, where the text gives no date: "at the Munich Security Conference", "the opening ceremony of
 * the Beijing Winter Olympics", "on the sidelines of the G20 summit". Not "a summit", "the talks": nobody could say when that was.
 *
 * @param times the expressions of time found: an occasion with a date of its own ("next month's summit") is told by that
 */
export function findOccasions(reading: Reading, times: readonly TimeMention[]): TimeMention[] {
  const { parsed } = reading;
  const occasions: TimeMention[] = [];
  const isDated = (start: number, end: number) =>
    times.some(({ tokens }) => tokens[0] < end && tokens[1] > start);
  for (let token = 0; token < parsed.tokenCount; token++) {
    if (!isNoun(reading, token) || headsSuchNoun(reading, token)) continue;
    const found = occasionAt(reading, token);
    if (found === undefined || isDated(...found)) continue;
    occasions.push(occasionMention(reading, token, found));
    token = Math.max(token, found[1] - 1);
  }
  return occasions;
}

function occasionMention(
  { parsed }: Reading,
  head: number,
  [start, end]: readonly [number, number],
): TimeMention {
  const { columns } = parsed;
  return {
    head,
    tokens: [start, end],
    span: [columns.start[start] as number, columns.end[end - 1] as number],
    precision: "unresolved",
    occasion: rangeText(parsed, /^(the|this|that)$/i.test(textOf(parsed, start)) ? start + 1 : start, end),
    rule: "time: occasion",
  };
}

function isNoun({ parsed }: Reading, token: number): boolean {
  const upos = parsed.columns.upos[token];
  return upos === TAG.NOUN || upos === TAG.PROPN;
}

// "the opening ceremony of the Olympics": the outer noun speaks for the whole.
function headsSuchNoun(reading: Reading, token: number): boolean {
  const head = headOf(reading.parsed, token);
  return (
    relationOf(reading.parsed, token) === "nmod" &&
    head < token &&
    head >= 0 &&
    isNoun(reading, head) &&
    (isEvent(reading, head) || isEdge(reading, head))
  );
}

function isEvent({ parsed, lexicon: { occasions } }: Reading, token: number): boolean {
  const lemma = (parsed.columns.lemma[token] as string).toLowerCase();
  return occasions.events.has(lemma) || occasions.events.has(textOf(parsed, token).toLowerCase());
}

function isBody({ parsed, lexicon: { occasions } }: Reading, token: number): boolean {
  return occasions.bodies.has((parsed.columns.lemma[token] as string).toLowerCase());
}

function isEdge({ parsed, lexicon: { occasions } }: Reading, token: number): boolean {
  return occasions.edges.has(textOf(parsed, token).toLowerCase());
}

/** The tokens of a noun's phrase where it names an occasion. */
function occasionAt(reading: Reading, noun: number): readonly [number, number] | undefined {
  if (isEdge(reading, noun)) return edgeOf(reading, noun);
  if (!isEvent(reading, noun)) return undefined;
  const start = phraseStart(reading, noun);
  if (isIndefinite(reading, start, noun)) return undefined;
  const inner = complementOf(reading, noun, /^of$/);
  const place = complementOf(reading, noun, /^(in|at)$/);
  const end = Math.max(
    noun + 1,
    inner === undefined ? 0 : phraseEnd(reading, inner),
    placeEnd(reading, place),
  );
  const isNamed =
    hasName(reading, start, noun) || (inner !== undefined && hasName(reading, noun + 1, end - 1));
  const isPlaced = place !== undefined && isCapitalised(reading.parsed, place) && isDefinite(reading, start);
  return isNamed || isPlaced ? [start, end] : undefined;
}

// "the sidelines of the summit", "the eve of the vote": the happening need not be named.
function edgeOf(reading: Reading, noun: number): readonly [number, number] | undefined {
  const inner = complementOf(reading, noun, /^(of|to)$/);
  if (inner === undefined || !(isEvent(reading, inner) || isBody(reading, inner))) return undefined;
  if (isIndefinite(reading, phraseStart(reading, inner), inner)) return undefined;
  const innermost = occasionAt(reading, inner);
  const end = innermost?.[1] ?? phraseEnd(reading, inner);
  return innermost === undefined && !/^(sidelines|margins|fringes|eve)$/i.test(textOf(reading.parsed, noun))
    ? undefined
    : [phraseStart(reading, noun), end];
}

const PHRASE_PARTS = /^(det|amod|compound|flat|nummod|nmod:poss|nmod:desc|nmod:unmarked|case|punct)$/;

function phraseStart({ parsed }: Reading, noun: number): number {
  let start = noun;
  while (
    start > 0 &&
    isWithin(parsed, start - 1, noun) &&
    parsed.sentenceOf(start - 1) === parsed.sentenceOf(noun)
  )
    start--;
  while (start < noun && (relationOf(parsed, start) === "case" || relationOf(parsed, start) === "punct"))
    start++;
  return start;
}

// Whether a token before a noun is a word of its phrase: "next", "month" and "'s" in "next month's summit".
function isWithin(parsed: Reading["parsed"], token: number, noun: number): boolean {
  if (relationOf(parsed, token) === "case" && !/^['’]s?$/.test(textOf(parsed, token))) return false;
  let at = token;
  for (let step = 0; step < LONGEST_CHAIN && at >= 0 && at !== noun; step++) {
    if (!PHRASE_PARTS.test(deprelOf(parsed, at))) return false;
    at = headOf(parsed, at);
  }
  return at === noun;
}

const LONGEST_CHAIN = 5;

function complementOf({ parsed }: Reading, noun: number, preposition: RegExp): number | undefined {
  for (const child of parsed.childrenOf(noun)) {
    if (child < noun || relationOf(parsed, child) !== "nmod") continue;
    if (
      [...parsed.childrenOf(child)].some(
        (mark) => relationOf(parsed, mark) === "case" && preposition.test(textOf(parsed, mark).toLowerCase()),
      )
    )
      return child;
  }
  return undefined;
}

/** Past the words that belong to a noun and follow it without a comma: "the Board of Governors of the agency". */
function phraseEnd(reading: Reading, noun: number): number {
  const inner = complementOf(reading, noun, /^of$/);
  if (inner !== undefined) return phraseEnd(reading, inner);
  let end = noun + 1;
  while (
    end < reading.parsed.tokenCount &&
    headOf(reading.parsed, end) === noun &&
    deprelOf(reading.parsed, end) === "flat"
  )
    end++;
  return end;
}

function placeEnd(reading: Reading, place: number | undefined): number {
  return place !== undefined && isCapitalised(reading.parsed, place) ? phraseEnd(reading, place) : 0;
}

// A name among the words before the noun, or the noun itself within a sentence: "the G20 summit", "the General Assembly".
function hasName({ parsed }: Reading, start: number, end: number): boolean {
  for (let token = start; token <= end; token++) {
    if (isCapitalised(parsed, token) && UPOS[parsed.columns.upos[token] as number] === "PROPN") return true;
  }
  return false;
}

function isDefinite({ parsed }: Reading, start: number): boolean {
  return /^(the|this)$/i.test(textOf(parsed, start));
}

function isIndefinite({ parsed }: Reading, start: number, noun: number): boolean {
  const isPlural = parsed.names.xpos[parsed.columns.xpos[noun] as number] === "NNS";
  return (
    (isPlural && !isCapitalised(parsed, noun)) ||
    /^(a|an|any|every|each|another|some|no|such)$/i.test(textOf(parsed, start))
  );
}
