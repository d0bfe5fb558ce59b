import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import type { Match } from "./match.ts";
import { perToken } from "./per-token.ts";

/**
 * Those with whom a verb's subject does it: "Ruiz, together with Berg, announced", "Japan, alongside Peru, condemned", "signed it together
 * with Oslo", "with Oslo, we'll help". Not the fellows of an object ("sent Berg along with Ruiz"); and of what both sides do, a "with" brings
 * in the other side, unless the phrase stands beside the subject.
 */
export function joinedTo({ head: verb, trigger: { pattern, sense }, fixed }: Match): readonly Token[] {
  if (pattern.form !== "verb") return [];
  const companions = companionsOf(verb).filter((phrase) => !isTaken(phrase, fixed));
  const isJoint = sense.kind === "frame" && sense.entry.parties === "reciprocal";
  return isJoint
    ? companions.filter((phrase) => phrase.index < verb.index && isJoined(phrase, verb))
    : companions;
}

// Whom a trigger takes behind words of its own is its other side: "stand together with Oslo".
function isTaken(phrase: Token, fixed: readonly Token[]): boolean {
  const opening = openingOf(phrase);
  return fixed.some((word) => word === opening || word === wordBefore(opening));
}

/** The phrases of a verb that bring in companions of its subject. */
export const companionsOf = perToken((verb: Token): readonly Token[] => {
  const subject = verb.dependent("nsubj");
  const subjects = [verb, ...verb.dependents("nsubj")];
  const heads = gathered(subjects, (head) => [head, ...head.children.filter(isTie)]);
  return gathered(heads, (head) => head.dependents("obl", "nmod")).filter(
    (phrase) => isJoined(phrase, verb) || (subject !== undefined && isOpening(phrase, subject)),
  );
});

function isTie({ lowerText }: Token): boolean {
  return lowerText === "together" || lowerText === "along";
}

function isJoined(phrase: Token, verb: Token): boolean {
  const opening = openingOf(phrase);
  const isBefore = phrase.index < verb.index;
  if (opening.lowerText === "alongside") return isBefore;
  if (opening.lowerText !== "with") return false;
  const tie = wordBefore(opening)?.lowerText;
  return tie === "together" || (tie === "along" && isBefore);
}

// "And [with Oslo], we": a phrase that opens the clause and is set off from its subject. Not "with Oslo refusing, we".
function isOpening(phrase: Token, subject: Token): boolean {
  const opening = openingOf(phrase);
  if (opening.lowerText !== "with" || phrase.index > subject.index || phrase.dependent("acl") !== undefined)
    return false;
  const before = wordBefore(opening);
  const opens = before === undefined || before.upos === "CCONJ" || before.text === ",";
  return opens && phrase.document.token(subject.index - 1).text === ",";
}

/** The first word of a phrase: parsers hang its preposition on the name, on a title before it, or on a word of the title. */
function openingOf(phrase: Token): Token {
  const first = phrase.children.find(({ relation }) => relation !== "punct");
  return first === undefined || first.index > phrase.index ? phrase : openingOf(first);
}

function wordBefore(token: Token): Token | undefined {
  return token === token.sentence.tokens[0] ? undefined : token.document.token(token.index - 1);
}
