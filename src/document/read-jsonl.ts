import { byteLines } from "./byte-lines.ts";
import { tooLong } from "./byte-size.ts";
import { decodeText } from "./encoding.ts";
import { EMPTY_INPUT } from "./input-problem.ts";
import { documentOfLine } from "./jsonl-line.ts";
import { withMasthead } from "./masthead.ts";
import type { InputSource, ReadItem, ReadOptions } from "./read-item.ts";

/** Reads JSONL, one document a line, holding one line at a time. Blank lines are passed over; a bad line is one problem. */
export async function* readJsonl(source: InputSource, options: ReadOptions): AsyncGenerator<ReadItem> {
  const { name, id, size = 0 } = source;
  let isEmpty = true;
  let isWarned = false;
  for await (const { line, bytes, length } of byteLines(source.chunks, options.maxDocumentBytes)) {
    const place = { file: name, line };
    const used = length + 1;
    const refuse = (message: string): ReadItem => ({
      kind: "problem",
      problem: { ...place, message },
      bytes: used,
    });

    if (bytes === undefined) {
      isEmpty = false;
      yield refuse(tooLong("line", length, options.maxDocumentBytes));
      continue;
    }
    const { text, warning } = decodeText(bytes);
    if (text.trim() === "") continue;
    isEmpty = false;
    const document = documentOfLine(text, `${id}:${line}`);
    if (typeof document === "string") {
      yield refuse(document);
      continue;
    }
    if (warning !== undefined && !isWarned) {
      isWarned = true; // one warning a file: its other lines are likely the same
      yield { kind: "warning", problem: { ...place, message: warning }, bytes: 0 };
    }
    const written = withMasthead(document);
    const date = written.date ?? options.date;
    const dated = date === undefined ? written : { ...written, date };
    yield { kind: "document", document: dated, place, bytes: used };
  }
  if (isEmpty) yield { kind: "problem", problem: { file: name, message: EMPTY_INPUT }, bytes: size };
}
