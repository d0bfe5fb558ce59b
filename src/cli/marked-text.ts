import type { Span } from "../document/span.ts";
import { wrap } from "./wrap.ts";

/** How marked words look: they are styled on a terminal, and stand between «guillemets» elsewhere. */
export interface MarkStyle {
  /** Styles the marked part of one line; absent where guillemets mark it. */
  readonly style?: (text: string) => string;
}

/** Longest passage shown, in characters; of a longer one, the part around its mark. */
const LONGEST_PASSAGE = 700;
/** Stands where a mark starts and ends: a control character takes no columns, and printable text has none. */
const SIGN = "\u0001";

/**
 * A passage of a text as lines of at most `width` columns, with one stretch of it marked. White space becomes
 * single spaces; what a terminal would take for a command is made visible.
 * @param passage and `mark` are spans of `text`; a mark outside the passage is not shown
 */
export function markedLines(
  text: string,
  passage: Span,
  mark: Span,
  width: number,
  { style }: MarkStyle,
): string[] {
  const [start, end] = clipped(passage, mark);
  const markStart = Math.min(Math.max(mark[0], start), end);
  const markEnd = Math.min(Math.max(mark[1], markStart), end);
  const [before, marked, after] = [
    text.slice(start, markStart),
    text.slice(markStart, markEnd),
    text.slice(markEnd, end),
  ].map(printable);
  const [opening, closing] = style === undefined ? ["«", "»"] : [SIGN, SIGN];
  const whole = [
    start > passage[0] ? "… " : "",
    before,
    marked === "" ? "" : `${opening}${marked}${closing}`,
    after,
    end < passage[1] ? " …" : "",
  ].join("");
  const lines = wrap(whole, width);
  return style === undefined ? lines : styleBetween(lines, style);
}

/** Text without line breaks and without anything a terminal would take for a command or for a change of direction. */
export function printable(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

function clipped([start, end]: Span, mark: Span): Span {
  if (end - start <= LONGEST_PASSAGE) return [start, end];
  const middle = Math.min(Math.max(mark[0], start), end);
  const from = Math.max(start, Math.min(middle - LONGEST_PASSAGE / 2, end - LONGEST_PASSAGE));
  return [from, Math.min(end, from + LONGEST_PASSAGE)];
}

/** A mark may go on over several lines: each line's part is styled by itself. */
function styleBetween(lines: readonly string[], style: (text: string) => string): string[] {
  let isMarked = false;
  return lines.map((line) => {
    const [first = "", ...others] = line.split(SIGN);
    const styled = (part: string) => (isMarked && part !== "" ? style(part) : part);
    let result = styled(first);
    for (const part of others) {
      isMarked = !isMarked;
      result += styled(part);
    }
    return result;
  });
}
