import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import type { OperatorEntry } from "./entries.ts";
import { hasInfinitiveMark, members } from "./grammar.ts";
import { type Match, prepositionalClauses } from "./match.ts";
import { fillers } from "./roles.ts";

/** Heads of the clauses and phrases an operator works on: "to meet" and "to sign" in "agreed to meet and to sign". */
export function contentsOf(match: Match, entry: OperatorEntry, mentions: DocumentMentions): Token[] {
  return [...new Set(entry.content.flatMap((place) => contentsIn(match, place, mentions)))];
}

function contentsIn(match: Match, place: string, mentions: DocumentMentions): Token[] {
  const { head, trigger, fixed } = match;
  if (place === "clause") {
    const clauses = head.children.filter((child) => isComplementClause(head, child));
    return clauses.flatMap(members).filter((clause) => !fixed.includes(clause));
  }
  const preposition = place === "object" ? (trigger.pattern.opens ?? trigger.pattern.particle) : place;
  const clauses = preposition === undefined ? [] : prepositionalClauses(head, preposition).flatMap(members);
  return [...fillers(match, place, mentions), ...clauses];
}

function isComplementClause(head: Token, child: Token): boolean {
  if (child.relation === "xcomp" || child.relation === "ccomp") return true;
  if (child.relation === "advcl") return head.upos === "ADJ" && hasInfinitiveMark(child);
  if (child.deprel === "acl") return hasInfinitiveMark(child) || child.dependent("mark") !== undefined;
  return false;
}
