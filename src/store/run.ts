import type { DuckDBConnection } from "@duckdb/node-api";
import { DOCUMENTS, INPUT_PROBLEMS, RUNS } from "./schema.ts";

/** How a run is remembered in the store. */
export interface RunDescription {
  /** Version of the program. */
  readonly version: string;
  /** SHA-256 of the language model. */
  readonly model?: string;
  /** SHA-256 over the lexicon's files. */
  readonly lexicon?: string;
  /** What was asked for: files, and the options that change what is stored. */
  readonly command: Readonly<Record<string, unknown>>;
}

/** A run that writes to a store. */
export interface Run {
  readonly number: number;
  /** Hashes of the documents it stored before it was cut off; empty for a new run. */
  readonly stored: ReadonlySet<string>;
}

/** Lets the last run go on where it was cut off and is the same as this one; else begins a new one. */
export async function beginRun(
  connection: DuckDBConnection,
  { version, model, lexicon, command }: RunDescription,
  now: Date,
): Promise<Run> {
  const values = [version, model ?? null, lexicon ?? null, JSON.stringify(command)];
  const [unfinished] = await rowsOf(
    connection,
    `SELECT run FROM ${RUNS.name} WHERE run = (SELECT max(run) FROM ${RUNS.name}) AND ended_at IS NULL
     AND version = $1 AND model IS NOT DISTINCT FROM $2 AND lexicon IS NOT DISTINCT FROM $3 AND command = $4`,
    values,
  );
  if (unfinished !== undefined) return goOn(connection, Number(unfinished[0]));
  const [last] = await rowsOf(connection, `SELECT coalesce(max(run), 0) + 1 FROM ${RUNS.name}`);
  const number = Number(last?.[0]);
  await connection.run(`INSERT INTO ${RUNS.name} VALUES ($1, $2, $3, $4, $5, $6::TIMESTAMP, NULL, 0, 0, 0)`, [
    number,
    ...values,
    now.toISOString(),
  ]);
  return { number, stored: new Set() };
}

/** What could not be read or coded is met again, and noted again. */
async function goOn(connection: DuckDBConnection, run: number): Promise<Run> {
  await connection.run(`BEGIN; DELETE FROM ${INPUT_PROBLEMS.name} WHERE run = ${run};
    UPDATE ${RUNS.name} SET problems = 0 WHERE run = ${run}; COMMIT`);
  const hashes = await rowsOf(connection, `SELECT hash FROM ${DOCUMENTS.name} WHERE run = ${run}`);
  return { number: run, stored: new Set(hashes.map(([hash]) => String(hash))) };
}

async function rowsOf(connection: DuckDBConnection, sql: string, values: readonly (string | null)[] = []) {
  return (await connection.runAndReadAll(sql, [...values])).getRows();
}
