import { isCapitalised, type Reading, TAG, textOf } from "../reading.ts";
import type { Candidate } from "./candidates.ts";
import type { PlaceSense } from "./place.ts";
import type { PlaceLexicon } from "./place-lexicon.ts";

/** What the words right beside a name say it lies in. */
export interface Container {
  /** Whether a place lies in it. */
  holds(sense: PlaceSense): boolean;
  /** Whether it is what the words of the container are taken for. */
  isOneOf(sense: PlaceSense): boolean;
  /** As a reader would say it. */
  readonly name: string;
  /** Whether the words can mean nothing else; otherwise they may be the next in a list: "Moscow, Georgia and Armenia". */
  readonly isSure: boolean;
}

/** Words back from a name over which a nationality may stand: "the Kazakh (southern port city of) Almaty". */
const REACH = 7;

/** The country whose nationality or possessive describes a name: "the Kazakh city of Almaty", "Syria's Idlib province". */
export function nationalityBefore(
  reading: Reading,
  lexicon: PlaceLexicon,
  { start }: Candidate,
): Container | undefined {
  const { parsed } = reading;
  for (let token = start - 1; token >= Math.max(0, start - REACH); token--) {
    if (parsed.sentenceOf(token) !== parsed.sentenceOf(start)) return undefined;
    const found = reading.nameAt(token);
    const sense = found?.senses.find(
      ({ reading: kind, actor }) => (kind === "adjective" || kind === "name") && actor.kind === "country",
    );
    if (found !== undefined && sense?.actor.country !== undefined) {
      const isPossessor = /^['’]s?$/.test(textOf(parsed, found.end));
      // "Syria and Aleppo", "the Russian of": a name must be a possessor, an adjective must stand before it.
      if (sense.reading === "name" && !isPossessor) return undefined;
      return containerOfCountries([sense.actor.country], sense.actor.name, true);
    }
    const word = textOf(parsed, token).toLowerCase();
    const upos = parsed.columns.upos[token];
    const isDescription =
      upos === TAG.ADJ ||
      upos === TAG.NUM ||
      lexicon.words.has(word) ||
      /^(of|['’]s?|-|capital|largest)$/.test(word);
    if (!isDescription) return undefined;
  }
  return undefined;
}

/** The country or division that follows a name and holds it: "Tripoli, Lebanon", "Paris, Texas", "Aleppo in northern Syria". */
export function containerAfter(
  reading: Reading,
  candidate: Candidate,
  next: Candidate,
): Container | undefined {
  const { parsed } = reading;
  if (parsed.sentenceOf(next.start) !== parsed.sentenceOf(candidate.start)) return undefined;
  const between: string[] = [];
  for (let token = candidate.end; token < next.start; token++)
    between.push(textOf(parsed, token).toLowerCase());
  const words = between.join(" ");
  const isIn = /^(,? ?(a|the)( [a-z-]+){1,4} |, |)in( the)?( [a-z]+ern| [a-z]+-central| central)?$/.test(
    words,
  );
  const isComma = /^,( [a-z]+ern| central)?$/.test(words);
  if (!isIn && !isComma) return undefined;
  if (!isCapitalised(parsed, next.start)) return undefined;
  const containers = next.senses.filter(({ kind }) =>
    ["country", "division", "region", "land"].includes(kind),
  );
  const fitting = containers.filter((container) =>
    candidate.senses.some((sense) => isWithin(sense, container)),
  );
  const [widest] = fitting.sort((a, b) => b.population - a.population);
  if (widest === undefined) {
    const [only] = isIn ? containers.filter(({ kind }) => kind === "country") : [];
    return only && containerOfCountries(only.countries, only.name, true);
  }
  return {
    holds: (sense) => fitting.some((container) => isWithin(sense, container)),
    isOneOf: (sense) => fitting.includes(sense),
    name: widest.name,
    isSure: isIn || isClosed(reading, next),
  };
}

// "Paris, Texas, on Monday" and "Paris, Texas."; not "Paris, Texas and Ohio".
function isClosed({ parsed }: Reading, { end }: Candidate): boolean {
  return end >= parsed.tokenCount || !/^(and|or)$/.test(textOf(parsed, end));
}

function isWithin(sense: PlaceSense, container: PlaceSense): boolean {
  if (sense.kind === "country" || sense.origin === container.origin) return false;
  if (container.kind === "division" && container.division !== undefined) {
    return sense.kind !== "division" && sense.division === container.division;
  }
  if (container.kind === "country")
    return sense.countries.some((country) => container.countries.includes(country));
  return (
    distance(sense, container) < NEARBY &&
    sense.countries.some((country) => container.countries.includes(country))
  );
}

/** Kilometres within which a town lies in a region of which only the middle is known. */
const NEARBY = 400;

/** Kilometres between two places as the crow flies, near enough; infinite where one has no coordinates. */
export function distance(a: PlaceSense, b: PlaceSense): number {
  if (a.latitude === undefined || a.longitude === undefined) return Number.POSITIVE_INFINITY;
  if (b.latitude === undefined || b.longitude === undefined) return Number.POSITIVE_INFINITY;
  const north = (a.latitude - b.latitude) * KILOMETRES_A_DEGREE;
  const middle = ((a.latitude + b.latitude) / 2) * (Math.PI / 180);
  const east = (a.longitude - b.longitude) * KILOMETRES_A_DEGREE * Math.cos(middle);
  return Math.hypot(north, east);
}

const KILOMETRES_A_DEGREE = 111.2;

function containerOfCountries(countries: readonly string[], name: string, isSure: boolean): Container {
  return {
    holds: (sense) => sense.countries.some((country) => countries.includes(country)),
    isOneOf: ({ kind, countries: own }) => kind === "country" && own.some((code) => countries.includes(code)),
    name,
    isSure,
  };
}
