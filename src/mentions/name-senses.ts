import type { KnownActor, NameSense } from "./actor-lexicon.ts";
import type { Found } from "./reading.ts";

/** The actor whom words name outright or as a nationality: "Chile", "Chilean"; not by a capital or a place. */
export function namedActor({ senses }: Found<NameSense>): KnownActor | undefined {
  return senses.find(({ reading }) => reading === "name" || reading === "adjective")?.actor;
}

/** The actor whom words can stand for in any way, also by a capital, a seat or a place; not as a part of another thing's name. */
export function actorMeant({ senses }: Found<NameSense>): KnownActor | undefined {
  return senses.find(({ reading }) => reading !== "other")?.actor;
}

/** The code of a country itself; of its bodies and people none. */
export function countryItself(actor: KnownActor | undefined): string | undefined {
  return actor?.kind === "country" ? actor.country : undefined;
}
