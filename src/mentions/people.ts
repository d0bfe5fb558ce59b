import type { Actor, Cast } from "./actor.ts";
import type { KnownActor } from "./actor-lexicon.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { nameWords, personNameEnd } from "./person-name.ts";
import { type Reading, rangeText, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import { officeSectors } from "./sectors.ts";

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
    drafts.push({
      tokens: [phrase.start, phrase.end],
      form: "name",
      name: phrase.name,
      actors: [actor],
      rule,
    });
    for (const name of coordinatedNames(reading, phrase)) {
      drafts.push({ tokens: name, form: "name", actors: [introduce(reading, phrase, name, cast)], rule });
    }
  }
  return drafts;
}

/** "Presidents Biden and Xi": a plural title is that of every name in the list. */
function coordinatedNames(reading: Reading, phrase: RolePhrase): (readonly [number, number])[] {
  const names: (readonly [number, number])[] = [];
  if (!phrase.plural) return names;
  for (let token = phrase.end; token < reading.parsed.tokenCount; ) {
    while (/^(,|and)$/.test(textOf(reading.parsed, token))) token++;
    const end = personNameEnd(reading, token);
    if (end === token) break;
    names.push([token, end]);
    if (textOf(reading.parsed, token - 1) === "and") break;
    token = end;
  }
  return names;
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
  const actor = cast.addPerson(rangeText(reading.parsed, start, end), words);
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
  for (const role of phrase.roles) {
    if (role.kind !== "honorific")
      actor.roleText ??= phrase.former ? `former ${phrase.roleText}` : phrase.roleText;
    const names = role.kind === "honorific" ? [] : [role.name, ...role.also];
    for (const name of names) if (!actor.roles.includes(name)) actor.roles.push(name);
    if (role.gender !== undefined) actor.gender ??= role.gender;
    if (role.agent !== undefined && !phrase.former) actor.agent ??= role.agent;
    // "former President Bill Clinton" is no longer of the government.
    // "Member of the Committee and Foreign Minister": who is known for an office is more than a member.
    const sectors = officeSectors(role.sectors, country, organisationOf(phrase)?.sectors);
    for (const sector of phrase.former ? ["ELI"] : sectors) {
      const known = actor.sectors.filter((held) => held !== "UNK");
      if (sector !== "UNK" || known.length === 0) actor.sectors = [...new Set([...known, sector])];
    }
  }
}

/** The country a role phrase belongs to: of its own words first, then the only one that has the office. */
export function countryOf(phrase: RolePhrase): string | undefined {
  if (phrase.roles[0]?.kind === "relational" && !isOfItsCountry(phrase)) return undefined;
  return (
    phrase.affiliations.find((actor) => actor.country !== undefined)?.country ??
    phrase.roles.find((role) => role.country !== undefined)?.country
  );
}

// "our partners in Chad", "their Chadian partners"; not "Chad's partners", "Chadian allies", who are others.
function isOfItsCountry({ isPlaced, isPossessed, determiners }: RolePhrase): boolean {
  return (
    isPlaced === true || (!isPossessed && /^(our|its|their|his|her|my|your)$/.test(determiners[0] ?? ""))
  );
}

export function organisationOf(phrase: RolePhrase): KnownActor | undefined {
  return phrase.affiliations.find((actor) => actor.kind === "organisation" || actor.kind === "group");
}
