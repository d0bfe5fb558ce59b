import type { NameRange } from "../language/names/labels.ts";
import { personNameEnd } from "./person-name.ts";
import { isCapitalised, type Reading, TAG, textOf } from "./reading.ts";

/** Capitalised words in a row that may be a person's name: token indexes `[start, end)`. */
export interface NameRun {
  readonly start: number;
  readonly end: number;
}

/** All runs of words that may be names, titles and lexicon names left out, in text order. */
export function nameRuns(reading: Reading, isTaken: (token: number) => boolean): NameRun[] {
  const { parsed } = reading;
  const runs: NameRun[] = [];
  for (let start = 0; start < parsed.tokenCount; start++) {
    if (isTaken(start)) continue;
    const tagged = taggedPerson(reading, start) ?? describedPerson(reading, start);
    if (tagged !== undefined) {
      const end = Math.max(tagged.end, personNameEnd(reading, start));
      runs.push({ start, end });
      start = end - 1;
      continue;
    }
    if (parsed.columns.upos[start] !== TAG.PROPN) continue;
    const end = personNameEnd(reading, start);
    if (end === start) continue;
    runs.push({ start, end });
    start = end - 1;
  }
  return runs;
}

/** Whether the name of something else begins with these words: "the Nelson Mandela Foundation". */
export function nameGoesOn({ parsed }: Reading, end: number): boolean {
  return (
    isCapitalised(parsed, end) &&
    parsed.sentenceOf(end) === parsed.sentenceOf(end - 1) &&
    parsed.columns.start[end] === (parsed.columns.end[end - 1] as number) + 1
  );
}

/**
 * The person's name that the name tagger sees begin at a token. A country's or another known name is a person's only where the text has that
 * person's full name: "Jordan said" after "Lena Jordan"; and words in the plural are no person's: "Muscovites".
 */
export function taggedPerson(reading: Reading, token: number): NameRange | undefined {
  const tagged = reading.taggedAt(token);
  if (tagged?.kind !== "PER" || tagged.start !== token) return undefined;
  if (tagged.end - tagged.start > 1) return tagged;
  const { parsed } = reading;
  if (/^NNP?S$/.test(parsed.names.xpos[parsed.columns.xpos[token] as number] as string)) return undefined;
  return reading.nameAt(token) === undefined || hasFullName(reading, token) ? tagged : undefined;
}

// "Chad, a boy of six": a country's name is a forename where it is said to be somebody of no office.
function describedPerson(reading: Reading, token: number): NameRun | undefined {
  const name = reading.nameAt(token);
  if (name === undefined || name.end - name.start > 1) return undefined;
  if (!reading.lexicon.forenames.has(textOf(reading.parsed, token))) return undefined;
  if (!/^, an? $/i.test(`${textOf(reading.parsed, token + 1)} ${textOf(reading.parsed, token + 2)} `))
    return undefined;
  const isPerson = reading
    .roleAt(token + 3)
    ?.senses.every(({ role }) => role.kind === "person" && role.sectors.every((sector) => sector === "CVL"));
  return isPerson === true ? { start: token, end: token + 1 } : undefined;
}

/** Whether the name tagger finds a longer name of a person in the text that a word is part of. */
export function hasFullName({ parsed }: Reading, token: number): boolean {
  const word = textOf(parsed, token);
  return parsed.nameRanges.some(({ start, end, kind }) => {
    if (kind !== "PER" || end - start < 2) return false;
    for (let other = start; other < end; other++) if (textOf(parsed, other) === word) return true;
    return false;
  });
}
