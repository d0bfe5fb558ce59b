import { DOUBT_WORDS } from "../../../src/coding/doubt-words.ts";
import type { EventExplanation, StepExplanation } from "../../../src/coding/explanation.ts";
import { STATUS_WORDS } from "./look.ts";
import { cameoOf, codeOf } from "./names.svelte.ts";
import { listed } from "./words.ts";

/** One reason: what it is about, and a sentence. */
export interface Reason {
  readonly about: string;
  readonly text: string;
}

/** Why an event was coded as it was, in the order in which the coder went. */
export function reasonsOf(explained: EventExplanation): Reason[] {
  const { event, steps, parties, time, status } = explained;
  return [
    ...steps.map((step) => ({
      about: step.operator === undefined ? "event" : "operator",
      text: stepText(step),
    })),
    ...parties.map(({ role, entity, place, rule }) => ({
      about: role,
      text: `“${entity.text}” is ${entity.name} (${codeOf(entity.code)})${placeText(place)}; ${foundBy(rule, entity.via)}`,
    })),
    {
      about: "date",
      text:
        time === undefined
          ? "no words beside it give a time, so the document's day stands in"
          : `“${time.text}” (${time.rule})`,
    },
    { about: "status", text: statusText(event.status, status) },
    { about: "confidence", text: confidenceText(explained) },
  ];
}

function stepText({ words, entry, line, operator, before, after, status }: StepExplanation): string {
  const said = `“${words.map(({ text }) => text).join(" … ")}” (${entry}, ${line})`;
  const made = kindName(after);
  if (operator === undefined) return `${said} names ${made}`;
  if (before === undefined) return `${said} is ${made}; what it is about names no event the lexicon knows`;
  const becomes = status === undefined ? "" : `, ${status}`;
  return `${said} turns ${kindName(before)} into ${made}${becomes}`;
}

function kindName({ type, mode, cameo }: { type: string; mode?: string; cameo?: string }): string {
  return `${mode === undefined ? type : `${type}, ${mode}`}${cameo === undefined ? "" : ` (${cameoOf(cameo)})`}`;
}

const RELATIONS: Readonly<Record<string, string>> = {
  nsubj: "subject",
  "nsubj:pass": "subject of the passive",
  obj: "object",
  iobj: "indirect object",
  obl: "oblique",
  "obl:agent": "agent",
  nmod: "modifier",
  "nmod:poss": "possessor",
  root: "head of the sentence",
};

function placeText(place: EventExplanation["parties"][number]["place"]): string {
  if (place === undefined) return "";
  const { relation, preposition, governor } = place;
  const as = RELATIONS[relation] ?? RELATIONS[relation.split(":")[0] ?? ""] ?? relation;
  const by = preposition === undefined ? "" : ` after “${preposition}”`;
  return `, ${as}${governor === undefined ? "" : ` of “${governor}”`}${by}`;
}

function foundBy(rule: string | undefined, via: string | undefined): string {
  const found = `known by ${rule ?? "its place in the text"}`;
  return via === undefined ? found : `${found}, through ${via.replace("->", "→")}`;
}

function statusText(
  status: EventExplanation["event"]["status"],
  { by, word }: EventExplanation["status"],
): string {
  const because: Readonly<Record<typeof by, string>> = {
    operator: "an operator makes it so",
    supposition: `“${word?.text ?? ""}” only supposes it`,
    age: "its date is more than a year before the document's",
    progressive: `“${word?.text ?? ""}” tells it as still going on`,
    telling: "it is told plainly so",
  };
  return `${STATUS_WORDS[status]}: ${because[by]}`;
}

const CLARITY: Readonly<Record<EventExplanation["confidence"]["weakest"], string>> = {
  verb: "verbs tell it",
  modifier: "a word beside it tells it",
  adjective: "an adjective tells it",
  noun: "a noun tells it, which leaves open more than a verb",
  nearest: "the lexicon has no such verb, and it is read like those used most like it",
  "no event in content": "something is promised or asked, but not what",
};

function confidenceText({ confidence: { value, base, weakest, doubts } }: EventExplanation): string {
  const reasons = listed(doubts.map((doubt) => DOUBT_WORDS[doubt].replaceAll("'", "’")));
  const less = reasons === "" ? "" : ` (${base.toFixed(2)}; less because ${reasons})`;
  return `${value.toFixed(2)}, since ${CLARITY[weakest]}${less}`;
}
