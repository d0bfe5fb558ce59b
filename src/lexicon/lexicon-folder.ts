import { fileURLToPath } from "node:url";

/** The lexicon that is shipped with the package: `lexicon/` beside `dist/` (and `src/`). */
export function bundledLexiconFolder(language: string): string {
  return fileURLToPath(new URL(`../../lexicon/${language}/`, import.meta.url));
}
