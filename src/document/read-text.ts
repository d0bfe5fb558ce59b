import { tooLong } from "./byte-size.ts";
import { splitDateHeader } from "./date-header.ts";
import { decodeText, looksBinary } from "./encoding.ts";
import { EMPTY_INPUT, NOT_TEXT } from "./input-problem.ts";
import { withMasthead } from "./masthead.ts";
import type { InputSource, ReadItem, ReadOptions } from "./read-item.ts";

/**
 * Reads a plain text as one document: its title and day are those of the lines above it, its day first of all that of its
 * ` date YYYY-MM-DD ` header. A day of its own wins over the options'.
 */
export async function* readText(source: InputSource, options: ReadOptions): AsyncGenerator<ReadItem> {
  const { name, id, size = 0 } = source;
  const refuse = (message: string, line?: number): ReadItem => ({
    kind: "problem",
    problem: { file: name, message, ...(line === undefined ? {} : { line }) },
    bytes: size,
  });

  const bytes = await collected(source, options.maxDocumentBytes);
  if (bytes === undefined) return yield refuse(tooLong("document", source.size, options.maxDocumentBytes));
  const decoded = decodeText(bytes);
  if (looksBinary(decoded.text)) return yield refuse(NOT_TEXT);
  const headered = splitDateHeader(decoded.text);
  if (headered === undefined) {
    return yield refuse("the date in its header is no calendar day; expected one such as 2022-01-10", 1);
  }
  if (headered.text.trim() === "") return yield refuse(EMPTY_INPUT);

  if (decoded.warning !== undefined) {
    yield { kind: "warning", problem: { file: name, message: decoded.warning }, bytes: 0 };
  }
  const { date: header, text } = headered;
  const written = withMasthead({
    id,
    language: "en",
    text,
    ...(header === undefined ? {} : { date: header }),
  });
  const date = written.date ?? options.date;
  const document = date === undefined ? written : { ...written, date };
  yield { kind: "document", document, place: { file: name }, bytes: bytes.length };
}

/** All bytes of a source; undefined, with nothing more read, where they are more than `maxBytes`. */
async function collected({ chunks, size = 0 }: InputSource, maxBytes: number): Promise<Buffer | undefined> {
  if (size > maxBytes) return undefined;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts, length);
}
