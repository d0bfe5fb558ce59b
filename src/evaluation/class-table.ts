import { type ClassScore, f1Of } from "./class-scores.ts";

/** A class in a table: its counts, precision, recall and F1. */
export const CLASS_HEADER = "class        gold  predicted  right  precision  recall     F1";

/** One line of it. */
export function classLine(score: ClassScore): string {
  return [
    score.name.padEnd(11),
    String(score.gold).padStart(6),
    String(score.predicted).padStart(11),
    String(score.right).padStart(7),
    share(score.right, score.predicted).padStart(11),
    share(score.right, score.gold).padStart(8),
    f1Of(score).toFixed(2).padStart(7),
  ].join("");
}

/** A part of a whole, 0 to 1 with two digits; `-` of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "-" : (part / whole).toFixed(2);
}
