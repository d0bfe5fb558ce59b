import type { Span } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import { type DocumentMentions, type Entity, partyAt } from "../mentions/mention.ts";
import { counted } from "./counted.ts";

/** Relations of the words that say who somebody is; what is told of them in a clause or behind a comma is left out. */
const NAMING = new Set(["det", "amod", "compound", "flat", "nummod", "nmod", "case", "fixed"]);

/** Who speaks at these tokens: the actors the text names there, or where it names none that are known, whoever its words describe. */
export function sourcesAt(tokens: readonly Token[], mentions: DocumentMentions): Entity[] {
  const found = tokens.flatMap((token) => {
    const mention = counted(token)
      .map((one) => partyAt(mentions, one.index))
      .find((party) => party !== undefined);
    if (mention !== undefined) return mention.entities;
    return ["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"].includes(token.upos)
      ? [describedSource(token)]
      : [];
  });
  // "State Councilor and Foreign Minister Wang Yi": two titles of one speaker.
  return found.filter(
    (one, i) => found.findIndex(({ name, code }) => name === one.name && code === one.code) === i,
  );
}

// "two diplomats", "a third", "the report": a voice, though nobody knows whose.
function describedSource(head: Token): Entity {
  const span = namingSpan(head);
  const text = head.document.text.slice(...span).replace(/\s+/g, " ");
  const isSeveral = head.feature("Number") === "Plur";
  return {
    name: text.replace(/^(the|a|an) /i, ""),
    text,
    span,
    kind: isSeveral ? "group" : "person",
    sectors: [],
    code: UNKNOWN_CODE,
  };
}

/** The code of an actor of whom nothing is known. */
export const UNKNOWN_CODE = "---";

/** The words that name somebody: from the first of the phrase to its last, without clauses and appositions. */
function namingSpan(head: Token): Span {
  let [start, end] = head.span;
  const visit = (token: Token) => {
    start = Math.min(start, token.span[0]);
    end = Math.max(end, token.span[1]);
    for (const child of token.children) if (NAMING.has(child.relation)) visit(child);
  };
  visit(head);
  return [start, end];
}

/** The voice of a report that names nobody: "reportedly", "is said to". */
export function unnamedSource(cue: Token): Entity {
  return {
    name: "unnamed source",
    text: cue.text,
    span: cue.span,
    kind: "person",
    sectors: [],
    code: UNKNOWN_CODE,
  };
}
