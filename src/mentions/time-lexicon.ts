import { join } from "node:path";
import { z } from "zod";
import { readTable } from "../lexicon/table.ts";

const kinds = [
  "weekday",
  "month",
  "unit",
  "part-of-day",
  "day",
  "part",
  "season",
  "direction",
  "offset",
  "number",
  "ordinal",
  "vague",
  "era",
  "fiscal",
  "anniversary",
  "plan",
  "ahead",
] as const;

/** A word of which expressions of time are made; what `value` means goes by `kind`, as the table's header says. */
export interface TimeWord {
  readonly kind: (typeof kinds)[number];
  readonly value: string;
}

/** By word in lower case. */
export type TimeLexicon = ReadonlyMap<string, TimeWord>;

const timeWordRow = z.object({ word: z.string(), kind: z.enum(kinds), value: z.string() });

/**
 * @param folder `lexicon/<language>`
 * @throws LexiconError naming every bad line
 */
export function loadTimeLexicon(folder: string): TimeLexicon {
  const rows = readTable(join(folder, "cues/calendar.tsv"), timeWordRow);
  return new Map(rows.map(({ row }) => [row.word, { kind: row.kind, value: row.value }]));
}
