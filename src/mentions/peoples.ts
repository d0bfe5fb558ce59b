import type { Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import type { PlaceMention } from "./places/place.ts";

/**
 * The places of a text as those who live there: "shelled Aleppo", "a curfew in parts of Kashmir". They belong to the place's country,
 * where one is known. Nobody lives in a strait, nor at a border crossing between two countries.
 */
export function peoplesOf(cast: Cast, places: readonly PlaceMention[]): MentionDraft[] {
  return places
    .filter(({ kind, country }) => kind !== "water" && !(kind === "site" && country === undefined))
    .map(({ name, country, tokens }) => {
      const people = cast.keyed(`place:${country ?? ""}:${name.toLowerCase()}`, () => ({
        kind: "place-as-government",
        name,
        nameWords: [],
        ...(country === undefined ? {} : { country }),
        sectors: [],
        roles: [],
        plural: false,
      }));
      return { tokens, form: "name", actors: [people], rule: "place" };
    });
}
