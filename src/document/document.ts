import { z } from "zod";

/** ISO 8601 calendar day, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();

/** One text to be coded. Its text is never changed: every record points into it by UTF-16 offsets. */
export const documentSchema = z.object({
  /** Unique within a run; a file's path where the input gives no id. */
  id: z.string().min(1),
  /** Day of publication; relative times ("on Monday") are resolved against it, and stay unresolved without it. */
  date: dateSchema.optional(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  /** BCP 47 code of the text's language. */
  language: z.string().default("en"),
  text: z.string(),
});

export type Document = z.infer<typeof documentSchema>;
