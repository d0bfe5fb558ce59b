import { createHash } from "node:crypto";
import type { Entity } from "../mentions/mention.ts";

/**
 * The id an actor has in every document: of its name, kind and country, so that a Georgia in the Caucasus is not the one in America.
 * In DuckDB: `left(sha256(concat_ws(chr(31), name, kind, coalesce(country, ''))), 16)`.
 */
export function entityId({ name, kind, country = "" }: Pick<Entity, "name" | "kind" | "country">): string {
  return createHash("sha256").update([name, kind, country].join("\u001f")).digest("hex").slice(0, 16);
}
