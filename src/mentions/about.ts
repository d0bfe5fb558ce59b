import type { Role } from "./actor-lexicon.ts";
import { actorMeant } from "./name-senses.ts";
import type { Publisher } from "./publishers.ts";
import { type Reading, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Title } from "./title.ts";

/** Of the countries abroad that a text names, the share that the one it is about has at least. */
const LEAST_SHARE = 0.75;
const LEAST_NAMES = 3;

/**
 * The one country abroad that a government's text is about: no other is named in its title, and hardly any other in its text. There
 * "protesters", "the opposition" and "the authorities" are of that country.
 */
export function aboutOf(
  { names }: Reading,
  title: Title,
  publisher: Publisher | undefined,
): string | undefined {
  if (publisher === undefined) return undefined;
  const inTitle = new Set(title.actors.flatMap(({ actor }) => actor.country ?? []));
  inTitle.delete(publisher.country);
  const [country] = inTitle;
  if (country === undefined || inTitle.size > 1 || isOfBothSides(title)) return undefined;
  const abroad = names.flatMap((name) => {
    const actor = actorMeant(name);
    return actor?.country === undefined || actor.country === publisher.country ? [] : [actor.country];
  });
  const own = abroad.filter((code) => code === country).length;
  return own >= LEAST_NAMES && own >= LEAST_SHARE * abroad.length ? country : undefined;
}

// "Joint Statement: Chad-Niger Security Dialogue": two sides' text is not about one of them.
function isOfBothSides({ words, actors }: Title): boolean {
  const isPair = actors.some(({ end }, index) => actors[index + 1]?.start === end);
  return isPair || words.some((word) => /^joint$/i.test(word));
}

/** Sectors whose people and bodies are those of the country that a text is about. */
const OF_ITS_COUNTRY: ReadonlySet<string> = new Set("COP CVL JRN JUD LEG OPP REL SOC".split(" "));

/** Bodies of a state without which it would be none. */
const OF_ITS_STATE =
  /^(authorities|regime|military|army|security forces|security service|electoral commission)$/;

/** Who may be of anywhere, whatever the text is about. */
const ANYWHERE =
  /^(hostage|family|person|individual|detainee|observer|expert|traveler|passenger|community|movement|athlete)$/;

const OTHERS =
  /\b(foreign|international|world|global|allied|regional|other|like-minded|worldwide|diaspora)\b/i;

/**
 * Whether a group or a body without a country is of the one that the text is about: "peaceful protesters", "the democratic opposition"; not "our
 * people", "any person", "international observers", the senators of the publisher's own country, nor where the sentence names another country.
 */
export function isOfAbout(reading: Reading, phrase: RolePhrase, about: string, own: Publisher): boolean {
  const { parsed } = reading;
  const role = phrase.roles[0] as Role;
  if (phrase.affiliations.length > 0 || phrase.former || role.kind === "relational") return false;
  const isSeveral = phrase.plural || role.kind === "group" || role.kind === "organisation";
  if (!isSeveral || !(OF_ITS_COUNTRY.has(role.sectors[0] ?? "") || OF_ITS_STATE.test(role.name)))
    return false;
  if (ANYWHERE.test(role.name) || OTHERS.test(phrase.roleText) || own.offices.includes(role.name))
    return false;
  if (/^(our|my|any|no|all|both|other)$/.test(phrase.determiners[0] ?? "")) return false;
  if (/^(of|from|in|around|across)$/.test(textOf(parsed, phrase.end))) return false;
  return !namesAnother(reading, parsed.sentenceOf(phrase.start), about, own.country);
}

function namesAnother({ names, parsed }: Reading, sentence: number, about: string, own: string): boolean {
  return names.some((name) => {
    if (parsed.sentenceOf(name.start) !== sentence) return false;
    const actor = actorMeant(name);
    return actor?.kind === "country" && actor.country !== about && actor.country !== own;
  });
}
