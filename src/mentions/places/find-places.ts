import { headOfRange, type Reading, rangeText, TAG } from "../reading.ts";
import { type Candidate, placeCandidates } from "./candidates.ts";
import { type Container, containerAfter, nationalityBefore } from "./containers.ts";
import { evidenceFor, placeWordBeside, type WordBeside } from "./context.ts";
import type { PlaceMention, PlaceSense } from "./place.ts";
import type { PlaceLexicon } from "./place-lexicon.ts";
import { type Resolution, resolvePlace } from "./resolution.ts";
import { unknownTowns } from "./unknown-towns.ts";
import { wideRegions } from "./wide-regions.ts";

/**
 * Every place that the text names, in text order, none overlapping.
 * @param isTaken whether a token belongs to the name of something else: a person, an organisation, a month
 * @param isSurname whether a word is part of the name of a person of this document
 */
export function findPlaces(
  reading: Reading,
  lexicon: PlaceLexicon,
  isTaken: (token: number) => boolean,
  isSurname: (word: string) => boolean,
): PlaceMention[] {
  const candidates = placeCandidates(reading, lexicon, isTaken);
  const inDocument = countriesNamed(reading, 0, reading.parsed.tokenCount);
  const wide = wideRegions(reading, lexicon);
  const isWide = (token: number) => wide.some(({ tokens: [start, end] }) => start <= token && token < end);
  const first = resolutionsOf(reading, lexicon, candidates, inDocument, isSurname);
  // "Catalonia's parliament met in Barcelona": the places that are sure say in which countries the others lie.
  const told = withCountriesOf(inDocument, first);
  const second = resolutionsOf(reading, lexicon, candidates, told, isSurname, first);
  const places = candidates.flatMap((candidate, index) => {
    const found = second[index] as Found;
    if (isWide(candidate.start) || found.resolution.kind === "rejected") return [];
    return [mentionOf(reading, lexicon, candidate, found.resolution, found.beside)];
  });
  return [...places, ...unknownTowns(reading, lexicon, isTaken, places), ...wide].sort(
    (a, b) => a.span[0] - b.span[0],
  );
}

/** What a candidate was found to be, and the place word beside it. */
interface Found {
  readonly resolution: Resolution;
  readonly beside: WordBeside | undefined;
}

/** @param before what an earlier look at the same candidates found */
function resolutionsOf(
  reading: Reading,
  lexicon: PlaceLexicon,
  candidates: readonly Candidate[],
  inDocument: ReadonlyMap<string, number>,
  isSurname: (word: string) => boolean,
  before: readonly Found[] = [],
): Found[] {
  const found: Found[] = [];
  let container: Container | undefined;
  for (const [index, candidate] of candidates.entries()) {
    const next = candidates[index + 1];
    const beside = placeWordBeside(reading, lexicon, candidate);
    const after = next === undefined ? undefined : containerAfter(reading, candidate, next);
    const nationality = nationalityBefore(reading, lexicon, candidate);
    const circumstances = {
      evidence: evidenceFor(reading, candidate, beside),
      beside,
      containers: [nationality, after].filter((one) => one !== undefined),
      doubt: doubtOf(reading, lexicon, candidate, isSurname),
      inSentence: sentenceCountries(reading, candidates, index, before),
      inDocument,
    };
    // "Athens, Georgia": the state, as Athens lies in it.
    const senses = container === undefined ? candidate.senses : candidate.senses.filter(container.isOneOf);
    const resolution =
      container === undefined || senses.length === 0
        ? resolvePlace(candidate, circumstances)
        : resolvePlace({ ...candidate, senses }, { ...circumstances, evidence: "surely" });
    found.push({ resolution, beside });
    container = resolution.kind === "resolved" && after?.holds(resolution.sense) ? after : undefined;
  }
  return found;
}

function doubtOf(
  reading: Reading,
  lexicon: PlaceLexicon,
  candidate: Candidate,
  isSurname: (word: string) => boolean,
): "word" | "person" | undefined {
  const { words } = reading;
  const name = words.words.slice(words.firstWord[candidate.start], words.firstWord[candidate.end]);
  if (lexicon.wary.has(name.join(" ")) || !isTaggedAsName(reading, candidate)) return "word";
  const [word] = name;
  if (name.length !== 1 || word === undefined) return undefined;
  return reading.lexicon.forenames.has(word) || isSurname(word) ? "person" : undefined;
}

function sentenceCountries(
  reading: Reading,
  candidates: readonly Candidate[],
  index: number,
  before: readonly Found[],
): ReadonlyMap<string, number> {
  const { parsed } = reading;
  const sentence = parsed.sentenceOf((candidates[index] as Candidate).start);
  const named = countriesNamed(reading, ...parsed.sentence(sentence).tokenRange);
  const others = before.filter((_, other) => {
    const { start } = candidates[other] as Candidate;
    return other !== index && parsed.sentenceOf(start) === sentence;
  });
  return withCountriesOf(named, others);
}

/** Counts with the countries of places that were told beyond doubt. */
function withCountriesOf(
  counts: ReadonlyMap<string, number>,
  found: readonly Found[],
): ReadonlyMap<string, number> {
  const all = new Map(counts);
  for (const { resolution } of found) {
    const country = resolution.kind === "resolved" ? resolution.sense.countries[0] : undefined;
    if (country !== undefined) all.set(country, (all.get(country) ?? 0) + 1);
  }
  return all;
}

function isTaggedAsName({ parsed }: Reading, { start, end }: Candidate): boolean {
  for (let token = start; token < end; token++) if (parsed.columns.upos[token] === TAG.PROPN) return true;
  return false;
}

/** How often a stretch of the text names each country, by name, nationality or seat. */
function countriesNamed(reading: Reading, start: number, end: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const found of reading.names) {
    if (found.start < start || found.start >= end) continue;
    const sense = found.senses.find(({ reading: kind }) => kind !== "place" && kind !== "capital");
    const country = sense?.actor.country;
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return counts;
}

function mentionOf(
  reading: Reading,
  lexicon: PlaceLexicon,
  candidate: Candidate,
  resolution: Exclude<Resolution, { kind: "rejected" }>,
  beside: WordBeside | undefined,
): PlaceMention {
  const { parsed } = reading;
  const end = beside?.isAfter === true ? beside.token + 1 : candidate.end;
  const tokens = [candidate.start, end] as const;
  const span = [parsed.columns.start[tokens[0]] as number, parsed.columns.end[end - 1] as number] as const;
  return {
    head: headOfRange(parsed, ...tokens),
    tokens,
    span,
    ...placeOf(resolution, rangeText(parsed, ...tokens), beside, lexicon),
  };
}

function placeOf(
  resolution: Exclude<Resolution, { kind: "rejected" }>,
  text: string,
  beside: WordBeside | undefined,
  lexicon: PlaceLexicon,
): Pick<PlaceMention, "name" | "kind" | "country" | "latitude" | "longitude" | "geonames" | "why" | "rule"> {
  if (resolution.kind === "ambiguous") {
    const among = resolution.among.map(
      ({ countries }) => lexicon.countries.get(countries[0] ?? "") ?? "no country",
    );
    const where = [...new Set(among)].slice(0, 3).join(", ");
    return { name: text, kind: "town", why: `unknown which of several: in ${where}`, rule: "ambiguous" };
  }
  const { sense, why } = resolution;
  return { ...located(sense, text, beside), why, rule: sense.origin };
}

function located(
  sense: PlaceSense,
  text: string,
  beside: WordBeside | undefined,
): Pick<PlaceMention, "name" | "kind" | "country" | "latitude" | "longitude" | "geonames"> {
  const { kind, countries, latitude, longitude, geonames } = sense;
  const isOther = beside?.isAfter === true && (beside.isNear || sense.kind !== beside.kind);
  return {
    name: isOther ? text : sense.name,
    kind: isOther && beside !== undefined ? beside.kind : kind,
    ...(countries.length === 1 ? { country: countries[0] as string } : {}),
    ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
    ...(geonames === undefined || isOther ? {} : { geonames }),
  };
}
