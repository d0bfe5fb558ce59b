import { type ParsedDocument, ROOT, UPOS } from "../language/parsed-document.ts";
import { relationOf, TAG, textOf } from "./reading.ts";

/** Whether what governs an expression of time lies before the document's day or after it, as far as the verb says. */
export type TimeDirection = "past" | "future" | "none";

const FUTURE_AUXILIARY = /^(will|'ll|’ll|shall|wo|would)$/i;
const MAX_CLIMB = 8;
const PART = UPOS.indexOf("PART");

/** The direction that the verb above a token gives: "will meet on Monday" future, "met on Monday" past, "a meeting" none. */
export function directionAt(parsed: ParsedDocument, token: number): TimeDirection {
  let at = token;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const direction = ownDirection(parsed, at);
    if (direction !== "none") return direction;
    const head = parsed.columns.head[at] as number;
    if (head === ROOT) return "none";
    at = head;
  }
  return "none";
}

function ownDirection(parsed: ParsedDocument, token: number): TimeDirection {
  const upos = parsed.columns.upos[token];
  if (upos !== TAG.VERB && !hasCopula(parsed, token)) return "none";
  const children = parsed.childrenOf(token);
  let isPast = featuresOf(parsed, token).includes("Tense=Past");
  for (const child of children) {
    const relation = relationOf(parsed, child);
    if (relation === "aux" && FUTURE_AUXILIARY.test(textOf(parsed, child))) return "future";
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
