import { z } from "zod";
import type { Span } from "../document/span.ts";
import type { PlaceMention } from "./places/place.ts";

export const spanSchema = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .readonly();

/** Who or what an actor is, resolved as far as the text and the lexicon allow. */
export const entitySchema = z.object({
  /** Fullest name known: "Mukhtar Tleuberdi" also where the text at hand says "he". */
  name: z.string(),
  /** The words at this place. */
  text: z.string(),
  span: spanSchema,
  kind: z.enum(["person", "organisation", "country", "group", "place-as-government"]),
  /** ISO 3166-1 alpha-3, or the code in `lexicon/<language>/actors` for actors outside it (XKX, EUR). */
  country: z.string().optional(),
  /** PLOVER sectors: GOV, MIL, REB, OPP, … */
  sectors: z.array(z.string()),
  /** CAMEO-style code: country, then agent: "CHNGOV". "---" where nothing is known but that it is an actor. */
  code: z.string(),
  /** The office or part the text gives: "Foreign Minister". */
  role: z.string().optional(),
  /** How the mention was resolved when it is not by its own words: "pronoun -> Mukhtar Tleuberdi". */
  via: z.string().optional(),
  /** Codes of the members of a grouping ("the E3"), where they are asked for. */
  members: z.array(z.string()).optional(),
});

export type Entity = z.infer<typeof entitySchema>;

/** A place in the text where an actor is named, described or pointed back to. */
export interface Mention {
  /** Token index of the syntactic head: the coder looks mentions up by it. */
  readonly head: number;
  /** Token indexes `[start, end)`. */
  readonly tokens: readonly [number, number];
  readonly span: Span;
  readonly form: "name" | "nominal" | "pronoun";
  /** Token indexes of the proper name inside, `[start, end)`: "Wang Yi" of "Chinese Foreign Minister Wang Yi". */
  readonly name?: readonly [number, number];
  /** One; several where the words stand for several ("the two sides", "they"). Coordinated names are mentions of their own. */
  readonly entities: readonly Entity[];
  /** Numbers of the coreference chains, one for each of `entities`; equal numbers in a document are the same actor. */
  readonly chains: readonly number[];
  /** What resolved it: a rule's name and, where it used the lexicon, `file:line`. */
  readonly rule: string;
}

/** A resolved or unresolved expression of time. */
export interface TimeMention {
  /** Token index of the syntactic head: "Monday" in "on Monday". */
  readonly head: number;
  readonly tokens: readonly [number, number];
  readonly span: Span;
  /** First and last day, `YYYY-MM-DD`; absent where the expression is relative and the document has no date. */
  readonly start?: string;
  readonly end?: string;
  readonly precision: "day" | "week" | "month" | "quarter" | "year" | "vague" | "unresolved";
  /** The happening that gives the time where no date is told: "the Beijing Winter Olympics". */
  readonly occasion?: string;
  readonly rule: string;
}

/** All that `mentions/` found in one document. */
export interface DocumentMentions {
  readonly actors: readonly Mention[];
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  /** Whether the document is a government's own text. Such a text tells whose officials and people it speaks of. */
  readonly isOfficial: boolean;
  /** The actor mention headed by a token, if any. */
  actorAt(tokenIndex: number): Mention | undefined;
  /**
   * The government whose capital or seat a token names where it is no actor by its own words ("blamed Moscow", "left Moscow"):
   * an actor only where a verb makes it a party. Also whoever a hyphen ties to a deed: "*Saudi*-led strikes".
   */
  seatAt(tokenIndex: number): Mention | undefined;
  /** Whose a thing is by a word that tells its kind ("an *army* camp"): an actor only where the thing is attacked or taken. */
  sideAt(tokenIndex: number): Mention | undefined;
  /** The place that a token is part of, standing for those who live there, where nothing else is mentioned by its words. */
  peopleAt(tokenIndex: number): Mention | undefined;
  /** The time headed by a token. */
  timeAt(tokenIndex: number): TimeMention | undefined;
  /** Whether a token is part of an expression of time. */
  isInTime(tokenIndex: number): boolean;
  /** The place that a token is part of. */
  placeAt(tokenIndex: number): PlaceMention | undefined;
}

/** The actor mentioned at a token where a verb makes it a party: by its own words, or as a seat of government. */
export function partyAt(mentions: DocumentMentions, tokenIndex: number): Mention | undefined {
  return mentions.actorAt(tokenIndex) ?? mentions.seatAt(tokenIndex);
}
