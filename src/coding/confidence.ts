import type { Meaning, Step } from "./meaning.ts";
import type { CodedEvent } from "./records.ts";
import { UNKNOWN_CODE } from "./sources.ts";

/** What makes an event less sure than its words. */
export const DOUBTS = ["single", "unknown", "quoted"] as const;

/**
 * - `single`: only one party is named
 * - `unknown`: of a party the country is not known
 * - `quoted`: it stands in somebody's words
 */
export type Doubt = (typeof DOUBTS)[number];

/** How the least clear of an event's words say it. */
export type Clarity = Step["form"] | "no event in content";

/** How likely an event is wholly right, and why not more. */
export interface Confidence {
  /** 0 to 1, to two places. */
  readonly value: number;
  /** Of its words alone. */
  readonly base: number;
  readonly weakest: Clarity;
  readonly doubts: readonly Doubt[];
}

// Log odds of an event's being right - type, all parties, status - by logistic regression on two draws of 200 events of official
// readouts (docs/judged-events.tsv is the later one) and those coded in the GSR development sentences, judged strictly. Coreference,
// status and the number of operators told nothing more. `npm run bench -- confidence` fits anew.
const BY_CLARITY: Readonly<Record<Clarity, number>> = {
  verb: 1.3,
  modifier: 1.3,
  adjective: 1.3,
  noun: 0.8,
  "no event in content": 0.9,
  nearest: -0.4,
};
const BY_DOUBT: Readonly<Record<Doubt, number>> = {
  single: -2.4,
  unknown: -1.5,
  quoted: -0.15,
};

/** How likely an event is right, by how clearly its words say it and by what speaks against it. */
export function confidenceIn(meaning: Meaning, event: Told): Confidence {
  const weakest = leastClear(meaning);
  const doubts = DOUBTS.filter((doubt) => isDoubted[doubt](event));
  const ofWords = BY_CLARITY[weakest];
  const value = probability(doubts.reduce((sum, doubt) => sum + BY_DOUBT[doubt], ofWords));
  return { value, base: probability(ofWords), weakest, doubts };
}

type Told = Pick<CodedEvent, "actors" | "recipients" | "attribution">;

const isDoubted: Readonly<Record<Doubt, (event: Told) => boolean>> = {
  single: ({ actors, recipients }) => actors.length + recipients.length < 2,
  unknown: ({ actors, recipients }) =>
    [...actors, ...recipients].some(({ code }) => code.startsWith(UNKNOWN_CODE)),
  quoted: ({ attribution }) => attribution.length > 1,
};

const FORMS_BY_CLARITY = ["nearest", "noun", "adjective", "verb"] as const;

function leastClear({ steps }: Meaning): Clarity {
  if (steps.at(-1)?.operator !== undefined) return "no event in content";
  const forms = steps.map((step) => step.form);
  return FORMS_BY_CLARITY.find((form) => forms.includes(form)) ?? "verb";
}

function probability(logOdds: number): number {
  return Math.round(100 / (1 + Math.exp(-logOdds))) / 100;
}
