import { join } from "node:path";
import { z } from "zod";
import { bundledLexiconFolder } from "../../lexicon/lexicon-folder.ts";
import { readTable } from "../../lexicon/table.ts";

const KINDS = ["company", "state", "direction", "storm", "file"] as const;

const rowSchema = z.strictObject({ word: z.string().regex(/^\p{Ll}+$/u), kind: z.enum(KINDS) });

/** Words that tell what is a name and where it ends, in small letters without full stops; the kinds' meanings stand in the file itself. */
export type NameWords = Readonly<Record<(typeof KINDS)[number], ReadonlySet<string>>>;

/**
 * Reads `language/name-words.tsv` of a language's lexicon.
 *
 * @throws LexiconError naming every bad line
 */
export function loadNameWords(language: string): NameWords {
  const path = join(bundledLexiconFolder(language), "language", "name-words.tsv");
  const rows = readTable(path, rowSchema);
  const wordsOf = (kind: (typeof KINDS)[number]) =>
    new Set(rows.flatMap(({ row }) => (row.kind === kind ? [row.word] : [])));
  return {
    company: wordsOf("company"),
    state: wordsOf("state"),
    direction: wordsOf("direction"),
    storm: wordsOf("storm"),
    file: wordsOf("file"),
  };
}
