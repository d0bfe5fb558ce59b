import type { ParsedDocument } from "../language/parsed-document.ts";
import type { NameSense } from "./actor-lexicon.ts";
import type { Publisher } from "./publishers.ts";
import { type Found, isCapitalised, type Reading, rangeText, textOf } from "./reading.ts";
import { comparableWords } from "./words.ts";

/** The words that a text abbreviates, by the abbreviation that it gives them in brackets: "Congressional Black Caucus (CBC)". */
export function introducedAbbreviations({ parsed }: Reading): Map<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (let open = 1; open + 2 < parsed.tokenCount; open++) {
    if (textOf(parsed, open) !== "(" || textOf(parsed, open + 2) !== ")") continue;
    const short = textOf(parsed, open + 1);
    if (!/^\p{Lu}{2,7}$/u.test(short) || found.has(short)) continue;
    const start = startOfWords(parsed, open, short);
    if (start !== undefined) found.set(short, [start, open]);
  }
  return found;
}

/** Where the words before a bracket begin whose first letters an abbreviation has; small words between them count or not. */
function startOfWords(parsed: ParsedDocument, end: number, short: string): number | undefined {
  const sentence = parsed.sentenceOf(end);
  let letter = short.length - 1;
  for (let token = end - 1; token >= 0 && parsed.sentenceOf(token) === sentence; token--) {
    const isNext = textOf(parsed, token).charAt(0).toUpperCase() === short.charAt(letter);
    if (isNext && isCapitalised(parsed, token)) letter--;
    else if (!/^(of|for|the|and|&|on|in|to|-)$/.test(textOf(parsed, token))) return undefined;
    if (letter < 0) return token;
  }
  return undefined;
}

/**
 * The reading with each abbreviation read as the text means it. One that the text introduces means that: "CBC" is no broadcaster in a text about
 * the Congressional Black Caucus (CBC). In a government's text a short one is no body's of another country of which nothing else is said.
 */
export function withAbbreviationsMeant(reading: Reading, publisher: Publisher | undefined): Reading {
  const introduced = introducedAbbreviations(reading);
  const meant = new Map<Found<NameSense>, readonly NameSense[]>();
  for (const name of reading.names) {
    const short = shortOf(reading, name);
    if (short === undefined) continue;
    const words = introduced.get(short);
    if (words !== undefined) meant.set(name, sensesMeant(reading, name, words));
    else if (publisher !== undefined && isFromNowhere(reading, name, publisher)) {
      const spelt = speltOut(reading, short);
      const isAmbiguous = short.length <= AMBIGUOUS_LETTERS && name.senses[0]?.actor.name !== short;
      if (spelt !== undefined || isAmbiguous) meant.set(name, spelt ?? []);
    }
  }
  const read = (name: Found<NameSense>): Found<NameSense> | undefined => {
    const senses = meant.get(name) ?? name.senses;
    if (senses === name.senses) return name;
    return senses.length === 0 ? undefined : { ...name, senses };
  };
  return {
    ...reading,
    names: reading.names.flatMap((name) => read(name) ?? []),
    nameAt: (token) => {
      const name = reading.nameAt(token);
      return name === undefined ? undefined : read(name);
    },
  };
}

/** So many letters are an abbreviation of many bodies. */
const AMBIGUOUS_LETTERS = 3;

function shortOf({ parsed }: Reading, { start, end, senses }: Found<NameSense>): string | undefined {
  const text = textOf(parsed, start);
  const isActor = senses[0]?.reading === "name" && senses[0].actor.kind !== "country";
  return isActor && end === start + 1 && /^\p{Lu}{2,7}$/u.test(text) ? text : undefined;
}

/** What the introducing words mean; what the abbreviation means by itself where they are another name of that; else nothing. */
function sensesMeant(
  reading: Reading,
  { senses }: Found<NameSense>,
  [start, end]: readonly [number, number],
): readonly NameSense[] {
  const own = senses[0]?.actor;
  const full = reading.nameAt(end - 1);
  if (full !== undefined && full.end === end && full.start <= start + 1 && full.senses[0]?.reading === "name")
    return full.senses[0].actor.origin === own?.origin ? senses : full.senses;
  const words = contentWords(rangeText(reading.parsed, start, end));
  return contentWords(own?.name ?? "").some((word) => words.includes(word)) ? senses : [];
}

function contentWords(name: string): string[] {
  return comparableWords(name.toLowerCase()).filter((word) => word.length > SHORT_WORD);
}

const SHORT_WORD = 3;

// "AA", the Arakan Army, where nobody speaks of Myanmar.
function isFromNowhere(
  { parsed, names, lexicon, words }: Reading,
  { start, senses }: Found<NameSense>,
  publisher: Publisher,
): boolean {
  const { country, sectors = [] } = senses[0]?.actor ?? {};
  if (country === undefined || country === publisher.country || sectors.includes("IGO")) return false;
  const short = textOf(parsed, start);
  const isNamed = names.some(
    (name) => name.senses[0]?.actor.country === country && textOf(parsed, name.start) !== short,
  );
  if (isNamed) return false;
  for (let word = 0; word < words.words.length; word++) {
    const place = lexicon.places.names.longestAt(words.words, word, () => true);
    if (place?.values.some(({ countries }) => countries.includes(country)) === true) return false;
  }
  return true;
}

/** What a known name in the title or the text means that has an abbreviation's letters: "Congressional Black Caucus" of "CBC". */
function speltOut({ document, lexicon, words }: Reading, short: string): readonly NameSense[] | undefined {
  for (const text of [comparableWords(document.title ?? ""), words.words]) {
    for (let word = 0; word + short.length <= text.length; word++) {
      const initials = text.slice(word, word + short.length).map((each) => each.charAt(0));
      if (initials.join("") !== short) continue;
      const name = lexicon.names.longestAt(text, word, () => true);
      if (name?.length === short.length && name.values[0]?.reading === "name") return name.values;
    }
  }
  return undefined;
}
