import { join } from "node:path";
import { z } from "zod";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { readTable } from "../lexicon/table.ts";

const rowSchema = z.strictObject({
  form: z.string().min(1),
  tag: z.string().regex(/^[A-Z$]+\/[A-Z]+$/),
  lemma: z.string().min(1),
});

/**
 * Reads `language/lemmas.tsv` of a language's lexicon: words whose lemma the treebanks do not teach.
 *
 * @returns lines as the lemmatizer's rules are written, `VBD/VERB TAB shot TAB !shoot`; they are meant to stand after the learnt ones
 * @throws LexiconError naming every bad line
 */
export function loadLemmaExceptions(language: string): string {
  const path = join(bundledLexiconFolder(language), "language", "lemmas.tsv");
  return readTable(path, rowSchema)
    .map(({ row }) => `${row.tag}\t${row.form}\t!${row.lemma}`)
    .join("\n");
}
