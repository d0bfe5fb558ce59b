import type { Token } from "../language/parsed-document.ts";
import type { Meaning } from "./meaning.ts";
import type { CodedEvent, Status } from "./records.ts";

const DAY = 24 * 60 * 60 * 1000;
/** What lies further back than this is told as history, not as news. */
const HISTORICAL_AFTER_DAYS = 366;

// The English conjunctions that make a clause a supposition.
const SUPPOSING = new Set(["if", "unless", "whether", "should", "lest"]);

/** A status, and what it rests on: an operator's word, the word of the clause that says so, an old date, or plain telling. */
export interface StatusReading {
  readonly status: Status;
  readonly by: "operator" | "supposition" | "age" | "progressive" | "telling";
  /** The conjunction that supposes ("if"), or the verb that goes on ("are *meeting*"). */
  readonly word?: Token;
}

/** Whether and when an event takes place, seen from the document's day: what its operators say, else its clause and its time. */
export function statusOf(
  meaning: Meaning,
  date: CodedEvent["date"],
  documentDate: string | undefined,
): StatusReading {
  // "if Russia does not attack" supposes, whatever its own words deny or promise.
  const conjunction = supposingWord(meaning.anchor);
  if (conjunction !== undefined) return { status: "hypothetical", by: "supposition", word: conjunction };
  if (meaning.status !== undefined && meaning.status !== "occurred") {
    return { status: meaning.status, by: "operator" };
  }
  if (documentDate !== undefined && date.end !== undefined) {
    const days = (Date.parse(documentDate) - Date.parse(date.end)) / DAY;
    if (days > HISTORICAL_AFTER_DAYS) return { status: "historical", by: "age" };
  }
  if (meaning.status !== undefined) return { status: meaning.status, by: "operator" };
  return isProgressive(meaning.anchor) || isMeanwhile(meaning.anchor)
    ? { status: "ongoing", by: "progressive", word: meaning.anchor }
    : { status: "occurred", by: "telling" };
}

// "even as we withdraw our forces": what goes on while something else is so.
function isMeanwhile(verb: Token): boolean {
  if (verb.relation !== "advcl" || (verb.xpos !== "VBP" && verb.xpos !== "VBZ")) return false;
  return verb.dependents("mark").some(({ lowerText, index, document }) => {
    return lowerText === "while" || (lowerText === "as" && document.token(index - 1)?.lowerText === "even");
  });
}

// "are meeting in Geneva", "have been shelling the town"
function isProgressive(verb: Token): boolean {
  const auxiliaries = verb.children.filter((child) => child.relation === "aux");
  return (
    verb.xpos === "VBG" &&
    auxiliaries.some(({ lemma }) => lemma === "be") &&
    // "had been training them", "when I was talking to them": over by the time of which it is told.
    !auxiliaries.some(({ lowerText }) => lowerText === "had") &&
    !(verb.relation === "advcl" && auxiliaries.some(({ lowerText }) => /^(was|were)$/.test(lowerText)))
  );
}

/** The conjunction that makes a clause a supposition: "if", "unless". */
export function supposingMark(clause: Token): Token | undefined {
  return clause.dependents("mark").find((mark) => SUPPOSING.has(mark.lowerText));
}

// "if Russia attacks": the clause, or one it hangs on, opens with a conjunction that only supposes.
function supposingWord(anchor: Token): Token | undefined {
  for (let node: Token | null = anchor; node !== null; node = node.head) {
    if (node.relation !== "advcl" && node.relation !== "ccomp") continue;
    const word = supposingMark(node);
    if (word !== undefined) return word;
  }
  return undefined;
}
