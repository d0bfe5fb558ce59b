import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions, TimeMention } from "../mentions/mention.ts";
import type { CodedEvent } from "./records.ts";

/**
 * When an event takes place: the time that governs its verb, or the verb's own clause; else the document's day.
 *
 * @param documentDate `YYYY-MM-DD`; without it an event without a time of its own stays undated
 */
export function eventDate(
  anchor: Token,
  mentions: DocumentMentions,
  documentDate: string | undefined,
): CodedEvent["date"] {
  const time = governingTime(anchor, mentions);
  if (time !== undefined) {
    const { start, end, precision, span } = time;
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }), precision, span };
  }
  if (documentDate === undefined) return { precision: "unresolved" };
  return { start: documentDate, end: documentDate, precision: "day" };
}

/** The time expression that hangs on a verb or noun, or on the clause it is a part of. */
export function governingTime(anchor: Token, mentions: DocumentMentions): TimeMention | undefined {
  for (let node: Token | null = anchor; node !== null; node = node.head) {
    for (const child of node.children) {
      const time = mentions.timeAt(child.index);
      if (time !== undefined) return time;
    }
    const opening = openingTime(node, mentions);
    if (opening !== undefined) return opening;
    if (!sharesTime(node)) return undefined;
  }
  return undefined;
}

// "stressed that, three days ago, Xi sent a message": what stands behind the conjunction belongs to its clause, wherever the tree
// hangs it.
function openingTime(clause: Token, mentions: DocumentMentions): TimeMention | undefined {
  const conjunction = clause.dependent("mark");
  if (conjunction === undefined || clause.relation !== "ccomp") return undefined;
  return mentions.times.find(({ head }) => conjunction.index < head && head < clause.index);
}

// A clause of its own ("said on Monday that …", "which …") has its own time; a participle, an infinitive's object or a
// coordinated verb without one has its governor's.
function sharesTime(node: Token): boolean {
  if (node.relation === "advcl") return node.xpos === "VBG" || node.xpos === "VBN";
  return ["xcomp", "conj", "obj", "obl", "nmod"].includes(node.relation);
}
