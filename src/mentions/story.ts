import type { Span } from "../document/span.ts";
import { datelineEnd } from "../language/dateline.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Actor, Cast } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { mostFrequent } from "./most-frequent.ts";
import { actorMeant, countryItself } from "./name-senses.ts";
import type { Reading } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";
import { comparableWords, withoutCapitals } from "./words.ts";

/** Of the countries that a wire story names, the share that the one where it plays has at least. */
const MOST_OF_STORY = 0.6;
/** The same where the story is dated there and names that country first: others comment or quarrel with it, and are named as often. */
const PART_OF_DATED_STORY = 0.2;
const TWICE = 2;

/**
 * The country where a wire story plays: it opens with a dateline, and most of the countries that it names are that one, or it is dated there
 * and begins with it. There "police" and "the army" are its own. Not where it is dated in another: from Washington they may be anybody's.
 */
export function sceneOfStory({ names, parsed, lexicon }: Reading): string | undefined {
  const dateline = datelineOf(parsed);
  if (dateline === undefined) return undefined;
  const place = comparableWords(parsed.text.slice(...dateline)).map(withoutCapitals);
  const senses = lexicon.names.longestAt(place, 0, () => true)?.values ?? [];
  const countryBy = (kind: string) => senses.find(({ reading }) => reading === kind)?.actor.country;
  const capital = countryBy("capital");
  const dated = capital ?? countryBy("place");
  const told = names.filter(({ start }) => (parsed.columns.start[start] as number) >= dateline[1]);
  const named = told.flatMap((name) => countryItself(actorMeant(name)) ?? []);
  const times = named.filter((country) => country === dated).length;
  if (dated !== undefined && named[0] === dated && times >= PART_OF_DATED_STORY * named.length) return dated;
  const [first] = mostFrequent(named);
  if (first === undefined || first[1] < TWICE || first[1] < MOST_OF_STORY * named.length) return undefined;
  return capital === undefined || capital === first[0] ? first[0] : undefined;
}

/** Sentences that may stand before a dateline: a title and a line of its own. */
const SENTENCES_BEFORE = 3;

function datelineOf({ text, columns, sentenceStart, sentenceCount }: ParsedDocument): Span | undefined {
  for (let sentence = 0; sentence < Math.min(SENTENCES_BEFORE, sentenceCount); sentence++) {
    const start = columns.start[sentenceStart[sentence] as number] as number;
    const end = datelineEnd(text, start);
    if (end >= 0) return [start, end];
  }
  return undefined;
}

/** Sectors whose people and bodies are those of the country where a story plays. */
const OF_THE_COUNTRY: ReadonlySet<string> = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "OPP"]);
/** Those that every country has, and of which a story may tell of two. */
const OF_ANY_COUNTRY: ReadonlySet<string> = new Set(["GOV", "LEG"]);

const POSSESSIVE = /^(his|her|its|their|our|my|your)$/;

/** Roles that people from abroad have in such a story too, and those that say nothing of an office. */
const ANYBODYS =
  /^(leader|diplomat|ambassador|leadership|envoy|politician|lawyer|attorney|legal expert|representative|delegation|commissioner)$/;

/** Whether a role without a name and a country is of the country where a story plays: "police", "the army", "the government". */
export function isOfStory(scene: Scene, phrase: RolePhrase): boolean {
  const role = phrase.roles[0] as Role;
  if (phrase.affiliations.length > 0 || phrase.former || !isOfCountry(role)) return false;
  if (phrase.determiners.some((word) => POSSESSIVE.test(word))) return false;
  // "the ministers met" may be anybody's.
  if (phrase.plural && role.kind === "person" && role.sectors[0] === "GOV") return false;
  if (/\b(foreign|international|world|global)\b/i.test(phrase.roleText) && phrase.plural) return false;
  return OF_ANY_COUNTRY.has(role.sectors[0] ?? "") ? isToldOfLast(scene, phrase) : isOwnForce(scene, phrase);
}

// "Berlin postponed the talks. The government said": whoever was told of last, other than as "we".
function isToldOfLast({ home, reading, discourse }: Scene, { start }: RolePhrase): boolean {
  const sentence = reading.parsed.sentenceOf(start);
  const before = [...discourse.subjectsIn(sentence - 1), ...discourse.subjectsIn(sentence)];
  const told = before.filter(({ draft }) => draft.tokens[1] <= start && draft.form !== "pronoun");
  const last = told.flatMap(({ draft }) => draft.actors.flatMap(({ country }) => country ?? [])).at(-1);
  return last === undefined || last === home;
}

// "Peru sent 500 police officers to Ecuador": whose they are, whoever acts on them says.
function isOwnForce({ home, discourse }: Scene, { roleToken }: RolePhrase): boolean {
  const [acting] = discourse.clauseSubjects(roleToken);
  return acting?.draft.actors.some(({ country }) => country !== undefined && country !== home) !== true;
}

function isOfCountry({ name, also, sectors, kind }: Role): boolean {
  const isAnybodys = [name, ...also.filter((wider) => wider !== "leader")].some((wider) =>
    ANYBODYS.test(wider),
  );
  return OF_THE_COUNTRY.has(sectors[0] ?? "") && !isAnybodys && kind !== "relational";
}

/** Gives the named people of a story its country where the text gives them none: "Army spokesman Felix Kato". */
export function claimPeopleOfStory(cast: Cast, home: string): void {
  for (const actor of cast.people) {
    if (isHomeless(actor) && OF_THE_COUNTRY.has(actor.sectors[0] ?? "") && !actor.roles.some(isAnybodys))
      actor.country = home;
  }
}

function isHomeless({ kind, country, code }: Actor): boolean {
  return kind === "person" && country === undefined && code === undefined;
}

function isAnybodys(role: string): boolean {
  return role !== "leader" && ANYBODYS.test(role);
}
