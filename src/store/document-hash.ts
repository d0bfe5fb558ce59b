import { recordId } from "../coding/record-id.ts";
import type { Document } from "../document/document.ts";

/** A hash of all that is known of a document: an unbroken run would code the same where it is the same. */
export function documentHash({ id, date, title, publisher, url, language, text }: Document): string {
  // A part that is absent is told from one that is empty.
  const parts = [id, date, title, publisher, url, language, text];
  return recordId(...parts.map((part) => (part === undefined ? 0 : part)));
}
