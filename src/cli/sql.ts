import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import { CliError } from "./cli-error.ts";
import { printCsv, printJson, printTable, QUERY_FORMATS, type QueryFormat } from "./query-printer.ts";
import { standardOutput } from "./standard-output.ts";
import { coloursFor, tableWidth } from "./terminal.ts";

const EXAMPLES = `
Examples:
  dragoman sql events.duckdb "SELECT type, count(*) FROM events GROUP BY ALL"
  dragoman sql events.duckdb "FROM dyad_months" --format csv
  dragoman sql events.duckdb "FROM events_flat" --format parquet > events.parquet
  dragoman info events.duckdb --schema        tables, views and what they hold
`;

interface SqlOptions {
  readonly format: QueryFormat;
}

/** Adds `dragoman sql`: one query to a store, which it cannot change. */
export function register(program: Command): void {
  program
    .command("sql")
    .summary("ask a store a question in SQL")
    .description("Runs a query on a store and prints what it finds. The store is only read.")
    .argument("<DB>", "a store that dragoman code --out made (.duckdb)")
    .argument("<QUERY>", "a query in DuckDB's SQL")
    .addOption(
      new Option("--format <FORMAT>", "how to print the rows").choices(QUERY_FORMATS).default("table"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, query: string, options: SqlOptions, command: Command) => {
      await sql(path, query, options, command.optsWithGlobals<{ color: boolean }>().color);
    });
}

async function sql(
  path: string,
  query: string,
  { format }: SqlOptions,
  isColourAllowed: boolean,
): Promise<void> {
  // Loaded where it is needed: the database engine takes longer to load than other commands to run.
  const { openStoreForReading } = await import("../store/open-store.ts");
  const { queryStore } = await import("../store/query.ts");
  const { stdout } = process;
  if (format === "parquet") return printParquet(path, query);
  const closed = new AbortController();
  const output = standardOutput(stdout, () => closed.abort());
  const store = await openStoreForReading(path);
  try {
    const result = await queryStore(store.connection, query);
    if (format === "csv") await printCsv(result, output, closed.signal);
    else if (format === "json") await printJson(result, output, closed.signal);
    else {
      const colours = coloursFor({ isTerminal: stdout.isTTY, env: process.env, isAllowed: isColourAllowed });
      await printTable(result, output, { width: tableWidth(stdout.columns), colours });
    }
  } finally {
    store.close();
  }
}

/** Parquet is written column by column: into a file that is handed on when it is whole. */
async function printParquet(path: string, query: string): Promise<void> {
  if (process.stdout.isTTY) {
    throw new CliError("--format parquet is not for a terminal; send it to a file: … > events.parquet");
  }
  const { openStoreForReading } = await import("../store/open-store.ts");
  const { saveQuery } = await import("../store/query.ts");
  const folder = mkdtempSync(join(tmpdir(), "dragoman-sql-"));
  try {
    const store = await openStoreForReading(path, [folder]);
    try {
      await saveQuery(store.connection, query, join(folder, "rows.parquet"));
    } finally {
      store.close();
    }
    await pipeline(createReadStream(join(folder, "rows.parquet")), process.stdout, { end: false });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
