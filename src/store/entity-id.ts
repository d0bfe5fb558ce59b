import { hash } from "node:crypto";
import type { Entity } from "../mentions/mention.ts";

/** What tells actors apart. */
type Identity = Pick<Entity, "name" | "kind" | "country">;

/**
 * The id an actor has in every document: of its name, kind and country, so that a Georgia in the Caucasus is not the one in America.
 * In DuckDB: `left(sha256(concat_ws(chr(31), name, kind, coalesce(country, ''))), 16)`.
 */
export function entityId({ name, kind, country = "" }: Identity): string {
  return hash("sha256", `${name}\u001f${kind}\u001f${country}`).slice(0, 16);
}

/** Gives the ids of the actors of one document. */
export type EntityIds = (entity: Identity) => string;

/** `entityId` that remembers: a document names the same actor many times, and hashing takes longer than all else about a row. */
export function rememberedEntityIds(): EntityIds {
  const known = new Map<string, string>();
  return (entity) => {
    const key = `${entity.name}\u001f${entity.kind}\u001f${entity.country ?? ""}`;
    let id = known.get(key);
    if (id === undefined) {
      id = entityId(entity);
      known.set(key, id);
    }
    return id;
  };
}
