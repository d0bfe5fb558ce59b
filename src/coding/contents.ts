import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import { hasInfinitiveMark, isTakenForSubject } from "./clauses.ts";
import { members } from "./coordination.ts";
import type { OperatorEntry } from "./entries.ts";
import { type Match, prepositionalClauses } from "./match.ts";
import { fillers, type LightContext, openedBy } from "./roles.ts";

/** Heads of the clauses and phrases an operator works on: "to meet" and "to sign" in "agreed to meet and to sign". */
export function contentsOf(
  match: Match,
  entry: OperatorEntry,
  mentions: DocumentMentions,
  light?: LightContext,
): Token[] {
  const own = gathered(entry.content, (place) => contentsIn(match, place, mentions));
  if (own.length === 0 && entry.content.includes("clause")) own.push(...strayInfinitives(match.head));
  if (own.length > 0 || light === undefined) return [...new Set(own)];
  // "reaffirmed its commitment to working with Oslo": parsers often hang the clause on the verb that lends itself.
  const lent = light.verb.children.filter((child) => child.index > match.head.index && isLentClause(child));
  return lent.flatMap(members);
}

// "praised Rome and invited its minister [to attend]": to the tree, the infinitive is the first verb's.
function strayInfinitives(verb: Token): Token[] {
  const { head, relation, index } = verb;
  if (relation !== "conj" || head === null || verb.upos !== "VERB") return [];
  const later = head.dependents("conj").some((fellow) => fellow.index > index);
  const clauses = head.dependents("advcl", "xcomp").filter(hasInfinitiveMark);
  return later ? [] : clauses.filter((clause) => clause.index > index).flatMap(members);
}

function isLentClause(child: Token): boolean {
  const isClause = child.relation === "advcl" || child.relation === "xcomp" || child.relation === "acl";
  return isClause && child.children.some((mark) => mark.relation === "mark" && mark.lowerText === "to");
}

function contentsIn(match: Match, place: string, mentions: DocumentMentions): Token[] {
  const { head, trigger, fixed } = match;
  if (place === "clause" || place === "nonfinite") {
    const clauses = head.children.filter(
      (child) => isComplementClause(head, child) && (place === "clause" || !isFiniteClause(child)),
    );
    return gathered(clauses, members).filter((clause) => !fixed.includes(clause));
  }
  const preposition = place === "object" ? (trigger.pattern.opens ?? trigger.pattern.particle) : place;
  const clauses = preposition === undefined ? [] : gathered(prepositionalClauses(head, preposition), members);
  return [...fillers(match, place, mentions), ...clauses];
}

function isComplementClause(head: Token, child: Token): boolean {
  if (child.relation === "xcomp" || child.relation === "ccomp" || isTakenForSubject(child)) return true;
  // "it is important that Oslo leaves": the clause for which "it" stands.
  if (child.relation === "csubj") return child.index > head.index && head.dependent("expl") !== undefined;
  // "was urged by Oslo to leave", "denied attacking": parsers often take the complement of such a verb for an adverbial.
  if (child.relation === "advcl") {
    return child.index > head.index && (hasInfinitiveMark(child) || isBareGerund(child));
  }
  if (child.deprel === "acl") return hasInfinitiveMark(child) || child.dependent("mark") !== undefined;
  return false;
}

// "told them that it had left" tells them something, "told them to leave" asks them to.
function isFiniteClause(clause: Token): boolean {
  const opening = clause.dependent("aux", "cop") ?? clause;
  return ["VBD", "VBZ", "VBP", "MD"].includes(opening.xpos) && !hasInfinitiveMark(clause);
}

// Not "he refused, citing the cost": a comma parts a participle from what it only goes with.
function isBareGerund(child: Token): boolean {
  const opening = child.dependent("aux") ?? child; // "having attacked"
  return opening.xpos === "VBG" && child.dependent("mark", "punct") === undefined;
}

/** Whoever stands before what they are to do: "called for *Congress* to act", "for *all parties* to take steps". */
export function calledOnToAct(match: Match): Token[] {
  if (match.trigger.pattern.opens !== "for") return [];
  const isToAct = (clause: Token, after: Token) =>
    ["advcl", "xcomp", "acl"].includes(clause.relation) &&
    clause.index > after.index &&
    hasInfinitiveMark(clause);
  // The clause may hang on them, on what they hang on, or on the verb over it: "reiterated its call for Congress to act".
  return openedBy(match).filter((phrase) =>
    [phrase, phrase.head, match.head.head].some((over) =>
      over?.children.some((clause) => isToAct(clause, phrase)),
    ),
  );
}

/** Whether a content only asks, as in "asked if they needed help", "asked what they wanted": a question asks for nothing but an answer. */
export function isQuestion(content: Token): boolean {
  if (content.relation !== "ccomp" && content.relation !== "advcl") return false;
  return content.children.some(
    ({ relation, lowerText, index }) =>
      index < content.index &&
      (relation === "mark" ? /^(if|whether)$/ : /^(what|who|when|where|why|how|which)$/).test(lowerText),
  );
}

/** Whether a content is what somebody thinks: "agreed that the work is not done", "that others must act". Who is of one opinion promises nothing. */
export function isOpinion(content: Token): boolean {
  if (content.relation !== "ccomp" || content.dependent("nsubj") === undefined || hasInfinitiveMark(content))
    return false;
  return !content.dependents("aux").some(({ text }) => /^(will|'ll|’ll|would|shall)$/i.test(text));
}
