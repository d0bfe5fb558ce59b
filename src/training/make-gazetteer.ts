import { ModelFile } from "../language/model-file.ts";
import { DEGREE, GAZETTEER_KINDS, type GazetteerKind } from "../mentions/places/gazetteer.ts";
import { comparableWords } from "../mentions/words.ts";

/** A line of GeoNames' table of towns (`cities500.txt`), what is used of it. */
export interface GeoNamesTown {
  readonly geonames: number;
  readonly name: string;
  readonly asciiName: string;
  readonly alternateNames: readonly string[];
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** `PPLC`, `PPLA`, `PPL`, … */
  readonly feature: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly division: string;
  readonly population: number;
}

/** A first-level division of a country: `US.TX`, Texas. */
export interface GeoNamesDivision {
  readonly code: string;
  readonly name: string;
}

/** An entry of the gazetteer before it is packed. */
interface Entry {
  readonly name: string;
  readonly names: readonly string[];
  readonly otherNames: readonly string[];
  readonly geonames: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly kind: GazetteerKind;
  readonly country: string;
  /** Index of its division from 1, 0 for none. */
  readonly division: number;
  readonly population: number;
}

/** The lines of GeoNames' `cities500.txt`. */
export function* readTowns(table: string): Generator<GeoNamesTown> {
  for (const line of table.split("\n")) {
    const cells = line.split("\t");
    if (cells.length < 15) continue;
    const cell = (index: number) => cells[index] ?? "";
    yield {
      geonames: Number(cell(0)),
      name: cell(1),
      asciiName: cell(2),
      alternateNames: cell(3).split(","),
      latitude: Number(cell(4)),
      longitude: Number(cell(5)),
      feature: cell(7),
      country: cell(8),
      division: cell(10),
      population: Number(cell(14)),
    };
  }
}

/**
 * Packs towns and first-level divisions into the file that the program reads: divisions first, then towns by population.
 *
 * A division lies in the middle (the median) of its towns, which is what the data allow; one without towns is left out.
 *
 * @param alpha3 codes as in `countries.tsv` by ISO 3166-1 alpha-2; towns of other countries are left out
 */
export function makeGazetteer(
  towns: Iterable<GeoNamesTown>,
  divisions: readonly GeoNamesDivision[],
  alpha3: ReadonlyMap<string, string>,
): ModelFile {
  const kept = [...towns].filter((town) => isKept(town) && alpha3.has(town.country));
  kept.sort((a, b) => b.population - a.population || a.geonames - b.geonames);
  const townsOf = new Map<string, GeoNamesTown[]>();
  for (const town of kept) {
    const its = townsOf.get(divisionCode(town));
    if (its === undefined) townsOf.set(divisionCode(town), [town]);
    else its.push(town);
  }
  const entries: Entry[] = [];
  const numbers = new Map<string, number>();
  for (const division of divisions) {
    const its = townsOf.get(division.code);
    if (its === undefined) continue;
    numbers.set(division.code, entries.length + 1);
    entries.push(divisionEntry(division, its, alpha3, entries.length + 1));
  }
  for (const town of kept) entries.push(townEntry(town, alpha3, numbers.get(divisionCode(town)) ?? 0));
  return packed(entries);
}

const SMALLEST_TOWN = 1000;
const SMALLEST_QUARTER = 20_000;
/** Below this, only the main name is kept: other names of small towns are mostly words of other languages. */
const SMALLEST_WITH_OTHER_NAMES = 15_000;

/** Where a town's main name is English, its other names are of the past or a joke: "Hog Heaven" for Moscow, Idaho. */
const ENGLISH_SPEAKING: ReadonlySet<string> = new Set(["AU", "CA", "GB", "IE", "NZ", "US"]);

// Seats of divisions are kept however small; what is abandoned, destroyed or of the past is no place where things happen.
function isKept({ feature, population }: GeoNamesTown): boolean {
  if (/^PPL(H|CH|Q|W)$/.test(feature)) return false;
  if (feature === "PPLX") return population >= SMALLEST_QUARTER;
  return population >= SMALLEST_TOWN || /^PPL(C|A|A2)$/.test(feature);
}

function divisionCode({ country, division }: GeoNamesTown): string {
  return `${country}.${division}`;
}

const KIND_BY_FEATURE: Readonly<Record<string, GazetteerKind>> = {
  PPLC: "capital",
  PPLA: "division-seat",
  PPLX: "quarter",
};

function townEntry(town: GeoNamesTown, alpha3: ReadonlyMap<string, string>, division: number): Entry {
  const { name, asciiName, alternateNames, feature, population, country } = town;
  const hasOtherNames =
    !ENGLISH_SPEAKING.has(country) &&
    (population >= SMALLEST_WITH_OTHER_NAMES || feature === "PPLC" || feature === "PPLA");
  return {
    name,
    names: [name, asciiName],
    otherNames: hasOtherNames ? alternateNames.filter(isLikeAName) : [],
    geonames: town.geonames,
    latitude: town.latitude,
    longitude: town.longitude,
    kind: KIND_BY_FEATURE[feature] ?? "town",
    country: alpha3.get(country) as string,
    division,
    population,
  };
}

// Not "ALP" (an airport's code), "a lei po" or "Алеппо".
function isLikeAName(name: string): boolean {
  return /^\p{Lu}/u.test(name) && name.length > 3 && name !== name.toUpperCase();
}

/** Words that say what a division is, as GeoNames' names have them. */
const DIVISION_WORDS =
  /^(Municipality|Province|Region|Department|District|State|Republic|Governorate|Muhafazat) of |^Muhafazat | (Province|Oblast'?|oblast|Oblisi|Region|Governorate|Department|District|County|Municipality|Parish|State|Republic|Krai|Kray|Division|Prefecture|City|Regional State)$/g;

function divisionEntry(
  { code, name }: GeoNamesDivision,
  towns: readonly GeoNamesTown[],
  alpha3: ReadonlyMap<string, string>,
  number: number,
): Entry {
  return {
    name,
    names: [name],
    otherNames: [name.replace(DIVISION_WORDS, "")],
    geonames: 0,
    latitude: median(towns.map(({ latitude }) => latitude)),
    longitude: median(towns.map(({ longitude }) => longitude)),
    kind: "division",
    country: alpha3.get(code.slice(0, 2)) as string,
    division: number,
    population: towns.reduce((sum, town) => sum + town.population, 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] as number;
}

function packed(entries: readonly Entry[]): ModelFile {
  const file = new ModelFile("en");
  const countries = [...new Set(entries.map(({ country }) => country))].sort();
  const numbers = new Map(countries.map((country, index) => [country, index]));
  file.set("countries", countries.join(" "));
  file.set(
    "country",
    Uint8Array.from(entries, ({ country }) => numbers.get(country) as number),
  );
  file.set(
    "kind",
    Uint8Array.from(entries, ({ kind }) => GAZETTEER_KINDS.indexOf(kind)),
  );
  file.set(
    "division",
    Uint16Array.from(entries, ({ division }) => division),
  );
  file.set(
    "geonames",
    Uint32Array.from(entries, ({ geonames }) => geonames),
  );
  file.set(
    "population",
    Uint32Array.from(entries, ({ population }) => population),
  );
  file.set(
    "latitude",
    Int32Array.from(entries, ({ latitude }) => Math.round(latitude * DEGREE)),
  );
  file.set(
    "longitude",
    Int32Array.from(entries, ({ longitude }) => Math.round(longitude * DEGREE)),
  );
  setTexts(
    file,
    "names",
    "nameStart",
    entries.map(({ name }) => name),
  );
  const matches = matchesByKey(entries);
  const keys = [...matches.keys()].sort();
  setTexts(file, "keys", "keyStart", keys);
  const lists = keys.map((key) => matches.get(key) as readonly number[]);
  file.set("matches", Uint32Array.from(lists.flat()));
  file.set("matchStart", startsOf(lists.map((list) => list.length)));
  return file;
}

/** Twice the index of each entry a name stands for, plus one where it is one of its other names. */
function matchesByKey(entries: readonly Entry[]): Map<string, number[]> {
  const matches = new Map<string, number[]>();
  for (const [index, { names, otherNames }] of entries.entries()) {
    const keys = new Set<string>();
    const add = (name: string, mark: number) => {
      const key = comparableWords(name).join(" ");
      if (keys.has(key) || !/^[A-Z][A-Za-z' .]+$/.test(key)) return;
      keys.add(key);
      const found = matches.get(key);
      if (found === undefined) matches.set(key, [2 * index + mark]);
      else found.push(2 * index + mark);
    };
    for (const name of names) add(name, 0);
    for (const name of names) add(name.replace(/['‘’ʻʼ`]/g, ""), 0);
    for (const name of otherNames) add(name, 1);
  }
  return matches;
}

function setTexts(file: ModelFile, texts: string, starts: string, values: readonly string[]): void {
  const bytes = values.map((value) => Buffer.from(value, "utf8"));
  file.set(texts, new Uint8Array(Buffer.concat(bytes)));
  file.set(starts, startsOf(bytes.map(({ length }) => length)));
}

/** Where each of the stretches of these lengths begins, closed by their sum. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) starts[index + 1] = (starts[index] as number) + length;
  return starts;
}
