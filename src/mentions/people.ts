import type { Actor, Cast } from "./actor.ts";
import type { KnownActor } from "./actor-lexicon.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { nameWords } from "./person-name.ts";
import { type Reading, rangeText } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/**
 * The persons whom the text introduces with a title: "Kazakh Foreign Minister Mukhtar Tleuberdi", "President Tokayev of Kazakhstan".
 * Later mentions of the same name, longer or shorter, are the same person.
 */
export function titledPeople(reading: Reading, phrases: readonly RolePhrase[], cast: Cast): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const phrase of phrases) {
    if (phrase.name === undefined) continue;
    const actor = introduce(reading, phrase, phrase.name, cast);
    const rule = `title ${(phrase.roles[0] as { origin: string }).origin}`;
    drafts.push({ tokens: [phrase.start, phrase.end], form: "name", actors: [actor], rule });
  }
  return drafts;
}

/** The person whom a role and a name introduce, or who is known already and gets the role. */
export function introduce(
  reading: Reading,
  phrase: RolePhrase,
  [start, end]: readonly [number, number],
  cast: Cast,
): Actor {
  const words = nameWords(reading, start, end);
  const country = countryOf(phrase);
  const known = samePerson(cast, words, country);
  if (known !== undefined) {
    if (words.length > known.nameWords.length)
      cast.rename(known, rangeText(reading.parsed, start, end), words);
    addRoles(known, phrase, country);
    return known;
  }
  const actor = cast.add({
    kind: "person",
    name: rangeText(reading.parsed, start, end),
    nameWords: words,
    sectors: [],
    roles: [],
    plural: false,
  });
  addRoles(actor, phrase, country);
  return actor;
}

function samePerson(cast: Cast, words: readonly string[], country: string | undefined): Actor | undefined {
  const agrees = (actor: Actor) =>
    actor.kind === "person" &&
    (actor.country === undefined || country === undefined || actor.country === country);
  return cast.withNameWords(words).find(agrees) ?? cast.withinNameWords(words).find(agrees);
}

function addRoles(actor: Actor, phrase: RolePhrase, country: string | undefined): void {
  if (country !== undefined) actor.country ??= country;
  const code = organisationOf(phrase)?.code;
  if (code !== undefined && actor.code === undefined && country === undefined) actor.code = code;
  actor.roleText ??= phrase.roleText;
  for (const role of phrase.roles) {
    for (const name of [role.name, ...role.also]) if (!actor.roles.includes(name)) actor.roles.push(name);
    if (role.gender !== undefined) actor.gender ??= role.gender;
    for (const sector of role.sectors) {
      if (!actor.sectors.includes(sector)) actor.sectors = [...actor.sectors, sector];
    }
  }
}

/** The country a role phrase belongs to: of its own words first, then the only one that has the office. */
export function countryOf(phrase: RolePhrase): string | undefined {
  return (
    phrase.affiliations.find((actor) => actor.country !== undefined)?.country ??
    phrase.roles.find((role) => role.country !== undefined)?.country
  );
}

export function organisationOf(phrase: RolePhrase): KnownActor | undefined {
  return phrase.affiliations.find((actor) => actor.kind === "organisation" || actor.kind === "group");
}
