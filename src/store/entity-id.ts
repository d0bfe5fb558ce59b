import { hash } from "node:crypto";
import type { Entity } from "../mentions/mention.ts";

/** What tells actors apart. */
type Identity = Pick<Entity, "name" | "kind"> & { readonly country?: string | undefined };

/**
 * The id an actor has in every document: of its name, kind and country, so that a Georgia in the Caucasus is not the one in America.
 * In DuckDB: `left(sha256(concat_ws(chr(31), name, kind, coalesce(country, ''))), 16)`.
 */
export function entityId({ name, kind, country = "" }: Identity): string {
  return hash("sha256", `${name}\u001f${kind}\u001f${country}`).slice(0, 16);
}

/** Gives actors their ids. */
export type EntityIds = (entity: Identity) => string;

/** Names remembered at once: far more than a document has, and little memory. */
const REMEMBERED = 50_000;

/** `entityId` that remembers: documents name the same actors many times, and hashing takes longer than all else about a row. */
export function rememberedEntityIds(): EntityIds {
  const namesakes = new Map<string, (Identity & { readonly id: string })[]>();
  return ({ name, kind, country }) => {
    let known = namesakes.get(name);
    if (known === undefined) {
      if (namesakes.size >= REMEMBERED) namesakes.clear();
      known = [];
      namesakes.set(name, known);
    }
    const same = known.find((other) => other.kind === kind && other.country === country);
    if (same !== undefined) return same.id;
    const id = entityId({ name, kind, country });
    known.push({ name, kind, country, id });
    return id;
  };
}
