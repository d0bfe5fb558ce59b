import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import type { Meaning, Step } from "./meaning.ts";
import type { CodedEvent } from "./records.ts";
import { UNKNOWN_CODE } from "./sources.ts";

/** What makes an event less sure than its words. */
export const DOUBTS = [
  "once",
  "single",
  "guessed",
  "unknown",
  "unplaced",
  "unplaced group",
  "vague group",
  "unplaced actor",
  "quoted",
  "named",
  "relative",
  "aside",
  "unreal",
] as const;

/**
 * - `once`: the document does not tell it again
 * - `single`: only one party is named, though it is done to another
 * - `guessed`: of the other party its words say nothing, and it is whoever else is named nearby
 * - `unknown`: of a party the country is not known
 * - `unplaced`: a person, office or body is without a country in a government's own text, which tells whose it is
 * - `unplaced group`: the same of a group of one kind, "soldiers"; `vague group`: of a group of no kind, "our partners"
 * - `unplaced actor`: whoever is so without a country is one of those who act
 * - `quoted`: it stands in somebody's words
 * - `named`: a noun tells it that stands in another word's phrase, "the end of the talks"
 * - `relative`: a relative or participial clause tells it, which may only say who or what is meant
 * - `aside`: an infinitive or adverbial clause tells it
 * - `unreal`: it is denied or supposed
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

/** Events less sure than this, which are more likely wrong than right, are not written unless they are asked for. */
export const MIN_CONFIDENCE = 0.5;

// Log odds of an event's being right - type, all parties, status - by logistic regression on 800 events drawn from official readouts and
// judged strictly (docs/judged-events.tsv) and on those coded in the GSR development sentences. `npm run bench -- confidence` fits anew.
// Coreference, the number of operators, type, length of the sentence, number and distance of the parties moved no more than a few events
// over or under any bound. Verbs read like their nearest are too rare to be fitted: seven in ten get their own type (nearest-frames.test.ts).
const BY_CLARITY: Readonly<Record<Clarity, number>> = {
  verb: 2.75,
  modifier: 2.75,
  adjective: 2.75,
  noun: 2.2,
  "no event in content": 2.75,
  nearest: 1.5,
};
const BY_DOUBT: Readonly<Record<Doubt, number>> = {
  once: -1.35,
  single: -1.9,
  guessed: -2.3,
  unknown: -0.7,
  unplaced: -2.55,
  "unplaced group": -1.75,
  "vague group": -0.45,
  "unplaced actor": -1.05,
  quoted: -0.4,
  named: -0.7,
  relative: -1.35,
  aside: -0.7,
  unreal: -0.85,
};

/** An event with what it was made of, and the document's mentions. */
export interface Told {
  readonly event: Pick<CodedEvent, "actors" | "recipients" | "attribution" | "status" | "retold">;
  readonly meaning: Meaning;
  readonly mentions: DocumentMentions;
}

/** How likely an event is right, by how clearly its words say it and by what speaks against it. */
export function confidenceIn(told: Told): Confidence {
  const weakest = leastClear(told.meaning);
  const doubts = doubtsAbout(told);
  const ofWords = BY_CLARITY[weakest];
  const value = probability(doubts.reduce((sum, doubt) => sum + BY_DOUBT[doubt], ofWords));
  return { value, base: probability(ofWords), weakest, doubts };
}

function doubtsAbout(told: Told): Doubt[] {
  const { actors, recipients, attribution, status, retold } = told.event;
  const found: Doubt[] = retold.length === 0 ? ["once"] : [];
  if (told.meaning.isGuessed) found.push("guessed");
  else if (actors.length + recipients.length < 2 && !isDoneToNobody(told.meaning)) found.push("single");
  found.push(...doubtsOfCountry(told));
  if (attribution.length > 1) found.push("quoted");
  found.push(...doubtsOfPlace(told.meaning.anchor));
  if (status === "negated" || status === "hypothetical") found.push("unreal");
  return found;
}

// "fired a missile", "resigned", and nothing made of it: "agreed to disarm" has another side.
function isDoneToNobody({ isDoneToNobody, steps }: Meaning): boolean {
  return isDoneToNobody === true && steps.every(({ operator }) => operator === undefined);
}

function doubtsOfCountry({ event, mentions }: Told): Doubt[] {
  const actors = unplacedOf(event.actors);
  const unplaced = [...actors, ...unplacedOf(event.recipients)];
  if (unplaced.length === 0) return [];
  if (!mentions.isOfficial) return ["unknown"];
  const actor: Doubt[] = actors.length > 0 ? ["unplaced actor"] : [];
  if (unplaced.some(({ kind }) => kind !== "group")) return ["unplaced", ...actor];
  return [unplaced.some(({ code }) => code !== UNKNOWN_CODE) ? "unplaced group" : "vague group", ...actor];
}

function unplacedOf(side: CodedEvent["actors"]): CodedEvent["actors"] {
  return side.filter(({ code }) => code.startsWith(UNKNOWN_CODE));
}

const PHRASE_RELATIONS = /^(obj|iobj|nmod|nsubj|compound)\b/;

function doubtsOfPlace({ upos, deprel }: Token): Doubt[] {
  if (/^acl\b|^advcl:relcl$/.test(deprel)) return ["relative"];
  if (upos === "NOUN") return PHRASE_RELATIONS.test(deprel) ? ["named"] : [];
  return /^(xcomp|advcl)$/.test(deprel) ? ["aside"] : [];
}

const FORMS_BY_CLARITY = ["nearest", "noun", "adjective", "verb"] as const;

function leastClear({ steps }: Meaning): Clarity {
  if (steps.at(-1)?.operator !== undefined) return "no event in content";
  const forms = steps.map((step) => step.form);
  return FORMS_BY_CLARITY.find((form) => forms.includes(form)) ?? "verb";
}

function probability(logOdds: number): number {
  return Math.round(100 / (1 + Math.exp(-logOdds))) / 100;
}
