import type { KnownActor, RoleSense } from "./actor-lexicon.ts";
import type { Found, Reading } from "./reading.ts";

/** A role phrase in the making: a role found in the text, to which the words before and after it are added. */
export interface Draft {
  start: number;
  end: number;
  roleStart: number;
  roleEnd: number;
  former: boolean;
  isPossessed: boolean;
  /** Whether it stands beside a name before it: "Ada Berg, Director". */
  isApposed: boolean;
  /** "of Foreign Affairs": closed where its last word is a known portfolio, open where a name could not be told from it. */
  complement: "none" | "closed" | "open";
  readonly determiners: string[];
  readonly senses: RoleSense[];
  readonly affiliations: KnownActor[];
}

/** The role alone, in its first sense. */
export function draftOf({ start, end, senses }: Found<RoleSense>): Draft {
  return {
    start,
    end,
    roleStart: start,
    roleEnd: end,
    former: false,
    isPossessed: false,
    isApposed: false,
    complement: "none",
    determiners: [],
    senses: [senses[0] as RoleSense],
    affiliations: [],
  };
}

/** The first token of the sentence that a token stands in. */
export function sentenceStartOf(reading: Reading, token: number): number {
  return reading.parsed.sentenceStart[reading.parsed.sentenceOf(token)] as number;
}

/** The first word of a token in lower case; empty where it has none. */
export function lowerOf(reading: Reading, token: number): string {
  return reading.words.lower[reading.words.firstWord[token] as number] ?? "";
}
