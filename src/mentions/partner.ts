import type { Actor } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { otherOfPair } from "./bilateral.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";

/** Offices and bodies that a country has once: where the text is about one other country, they are that one's. */
const OF_A_STATE = /^(leader|minister|government|parliament|ministry|cabinet|legislature|regime)$/;

/**
 * The country of an office or a body that a text names without one: "the foreign minister", "the parliament". In a government's own text
 * it is that of the one other country named before it in its sentence, else the only other country that the title names; elsewhere the
 * one that makes a pair with that of the people of the text.
 */
export function countryOfScene(scene: Scene, phrase: RolePhrase): string | undefined {
  const [opening] = phrase.determiners;
  const isBare = phrase.affiliations.length === 0 && !phrase.former && !phrase.plural;
  if (opening !== "the" || !isBare || !isOfAState(phrase.roles[0])) return undefined;
  if (scene.publisher === undefined) return otherOfPair(scene.reading, scene.cast);
  return namedBefore(scene, phrase) ?? partnerOf(scene);
}

function isOfAState(role: Role | undefined): boolean {
  return role !== undefined && [role.name, ...role.also].some((name) => OF_A_STATE.test(lastWord(name)));
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

function namedBefore({ discourse, publisher }: Scene, { start }: RolePhrase): string | undefined {
  const named = [...discourse.before(start, 0)].filter(({ draft }) => draft.form === "name");
  const actors = named.flatMap(({ draft }) => draft.actors);
  const isOfState = ({ kind }: Actor) => kind === "country" || kind === "person";
  const countries = new Set(actors.filter(isOfState).flatMap(({ country }) => country ?? []));
  countries.delete(publisher?.country ?? "");
  return countries.size === 1 ? [...countries][0] : undefined;
}

/** The only country besides the publisher's that a title names, by itself or by one of its people. */
export function partnerOf({ title, publisher }: Scene): string | undefined {
  if (publisher === undefined) return undefined;
  const named = new Set(title.actors.flatMap(({ actor }) => actor.country ?? []));
  named.delete(publisher.country);
  return named.size === 1 ? [...named][0] : undefined;
}
