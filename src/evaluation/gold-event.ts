import { overlaps, type Span } from "../document/span.ts";
import type { Entity } from "../mentions/mention.ts";
import type { RootClass } from "./root-class.ts";

/** A party of a gold event. */
export interface GoldParty {
  /** As the gold writes it. */
  readonly words: string;
  /** Where these words stand in the text; several where the gold leaves words out, none where they are not found. */
  readonly spans: readonly Span[];
  /** ISO 3166-1 alpha-3 country, or what the gold has instead; absent where it gives none. */
  readonly code?: string;
  readonly sector?: string;
}

/** An event as people have read it. */
export interface GoldEvent {
  /** What messages call it. */
  readonly id: string;
  readonly type: RootClass;
  readonly actors: readonly GoldParty[];
  /** Empty where the gold names none; a reciprocal event lists all its parties under `actors`. */
  readonly recipients: readonly GoldParty[];
}

/** A text with its gold events. */
export interface GoldText {
  readonly text: string;
  readonly events: readonly GoldEvent[];
}

/**
 * Whether an entity is a gold party. It is where the words of the two overlap in the text; where one's name holds the other's
 * ("Wang" for "Wang Yi", also at "he"); or where both are of the same country and, if both are of some sector, of the same one.
 */
export function isParty(entity: Entity, party: GoldParty): boolean {
  if (party.spans.some((span) => overlaps(span, entity.span))) return true;
  if (holdsWords(entity.name, party.words) || holdsWords(party.words, entity.name)) return true;
  if (party.code === undefined || party.code !== entity.country) return false;
  return party.sector === undefined || entity.sectors.length === 0 || entity.sectors.includes(party.sector);
}

function holdsWords(whole: string, part: string): boolean {
  const words = (text: string) => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
  return part.trim() !== "" && words(whole).includes(words(part));
}
