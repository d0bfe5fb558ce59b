import { readFileSync } from "node:fs";
import type { Span } from "../document/span.ts";
import { GoldError } from "./gold-error.ts";

/** A report as a reader marks it: the words of its source, cue and content, each in one piece or several. */
export interface MarkedReport {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** A text with the reports that a reader found in it. */
export interface MarkedText {
  /** File and number, from 1: `wire.txt 3`. */
  readonly id: string;
  readonly text: string;
  readonly reports: readonly MarkedReport[];
}

const PARTS = { s: "source", c: "cue", t: "content" } as const;
const TAG = /<([sct])(\d+)>|<\/>/g;

/**
 * Reads texts with marked reports: `<s1>Oslo</> <c1>said</> <t1>it would leave</>` gives the source, cue and content of report 1. Texts are
 * parted by a line of `---`; a line that opens with `#` is a comment.
 *
 * @throws GoldError at a tag that is never closed, or a report without a cue
 */
export function readMarkedTexts(path: string): MarkedText[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const lines = readFileSync(path, "utf8").split("\n");
  const texts: MarkedText[] = [];
  let first = 0;
  for (let line = 0; line <= lines.length; line++) {
    if (line < lines.length && lines[line] !== "---") continue;
    const block = lines.slice(first, line).filter((text) => !text.startsWith("#"));
    texts.push(markedText(`${name} ${texts.length + 1}`, block.join("\n").trim(), path, first + 1));
    first = line + 1;
  }
  return texts;
}

function markedText(id: string, marked: string, path: string, line: number): MarkedText {
  const reports = new Map<string, { source: Span[]; cue: Span[]; content: Span[] }>();
  const open: { part: keyof typeof PARTS; number: string; start: number }[] = [];
  let text = "";
  let read = 0;
  for (const match of marked.matchAll(TAG)) {
    text += marked.slice(read, match.index);
    read = match.index + match[0].length;
    const [, part, number] = match;
    if (part !== undefined && number !== undefined) {
      open.push({ part: part as keyof typeof PARTS, number, start: text.length });
      continue;
    }
    const closed = open.pop();
    if (closed === undefined) throw new GoldError(path, line, "</> closes nothing");
    const report = reports.get(closed.number) ?? { source: [], cue: [], content: [] };
    report[PARTS[closed.part]].push([closed.start, text.length]);
    reports.set(closed.number, report);
  }
  if (open.length > 0) throw new GoldError(path, line, `a tag is not closed: ${marked.slice(0, 40)} …`);
  for (const [number, { cue }] of reports) {
    if (cue.length === 0) throw new GoldError(path, line, `report ${number} has no cue`);
  }
  return { id, text: text + marked.slice(read), reports: [...reports.values()] };
}
