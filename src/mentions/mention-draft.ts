import type { Actor } from "./actor.ts";
import type { Entity, Mention } from "./mention.ts";

/** A mention before the document has been read to its end: its actors may yet get fuller names. */
export interface MentionDraft {
  /** Token indexes `[start, end)`. */
  readonly tokens: readonly [number, number];
  readonly form: Mention["form"];
  /** Token indexes of the proper name, where the mention holds more than it. */
  readonly name?: readonly [number, number];
  readonly actors: readonly Actor[];
  /** What the actor stands here as, where it is not as what it is: a country by its capital. */
  readonly as?: Entity["kind"];
  /** The coreference hop, where it is not by its own words. */
  readonly via?: string;
  readonly rule: string;
}
