import { join } from "node:path";
import { z } from "zod";
import { readTable } from "../lexicon/table.ts";
import { PhraseTrie } from "./phrase-trie.ts";
import { comparableWords } from "./words.ts";

/** A holiday; one that falls on the same day everywhere and every year says on which. */
export interface Holiday {
  readonly month?: number;
  readonly day?: number;
}

/** Words for happenings that tell when something is. */
export interface OccasionLexicon {
  /** By words with their capitals. */
  readonly holidays: PhraseTrie<Holiday>;
  /** Lemmas of nouns for happenings: "summit". */
  readonly events: ReadonlySet<string>;
  /** Lemmas of nouns for bodies that meet: no happening by themselves, but "the sidelines of the General Assembly" are. */
  readonly bodies: ReadonlySet<string>;
  /** Lemmas of nouns for a part of a happening, or a time beside it: "sidelines", "eve". */
  readonly edges: ReadonlySet<string>;
}

const occasionRow = z.object({
  word: z.string(),
  kind: z.enum(["event", "body", "holiday", "edge"]),
  day: z
    .string()
    .regex(/^\d\d-\d\d$/, "expected month and day, as 12-25")
    .optional(),
});

/**
 * @param folder `lexicon/<language>`
 * @throws LexiconError naming every bad line
 */
export function loadOccasionLexicon(folder: string): OccasionLexicon {
  const rows = readTable(join(folder, "cues/occasions.tsv"), occasionRow).map(({ row }) => row);
  const holidays = new PhraseTrie<Holiday>();
  for (const { word, kind, day } of rows) {
    if (kind !== "holiday") continue;
    const [month, dayOfMonth] = (day ?? "").split("-").map(Number);
    holidays.add(
      comparableWords(word),
      day === undefined ? {} : { month: month as number, day: dayOfMonth as number },
    );
  }
  const words = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ word }) => word));
  return {
    holidays,
    events: words("event"),
    bodies: words("body"),
    edges: words("edge"),
  };
}
