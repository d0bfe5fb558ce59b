import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import { isPassive } from "./clauses.ts";
import { hasCommaBetween, members } from "./coordination.ts";
import { perToken } from "./per-token.ts";
import { caseOf, firstWord, isBareOblique } from "./phrases.ts";
import { referent } from "./referent.ts";
import { surfaceSubjects } from "./subjects.ts";

/**
 * Who undergoes what a verb tells, and who is given it: through passives, relative clauses and the slips of trees.
 * Answers are tokens; coordinated phrases are answered with all their members.
 */

/** Those who undergo: the object of an active verb, the subject of a passive one. */
export const patients = perToken((verb: Token): readonly Token[] => {
  // "Kyiv was given weapons": the object stays where it is, and whoever gets it is the subject.
  if (isPassive(verb) && !isDitransitivePassive(verb)) return surfaceSubjects(verb);
  const direct = verb.dependents("obj");
  const objects = direct.length > 0 ? direct : verb.dependents("iobj");
  if (objects.length === 0) objects.push(...mistakenObjects(verb));
  if (objects.length === 0) return objectGap(verb);
  // Where a tree gives two objects, the one after the verb is the likelier, and of two there the last ("granted Rome an extension"),
  // if no comma parts them ("freed ten prisoners, among them a priest").
  const [first, second] = objects.filter(({ index }) => index > verb.index);
  if (first !== undefined && second !== undefined && isTitleOf(first, second)) {
    return [...members(first), ...members(second)].map(referent);
  }
  const last = first !== undefined && second !== undefined && hasCommaBetween(first, second) ? first : second;
  const object = last ?? first ?? (objects[0] as Token);
  return (secondObject(object) ?? members(object)).map(referent);
});

// "called [the envoy] a fool": to the tree, two things that are said of nobody.
function isFirstOfTwoPredicates(verb: Token, noun: Token): boolean {
  const nouns = verb.dependents("xcomp").filter(({ upos }) => upos === "NOUN" || upos === "PROPN");
  return nouns.length === 2 && nouns[0] === noun;
}

// "offered Rome and Paris [its support]": to the tree, a third in the list, although the "and" is behind us.
function secondObject(object: Token): readonly Token[] | undefined {
  const [first, second] = object.dependents("conj").slice(-2);
  const last = second ?? first;
  const owner = last?.dependent("nmod:poss");
  if (last === undefined || owner?.upos !== "PRON" || owner.index === 0) return undefined;
  const before = object.document.token(owner.index - 1);
  return /^(and|or|nor|but|&|,|;|both|all)$/.test(before.lowerText) || before.upos === "ADP"
    ? undefined
    : members(last);
}

// What the tree mistakes for something else: "killed [at least 12 soldiers]" for an oblique, "arrested [Prime Minister Hamdok]" for a complement.
function mistakenObjects(verb: Token): Token[] {
  const held = gathered(verb.children, (child) => {
    const object = heldObject(verb, child) ?? namedBehindPhrase(verb, child);
    return object === undefined ? [] : [object];
  });
  if (held.length > 0) return held;
  return verb.children.filter((child) => {
    if (child.index < verb.index || child.dependent("cop") !== undefined) return false;
    if (child.deprel === "xcomp")
      return caseOf(child) === undefined && (child.upos === "PROPN" || isFirstOfTwoPredicates(verb, child));
    // "barred the senator to speak": behind the verb no second subject.
    if (child.deprel === "nsubj") return verb.dependents("nsubj").some(({ index }) => index < verb.index);
    return isBareOblique(child) || (child.deprel === "obl" && isBoundedAmount(child));
  });
}

// "condemned in the strongest terms [the junta]", "received in the palace [the envoy]": to the tree, another name for the terms or the palace.
function namedBehindPhrase(verb: Token, phrase: Token): Token | undefined {
  if (phrase.relation !== "obl" || phrase.index < verb.index || isBareOblique(phrase)) return undefined;
  const named = phrase.children.find(
    ({ relation, index }) =>
      index > phrase.index && (relation === "appos" || relation === "conj" || relation === "nmod"),
  );
  if (named === undefined || caseOf(named) !== undefined || named.dependent("cc") !== undefined)
    return undefined;
  const opening = named.children.find(({ index }) => index === firstWord(named));
  const isMarked = MANNERS.has(phrase.lemma) || (named.relation !== "nmod" && opening?.relation === "det");
  return isMarked && !hasCommaBetween(phrase, named) ? named : undefined;
}

// Nouns that say how something is said, as lemmas.
const MANNERS: ReadonlySet<string> = new Set([
  "term",
  "manner",
  "way",
  "language",
  "fashion",
  "tone",
  "word",
]);

// "released [two guards] held captive by them": the tree may have a clause of its own there, with the object for its subject.
function heldObject(verb: Token, clause: Token): Token | undefined {
  if (clause.xpos !== "VBN" || !["advcl", "ccomp", "xcomp"].includes(clause.relation)) return undefined;
  if (clause.dependent("aux", "mark", "cop") !== undefined) return undefined;
  const subject = clause.dependent("nsubj");
  return subject !== undefined && verb.index < subject.index && subject.index < clause.index
    ? subject
    : undefined;
}

// "at least 12 soldiers", "at most five", "up to 900 soldiers": no preposition, but how many.
function isBoundedAmount(noun: Token): boolean {
  const [first, second] = noun.children;
  if (first?.lowerText === "at") return /^(least|most)$/i.test(second?.text ?? "");
  const isTo = first?.lowerText === "to" && second?.relation === "nummod" && second.index === first.index + 1;
  return isTo && first.index > 0 && noun.document.token(first.index - 1).lowerText === "up";
}

// "the sanctions that Russia imposed", "the sanctions Russia imposed": the noun is the object of its relative clause.
function objectGap(verb: Token): readonly Token[] {
  if (verb.deprel !== "acl:relcl" || verb.head === null) return [];
  const subject = verb.dependent("nsubj");
  if (subject === undefined || referent(subject) !== subject) return [];
  // "Eritrea, whose soldiers fought": the noun is the possessor, and no object.
  const possessor = subject.dependent("nmod:poss");
  if (possessor !== undefined && referent(possessor) !== possessor) return [];
  return [verb.head];
}

// With a subject before it that undergoes, and an object behind it.
function isDitransitivePassive(verb: Token): boolean {
  const subject = verb.dependent("nsubj:pass");
  const object = verb.dependent("obj");
  return (
    subject !== undefined && object !== undefined && subject.index < verb.index && verb.index < object.index
  );
}

/** The indirect object ("gave Kyiv weapons", "Kyiv was given weapons"). */
export function indirectObjects(verb: Token): readonly Token[] {
  if (isPassive(verb) && isDitransitivePassive(verb)) return surfaceSubjects(verb);
  const indirect = verb.dependent("iobj") ?? mistakenIndirectObject(verb);
  if (indirect === undefined) return [];
  const given = isPassive(verb) ? undefined : secondObject(indirect);
  const all = members(indirect).map(referent);
  return given === undefined ? all : all.filter((token) => !given.includes(token));
}

// What the tree mistakes for a second object or for part of the first: "granted [Rome] an extension", "gave [Rome] leave to go". Not
// "withdrew the [arrest] warrant", whose words make one noun.
function mistakenIndirectObject(verb: Token): Token | undefined {
  if (isPassive(verb)) return undefined;
  const [first, second] = verb.dependents("obj").filter(({ index }) => index > verb.index);
  if (first === undefined) return undefined;
  if (second !== undefined)
    return isNounBefore(first, second) || hasCommaBetween(first, second) ? undefined : first;
  if (secondObject(first) !== undefined) return first;
  return first.children.find(
    (child) => child.relation === "compound" && child.upos === "PROPN" && firstWord(child) === verb.index + 1,
  );
}

// "the former president Jan Berg": to the tree, two objects.
function isTitleOf(first: Token, second: Token): boolean {
  return isNounBefore(first, second) && second.upos === "PROPN";
}

function isNounBefore(first: Token, second: Token): boolean {
  return first.upos === "NOUN" && first.index === second.index - 1;
}
