import type { Token } from "../language/parsed-document.ts";
import type { Meaning } from "./meaning.ts";
import type { CodedEvent, Status } from "./records.ts";

const DAY = 24 * 60 * 60 * 1000;
/** What lies further back than this is told as history, not as news. */
const HISTORICAL_AFTER_DAYS = 366;

// The English conjunctions that make a clause a supposition.
const SUPPOSING = new Set(["if", "unless", "whether", "should", "lest"]);

/** Whether and when an event takes place, seen from the document's day: what its operators say, else its clause and its time. */
export function statusOf(
  meaning: Meaning,
  date: CodedEvent["date"],
  documentDate: string | undefined,
): Status {
  if (meaning.status !== undefined && meaning.status !== "occurred") return meaning.status;
  if (isSupposed(meaning.anchor)) return "hypothetical";
  if (documentDate !== undefined && date.end !== undefined) {
    const days = (Date.parse(documentDate) - Date.parse(date.end)) / DAY;
    if (days > HISTORICAL_AFTER_DAYS) return "historical";
  }
  return meaning.status ?? (isProgressive(meaning.anchor) ? "ongoing" : "occurred");
}

// "are meeting in Geneva", "have been shelling the town"
function isProgressive(verb: Token): boolean {
  return (
    verb.xpos === "VBG" && verb.children.some((child) => child.relation === "aux" && child.lemma === "be")
  );
}

// "if Russia attacks": the clause, or one it hangs on, opens with a conjunction that only supposes.
function isSupposed(anchor: Token): boolean {
  for (let node: Token | null = anchor; node !== null; node = node.head) {
    if (node.relation !== "advcl" && node.relation !== "ccomp") continue;
    if (node.dependents("mark").some((mark) => SUPPOSING.has(mark.text.toLowerCase()))) return true;
  }
  return false;
}
