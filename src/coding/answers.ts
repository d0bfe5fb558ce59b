import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { Meaning, Party } from "./meaning.ts";
import { patients } from "./objects.ts";

/** Words for what somebody was told before, by the kinds of events that tell it. */
const ANSWERED: ReadonlyMap<string, readonly string[]> = new Map([
  ["accusation", ["ACCUSE"]],
  ["allegation", ["ACCUSE"]],
  ["charge", ["ACCUSE"]],
  ["claim", ["ACCUSE"]],
  ["criticism", ["ACCUSE"]],
  ["remark", ["ACCUSE", "REQUEST"]],
  ["comment", ["ACCUSE", "REQUEST"]],
  ["demand", ["REQUEST"]],
  ["call", ["REQUEST"]],
  ["appeal", ["REQUEST"]],
  ["ultimatum", ["REQUEST", "THREATEN"]],
  ["threat", ["THREATEN"]],
]);

/** How many sentences back an answer may look for what it answers. */
const REACH = 3;

/**
 * Whom an answer is given to, where only what was said before tells: "Rome accused Oslo of fraud. Oslo rejected the accusation." Nobody
 * where nothing of the kind was said to those who answer.
 *
 * @param earlier the events told before, in the order of their words
 */
export function answeredParties(
  answer: Meaning,
  earlier: readonly Meaning[],
  parsed: ParsedDocument,
): readonly Party[] {
  if (answer.kind.type !== "REJECT" || answer.recipients.length > 0) return [];
  const types = thingsAnswered(answer).flatMap(({ lemma }) => ANSWERED.get(lemma) ?? []);
  const asked = earlier.findLast(
    ({ kind, recipients, actors, anchor }) =>
      types.includes(kind.type) &&
      actors.length > 0 &&
      parsed.sentenceOf(answer.anchor.index) - parsed.sentenceOf(anchor.index) <= REACH &&
      recipients.some((party) => answer.actors.some((actor) => isOneSide(party, actor))),
  );
  return asked?.actors ?? [];
}

// "the accusation", "the remarks": definite, and nobody is said to have made it.
function thingsAnswered({ anchor, trigger }: Meaning): Token[] {
  const things = new Set([...patients(anchor), ...trigger]);
  return [...things].filter((thing) =>
    /^(the|this|these|those|such)$/.test(thing.dependent("det")?.lowerText ?? ""),
  );
}

function isOneSide(a: Party, b: Party): boolean {
  return a.chain === b.chain || (a.entity.country !== undefined && a.entity.country === b.entity.country);
}
