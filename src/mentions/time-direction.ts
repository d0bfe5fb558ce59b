import { type ParsedDocument, ROOT, UPOS } from "../language/parsed-document.ts";
import { relationOf, TAG, textOf } from "./reading.ts";
import type { TimeText } from "./time-text.ts";

/** Whether what governs an expression of time lies before the document's day or after it, as far as the words say. */
export type TimeDirection = "past" | "future" | "none";

// The auxiliaries of what is not yet.
const FUTURE_AUXILIARY = /^(will|'ll|’ll|shall|wo|would|must|should|can|could|may|might)$/i;
const MAX_CLIMB = 8;
const PART = UPOS.indexOf("PART");

/**
 * The direction that the words above a token give: "will meet on Monday" future, "met on Monday" past, "a meeting" none; and its own
 * preposition, where that looks ahead: "demanded an answer by Monday".
 */
export function directionAt(text: TimeText, token: number): TimeDirection {
  const { parsed } = text;
  const isTerm = hasMark(parsed, token, /^(by|until|till|for)$/i);
  let at = token;
  for (let step = 0; step < MAX_CLIMB; step++) {
    if (text.value(at, "ahead") !== undefined || hasMark(parsed, at, /^ahead$/i)) return "future";
    const direction = ownDirection(parsed, at);
    if (direction === "past" && isTerm && !isBeforePast(parsed, token, at)) return "future";
    if (direction !== "none") return direction;
    const head = parsed.columns.head[at] as number;
    if (head === ROOT) return isTerm ? "future" : "none";
    at = head;
  }
  return "none";
}

// "By Friday, 20 people had died": a term that has passed.
function isBeforePast(parsed: ParsedDocument, token: number, verb: number): boolean {
  if (token < verb) return true;
  for (const child of parsed.childrenOf(verb)) {
    if (relationOf(parsed, child) === "aux" && textOf(parsed, child).toLowerCase() === "had") return true;
  }
  return false;
}

function hasMark(parsed: ParsedDocument, token: number, preposition: RegExp): boolean {
  for (const child of parsed.childrenOf(token)) {
    if (child > token || relationOf(parsed, child) !== "case") continue;
    if (preposition.test(textOf(parsed, child)) || preposition.test(textOf(parsed, child - 1))) return true;
  }
  return false;
}

function ownDirection(parsed: ParsedDocument, token: number): TimeDirection {
  const upos = parsed.columns.upos[token];
  if (upos !== TAG.VERB && !hasCopula(parsed, token)) return "none";
  let isPast = featuresOf(parsed, token).includes("Tense=Past");
  for (const child of parsed.childrenOf(token)) {
    const relation = relationOf(parsed, child);
    // "could meet" is ahead, "could have met" is not.
    if (relation === "aux" && FUTURE_AUXILIARY.test(textOf(parsed, child))) return isPast ? "past" : "future";
    if (relation === "mark" && parsed.columns.upos[child] === PART) return "future";
    if ((relation === "aux" || relation === "cop") && featuresOf(parsed, child).includes("Tense=Past"))
      isPast = true;
  }
  if (isPast) return "past";
  return featuresOf(parsed, token).includes("Tense=Pres") && upos === TAG.VERB
    ? presentDirection(parsed, token)
    : "none";
}

// "The minister arrives on Monday" looks ahead; a participle ("starting Monday") goes with the verb above it.
function presentDirection(parsed: ParsedDocument, token: number): TimeDirection {
  return featuresOf(parsed, token).includes("VerbForm=Fin") ? "future" : "none";
}

function hasCopula(parsed: ParsedDocument, token: number): boolean {
  for (const child of parsed.childrenOf(token)) if (relationOf(parsed, child) === "cop") return true;
  return false;
}

function featuresOf(parsed: ParsedDocument, token: number): string {
  return parsed.names.feats[parsed.columns.feats[token] as number] as string;
}
