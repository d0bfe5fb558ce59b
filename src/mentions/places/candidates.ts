import type { NameSense } from "../actor-lexicon.ts";
import { type Found, headOf, isCapitalised, type Reading, relationOf, TAG, textOf } from "../reading.ts";
import type { PlaceSense } from "./place.ts";
import { type PlaceLexicon, senseOfEntry } from "./place-lexicon.ts";

/** Words that may name a place, with every place they may name. */
export interface Candidate {
  /** Token indexes `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly senses: readonly PlaceSense[];
}

/** Longest name of a place, in words. */
const LONGEST_NAME = 6;

/** A country outweighs every town of its name. */
const COUNTRY_POPULATION = 1e9;

/**
 * Every name in the text that a place has, the longest at each word; none overlaps another.
 * @param isTaken whether a token belongs to something else's name: a person's, an organisation's, a month's
 */
export function placeCandidates(
  reading: Reading,
  lexicon: PlaceLexicon,
  isTaken: (token: number) => boolean,
): Candidate[] {
  const { parsed } = reading;
  const candidates: Candidate[] = [];
  for (let token = 0; token < parsed.tokenCount; token++) {
    if (isTaken(token)) continue;
    const candidate = candidateAt(reading, lexicon, token, isTaken);
    if (candidate === undefined) continue;
    if (!isPartOfLongerName(reading, lexicon, candidate, isTaken)) candidates.push(candidate);
    token = candidate.end - 1;
  }
  return candidates;
}

function candidateAt(
  reading: Reading,
  lexicon: PlaceLexicon,
  token: number,
  isTaken: (token: number) => boolean,
): Candidate | undefined {
  const { words, tokenOf, firstWord } = reading.words;
  const from = firstWord[token] as number;
  const country = countryAt(reading, token);
  const known = lexicon.names.longestAt(words, from, (end) => tokenOf[end] !== tokenOf[end - 1]);
  const isCapital = isCapitalised(reading.parsed, token);
  if (!isCapital && known === undefined) return undefined;
  let last = from;
  while (last < words.length && last - from < LONGEST_NAME && !isTaken(tokenOf[last] as number)) last++;
  for (let end = last; end > from; end--) {
    if (tokenOf[end] === tokenOf[end - 1]) continue;
    const endToken = (tokenOf[end - 1] as number) + 1;
    const senses = [
      ...(country?.end === endToken ? [countrySense(country)] : []),
      ...(known !== undefined && known.length === end - from ? known.values : []),
      ...(isCapital && isCapitalised(reading.parsed, endToken - 1)
        ? gazetteerSenses(lexicon, words.slice(from, end))
        : []),
    ];
    if (senses.length > 0) return { start: token, end: endToken, senses };
  }
  return undefined;
}

function countryAt(reading: Reading, token: number): Found<NameSense> | undefined {
  const found = reading.nameAt(token);
  const isCountry = found?.senses.some(
    ({ reading: kind, actor }) => kind === "name" && actor.kind === "country",
  );
  return isCountry && found?.start === token ? found : undefined;
}

function countrySense({ senses }: Found<NameSense>): PlaceSense {
  const { actor } = senses.find(({ actor }) => actor.kind === "country") as NameSense;
  return {
    name: actor.name,
    kind: "country",
    countries: actor.country === undefined ? [] : [actor.country],
    population: COUNTRY_POPULATION,
    isCapital: false,
    isOtherName: false,
    origin: actor.origin,
  };
}

// "BEIRUT": datelines and headlines shout.
function gazetteerSenses(lexicon: PlaceLexicon, words: readonly string[]): PlaceSense[] {
  const key = words.join(" ");
  if (key.length < 3) return [];
  const matches = lexicon.gazetteer().lookup(key);
  const shouted = matches.length === 0 && key.length > 3 && key === key.toUpperCase();
  const found = shouted ? lexicon.gazetteer().lookup(words.map(titleCase).join(" ")) : matches;
  return found.map(({ entry, isOtherName }) => senseOfEntry(entry, isOtherName));
}

function titleCase(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

// "Paris Hilton", "Boston Marathon", "the Minsk Agreements", "Fort Lincoln", "the Bank of England": only part of another name.
function isPartOfLongerName(
  reading: Reading,
  lexicon: PlaceLexicon,
  { start, end }: Candidate,
  isTaken: (token: number) => boolean,
): boolean {
  const { parsed } = reading;
  const isOwnWord = (token: number) => lexicon.words.has(textOf(parsed, token).toLowerCase());
  const isNameWord = (token: number) =>
    isCapitalised(parsed, token) &&
    parsed.columns.upos[token] === TAG.PROPN &&
    parsed.sentenceOf(token) === parsed.sentenceOf(start) &&
    !isTaken(token) &&
    !isOwnWord(token) &&
    reading.nameAt(token) === undefined &&
    reading.roleAt(token) === undefined;
  if (isNameWord(end) && isJoined(reading, end, start, end)) return true;
  if (start === 0) return false;
  if (isNameWord(start - 1) && isJoined(reading, start - 1, start, end)) return true;
  return (
    textOf(parsed, start - 1) === "of" &&
    start > 1 &&
    isCapitalised(parsed, start - 2) &&
    parsed.columns.upos[start - 2] === TAG.PROPN &&
    // "the City of Aleppo" is Aleppo; "the University of Virginia" is not Virginia.
    lexicon.words.get(textOf(parsed, start - 2).toLowerCase())?.isNear !== false
  );
}

/** Whether a word beside a name hangs on it, or on what it hangs on: so the parts of one name stand in a tree. */
function isJoined({ parsed }: Reading, outer: number, start: number, end: number): boolean {
  const isName = (token: number) => ["flat", "compound"].includes(relationOf(parsed, token));
  for (let token = start; token < end; token++) {
    if (headOf(parsed, outer) === token && isName(outer)) return true;
    if (headOf(parsed, token) === outer && isName(token)) return true;
    if (headOf(parsed, token) === headOf(parsed, outer) && isName(token) && isName(outer)) return true;
  }
  return false;
}
