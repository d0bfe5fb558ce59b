import type { Actor, Cast } from "./actor.ts";
import type { KnownActor, Role } from "./actor-lexicon.ts";
import { namedActor } from "./name-senses.ts";
import type { Publisher } from "./publishers.ts";
import { type Reading, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import { sceneOfStory } from "./story.ts";
import type { Title } from "./title.ts";

/** In a text about home affairs, not more than one sentence in so many names somebody abroad. */
const SENTENCES_PER_NAME_ABROAD = 5;
const MOST_NAMES_ABROAD = 5;

/** Sectors whose people and bodies are the publisher's own in its text about home affairs: "mayors", "the legislators". */
const OF_THE_STATE: ReadonlySet<string> = new Set(["GOV", "LEG", "JUD", "MIL", "COP"]);

/** Roles that people from abroad have in such a text too, and those that say nothing of an office. */
const ANYBODYS =
  /^(leader|president|minister|diplomat|leadership|government|envoy|politician|lawyer|attorney|legal expert)$/;

/**
 * The country of a government's text about home affairs: its title names nobody from abroad and its sentences hardly anybody. There a
 * "mayor", "the legislators" and "the task force" are the publisher's own; in a text about a visit they may be the host's.
 */
export function homeOf(reading: Reading, title: Title, publisher: Publisher | undefined): string | undefined {
  if (publisher === undefined) return sceneOfStory(reading);
  const { names, parsed } = reading;
  const isAbroad = ({ country, code, kind }: KnownActor | Actor) =>
    country === undefined ? code !== undefined || kind === "country" : country !== publisher.country;
  if (title.actors.some(({ actor }) => isAbroad(actor) || isStatesman(actor))) return undefined;
  const abroad = names.filter((name) => {
    const actor = namedActor(name);
    return actor !== undefined && isOfStates(actor) && isAbroad(actor);
  });
  const most = Math.min(MOST_NAMES_ABROAD, parsed.sentenceCount / SENTENCES_PER_NAME_ABROAD);
  return abroad.length > most ? undefined : publisher.country;
}

function isOfStates({ kind, code }: KnownActor): boolean {
  return kind === "country" || code?.startsWith("IGO") === true;
}

// "First Minister Foster": whose he is the title need not say.
function isStatesman({ country, code, roles }: Actor): boolean {
  return country === undefined && code === undefined && roles.some((role) => ANYBODYS.test(role));
}

function isHomeless({ kind, country, code }: Actor): boolean {
  return kind === "person" && country === undefined && code === undefined;
}

/** Gives the named office-holders of a text about home affairs its country where the text gives them none. */
export function claimHomePeople(cast: Cast, home: string): void {
  for (const actor of cast.people) {
    if (!isHomeless(actor) || isStatesman(actor)) continue;
    if (OF_THE_STATE.has(actor.sectors[0] ?? "")) actor.country = home;
  }
}

/**
 * Gives the office-holder with whom a government's title begins its country, where the text gives none: "Special Coordinator Lind's
 * Travel to Chad", "Statement on Envoy Berg's Call with the Foreign Minister of Chad". Not "Meeting with Minister Berg".
 */
export function claimTitleOwner({ actors, words }: Title, publisher: Publisher): void {
  const [first] = actors;
  if (first === undefined || words.slice(0, first.start).some((word) => /^(with|between|from)$/.test(word)))
    return;
  const { actor } = first;
  if (isHomeless(actor) && actor.sectors[0] === "GOV") actor.country = publisher.country;
}

/** Whether a role without a name and a country is, in a text about home affairs, the publisher's own: "local officials", "the task force". */
export function isOfHome({ parsed }: Reading, phrase: RolePhrase): boolean {
  const role = phrase.roles[0] as Role;
  if (phrase.affiliations.length > 0 || phrase.former || !OF_THE_STATE.has(role.sectors[0] ?? ""))
    return false;
  // "the Speaker and the Leader" of a house are, "leaders" may be anybody.
  const isTitle = !phrase.plural && /^\p{Lu}/u.test(phrase.roleText) && role.name === "leader";
  if (
    (ANYBODYS.test(role.name) && !isTitle) ||
    /\b(foreign|international|world|global)\b/i.test(phrase.roleText)
  )
    return false;
  return role.name !== "representative" || !/^(of|from)$/.test(textOf(parsed, phrase.end));
}
