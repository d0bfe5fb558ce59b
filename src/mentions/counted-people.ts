import { COUNTING_NOUNS } from "../language/counting-nouns.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Actor, Cast } from "./actor.ts";
import type { NameSense } from "./actor-lexicon.ts";
import { type Found, type Reading, rangeText, relationOf, TAG, textOf } from "./reading.ts";

/** "Thousands of Georgians", "20 more Russians": people of a country, of whom some are counted, and not the country; else nothing. */
export function countedPeople(
  { parsed }: Reading,
  cast: Cast,
  found: Found<NameSense>,
  sense: NameSense,
): Actor | undefined {
  const { country } = sense.actor;
  if (sense.reading !== "people" || country === undefined || !isCounted(parsed, found)) return undefined;
  return cast.keyed(`people:${country}`, () => ({
    kind: "group",
    name: rangeText(parsed, found.start, found.end),
    nameWords: [],
    country,
    sectors: ["CVL"],
    roles: [],
    plural: true,
  }));
}

function isCounted(parsed: ParsedDocument, { start, end }: Found<NameSense>): boolean {
  for (const child of parsed.childrenOf(end - 1)) if (relationOf(parsed, child) === "nummod") return true;
  const before = start - 1;
  if (before < 1) return before === 0 && parsed.columns.upos[0] === TAG.NUM;
  if (parsed.columns.upos[before] === TAG.NUM) return true;
  return textOf(parsed, before) === "of" && COUNTING_NOUNS.has(parsed.columns.lemma[before - 1] as string);
}
