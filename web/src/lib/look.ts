import type { CodedEvent } from "../../../src/coding/records.ts";

/** The colour of a score: between rust (conflict) and blue (cooperation), paler the nearer to nothing. */
export function scoreColour(score: number): string {
  const share = Math.round(40 + 60 * Math.min(1, Math.abs(score) / 8));
  return `color-mix(in oklab, var(--${score < 0 ? "conflict" : "cooperation"}) ${share}%, var(--neutral))`;
}

export const QUADS = [
  { quad: "material cooperation", colour: "var(--cooperation)", sign: 1 },
  { quad: "verbal cooperation", colour: "var(--cooperation-pale)", sign: 1 },
  { quad: "verbal conflict", colour: "var(--conflict-pale)", sign: -1 },
  { quad: "material conflict", colour: "var(--conflict)", sign: -1 },
] as const;

/** The line a status is drawn with. */
export const STATUS_LINES: Readonly<Record<CodedEvent["status"], "solid" | "dashed" | "dotted" | "double">> =
  {
    occurred: "solid",
    ongoing: "solid",
    historical: "solid",
    future: "dashed",
    hypothetical: "dotted",
    negated: "double",
  };

/** What a status says, for readers who do not know the word. */
export const STATUS_WORDS: Readonly<Record<CodedEvent["status"], string>> = {
  occurred: "happened",
  ongoing: "goes on",
  historical: "happened long before",
  future: "is to come",
  hypothetical: "is only supposed",
  negated: "did not happen",
};
