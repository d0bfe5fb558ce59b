import { join } from "node:path";
import { z } from "zod";
import { LexiconError, type LexiconProblem } from "../../lexicon/lexicon-error.ts";
import { readTable, type TableRow } from "../../lexicon/table.ts";
import type { KnownActor } from "../actor-lexicon.ts";
import { PhraseTrie } from "../phrase-trie.ts";
import { comparableWords } from "../words.ts";
import { type Gazetteer, type GazetteerEntry, loadGazetteer } from "./gazetteer.ts";
import { PLACE_KINDS, type PlaceKind, type PlaceSense } from "./place.ts";

/** What a common noun says of the place it stands beside: "the city of", "province". */
export interface PlaceWord {
  readonly kind: PlaceKind;
  /** Whether it is a part or surroundings of the place and not the place itself: "outskirts", "airport". */
  readonly isNear: boolean;
}

/** Places by name, and the words about them, as `lexicon/<language>/places` gives them. */
export interface PlaceLexicon {
  /** By words with their capitals. */
  readonly names: PhraseTrie<PlaceSense>;
  /** Nouns beside names of places, singular and plural, in lower case. */
  readonly words: ReadonlyMap<string, PlaceWord>;
  /** Names of towns that mostly mean something else: common words, forenames, surnames. */
  readonly wary: ReadonlySet<string>;
  /** Names of countries by code. */
  readonly countries: ReadonlyMap<string, string>;
  /** Read on first use. */
  readonly gazetteer: () => Gazetteer;
}

const list = z
  .string()
  .optional()
  .transform((cell) => (cell === undefined ? [] : cell.split("|").map((part) => part.trim())));

const degrees = (most: number) => z.coerce.number().min(-most).max(most).optional();

const placeRow = z.object({
  name: z.string(),
  names: list,
  kind: z.enum(PLACE_KINDS),
  country: list,
  latitude: degrees(90),
  longitude: degrees(180),
  geonames: z.coerce.number().int().positive().optional(),
});

const wordRow = z.object({ word: z.string(), kind: z.enum(PLACE_KINDS), near: z.literal("yes").optional() });

const waryRow = z.object({ name: z.string() });

/** The tables of places with coordinates of their own. */
export const PLACE_TABLES = ["lands.tsv", "regions.tsv", "sites.tsv", "towns.tsv", "waters.tsv"] as const;

/** A place of the lexicon's own is as well known as a city of a million. */
const LEXICON_POPULATION = 1_000_000;

/**
 * Reads the words about places.
 *
 * @param folder `lexicon/<language>`
 * @param countries as the actor lexicon has them
 * @throws LexiconError naming every bad line
 */
export function loadPlaceLexicon(folder: string, countries: ReadonlyMap<string, KnownActor>): PlaceLexicon {
  const names = new PhraseTrie<PlaceSense>();
  const problems: LexiconProblem[] = [];
  for (const table of PLACE_TABLES) {
    for (const row of readTable(join(folder, "places", table), placeRow)) {
      const unknown = row.row.country.filter((code) => !countries.has(code));
      for (const code of unknown) problems.push({ ...row, message: `no such country: ${code}` });
      addPlace(names, row, table);
    }
  }
  if (problems.length > 0) throw new LexiconError(problems);
  const words = new Map<string, PlaceWord>();
  for (const { row } of readTable(join(folder, "places/words.tsv"), wordRow)) {
    const word = { kind: row.kind, isNear: row.near === "yes" };
    words.set(row.word, word).set(pluralOf(row.word), word);
  }
  const wary = new Set(
    readTable(join(folder, "places/wary.tsv"), waryRow).map(({ row }) => comparableWords(row.name).join(" ")),
  );
  let gazetteer: Gazetteer | undefined;
  const loaded = () => {
    gazetteer ??= loadGazetteer();
    return gazetteer;
  };
  return {
    names,
    words,
    wary,
    countries: new Map(Array.from(countries, ([code, { name }]) => [code, name])),
    gazetteer: loaded,
  };
}

function addPlace(
  names: PhraseTrie<PlaceSense>,
  { row, line }: TableRow<z.infer<typeof placeRow>>,
  table: string,
): void {
  for (const [index, name] of [row.name, ...row.names].entries()) {
    names.add(comparableWords(name), {
      name: row.name,
      kind: row.kind,
      countries: row.country,
      ...(row.latitude === undefined || row.longitude === undefined
        ? {}
        : { latitude: row.latitude, longitude: row.longitude }),
      ...(row.geonames === undefined ? {} : { geonames: row.geonames }),
      population: LEXICON_POPULATION,
      isCapital: false,
      isOtherName: index > 0,
      origin: `places/${table}:${line}`,
    });
  }
}

function pluralOf(word: string): string {
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** A town or division of the gazetteer as a place. */
export function senseOfEntry(entry: GazetteerEntry, isOtherName: boolean): PlaceSense {
  const { name, kind, country, latitude, longitude, geonames, division, population } = entry;
  return {
    name,
    kind: kind === "division" || kind === "quarter" ? kind : "town",
    countries: [country],
    latitude,
    longitude,
    ...(geonames === undefined ? {} : { geonames }),
    ...(division === undefined ? {} : { division }),
    population,
    isCapital: kind === "capital",
    isOtherName,
    origin: geonames === undefined ? `GeoNames division of ${country}` : `GeoNames ${geonames}`,
  };
}
