import { isOfAbout } from "./about.ts";
import type { Cast } from "./actor.ts";
import { isMission } from "./affiliation.ts";
import { isDefinite } from "./definiteness.ts";
import { isOfDomestic } from "./domestic.ts";
import { isOfHome } from "./home.ts";
import { countryOfScene } from "./partner.ts";
import { countryOf } from "./people.ts";
import type { Publisher } from "./publishers.ts";
import { isCapitalised, type Reading, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";
import { isOfStory } from "./story.ts";

/**
 * The country of an office, a body or a group that the text describes: of the phrase's own words, else the publisher's where it is one of its
 * own or the text is about home affairs, else that of the scene.
 */
export function countryMeantBy(scene: Scene, phrase: RolePhrase): string | undefined {
  return (
    countryOf(phrase) ??
    countryOfLeader(scene, phrase) ??
    countryOfFellow(scene, phrase) ??
    ownOffice(scene, phrase) ??
    atHome(scene, phrase) ??
    countryOfScene(scene, phrase) ??
    inCountryAbout(scene, phrase)
  );
}

// "the Assad regime", "the Ortega-Murillo regime": the country of its leader by his family name.
function countryOfLeader({ reading, cast }: Scene, { roles, roleText }: RolePhrase): string | undefined {
  if (!/^(regime|government|administration|cabinet)$/.test(roles[0]?.name ?? "")) return undefined;
  const { lexicon, document } = reading;
  const countries = roleText.split(/[\s-‐‑–]+/).flatMap((word) => {
    if (!/^\p{Lu}\p{Ll}/u.test(word)) return [];
    const held = lexicon.officeHolders.familyNamed(word, document.date).flatMap(({ of }) => of.country ?? []);
    const named = cast.withNameWords([word]).flatMap(({ country }) => country ?? []);
    return [...held, ...named];
  });
  return new Set(countries).size === 1 ? countries[0] : undefined;
}

// "met with Prime Minister Berg and other senior officials": they are of the country of whoever stands before them; not "other leaders", who may be
// of any.
function countryOfFellow({ reading, discourse }: Scene, phrase: RolePhrase): string | undefined {
  const { roles, roleText, plural, start, affiliations } = phrase;
  const isOfficials = roles[0]?.name === "official" || roles[0]?.also.includes("official") === true;
  if (
    !plural ||
    !isOfficials ||
    affiliations.length > 0 ||
    !/^other (?!foreign|international)/i.test(roleText)
  )
    return undefined;
  let before = start - 1;
  while (/^(,|and|as|well|along|with)$/.test(textOf(reading.parsed, before))) before--;
  const fellow = discourse.at(before)?.draft;
  const isJustBefore = before < start - 1 && fellow?.tokens[1] === before + 1 && fellow.form === "name";
  const [actor] = fellow?.actors ?? [];
  return isJustBefore && actor?.kind === "person" && fellow?.actors.length === 1 ? actor.country : undefined;
}

// "Security forces beat protesters" in a government's text about one other country.
function inCountryAbout({ reading, about, publisher }: Scene, phrase: RolePhrase): string | undefined {
  if (about === undefined || publisher === undefined) return undefined;
  return isOfAbout(reading, phrase, about, publisher) ? about : undefined;
}

/** What a government calls itself and its people where it names no country. */
const OWN_BODIES: ReadonlySet<string> = new Set([
  "administration",
  "administration official",
  "administration staff",
  "federal government",
  "federal agency",
]);

/** Words before such a body that leave it the own one. */
const OWN_MODIFIERS = /^(the|this|our|his|her|senior|current|entire|relevant|other|top|and)$/i;

// "the Administration", "the Biden administration"; not "the incoming Arévalo administration".
function isOwnBody({ roles, roleText }: RolePhrase, isOwnName: (word: string) => boolean): boolean {
  const role = roles.find(({ name }) => OWN_BODIES.has(name));
  if (role === undefined) return false;
  const words = roleText.split(/[\s-‐‑–]+/);
  const before = words.slice(0, words.length - role.name.split(" ").length);
  return before.every((word) => OWN_MODIFIERS.test(word) || isOwnName(word));
}

// "the Department said" in its own text; not "the Department of Health", nor "the ministry", which may be the other side's.
function isOwnHouse({ parsed }: Reading, { roles, roleText, start, end, determiners }: RolePhrase): boolean {
  return (
    /^(department|ministry)$/.test(roles[0]?.name ?? "") &&
    /^\p{Lu}\p{Ll}+$/u.test(roleText) &&
    determiners.join() === "the" &&
    start + 2 === end &&
    textOf(parsed, end) !== "of"
  );
}

// "the embassy in Kabul", "our consulate in Lagos".
function isOwnMission({ parsed }: Reading, { roles, end, plural }: RolePhrase): boolean {
  return isMission(roles[0]) && !plural && textOf(parsed, end) === "in" && isCapitalised(parsed, end + 1);
}

function isOwnLeader(
  { lexicon, document }: Reading,
  cast: Cast,
  { country }: Publisher,
  word: string,
): boolean {
  return (
    lexicon.officeHolders.familyNamed(word, document.date).some((term) => term.of.country === country) ||
    cast.withNameWords([word]).some((actor) => actor.country === country)
  );
}

/** The publisher's country for its own offices: "the President" in a White House text; not "a senior official", who may be anybody's. */
export function ownOffice({ publisher, reading, cast }: Scene, phrase: RolePhrase): string | undefined {
  if (publisher === undefined || phrase.affiliations.length > 0 || phrase.former) return undefined;
  const [opening] = phrase.determiners;
  if (isOwnBody(phrase, (word) => isOwnLeader(reading, cast, publisher, word))) return publisher.country;
  if (isOwnHouse(reading, phrase) || isOwnMission(reading, phrase)) return publisher.country;
  const isOne = opening === "our" || isDefinite(reading, phrase);
  const isOwn = phrase.roles.some((role) => publisher.offices.includes(role.name));
  return isOne && isOwn && !phrase.plural ? publisher.country : undefined;
}

// In a text about home affairs "local officials" and "the legislators", in one about nothing else "students" too; elsewhere they may be anybody's.
function atHome(scene: Scene, phrase: RolePhrase): string | undefined {
  const { home, domestic, reading, publisher } = scene;
  if (home === undefined) return undefined;
  if (publisher === undefined) return isOfStory(scene, phrase) ? home : undefined;
  const isOwn = isOfHome(reading, phrase) || (domestic !== undefined && isOfDomestic(reading, phrase));
  return isOwn ? home : undefined;
}
