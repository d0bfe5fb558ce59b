import type { Json } from "@duckdb/node-api";
import { delimitedLine } from "../export/delimited-writer.ts";
import type { QueryResult } from "../store/query.ts";
import { type RowsTableOptions, rowsTable } from "./rows-table.ts";
import type { TextSink } from "./standard-output.ts";

/** How `dragoman sql` can print what it finds. */
export const QUERY_FORMATS = ["table", "csv", "json", "parquet"] as const;
export type QueryFormat = (typeof QUERY_FORMATS)[number];

/** Where what a query found is printed. */
export type QuerySink = Pick<TextSink, "write">;

/** Rows a table shows: more cannot be read, and the widths of all would have to be known first. */
export const MOST_TABLE_ROWS = 1000;

/** Prints rows under a header, the first thousand; says so where there are more. */
export async function printTable(
  result: QueryResult,
  output: QuerySink,
  options: RowsTableOptions,
): Promise<void> {
  const shown: string[][] = [];
  let isCut = false;
  for await (const rows of result.rows()) {
    const room = MOST_TABLE_ROWS - shown.length;
    isCut = rows.length > room;
    for (const row of rows.slice(0, room)) shown.push(row.map(tableCell));
    if (isCut) break;
  }
  await output.write(shown.length === 0 ? "no rows\n" : rowsTable(result.columns, shown, options));
  if (isCut) await output.write(`the first ${MOST_TABLE_ROWS} rows; --format csv prints all\n`);
}

/**
 * Prints rows as RFC 4180 has it, under a header; NULL is an empty cell, a list its values joined by ";".
 * @param closed ends it early where the reader of the output has left
 */
export async function printCsv(result: QueryResult, output: QuerySink, closed: AbortSignal): Promise<void> {
  const names = result.columns.map((column) => column.name);
  await output.write(delimitedLine(names, ","));
  for await (const rows of result.rows()) {
    const lines = rows.map((row) =>
      delimitedLine(
        row.map((value) => (value === null ? "" : cellText(value))),
        ",",
      ),
    );
    await output.write(lines.join(""));
    if (closed.aborted) return;
  }
}

/**
 * Prints rows as one JSON array of objects, a row a line.
 * @param closed ends it early where the reader of the output has left
 */
export async function printJson(result: QueryResult, output: QuerySink, closed: AbortSignal): Promise<void> {
  const names = result.columns.map((column) => column.name);
  let separator = "[\n";
  for await (const rows of result.rows()) {
    for (const row of rows) {
      const object = Object.fromEntries(names.map((name, index) => [name, row[index]]));
      await output.write(separator + JSON.stringify(object));
      separator = ",\n";
    }
    if (closed.aborted) return;
  }
  await output.write(separator === "[\n" ? "[]\n" : "\n]\n");
}

/** A value for a table, which need not show a mean to its sixteenth place. */
function tableCell(value: Json): string {
  return cellText(typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value);
}

/** A value as text: a list as its values joined by ";", anything else with structure as JSON. */
function cellText(value: Json): string {
  if (value === null) return "NULL";
  if (Array.isArray(value)) return value.map(cellText).join(";");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
