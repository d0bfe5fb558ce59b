import { z } from "zod";
import { type Document, dateSchema, documentSchema } from "./document.ts";

/** Exporters write null for "none". */
const nullIsAbsent = (value: unknown) => value ?? undefined;
/** "2022-01-10T08:30:00Z": publication times are cut to the day as written. */
const dayOfTime = (value: unknown) =>
  typeof value === "string"
    ? value.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, "$1")
    : nullIsAbsent(value);
const optionalText = z.preprocess(nullIsAbsent, z.string().optional());

/** One line of JSONL input. Other fields are passed over. */
export const jsonlLineSchema = z.object({
  id: z.preprocess(
    (value) => (typeof value === "number" ? String(value) : nullIsAbsent(value)),
    z.string().min(1).optional(),
  ),
  date: z.preprocess(dayOfTime, dateSchema.optional()),
  title: optionalText,
  publisher: optionalText,
  url: optionalText,
  language: z.preprocess(nullIsAbsent, documentSchema.shape.language),
  text: z.string(),
});

/**
 * Reads one line of JSONL.
 * @param fallbackId the document's id where the line gives none
 * @returns the document, or a sentence that says what is wrong with the line
 */
export function documentOfLine(line: string, fallbackId: string): Document | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not valid JSON (${(error as Error).message})`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return 'not a document; expected an object such as {"id": "a", "text": "…", "date": "2022-01-10"}';
  }
  const parsed = jsonlLineSchema.safeParse(value);
  if (!parsed.success) return sentenceOf(parsed.error.issues[0]?.path[0], value as Record<string, unknown>);
  if (parsed.data.text.trim() === "") return '"text" is empty';
  const { id = fallbackId, ...fields } = parsed.data;
  return withoutUndefined({ id, ...fields });
}

function sentenceOf(path: PropertyKey | undefined, value: Record<string, unknown>): string {
  const field = String(path);
  const given = value[field];
  if (given === undefined) return `"${field}" is missing`;
  if (field === "date")
    return `"date" is ${JSON.stringify(given)}; expected a calendar day such as "2022-01-10"`;
  return given === "" ? `"${field}" is empty` : `"${field}" is not a text in quotation marks`;
}

function withoutUndefined(document: { [Field in keyof Document]: Document[Field] | undefined }): Document {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)) as Document;
}
