import { type CodedDocument, codedDocumentSchema } from "../coding/records.ts";
import { byteLines } from "../document/byte-lines.ts";
import type { Document } from "../document/document.ts";
import { withoutByteOrderMark } from "../document/encoding.ts";
import { openInput, readFailure } from "../document/open-input.ts";
import type { ReadItem } from "../document/read-item.ts";
import type { CodingItem } from "./code-documents.ts";

/** Longest line to read: a coded document is many times as long as its text. */
const LONGEST_LINE = 256 * 1024 * 1024;

/**
 * Reads what `dragoman code` wrote as JSONL, each coded document with the text it was coded from. Texts in the order of the coded documents,
 * as the run that coded them read them, are held one at a time; those that come too early are kept until they are asked for. What cannot be
 * read, or has no text, is a problem in its place.
 */
export async function* readCoded(
  files: readonly string[],
  documents: AsyncIterable<ReadItem>,
): AsyncGenerator<CodingItem> {
  const textOf = textFinder(documents);
  for (const file of files) {
    const opened = await openInput(file);
    if (typeof opened === "string") {
      yield { kind: "problem", problem: { file, message: opened }, bytes: 0 };
      continue;
    }
    try {
      for await (const { line, bytes, length } of byteLines(
        withoutByteOrderMark(opened.chunks),
        LONGEST_LINE,
      )) {
        const refuse = (message: string): CodingItem => ({
          kind: "problem",
          problem: { file, line, message },
          bytes: length + 1,
        });
        if (bytes === undefined) yield refuse("the line is longer than 256 MB");
        else if (bytes.length > 0) {
          const coded = codedOfLine(bytes.toString("utf8"));
          const document = typeof coded === "string" ? coded : await textOf(coded);
          if (typeof coded === "string" || typeof document === "string") yield refuse(document as string);
          else yield { kind: "coded", coded, document, bytes: length + 1 };
        }
      }
    } catch (error) {
      yield { kind: "problem", problem: { file, message: readFailure(error) }, bytes: 0 };
    }
  }
}

/** One line of the JSONL of `dragoman code`, or a sentence that says what is wrong with it. */
function codedOfLine(line: string): CodedDocument | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not valid JSON (${(error as Error).message})`;
  }
  const parsed = codedDocumentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") ?? "";
  return `not a coded document${place === "" ? "" : ` (${place}: ${issue?.message})`}; expected a line that dragoman code wrote as JSONL`;
}

/** Finds the text a document was coded from, or says in a sentence why there is none. */
function textFinder(items: AsyncIterable<ReadItem>) {
  const reading = items[Symbol.asyncIterator]();
  const early = new Map<string, Document>();
  return async ({ document: { id }, sentences }: CodedDocument): Promise<Document | string> => {
    let document = early.get(id);
    early.delete(id);
    while (document === undefined) {
      const next = await reading.next();
      if (next.done) return `the documents have none with the id ${JSON.stringify(id)}`;
      if (next.value.kind !== "document") continue; // told when it was coded
      if (next.value.document.id === id) document = next.value.document;
      else early.set(next.value.document.id, next.value.document);
    }
    const end = sentences.at(-1)?.[1] ?? 0;
    if (end <= document.text.length) return document;
    return `the document ${JSON.stringify(id)} has another text than the one that was coded: it is too short`;
  };
}
