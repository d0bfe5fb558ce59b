import type { Entity } from "../mentions/mention.ts";
import { ApiError } from "./api-error.ts";
import { codeWords } from "./code-words.ts";
import type { Actor, GivenActor } from "./records.ts";
import type { Room } from "./room.ts";
import type { RoomRow } from "./room-store.ts";
import { present } from "./rows.ts";

type Known = Pick<Room, "store" | "countries" | "codes">;

/** Actors by words of their name or by their code: those of the store, the countries, and whoever a code stands for. */
export async function findActors(room: Known, q: string, limit: number): Promise<Actor[]> {
  const wanted = q.toLowerCase();
  const rows = await room.store.ask(
    `SELECT name, kind, country, code, any_value(sectors) AS sectors, sum(mentions) AS n FROM entities
     WHERE (contains(lower(name), ?) OR lower(code) = ?) AND code <> '---' AND kind <> 'place-as-government'
     GROUP BY name, kind, country, code
     ORDER BY lower(name) = ? DESC, starts_with(lower(name), ?) DESC, n DESC, name LIMIT ${limit}`,
    [wanted, wanted, wanted, wanted],
  );
  const countries = Object.entries(room.countries)
    .filter(([code, name]) => code.toLowerCase() === wanted || name.toLowerCase().includes(wanted))
    .map(([code, name]): Actor => ({ name, kind: "country", country: code, code, sectors: ["GOV"] }));
  const byCode = actorOfCode(room, q.toUpperCase());
  const all = [...(byCode === undefined ? [] : [byCode]), ...countries, ...rows.map(actorOf)];
  return [...new Map(all.map((actor) => [`${actor.name} ${actor.code}`, actor])).values()].slice(0, limit);
}

function actorOf({ name, kind, country, code, sectors }: RoomRow): Actor {
  return {
    name: String(name),
    kind: kind as Actor["kind"],
    ...present({ country }),
    code: String(code),
    sectors: sectors as string[],
  };
}

/** Whoever a code stands for by its parts; a country where it is a country's. */
function actorOfCode(
  { codes, countries }: Pick<Room, "codes" | "countries">,
  code: string,
): Actor | undefined {
  if (!codes.isKnown(code)) return undefined;
  const { country, sectors, kind } = codes.meaningOf(code);
  return { name: codeWords(code, countries) ?? code, kind, ...present({ country }), code, sectors };
}

/**
 * An actor as a corrector names one whom the document does not: by a name and code of this store, or by a code of known parts.
 * @param at where in the text the event is told, at which the actor is put
 * @throws ApiError for a code that says nothing
 */
export async function actorGiven(
  room: Known,
  { name, code }: GivenActor,
  at: number,
  field: string,
): Promise<Entity> {
  const row = await room.store.askOne(
    `SELECT name, kind, country, code, any_value(sectors) AS sectors, sum(mentions) AS n FROM entities
     WHERE code = ? AND (name = ? OR ?::VARCHAR IS NULL) GROUP BY name, kind, country, code ORDER BY n DESC, name LIMIT 1`,
    [code, name ?? null, name ?? null],
  );
  const actor = actorOfCode(room, code) ?? (row && actorOf(row));
  if (actor === undefined) {
    throw new ApiError(
      "bad_request",
      `there is no actor with the code ${code}: a code is a country's (ISO 3166-1 alpha-3), with roles behind it, as in CHNGOV`,
      { field },
    );
  }
  const called = name ?? actor.name;
  return {
    ...actor,
    ...(row && actorOf(row)),
    name: called,
    text: called,
    span: [at, at],
    via: "chosen by hand",
  };
}
