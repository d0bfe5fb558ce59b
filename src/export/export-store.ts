import { existsSync, readdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { loadCountryNames } from "../mentions/country-names.ts";
import { loadOntology } from "../ontology/ontology.ts";
import { brokenOff, OutputError } from "../store/output-error.ts";
import { queryStore } from "../store/query.ts";
import { quoted } from "../store/table.ts";
import { delimitedLine } from "./delimited-writer.ts";
import { type ExchangeFormat, exchangeLine } from "./exchange/exchange-format.ts";
import { GDELT } from "./exchange/gdelt.ts";
import { icews } from "./exchange/icews.ts";
import { phoenix } from "./exchange/phoenix.ts";
import { POLECAT } from "./exchange/polecat.ts";
import { toldHappenings } from "./exchange/told-happening.ts";
import { partialName } from "./partial-file.ts";
import { type Selection, selectedIds } from "./selection.ts";

/** The formats a store can be exported in. */
export const EXPORT_FORMATS = ["gdelt", "icews", "phoenix", "polecat", "jsonl", "parquet", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats of data sets that hold what happened: they have no place for what is only planned, possible or denied. */
const FACTS = ["gdelt", "icews", "phoenix", "polecat"];
const REAL = ["occurred", "ongoing", "historical"];

/** What an export came to. */
export interface ExportSummary {
  readonly rows: number;
  /** How many happenings the format has no place for, by the reason. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/**
 * Writes the selected happenings of a store as lines of text. Where no status is selected, formats of data sets that hold what happened
 * get what is told as real.
 * @param write takes a piece of text, whole lines
 */
export async function exportText(
  connection: DuckDBConnection,
  format: Exclude<ExportFormat, "parquet">,
  selection: Selection,
  write: (text: string) => Promise<void>,
): Promise<ExportSummary> {
  const statuses = selection.statuses ?? (FACTS.includes(format) ? REAL : undefined);
  const ids = selectedIds({ ...selection, ...(statuses === undefined ? {} : { statuses }) });
  if (format === "csv") return exportCsv(connection, selection, ids, write);
  const happenings = toldHappenings(connection, ids, selection.keepsDuplicates === true);
  if (format === "jsonl") {
    let rows = 0;
    for await (const happening of happenings) {
      await write(`${JSON.stringify(happening)}\n`);
      rows++;
    }
    return { rows, leftOut: new Map() };
  }
  return exportExchange(exchangeFormat(format), happenings, write);
}

function exchangeFormat(format: "gdelt" | "icews" | "phoenix" | "polecat"): ExchangeFormat {
  switch (format) {
    case "gdelt":
      return GDELT;
    case "icews":
      return icews(loadOntology(), loadCountryNames());
    case "phoenix":
      return phoenix(loadCountryNames());
    case "polecat":
      return POLECAT;
  }
}

async function exportExchange(
  format: ExchangeFormat,
  happenings: ReturnType<typeof toldHappenings>,
  write: (text: string) => Promise<void>,
): Promise<ExportSummary> {
  const { columns, hasHeader, missing } = format;
  const leftOut = new Map<string, number>();
  let count = 0;
  const rowsOf = format.newFile();
  if (hasHeader) await write(exchangeLine(columns, missing));
  for await (const happening of happenings) {
    const made = rowsOf(happening);
    if (made.kind === "left out") {
      leftOut.set(made.reason, (leftOut.get(made.reason) ?? 0) + 1);
      continue;
    }
    await write(made.rows.map((row) => exchangeLine(row, missing)).join(""));
    count += made.rows.length;
  }
  return { rows: count, leftOut };
}

/** The rows of the flat views that are selected, in the order of their days. */
function flatQuery(ids: string, { keepsDuplicates }: Selection): string {
  const view = keepsDuplicates === true ? "events_all" : "events_flat";
  return `SELECT * FROM ${view} WHERE id IN (${ids}) ORDER BY date_start NULLS LAST, published NULLS LAST, document, sentence, id`;
}

async function exportCsv(
  connection: DuckDBConnection,
  selection: Selection,
  ids: string,
  write: (text: string) => Promise<void>,
): Promise<ExportSummary> {
  const result = await queryStore(connection, flatQuery(ids, selection));
  let count = 0;
  await write(
    delimitedLine(
      result.columns.map(({ name }) => name),
      ",",
    ),
  );
  for await (const rows of result.rows()) {
    const lines = rows.map((row) =>
      delimitedLine(
        row.map((cell) => (cell === null ? undefined : String(cell))),
        ",",
      ),
    );
    await write(lines.join(""));
    count += rows.length;
  }
  return { rows: count, leftOut: new Map() };
}

/**
 * Writes the selected happenings as a folder of Parquet files, one a month: `year=2022/month=2/…`. Those without a day are in
 * `year=__HIVE_DEFAULT_PARTITION__`, which readers take for NULL.
 * @param connection of a store that was opened with leave to write to the folder that this one lies in
 * @throws OutputError in one sentence where the folder is there already and holds something, or cannot be written
 */
export async function exportParquet(
  connection: DuckDBConnection,
  path: string,
  selection: Selection,
): Promise<ExportSummary> {
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new OutputError(`cannot write ${path}: the folder is not empty`, { isUsage: true });
  }
  const { partial } = partialName(path);
  const query = `SELECT *, year(date_start) AS year, month(date_start) AS month FROM (${flatQuery(selectedIds(selection), selection)})`;
  try {
    const reader = await connection.runAndReadAll(
      `COPY (${query}) TO ${quoted(partial)} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year, month))`,
    );
    await rm(path, { recursive: true, force: true });
    if (existsSync(partial)) await rename(partial, path);
    return { rows: Number(reader.getRows()[0]?.[0]), leftOut: new Map() };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw brokenOff(path, error);
  }
}
