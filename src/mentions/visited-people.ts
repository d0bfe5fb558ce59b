import type { Actor } from "./actor.ts";
import type { NameSense } from "./actor-lexicon.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { actorMeant, countryItself } from "./name-senses.ts";
import type { Publisher } from "./publishers.ts";
import { type Found, headOf, headOfRange, type Reading, relationOf, textOf } from "./reading.ts";

/** Offices of another country, wherever in the sentence they stand. */
const FOREIGN = /^(leader|minister|lawmaker|legislator)$/;

/**
 * Gives office-holders whom a government's own people meet on a visit the country where they are: "In Gabon, Mr. Lund met with President Berg
 * and the Minister of Environment Ada Ruiz", "traveled to Peru and met with Speaker Ruiz". Only where the sentence names no other
 * country, and not those who act in it: "In Gabon, Director Lund met".
 */
export function claimVisitedPeople(
  reading: Reading,
  drafts: readonly MentionDraft[],
  publisher: Publisher,
): void {
  const isIntroduced = new Set<Actor>();
  const ordered = [...drafts].sort((a, b) => a.tokens[0] - b.tokens[0]);
  for (const { tokens, actors } of ordered) {
    const [actor] = actors;
    if (actor?.kind !== "person" || isIntroduced.has(actor)) continue;
    isIntroduced.add(actor);
    const isHomeless = actor.country === undefined && actor.code === undefined;
    if (!isHomeless || !/^(GOV|LEG|MIL|JUD)$/.test(actor.sectors[0] ?? "")) continue;
    const country = visitedIn(reading, tokens[0], publisher.country);
    if (country === undefined) continue;
    if (actor.roles.some((role) => FOREIGN.test(role)) || isMet(reading, tokens)) actor.country = country;
  }
}

/** The one country abroad that a sentence names, where it is named as a place and before a token. */
function visitedIn(reading: Reading, token: number, own: string): string | undefined {
  const { parsed, names } = reading;
  const sentence = parsed.sentenceOf(token);
  const inSentence = names.filter(({ start }) => parsed.sentenceOf(start) === sentence);
  const countries = new Set(inSentence.flatMap((name) => countryOf(name) ?? []));
  countries.delete(own);
  if (countries.size !== 1) return undefined;
  const isPlace = (name: Found<NameSense>) =>
    name.start < token && countryOf(name) !== own && isWhere(reading, name);
  return inSentence.some(isPlace) ? [...countries][0] : undefined;
}

function countryOf(name: Found<NameSense>): string | undefined {
  return countryItself(actorMeant(name));
}

// "In Gabon", "in the Arab Republic of Egypt", "traveled to Bogotá, Colombia".
function isWhere({ parsed, nameAt }: Reading, { start }: Found<NameSense>): boolean {
  let before = start - 1;
  if (textOf(parsed, before) === ",") before = (nameAt(before - 1)?.start ?? before - 1) - 1;
  if (textOf(parsed, before) === "the") before--;
  const preposition = textOf(parsed, before).toLowerCase();
  if (preposition !== "to") return preposition === "in";
  const verb = headOf(parsed, headOf(parsed, before));
  return TRAVEL.test(parsed.columns.lemma[verb] ?? "");
}

const TRAVEL = /^(travel|visit|fly|go|trip|return)$/;

/** Whether somebody is no subject of his sentence, alone or in a list. */
function isMet({ parsed }: Reading, [start, end]: readonly [number, number]): boolean {
  let head = headOfRange(parsed, start, end);
  while (relationOf(parsed, head) === "conj") head = headOf(parsed, head);
  return /^(obl|obj|nmod|iobj)$/.test(relationOf(parsed, head));
}
