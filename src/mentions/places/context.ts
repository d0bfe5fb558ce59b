import { headOf, type Reading, relationOf, TAG, textOf } from "../reading.ts";
import type { Candidate } from "./candidates.ts";
import type { PlaceLexicon, PlaceWord } from "./place-lexicon.ts";

/** Prepositions that only places follow, or nearly so. */
const LOCATIVE = new Set([
  "in",
  "near",
  "outside",
  "inside",
  "around",
  "at",
  "across",
  "throughout",
  "off",
  "within",
]);

/** Prepositions that places follow among others. */
const DIRECTIONAL = new Set([
  "to",
  "from",
  "into",
  "onto",
  "toward",
  "towards",
  "through",
  "via",
  "over",
  "on",
  "along",
  "of",
  "between",
  "beyond",
  "for",
]);

const DIRECTION = /^(north|south|east|west|central)(east|west)?(ern)?$/i;

/** How surely the words around a name say that a place is meant. */
export type Evidence = "surely" | "likely" | "none";

/** A word beside a name that says what kind of place it is: "province" in "Idlib province", "city" in "the city of Aleppo". */
export interface WordBeside extends PlaceWord {
  readonly token: number;
  readonly isAfter: boolean;
}

/** The place word before ("the city of X", "the town X") or after ("X province") a name. */
export function placeWordBeside(
  reading: Reading,
  lexicon: PlaceLexicon,
  { start, end }: Candidate,
): WordBeside | undefined {
  const { parsed } = reading;
  const wordAt = (token: number) => lexicon.words.get(textOf(parsed, token).toLowerCase());
  const isSame = (token: number) =>
    token < parsed.tokenCount && parsed.sentenceOf(token) === parsed.sentenceOf(start);
  // "Baghdad International Airport"
  const after = /^international$/i.test(textOf(parsed, end)) ? end + 1 : end;
  const following = isSame(after) ? wordAt(after) : undefined;
  if (following !== undefined) return { ...following, token: after, isAfter: true };
  for (const token of textOf(parsed, start - 1).toLowerCase() === "of" ? [start - 2] : [start - 1]) {
    const preceding = token >= 0 && isSame(token) ? wordAt(token) : undefined;
    if (preceding !== undefined) return { ...preceding, token, isAfter: false };
  }
  return undefined;
}

/** The preposition right before a name, over an article and a direction: "in", "near", "in (eastern) Aleppo". */
export function prepositionBefore({ parsed }: Reading, start: number): string | undefined {
  let token = start - 1;
  while (
    token >= 0 &&
    (DIRECTION.test(textOf(parsed, token)) || /^(the|downtown|nearby)$/i.test(textOf(parsed, token)))
  )
    token--;
  if (token < 0 || parsed.columns.upos[token] !== TAG.ADP) return undefined;
  return textOf(parsed, token).toLowerCase();
}

/** Whether the words around a name say that it is a place. */
export function evidenceFor(
  reading: Reading,
  candidate: Candidate,
  beside: WordBeside | undefined,
): Evidence {
  const { parsed } = reading;
  const { start, end } = candidate;
  if (beside !== undefined) return "surely";
  if (isDateline(reading, candidate)) return "surely";
  // "in Lincoln's speech": in the speech.
  const isPossessor = /^['’]s?$/.test(textOf(parsed, end));
  const preposition = prepositionBefore(reading, start);
  if (preposition !== undefined && LOCATIVE.has(preposition)) return isPossessor ? "likely" : "surely";
  if (preposition !== undefined && DIRECTIONAL.has(preposition)) return "likely";
  if (isPossessor) return "likely";
  for (let token = start; token < end; token++) {
    const head = headOf(parsed, token);
    if (head >= start && head < end) continue;
    const relation = relationOf(parsed, token);
    if (relation === "obj" || relation === "compound") return "likely";
    if (relation === "conj" || relation === "appos") {
      const first = prepositionBefore(reading, head);
      if (first !== undefined && LOCATIVE.has(first)) return "likely";
    }
  }
  return "none";
}

/** "BEIRUT (AP) -", "OSLO, Jan. 12 -", "Geneva: …" at the head of a paragraph. */
export function isDateline({ parsed }: Reading, { start, end }: Candidate): boolean {
  const before = parsed.text.slice(0, parsed.columns.start[start]);
  const lineEnd = before.trimEnd().length;
  if (lineEnd > 0 && !before.includes("\n", lineEnd)) return false;
  const rest = parsed.text.slice(parsed.columns.end[end - 1], (parsed.columns.end[end - 1] as number) + 60);
  return /^(,[^.!?;]{0,40})?\s*(\([A-Z][^)\n]{0,30}\)\s*)?([-‐‑–—]{1,2}\s|:\s)/.test(rest);
}
