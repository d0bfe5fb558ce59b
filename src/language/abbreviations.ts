import { join } from "node:path";
import { z } from "zod";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { readTable } from "../lexicon/table.ts";

/** What an abbreviation stands with; the columns' meanings stand in the file itself. */
export const ABBREVIATION_KINDS = [
  "title",
  "suffix",
  "place",
  "organisation",
  "month",
  "weekday",
  "number",
  "clock",
  "unit",
  "state",
  "country",
  "latin",
] as const;

const rowSchema = z.strictObject({
  abbreviation: z.string().endsWith("."),
  kind: z.enum(ABBREVIATION_KINDS),
});

/** Kinds of abbreviations by their small letters, as numbers from 1. */
export type Abbreviations = ReadonlyMap<string, number>;

/**
 * Reads `language/abbreviations.tsv` of a language's lexicon.
 *
 * @throws LexiconError naming every bad line
 */
export function loadAbbreviations(language: string): Abbreviations {
  const path = join(bundledLexiconFolder(language), "language", "abbreviations.tsv");
  const rows = readTable(path, rowSchema);
  return new Map(
    rows.map(({ row }) => [row.abbreviation.toLowerCase(), ABBREVIATION_KINDS.indexOf(row.kind) + 1]),
  );
}
