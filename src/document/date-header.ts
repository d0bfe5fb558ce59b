import { dateSchema } from "./document.ts";

/** A plain text with its header taken off. */
export interface HeaderedText {
  /** The header's day; absent where the text has no header. */
  readonly date?: string;
  /** The text proper: offsets of all records count from its first character. */
  readonly text: string;
}

/** " date 2022-01-10 As a partner …": the header ends with the white space after the day, or with its line. */
const HEADER = /^[ \t]*date[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]*\r?\n|[ \t]+|$)/;

/**
 * Takes the ` date YYYY-MM-DD ` header off a plain text. Not "date 2022-01-10, the ministers met": a header's
 * day is followed by white space.
 * @returns undefined where the header gives a day no calendar has (2022-02-30)
 */
export function splitDateHeader(text: string): HeaderedText | undefined {
  const header = HEADER.exec(text);
  if (header === null) return { text };
  const date = dateSchema.safeParse(header[1]);
  return date.success ? { date: date.data, text: text.slice(header[0].length) } : undefined;
}
