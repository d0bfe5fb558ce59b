import { existsSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { brokenOff, checkWritable, OutputError } from "./output-error.ts";
import { META, SCHEMA_VERSION, TABLES } from "./schema.ts";
import { createStatements } from "./table.ts";
import { VIEWS, viewStatements } from "./views.ts";

/** A store that is open; `close` lets other processes have it. */
export interface OpenStore {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * Opens a store for writing, and makes it where there is none.
 * @throws OutputError in one sentence where the file is no store, is newer than this program, is in use or cannot be made
 */
export async function openStore(path: string): Promise<OpenStore> {
  await checkWritable(path);
  // The cache gives all who write to one file in this process the same database; two would spoil it.
  const store = await connect(() => DuckDBInstance.fromCache(path), path);
  try {
    const { connection } = store;
    const tables = await tableNames(connection);
    if (tables.length === 0) await createSchema(connection);
    else await checkVersion(connection, tables, path);
    return store;
  } catch (error) {
    store.close();
    throw error instanceof OutputError ? error : brokenOff(path, error);
  }
}

/**
 * Opens a store for reading only: nothing in it can be changed, and no other file be read or written.
 * @throws OutputError in one sentence where there is no such file, it is no store, or it is in use
 */
export async function openStoreForReading(path: string): Promise<OpenStore> {
  if (!existsSync(path)) throw new OutputError(`there is no file ${path}`, { isUsage: true });
  const config = { access_mode: "READ_ONLY", enable_external_access: "false" };
  const store = await connect(() => DuckDBInstance.create(path, config), path);
  try {
    await checkVersion(store.connection, await tableNames(store.connection), path);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

async function connect(instantiate: () => Promise<DuckDBInstance>, path: string): Promise<OpenStore> {
  try {
    const instance = await instantiate();
    const connection = await instance.connect();
    return {
      connection,
      close() {
        connection.closeSync();
        instance.closeSync();
      },
    };
  } catch (cause) {
    throw openingError(path, cause);
  }
}

function openingError(path: string, cause: unknown): OutputError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const holder = /Conflicting lock is held in .*?\(PID (\d+)\)/.exec(message)?.[1];
  if (holder !== undefined) {
    return new OutputError(`${path} is in use by another process (PID ${holder}); wait until it ends`, {
      cause,
      isUsage: true,
    });
  }
  if (message.includes("not a valid DuckDB database file")) {
    return new OutputError(`${path} is no DuckDB file`, { cause, isUsage: true });
  }
  return brokenOff(path, cause);
}

async function tableNames(connection: DuckDBConnection): Promise<string[]> {
  const reader = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() WHERE NOT temporary");
  return reader.getRows().map(([name]) => String(name));
}

async function createSchema(connection: DuckDBConnection): Promise<void> {
  const statements = [
    ...TABLES.flatMap(createStatements),
    ...VIEWS.flatMap(viewStatements),
    `INSERT INTO ${META.name} VALUES ('schema_version', '${SCHEMA_VERSION}')`,
  ];
  await connection.run(["BEGIN", ...statements, "COMMIT"].join(";\n"));
}

async function checkVersion(
  connection: DuckDBConnection,
  tables: readonly string[],
  path: string,
): Promise<void> {
  const version = tables.includes(META.name) ? await readVersion(connection) : undefined;
  if (version === undefined) {
    throw new OutputError(`${path} is a DuckDB file, but no store of Dragoman`, { isUsage: true });
  }
  if (version > SCHEMA_VERSION) {
    throw new OutputError(
      `${path} was made by a newer Dragoman (store version ${version}; this one reads ${SCHEMA_VERSION})`,
      { isUsage: true },
    );
  }
}

async function readVersion(connection: DuckDBConnection): Promise<number | undefined> {
  try {
    const reader = await connection.runAndReadAll(
      `SELECT value FROM ${META.name} WHERE key = 'schema_version'`,
    );
    const value = Number(reader.getRows()[0]?.[0] ?? Number.NaN);
    return Number.isInteger(value) ? value : undefined;
  } catch {
    return undefined; // someone else's table of the same name, with other columns
  }
}
