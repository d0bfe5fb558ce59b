import type { Actor } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { actorOf } from "./actor-names.ts";
import type { Discourse, Placed } from "./discourse.ts";
import { type Encounter, encounterIn, openingEncounter } from "./encounters.ts";
import { withOwn } from "./joint-voice.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { headOf, type Reading, relationOf, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";

/** Several actors that one phrase stands for. */
export interface Several {
  readonly actors: readonly Actor[];
  readonly via: string;
}

/**
 * The parties of the document's encounter that a counted plural stands for: "the two sides", "both countries", "the two
 * leaders", "the three ministers"; also "the parties", without a number. Not "two officials", whom nobody has named before.
 */
export function pairOf(scene: Scene, phrase: RolePhrase): Several | undefined {
  const role = phrase.roles[0] as Role;
  if (!phrase.plural || phrase.affiliations.length > 0 || isModified(phrase)) return undefined;
  const count = countOf(scene.reading, phrase);
  if (count === undefined || (!isCounted(phrase) && isNarrowed(scene.reading, phrase))) return undefined;
  const grouping = role.kind === "person" && !isCounted(phrase) ? groupingMet(scene) : undefined;
  if (grouping !== undefined) return { actors: grouping, via: `${phrase.roleText} -> ${nameList(grouping)}` };
  const actors =
    role.kind === "person"
      ? (personsBefore(scene, phrase, role.name, count) ?? leadersMet(scene, phrase, role.name))
      : role.kind === "country" || role.name === "party" || (role.kind === "relational" && isCounted(phrase))
        ? countriesBefore(scene, phrase, count)
        : undefined;
  if (actors === undefined) return undefined;
  return { actors, via: `${phrase.roleText} -> ${nameList(actors)}` };
}

function nameList(actors: readonly Actor[]): string {
  return actors.map(({ name }) => name).join(", ");
}

// "Call with G7 Leaders", "Statement of the Quad Leaders": "the leaders" are those of the one grouping that the title names, and the own one.
function groupingMet({ title, reading, cast, publisher, joint }: Scene): readonly Actor[] | undefined {
  const groupings = title.actors.filter(({ actor }) => actor.members !== undefined);
  const [first] = groupings;
  if (first === undefined || groupings.length > 1 || !/^leaders$/i.test(title.words[first.end] ?? ""))
    return undefined;
  if (joint !== undefined) return joint;
  return withOwn([first.actor], reading, cast, publisher);
}

// "the two neighbours", "both allies"; not "the allies", who may be anybody's.
function isCounted({ determiners }: RolePhrase): boolean {
  return determiners.length > 1 || determiners.includes("both");
}

// "the other parties", "the foreign ministers present": more words than the role's own say that others are meant.
function isModified({ roleText, roles }: RolePhrase): boolean {
  return roleText.split(/[\s-]+/).length > (roles[0]?.name ?? "").split(/[\s-]+/).length;
}

// "the nations of Central America", "the leaders who came": what follows says which.
function isNarrowed({ parsed }: Reading, phrase: RolePhrase): boolean {
  return /^(of|in|from|at|who|that|which)$/.test(textOf(parsed, phrase.end));
}

/** How many are meant: "the two", "both", "all three"; two for "the sides" and "the leaders", which the text must have named. */
function countOf(reading: Reading, phrase: RolePhrase): number | undefined {
  const { determiners } = phrase;
  if (determiners.includes("both")) return 2;
  const isDefinite = determiners[0] === "the" || determiners[0] === "these" || determiners[0] === "all";
  if (!isDefinite) return undefined;
  for (const word of determiners) {
    const number = /^\d$/.test(word) ? Number(word) : numberOf(reading, word);
    if (number !== undefined && number > 1) return number;
  }
  return determiners.length === 1 && determiners[0] === "the" ? 2 : undefined;
}

function numberOf(reading: Reading, word: string): number | undefined {
  const known = reading.lexicon.times.get(word);
  return known?.kind === "number" ? Number(known.value) : undefined;
}

const FAR_BACK = 1000;

/** The nearest persons named before who hold the role, or one like it, each of another country. */
function personsBefore(
  { discourse }: Scene,
  phrase: RolePhrase,
  role: string,
  count: number,
): readonly Actor[] | undefined {
  const met = metBefore(discourse, phrase, role, count) ?? openingPair(discourse, phrase, role, count);
  if (met !== undefined) return met;
  const found: Actor[] = [];
  const addressing = subjectActing(discourse, phrase);
  for (const { draft } of discourse.before(phrase.start, FAR_BACK)) {
    for (const actor of draft.actors) {
      const isNamed = actor.kind === "person" && actor.nameWords.length > 0;
      if (!isNamed || found.includes(actor) || actor === addressing || !holds(actor, role)) continue;
      if (found.some((other) => other.country === actor.country)) continue;
      found.push(actor);
    }
    if (found.length >= count) return found.slice(0, count).reverse();
  }
  return undefined;
}

const MEETING_SENTENCES_BACK = 3;

// "Ramaphosa met Sunak … King Charles … . The two leaders agreed": the main subject and whom its verb joins it with, if they are as many.
function metBefore(
  discourse: Discourse,
  phrase: RolePhrase,
  role: string,
  count: number,
): readonly Actor[] | undefined {
  const own = discourse.parsed.sentenceOf(phrase.start);
  for (let sentence = own - 1; sentence >= Math.max(0, own - MEETING_SENTENCES_BACK); sentence--) {
    const persons = personsMet(encounterIn(discourse, sentence));
    const holders = persons.filter((actor) => holds(actor, role));
    // "The leaders" without a number are all who took part.
    if (holders.length === count || (holders.length > count && !isCounted(phrase))) return holders;
    if (isAnybodys(role) && areOfSides(persons, count)) return persons;
  }
  return undefined;
}

// "The Secretary spoke with Minister Berg … President Ruiz … . Both leaders agreed": those with whose encounter the text opens.
function openingPair(
  discourse: Discourse,
  phrase: RolePhrase,
  role: string,
  count: number,
): readonly Actor[] | undefined {
  const persons = personsMet(openingEncounter(discourse, phrase.start));
  return isAnybodys(role) && areOfSides(persons, count) ? persons : undefined;
}

function personsMet(encounter: Encounter | undefined): readonly Actor[] {
  if (encounter === undefined) return [];
  return [...encounter.hosts, ...encounter.guests].filter(({ kind }) => kind === "person");
}

/** Words for whoever met, whatever their offices: a secretary and a minister are "both leaders". */
const ANYBODYS = /^(leader|official|senior official|representative|principal)$/;

const isAnybodys = (role: string) => ANYBODYS.test(role);

// As many as are meant, each by name and of another country.
function areOfSides(persons: readonly Actor[], count: number): boolean {
  const countries = new Set(persons.map(({ country }) => country));
  return persons.length === count && countries.size === count && persons.every(isNamed);
}

const isNamed = ({ nameWords }: Actor) => nameWords.length > 0;

// "President Berg held a call with European leaders. The leaders agreed": he is one of them; not where he thanks them, nor where
// a minister met "faith leaders".
function leadersMet(
  { discourse, home }: Scene,
  phrase: RolePhrase,
  role: string,
): readonly Actor[] | undefined {
  const { hosts, guests } = openingEncounter(discourse, phrase.start) ?? NOBODY;
  const isOfStates = home === undefined && hosts.every(isHead) && guests.some(isGroupOfLeaders);
  if (role !== "leader" || isCounted(phrase) || hosts.length === 0 || !isOfStates) return undefined;
  const isOutside = isBesideOrUnder(discourse, phrase, hosts);
  return isOutside ? guests : [...hosts, ...guests];
}

const NOBODY: Encounter = { hosts: [], guests: [] };

const isHead = ({ roles }: Actor) => roles.some((role) => /^head of (state|government)$/.test(role));

function isGroupOfLeaders({ kind, roles }: Actor): boolean {
  return kind === "group" && roles.some((role) => /^(leader|ally|partner)$/.test(role));
}

// "The President and the leaders", "The President thanked the leaders": without him.
function isBesideOrUnder(discourse: Discourse, phrase: RolePhrase, hosts: readonly Actor[]): boolean {
  const { parsed } = discourse;
  const isHost = (placed: Placed | undefined) =>
    placed?.draft.actors.some((actor) => hosts.includes(actor)) === true;
  if (relationOf(parsed, phrase.roleToken) === "conj")
    return isHost(discourse.at(headOf(parsed, phrase.roleToken)));
  if (relationOf(parsed, phrase.roleToken) === "nsubj") return false;
  return [...discourse.clauseSubjects(phrase.roleToken)].some(isHost);
}

// "President Moon congratulated both leaders": he is neither of them.
function subjectActing(discourse: Discourse, phrase: RolePhrase): Actor | undefined {
  if (relationOf(discourse.parsed, phrase.roleToken) === "nsubj") return undefined;
  for (const { draft } of discourse.clauseSubjects(phrase.roleToken)) return draft.actors[0];
  return undefined;
}

function holds(actor: Actor, role: string): boolean {
  return actor.roles.some((held) => held === role || held.endsWith(` ${role}`));
}

// "after talks in South Africa": a place, and no side.
function isWhere({ parsed }: Reading, { form, tokens: [start], actors }: MentionDraft): boolean {
  return form === "name" && actors[0]?.kind === "country" && /^(in|at|near)$/.test(textOf(parsed, start - 1));
}

/**
 * The countries most spoken of before, by their own names and their people's; nobody where the last of them is not spoken
 * of more than the next.
 */
export function countriesBefore(
  { reading, discourse, cast }: Scene,
  phrase: RolePhrase,
  count: number,
): readonly Actor[] | undefined {
  const weights = new Map<string, number>();
  const stateless = new Map<string, Actor>();
  for (const { draft } of discourse.before(phrase.start, FAR_BACK)) {
    for (const actor of draft.actors) {
      if (actor.country === undefined || isWhere(reading, draft)) continue;
      weights.set(actor.country, (weights.get(actor.country) ?? 0) + (actor.kind === "person" ? 2 : 1));
      if (!stateless.has(actor.country)) stateless.set(actor.country, actor);
    }
  }
  const ranked = [...weights].sort((a, b) => b[1] - a[1]);
  const [last, next] = [ranked[count - 1], ranked[count]];
  if (last === undefined || (next !== undefined && next[1] >= last[1])) return undefined;
  return ranked.slice(0, count).map(([code]) => {
    const known = reading.lexicon.countries.get(code);
    return known === undefined ? (stateless.get(code) as Actor) : actorOf(cast, known);
  });
}
