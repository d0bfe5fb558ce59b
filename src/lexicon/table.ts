import { readFileSync } from "node:fs";
import type { z } from "zod";
import { LexiconError, type LexiconProblem } from "./lexicon-error.ts";

/** One line of a table, with the place it came from. */
export interface TableRow<Row> {
  readonly row: Row;
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/**
 * Reads a flat list: tab-separated UTF-8 text under a header line; `#` opens a comment line, an empty cell is absent.
 *
 * @param schema checks one row, given as an object of strings by column name
 * @throws LexiconError naming every bad line, or the header
 */
export function readTable<Row>(path: string, schema: z.ZodType<Row>): TableRow<Row>[] {
  const problems: LexiconProblem[] = [];
  const rows: TableRow<Row>[] = [];
  let columns: string[] | undefined;
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "" || text.startsWith("#")) continue;
    const cells = text.split("\t").map((cell) => cell.trim());
    if (columns === undefined) {
      columns = cells;
      continue;
    }
    const line = index + 1;
    if (cells.length > columns.length) {
      problems.push({
        file: path,
        line,
        message: `${cells.length} cells, but the header names ${columns.length}`,
      });
      continue;
    }
    const named = columns.map((name, i) => [name, cells[i]] as const).filter(([, cell]) => cell);
    const parsed = schema.safeParse(Object.fromEntries(named));
    if (parsed.success) rows.push({ row: parsed.data, file: path, line });
    else
      for (const issue of parsed.error.issues) problems.push({ file: path, line, message: describe(issue) });
  }
  if (columns === undefined) problems.push({ file: path, line: 1, message: "no header line" });
  if (problems.length > 0) throw new LexiconError(problems);
  return rows;
}

function describe(issue: z.core.$ZodIssue): string {
  return issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message;
}
