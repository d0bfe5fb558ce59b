import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Mention } from "../mentions/mention.ts";
import { isPassive } from "./clauses.ts";
import { prepositionOf } from "./phrases.ts";

// The tags of verbs that have a subject of their own, with an auxiliary or without.
const FINITE: ReadonlySet<string> = new Set(["VBD", "VBP", "VBZ"]);

/**
 * Who acts by the row of words, where the tree has lost the subject of a finite verb: whoever is named right before it, with nothing
 * but auxiliaries, adverbs and a time between. "Acting on a tip, border police officers on Monday [arrested] ten men."
 * Not whoever stands in another phrase ("the report on Oslo [condemned]") or is another verb's object.
 */
export function subjectBeside(
  verb: Token,
  mentions: DocumentMentions,
  endingAt: ReadonlyMap<number, Mention>,
): Token | undefined {
  const hasTense = FINITE.has(verb.xpos) || verb.dependent("aux") !== undefined;
  if (!hasTense || isPassive(verb) || verb.deprel === "acl:relcl") return undefined;
  const left = leftOf(verb, mentions);
  const mention = endingAt.get(left);
  if (mention === undefined) return apposedAt(left - 1, verb, endingAt);
  const head = verb.document.token(mention.head);
  return mention.form !== "pronoun" && isFree(head, verb) ? head : undefined;
}

// "for half an hour, Ada Berg, the minister of Norway, [held] talks": a comma closes what is said of somebody.
function apposedAt(
  comma: number,
  { document }: Token,
  endingAt: ReadonlyMap<number, Mention>,
): Token | undefined {
  const mention = comma > 0 && document.token(comma).text === "," ? endingAt.get(comma) : undefined;
  if (mention === undefined) return undefined;
  const [start, end] = mention.tokens;
  for (let at = start; at < end; at++) {
    const { relation, head } = document.token(at);
    if (relation !== "appos" || head === null || (head.index >= start && head.index < end)) continue;
    return prepositionOf(head) === undefined ? document.token(mention.head) : undefined;
  }
  return undefined;
}

// The place right after the last word before a verb that could be its subject's.
function leftOf(verb: Token, mentions: DocumentMentions): number {
  const { document } = verb;
  const first = verb.sentence.tokens[0]?.index ?? 0;
  let at = verb.index - 1;
  for (; at >= first; at--) {
    const { upos } = document.token(at);
    if (upos === "AUX" || upos === "ADV" || mentions.isInTime(at)) continue;
    // "on Monday"
    if (upos === "ADP" && mentions.isInTime(at + 1)) continue;
    break;
  }
  return at + 1;
}

function isFree(head: Token, verb: Token): boolean {
  if (prepositionOf(head) !== undefined || head.relation === "nmod:poss") return false;
  if (head.relation === "obj" || head.relation === "iobj") return false;
  // "talks with Oslo and Rome collapsed": a fellow of somebody in another phrase.
  if (head.relation === "conj" && head.head !== null && head.head !== verb) return isFree(head.head, verb);
  return true;
}
