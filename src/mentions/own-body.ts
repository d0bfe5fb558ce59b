import { mastheadOf } from "../document/masthead.ts";
import type { Cast } from "./actor.ts";
import type { KnownActor, Role } from "./actor-lexicon.ts";
import { isDefinite } from "./definiteness.ts";
import type { Reading } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";
import { comparableWords, withoutCapitals } from "./words.ts";

/** The organisation in whose voice a document is written, by its publisher's name or a line above the text: "European Council". */
export function bodyOf(reading: Reading): KnownActor | undefined {
  const { document } = reading;
  const lines = document.publisher === undefined ? mastheadOf(document.text).lines : [document.publisher];
  return lines.flatMap((line) => organisationNamed(reading, line) ?? []).at(0);
}

/**
 * An office without a body, as that of the body that speaks, or else of the one that usually has it: "the Secretary-General" of a text in
 * which nobody else is one.
 */
export function ofOwnBody({ reading, cast, body }: Scene, phrase: RolePhrase): RolePhrase {
  const [role] = phrase.roles;
  const isOpen =
    role?.sectors[0] === "IGO" &&
    role.isTitle &&
    !phrase.plural &&
    phrase.affiliations.length === 0 &&
    !phrase.isPossessed;
  if (!isOpen || !isDefinite(reading, phrase)) return phrase;
  const own = body ?? (isHeld(cast, role) ? undefined : organisationNamed(reading, role.usual ?? ""));
  return own === undefined ? phrase : { ...phrase, affiliations: [own] };
}

function isHeld(cast: Cast, { name }: Role): boolean {
  return cast.people.some(({ roles }) => roles.includes(name));
}

function organisationNamed({ lexicon }: Reading, name: string): KnownActor | undefined {
  const words = comparableWords(name).map(withoutCapitals);
  const senses = lexicon.names.get(words[0] === "The" ? words.slice(1) : words);
  return senses
    .map(({ actor }) => actor)
    .find(({ kind, sectors }) => kind === "organisation" && sectors[0] === "IGO");
}
