import type { Token } from "../language/parsed-document.ts";
import { perToken } from "./per-token.ts";

/** Questions about a word as the head of a clause: whether it is one, in which voice, and whether in the infinitive. */

/** Whether a token heads a clause: a verb, or a predicate with a copula or a subject ("is ready to"). */
export const isClausal = perToken((token: Token): boolean => {
  return token.upos === "VERB" || token.dependent("cop", "nsubj", "aux") !== undefined;
});

/** The head of the nearest clause a word stands in: itself first, and a root where there is none. */
export function clauseOf(token: Token): Token {
  for (let node = token; ; node = node.head) if (isClausal(node) || node.head === null) return node;
}

/** The tags of finite verbs. */
export const FINITE = new Set(["VBD", "VBP", "VBZ"]);

/** Whether a verb's subject undergoes it: "was arrested", "troops deployed to the border", "the letter signed by both". */
export const isPassive = perToken((verb: Token): boolean => {
  if (verb.dependent("aux:pass") !== undefined) return true;
  if (isAttributeOfObject(verb)) return true;
  // "Oslo called for calm": a finite verb without an auxiliary is active, whatever the tree makes of its subject.
  if (FINITE.has(verb.xpos)) return false;
  const undergoer = verb.dependent("nsubj:pass", "csubj:pass");
  // "guards abused the migrants", "the premier called for calm": with an object and no auxiliary it is active, whatever the tag.
  if (undergoer !== undefined)
    return (!isCallFor(verb) && verb.dependent("obj") === undefined) || verb.dependent("aux") !== undefined;
  if (verb.dependent("nsubj", "aux") !== undefined) return false;
  if (verb.xpos !== "VBN") return false;
  if (verb.relation === "conj" && verb.head !== null) return isPassive(verb.head);
  // "signed by both", "as demonstrated by their deal": a bare past participle; only a coordinated one may share an auxiliary.
  return true;
});

// "ordered the mayor [arrested]": an object's attribute is a participle, whatever its tag.
function isAttributeOfObject(verb: Token): boolean {
  const isAttribute = verb.xpos === "VBD" && verb.deprel === "acl" && verb.head?.relation === "obj";
  return isAttribute && verb.dependent("nsubj", "aux", "obj") === undefined;
}

// Whoever is called for something in a passive has an auxiliary: "was called for duty".
function isCallFor({ lemma, document, index, relation }: Token): boolean {
  const isMain = relation === "root" || relation === "ccomp" || relation === "parataxis";
  return (
    lemma === "call" &&
    isMain &&
    index + 1 < document.tokenCount &&
    document.token(index + 1).lowerText === "for"
  );
}

/** Words that deny what they stand beside, in lower case. */
export const NEGATION = /^(not|never|n't|n’t)$/;

/** Whether a verb stands in the infinitive with "to". */
export function hasInfinitiveMark(verb: Token): boolean {
  return verb.children.some((child) => child.upos === "PART" && child.lowerText === "to");
}

/** Whether the tree has an infinitive for a subject where another stands before: "[Oslo] is about [to leave]". Not "it is hard to leave". */
export function isTakenForSubject(clause: Token): boolean {
  const { head } = clause;
  if (clause.relation !== "csubj" || head === null || clause.index < head.index) return false;
  const subject = head.dependent("nsubj");
  return subject !== undefined && subject.lowerText !== "it" && hasInfinitiveMark(clause);
}
