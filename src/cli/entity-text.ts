import type { Entity } from "../mentions/mention.ts";
import { printable } from "./marked-text.ts";

/** An actor for reading: "Vladimir Putin (RUSGOV)". */
export function entityText(entity: Entity): string {
  return `${printable(entity.name)} (${printable(entity.code)})`;
}
