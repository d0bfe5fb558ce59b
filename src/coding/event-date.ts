import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions, TimeMention } from "../mentions/mention.ts";
import { hasInfinitiveMark } from "./clauses.ts";
import { caseOf } from "./phrases.ts";
import type { CodedEvent } from "./records.ts";

/**
 * When an event takes place: the time that governs its verb, or the verb's own clause; else the document's day. Where only an occasion
 * tells it ("at the Munich Security Conference"), that is named, and the document's day stands in for what has been.
 *
 * @param documentDate `YYYY-MM-DD`; without it an event without a time of its own stays undated
 */
export function eventDate(
  anchor: Token,
  mentions: DocumentMentions,
  documentDate: string | undefined,
): CodedEvent["date"] {
  const time = governingTime(anchor, mentions);
  const day: CodedEvent["date"] =
    documentDate === undefined
      ? { precision: "unresolved" }
      : { start: documentDate, end: documentDate, precision: "day" };
  if (time === undefined) return day;
  const { start, end, precision, occasion, span } = time;
  if (occasion === undefined)
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }), precision, span };
  return { ...(isAhead(anchor) ? { precision: "unresolved" } : day), occasion, span };
}

// "will attend", "hopes to attend": not on the document's day.
function isAhead(verb: Token): boolean {
  return (
    hasInfinitiveMark(verb) || verb.dependents("aux").some(({ lemma }) => /^(will|shall|would)$/.test(lemma))
  );
}

/** The expression of time that hangs on a verb or noun, or on the clause it is a part of. */
export function governingTime(anchor: Token, mentions: DocumentMentions): TimeMention | undefined {
  let below: Token | undefined;
  for (let node: Token | null = anchor; node !== null; below = node, node = node.head) {
    const time = timeBeside(node, mentions, below);
    if (time !== undefined) return time;
    const opening = openingTime(node, mentions);
    if (opening !== undefined) return opening;
    if (!sharesTime(node, mentions)) return undefined;
  }
  return undefined;
}

function timeBeside(
  node: Token,
  mentions: DocumentMentions,
  below: Token | undefined,
): TimeMention | undefined {
  const phrases = node.children.filter((child) => child !== below);
  const places = [...phrases, ...phrases.flatMap(openingWords)];
  const times = places.flatMap((child) => mentions.timeAt(child.index) ?? []);
  const dated = times.find(({ occasion }) => occasion === undefined);
  if (dated !== undefined) return dated;
  const held = phrases.filter((phrase) => isSetting(phrase));
  for (const phrase of held) {
    // "met at last week's summit"
    const time = innerTime(phrase, mentions);
    if (time !== undefined) return time;
  }
  return held.flatMap((phrase) => mentions.timeAt(phrase.index) ?? [])[0];
}

// "On Monday Norway left": parsers hang the day on the subject.
function openingWords(subject: Token): Token[] {
  if (subject.deprel !== "nsubj") return [];
  return subject
    .dependents("compound")
    .filter(({ index, document }) => index > 0 && document.token(index - 1).upos === "ADP");
}

// "at the summit", "during Ramadan", "on the sidelines of": not "before the summit", "on the summit".
function isSetting(phrase: Token): boolean {
  if (phrase.relation === "obj") return phrase.head !== null && ATTENDING.has(phrase.head.lemma);
  if (phrase.relation !== "obl" && phrase.relation !== "nmod") return false;
  return /^(at|during|in|on|for|throughout|amid)$/.test(caseOf(phrase) ?? "");
}

/** The English verbs that take place when their object does: "attended the summit". */
const ATTENDING: ReadonlySet<string> = new Set(
  "attend address open host hold join convene chair inaugurate".split(" "),
);

function innerTime(phrase: Token, mentions: DocumentMentions): TimeMention | undefined {
  return phrase
    .dependents("nmod:poss", "compound", "nummod", "amod", "nmod:unmarked")
    .flatMap((child) => mentions.timeAt(child.index) ?? [])
    .find(({ occasion }) => occasion === undefined);
}

// "stressed that, three days ago, Xi sent a message": what stands behind the conjunction belongs to its clause, wherever the tree
// hangs it.
function openingTime(clause: Token, mentions: DocumentMentions): TimeMention | undefined {
  const conjunction = clause.dependent("mark");
  if (conjunction === undefined || clause.relation !== "ccomp") return undefined;
  return mentions.times.find(
    ({ head, occasion }) => occasion === undefined && conjunction.index < head && head < clause.index,
  );
}

// A clause of its own ("said on Monday that …", "which …") has its own time; a participle, an infinitive's object or a coordinated verb
// without one has its governor's, and so has what something does ("the attack came on Monday").
function sharesTime(node: Token, mentions: DocumentMentions): boolean {
  if (node.relation === "advcl") return node.xpos === "VBG" || node.xpos === "VBN";
  if (node.relation === "conj") return sharesFellowsTime(node, mentions);
  if (node.deprel === "nsubj") return node.upos === "NOUN" && node.head?.upos === "VERB";
  return ["xcomp", "obj", "obl", "nmod"].includes(node.relation);
}

// "On Monday Oslo left and Rome stayed": a time before both is both's. "Oslo left on Monday and Rome stayed": the first one's.
function sharesFellowsTime(node: Token, mentions: DocumentMentions): boolean {
  const { head } = node;
  if (head === null || node.dependent("nsubj", "nsubj:pass") === undefined) return true;
  return head.children.some(
    (child) => child.index < head.index && mentions.timeAt(child.index) !== undefined,
  );
}
