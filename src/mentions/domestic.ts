import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Actor, Cast } from "./actor.ts";
import type { Publisher } from "./publishers.ts";
import { type Reading, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Title } from "./title.ts";

/** Words that say that a text is of the world and not of one country's people only. */
const WORLDLY =
  /^(international|global|globally|world|worldwide|foreign|abroad|overseas|countries|nations|multilateral|humanity)$/;

/** A domestic text speaks of the world or of a place abroad in not more than one sentence of so many. */
const SENTENCES_PER_WORD = 6;
const LEAST_NAMES_AT_HOME = 2;

/**
 * The country of a text that is about home affairs and of nobody else's: it names its own country, people or places and hardly speaks of the
 * world. There "students", "farmers", "the clinics" are of that country too, and so are people and bodies of whom nothing more is said.
 * @param home what `homeOf` found
 */
export function domesticOf(
  reading: Reading,
  title: Title,
  home: string | undefined,
  publisher: Publisher | undefined,
): string | undefined {
  if (home === undefined || publisher === undefined) return undefined;
  const { names, words, parsed } = reading;
  const countries = names.flatMap(({ senses }) => senses[0]?.actor.country ?? []);
  const atHome = countries.filter((country) => country === home).length;
  if (atHome < LEAST_NAMES_AT_HOME || placesAbroad(reading, title.words, home) > 0) return undefined;
  const worldly = words.lower.filter((word) => WORLDLY.test(word)).length;
  const abroad = worldly + placesAbroad(reading, words.words, home);
  return abroad * SENTENCES_PER_WORD > parsed.sentenceCount ? undefined : home;
}

/** How many regions and places of the lexicon the words name that lie elsewhere, or are wider than a country: "Tigray", "Central America". */
function placesAbroad({ lexicon }: Reading, words: readonly string[], home: string): number {
  let found = 0;
  for (let word = 0; word < words.length; word++) {
    const place = lexicon.places.names.longestAt(words, word, () => true);
    if (place === undefined) continue;
    // "Asian American" is of home.
    const next = lexicon.names.longestAt(words, word + place.length, () => true);
    const isOfHome = next?.values[0]?.actor.country === home;
    if (!isOfHome && place.values.every(({ countries }) => !countries.includes(home))) found++;
    word += place.length - 1;
  }
  return found;
}

/** Sectors whose people and bodies are of the country in which a domestic text plays. */
const OF_SOCIETY: ReadonlySet<string> = new Set("AGR BUS CVL EDU HLH JRN LAB MED OPP PTY REL SOC".split(" "));

/** Whether a role without a name and a country is of the country of a domestic text: "students", "the clinics", "community leaders". */
export function isOfDomestic({ parsed }: Reading, phrase: RolePhrase): boolean {
  const { roles, affiliations, former, end, roleText } = phrase;
  const [role] = roles;
  if (role === undefined || affiliations.length > 0 || former || role.kind === "relational") return false;
  const isOfSociety = OF_SOCIETY.has(role.sectors[0] ?? "") || (role.name === "leader" && phrase.plural);
  return isOfSociety && !ABROAD.test(roleText) && !isFromElsewhere(parsed, end);
}

// "leaders from Ohio"; not "leaders from across the country".
function isFromElsewhere(parsed: ParsedDocument, end: number): boolean {
  const isOrigin = /^(of|from)$/.test(textOf(parsed, end));
  return isOrigin && !/^(across|around|throughout)$/.test(textOf(parsed, end + 1));
}

const ABROAD = /\b(foreign|international|world|global|allied|European|African|Asian|Arab|Latin|Caribbean)\b/i;

/** Gives the people and bodies of a domestic text of whom it says nothing else its country: "Ada Berg of the Riverside Legal Aid". */
export function claimDomestic({ lexicon }: Reading, cast: Cast, domestic: string): void {
  for (const actor of cast.actors) {
    if (isUnknownBody(actor)) {
      actor.country = domestic;
      // A bare country would be the state itself.
      actor.sectors = sectorsByName(lexicon, actor.name);
    }
    if (
      actor.kind !== "person" ||
      actor.nameWords.length === 0 ||
      actor.country !== undefined ||
      actor.code !== undefined
    )
      continue;
    const isLeader =
      actor.sectors[0] === "GOV" && actor.roles.some((role) => /^(leader|minister|diplomat)$/.test(role));
    if (!isLeader && (actor.nameWords.length > 1 || actor.roles.length > 0)) actor.country = domestic;
  }
}

// "Lakeside High School", "the Brotherhood of Electrical Workers": by the last words that are a role; else it is one of society.
function sectorsByName({ roles }: Reading["lexicon"], name: string): readonly string[] {
  const words = name.toLowerCase().split(/[\s-]+/);
  for (let word = 0; word < words.length; word++) {
    const sense = roles.longestAt(words, word, (end) => end === words.length)?.values[0];
    const isOfMany = sense?.plural === true || /^(group|organisation)$/.test(sense?.role.kind ?? "");
    const [sector = "UNK"] = sense?.role.sectors ?? [];
    if (sense !== undefined && isOfMany && sector !== "UNK") return sense.role.sectors;
  }
  return ["CVL"];
}

// Bodies that the lexicon knows have a sector or a code; of those that only the name tagger found nothing is known.
function isUnknownBody({ kind, country, code, sectors, roles }: Actor): boolean {
  const isKnown = country !== undefined || code !== undefined || sectors.length > 0 || roles.length > 0;
  return kind === "organisation" && !isKnown;
}
