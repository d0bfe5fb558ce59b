import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { LexiconError, type LexiconProblem } from "../lexicon/lexicon-error.ts";
import { readTable, type TableRow } from "../lexicon/table.ts";
import type { Dictionary } from "./dictionary/dictionary.ts";
import type { Entity } from "./mention.ts";
import { loadOccasionLexicon, type OccasionLexicon } from "./occasion-lexicon.ts";
import { OfficeHolders, type OfficeTerm } from "./office-holders.ts";
import { PhraseTrie } from "./phrase-trie.ts";
import { loadPlaceLexicon, type PlaceLexicon } from "./places/place-lexicon.ts";
import { Publishers } from "./publishers.ts";
import { isSector, SECTORS } from "./sectors.ts";
import { loadTimeLexicon, type TimeLexicon } from "./time-lexicon.ts";
import { comparableWords } from "./words.ts";

/** An actor the lexicon knows by name. */
export interface KnownActor {
  readonly name: string;
  readonly kind: Entity["kind"];
  readonly country?: string;
  readonly sectors: readonly string[];
  /** CAMEO code, where it is not made from country and sector. */
  readonly code?: string;
  /** Codes of the countries and organisations of a grouping: of the E3 `DEU`, `FRA` and `GBR`. */
  readonly members?: readonly string[];
  /** `actors/countries.tsv:48`. */
  readonly origin: string;
}

/**
 * One way to read a name: of an actor; as a nationality ("Chinese", "a Kazakh"); as a seat of government ("Beijing",
 * "the Kremlin"), which is an actor only where it acts; of a place in a country ("Darfur"), which only says where people
 * belong; or of something else ("French fries"), which is no actor.
 */
export interface NameSense {
  readonly reading: "name" | "adjective" | "people" | "capital" | "seat" | "place" | "other";
  /** Whether the words are those of a plural: "Kazakhs". */
  readonly plural: boolean;
  readonly actor: KnownActor;
}

/** A part of a country, which is meant by its name where one of its offices follows: "Georgia Governor Lena Brandt". */
export interface Namesake {
  readonly sense: NameSense;
  readonly offices: ReadonlySet<string>;
}

/** What a role noun says of those it names. */
export interface Role {
  /** Singular, lower case; in capitals where it only stands so: "HE". */
  readonly name: string;
  /**
   * "country" where it only stands for a country ("the Chinese side"); "relational" where whose it is does not say to which
   * country it belongs ("an ally of Iran"); "honorific" where it says nothing of a role ("Mr.").
   */
  readonly kind: "person" | "group" | "organisation" | "country" | "relational" | "honorific";
  /** Wider roles that its holder has too: a president is a leader. */
  readonly also: readonly string[];
  readonly sectors: readonly string[];
  readonly gender?: "she" | "he";
  /** Whether it stands before a name: "Foreign Minister Wang". */
  readonly isTitle: boolean;
  /** Set where only one country has the office. */
  readonly country?: string;
  /** The organisation whose office it is where a text names no other: the United Nations of "the Secretary-General". */
  readonly usual?: string;
  /** A loaded dictionary's code: `~GOV` stands after the code of the actor whose agent it is, `NGO~` before it. */
  readonly agent?: string;
  readonly origin: string;
}

/** A role as its words at one place have it. */
export interface RoleSense {
  readonly role: Role;
  readonly plural: boolean;
}

/** What a word in or around a title does. */
export interface TitleWord {
  readonly kind: "modifier" | "former" | "portfolio" | "particle" | "suffix";
}

/** What a pronoun stands for: one person, a country or body, several, or the voice that speaks. */
export type PronounKind = "she" | "he" | "it" | "they" | "we" | "I";

/** Words about actors: names and roles, as `lexicon/<language>/actors` and `roles` give them. */
export interface ActorLexicon {
  /** Whether entities that are groupings name their members. */
  readonly tellsMembers?: boolean;
  /** Loaded beside the lexicon; goes before it. */
  readonly dictionary?: Dictionary;
  /** By words with their capitals. */
  readonly names: PhraseTrie<NameSense>;
  /** By words in lower case. */
  readonly roles: PhraseTrie<RoleSense>;
  /** Parts of countries that are called as another country is, by words with their capitals. */
  readonly namesakes: PhraseTrie<Namesake>;
  /** Countries by ISO 3166-1 alpha-3 code. */
  readonly countries: ReadonlyMap<string, KnownActor>;
  /** By word in lower case. */
  readonly titleWords: ReadonlyMap<string, TitleWord>;
  /** Last words of names that are no body's, in lower case: "agreement", "week". */
  readonly thingWords: ReadonlySet<string>;
  /** Participles that a hyphen ties to whoever does what stands behind them: "led". */
  readonly leadingWords: ReadonlySet<string>;
  readonly officeHolders: OfficeHolders;
  /** Forenames as compared, with the gender of nearly all bearers. */
  readonly forenames: ReadonlyMap<string, "she" | "he" | "either">;
  readonly publishers: Publishers;
  /** By pronoun in lower case. */
  readonly pronouns: ReadonlyMap<string, PronounKind>;
  readonly times: TimeLexicon;
  readonly occasions: OccasionLexicon;
  readonly places: PlaceLexicon;
}

const list = z
  .string()
  .optional()
  .transform((cell) => (cell === undefined ? [] : cell.split("|").map((part) => part.trim())));

const countryCode = z.string().regex(/^[A-Z]{3}$/, "expected three capital letters");

const sectors = list.refine((codes) => codes.every(isSector), {
  message: `expected sectors out of ${SECTORS.join(", ")}`,
});

const countryRow = z.object({
  code: countryCode,
  name: z.string(),
  names: list,
  adjectives: list,
  people: list,
  capital: list,
  seats: list,
  domain: z.string().optional(),
});

const organisationRow = z.object({
  name: z.string(),
  names: list,
  kind: z.enum(["organisation", "group"]),
  country: countryCode.optional(),
  sector: sectors,
  code: z
    .string()
    .regex(/^([A-Z]{3})+$/, "expected three capital letters, or several times three")
    .optional(),
  members: list,
  seats: list,
});

const placeRow = z.object({ name: z.string(), country: countryCode, adjectives: list });

const namesakeRow = placeRow.extend({ offices: list });

const otherNameRow = z.object({ name: z.string(), kind: z.string() });

const roleRow = z.object({
  role: z.string(),
  plural: z.string().optional(),
  kind: z.enum(["person", "group", "organisation", "country", "relational", "honorific"]),
  sector: sectors,
  title: z.literal("yes").optional(),
  country: countryCode.optional(),
  also: list,
  gender: z.enum(["she", "he"]).optional(),
  usual: z.string().optional(),
});

const titleWordRow = z.object({
  word: z.string(),
  kind: z.enum(["modifier", "former", "portfolio", "particle", "suffix"]),
});

const thingWordRow = z.object({
  word: z.string(),
  kind: z.enum(["agreement", "land", "law", "prize", "time"]),
});

const leadingWordRow = z.object({ word: z.string() });

const publisherRow = z
  .object({ publisher: z.string(), country: countryCode.optional(), offices: list })
  .refine(({ publisher, country }) => (country === undefined) === /^(.+\.)?\*$/.test(publisher), {
    message: 'expected a country, or none where the publisher is "*" or ends with ".*"',
  });

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "expected a month, YYYY-MM");

const officeHolderRow = z.object({
  name: z.string(),
  names: list,
  country: countryCode.optional(),
  body: z.string().optional(),
  role: z.string(),
  from: month,
  to: month.optional(),
});

const forenameRow = z.object({ name: z.string(), gender: z.enum(["she", "he"]).optional() });

const pronounRow = z.object({
  pronoun: z.string(),
  "stands-for": z.enum(["she", "he", "it", "they", "we", "I"]),
});

/**
 * Reads the words about actors.
 *
 * @param folder `lexicon/<language>`
 * @throws LexiconError naming every bad line
 */
export function loadActorLexicon(folder: string): ActorLexicon {
  const names = new PhraseTrie<NameSense>();
  const roles = new PhraseTrie<RoleSense>();
  const countries = new Map<string, KnownActor>();
  const domains = new Map<string, string>();
  for (const row of readTable(join(folder, "actors/countries.tsv"), countryRow)) {
    addCountry(row, names, countries);
    if (row.row.domain !== undefined) domains.set(row.row.domain, row.row.code);
  }
  const organisations = new Map<string, KnownActor>();
  for (const row of readTable(join(folder, "actors/organisations.tsv"), organisationRow)) {
    organisations.set(row.row.name, addOrganisation(row, names));
  }
  for (const row of readTable(join(folder, "actors/places.tsv"), placeRow)) addPlace(row, names, countries);
  const namesakes = new PhraseTrie<Namesake>();
  for (const line of readTable(join(folder, "actors/namesakes.tsv"), namesakeRow)) {
    const sense = { reading: "place", plural: false, actor: countryOf(line, countries) } as const;
    namesakes.add(comparableWords(line.row.name), { sense, offices: new Set(line.row.offices) });
  }
  for (const { row, file, line } of readTable(join(folder, "actors/other-names.tsv"), otherNameRow)) {
    const actor = {
      name: row.name,
      kind: "organisation",
      sectors: [],
      origin: originOf(file, line),
    } as const;
    names.add(comparableWords(row.name), { reading: "other", plural: false, actor });
  }
  const roleNames = new Map<string, Role>();
  for (const row of readTable(join(folder, "roles/roles.tsv"), roleRow)) {
    roleNames.set(row.row.role, addRole(row, roles));
  }
  const titleWords = new Map<string, TitleWord>();
  for (const { row } of readTable(join(folder, "roles/title-words.tsv"), titleWordRow)) {
    titleWords.set(row.word, { kind: row.kind });
  }
  const thingWords = new Set(
    readTable(join(folder, "actors/thing-words.tsv"), thingWordRow).map(({ row }) => row.word),
  );
  const leadingWords = new Set(
    readTable(join(folder, "actors/leading-words.tsv"), leadingWordRow).map(({ row }) => row.word),
  );
  const pronouns = new Map(
    readTable(join(folder, "cues/pronouns.tsv"), pronounRow).map(({ row }) => [
      row.pronoun,
      row["stands-for"],
    ]),
  );
  const officeHolders = new OfficeHolders(
    officeTerms(
      readTable(join(folder, "actors/office-holders.tsv"), officeHolderRow),
      countries,
      organisations,
      roleNames,
    ),
  );
  const forenames = new Map(
    readTable(join(folder, "actors/forenames.tsv"), forenameRow).map(({ row }) => [
      comparableWords(row.name)[0] as string,
      row.gender ?? ("either" as const),
    ]),
  );
  const publishers = new Publishers(
    readTable(join(folder, "actors/publishers.tsv"), publisherRow).map(({ row }) => row),
    domains,
  );
  return {
    names,
    roles,
    namesakes,
    countries,
    titleWords,
    thingWords,
    leadingWords,
    officeHolders,
    forenames,
    publishers,
    pronouns,
    times: loadTimeLexicon(folder),
    occasions: loadOccasionLexicon(folder),
    places: loadPlaceLexicon(folder, countries),
  };
}

function addCountry(
  { row, file, line }: TableRow<z.infer<typeof countryRow>>,
  names: PhraseTrie<NameSense>,
  countries: Map<string, KnownActor>,
): void {
  const actor: KnownActor = {
    name: row.name,
    kind: "country",
    country: row.code,
    sectors: [],
    origin: originOf(file, line),
  };
  countries.set(row.code, actor);
  const add = (phrases: readonly string[], reading: NameSense["reading"], plural = false) => {
    for (const phrase of phrases) names.add(comparableWords(phrase), { reading, plural, actor });
  };
  add([row.name, ...row.names], "name");
  add(row.adjectives, "adjective");
  add(row.people, "people");
  add(row.people.map(pluralOfPeople), "people", true);
  add(row.capital, "capital");
  add(row.seats, "seat");
}

function addOrganisation(
  { row, file, line }: TableRow<z.infer<typeof organisationRow>>,
  names: PhraseTrie<NameSense>,
): KnownActor {
  const actor: KnownActor = {
    name: row.name,
    kind: row.kind,
    ...(row.country === undefined ? {} : { country: row.country }),
    sectors: row.sector,
    ...(row.code === undefined ? {} : { code: row.code }),
    ...(row.members.length === 0 ? {} : { members: row.members }),
    origin: originOf(file, line),
  };
  for (const phrase of [row.name, ...row.names]) {
    names.add(comparableWords(phrase), { reading: "name", plural: false, actor });
  }
  for (const phrase of row.seats)
    names.add(comparableWords(phrase), { reading: "seat", plural: false, actor });
  return actor;
}

function addPlace(
  line: TableRow<z.infer<typeof placeRow>>,
  names: PhraseTrie<NameSense>,
  countries: ReadonlyMap<string, KnownActor>,
): void {
  const actor = countryOf(line, countries);
  for (const phrase of [line.row.name, ...line.row.adjectives]) {
    names.add(comparableWords(phrase), { reading: "place", plural: false, actor });
  }
}

/** @throws LexiconError when a line's country is none of `actors/countries.tsv` */
function countryOf(
  { row, file, line }: TableRow<{ readonly country: string }>,
  countries: ReadonlyMap<string, KnownActor>,
): KnownActor {
  const country = countries.get(row.country);
  if (country === undefined) {
    throw new LexiconError([{ file, line, message: `no such country: ${row.country}` }]);
  }
  return country;
}

function addRole({ row, file, line }: TableRow<z.infer<typeof roleRow>>, roles: PhraseTrie<RoleSense>): Role {
  const role: Role = {
    name: row.role,
    kind: row.kind,
    also: row.also,
    sectors: row.sector,
    ...(row.gender === undefined ? {} : { gender: row.gender }),
    isTitle: row.title === "yes",
    ...(row.country === undefined ? {} : { country: row.country }),
    ...(row.usual === undefined ? {} : { usual: row.usual }),
    origin: originOf(file, line),
  };
  const plural = row.plural ?? pluralOf(row.role);
  const words = (phrase: string) => comparableWords(phrase.toLowerCase());
  if (plural !== row.role) roles.add(words(row.role), { role, plural: false });
  // "Dr." is no plural, whatever may follow it.
  roles.add(words(plural), { role, plural: plural !== row.role || row.kind !== "honorific" });
  return role;
}

/** @throws LexiconError naming every line whose country, body or role no table has */
function officeTerms(
  rows: readonly TableRow<z.infer<typeof officeHolderRow>>[],
  countries: ReadonlyMap<string, KnownActor>,
  organisations: ReadonlyMap<string, KnownActor>,
  roles: ReadonlyMap<string, Role>,
): OfficeTerm[] {
  const problems: LexiconProblem[] = [];
  const terms: OfficeTerm[] = [];
  for (const { row, file, line } of rows) {
    const of = row.body === undefined ? countries.get(row.country ?? "") : organisations.get(row.body);
    const role = roles.get(row.role);
    if (of === undefined)
      problems.push({ file, line, message: `no such country or body: ${row.country ?? row.body}` });
    if (role === undefined) problems.push({ file, line, message: `no such role in roles.tsv: ${row.role}` });
    if (of === undefined || role === undefined) continue;
    terms.push({
      name: row.name,
      spellings: [row.name, ...row.names].map((name) => comparableWords(name.toLowerCase())),
      of,
      role,
      from: row.from,
      ...(row.to === undefined ? {} : { to: row.to }),
      origin: originOf(file, line),
    });
  }
  if (problems.length > 0) throw new LexiconError(problems);
  return terms;
}

/** `actors/countries.tsv:48`: folder, file and line, so that rules read the same wherever the lexicon lies. */
function originOf(file: string, line: number): string {
  return `${basename(dirname(file))}/${basename(file)}:${line}`;
}

/** "Kazakh" -> "Kazakhs"; "-men", "-ese" and "Swiss" are their own plural. */
function pluralOfPeople(noun: string): string {
  return /(men|ese|ss|z)$/.test(noun) ? noun : pluralOf(noun);
}

/** The regular plural of a noun, or of the last word of a phrase: "deputy" -> "deputies". */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
