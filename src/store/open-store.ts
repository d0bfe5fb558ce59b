import { existsSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { MIGRATIONS } from "./migrations.ts";
import { makeStoreFile } from "./new-store-file.ts";
import { brokenOff, checkWritable, OutputError } from "./output-error.ts";
import { META, SCHEMA_VERSION, TABLES } from "./schema.ts";
import { commentStatements, createStatement, quoted } from "./table.ts";
import { VIEWS, viewStatements } from "./views.ts";

/** A store that is open; `close` lets other processes have it. */
export interface OpenStore {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * Opens a store for writing, and makes it where there is none. A store of an older version is brought to this one, in one transaction.
 * @throws OutputError in one sentence where the file is no store, is newer than this program, is in use or cannot be made
 */
export async function openStore(path: string): Promise<OpenStore> {
  await checkWritable(path);
  if (!existsSync(path)) {
    await makeStoreFile(path, creatingStatements()).catch((error: unknown) =>
      Promise.reject(brokenOff(path, error)),
    );
  }
  // The cache gives all who write to one file in this process the same database; two would spoil it.
  const store = await connect(() => DuckDBInstance.fromCache(path), path);
  try {
    const { connection } = store;
    const tables = await tableNames(connection);
    if (tables.length === 0) await inTransaction(connection, creatingStatements());
    else await migrate(connection, await checkedVersion(connection, tables, path));
    return store;
  } catch (error) {
    store.close();
    throw error instanceof OutputError ? error : brokenOff(path, error);
  }
}

/**
 * Opens a store for writing, and brings it to this version; makes none.
 * @throws OutputError as `openStore`, and where there is no such file
 */
export async function openExistingStore(path: string): Promise<OpenStore> {
  if (!existsSync(path)) throw noSuchFile(path);
  return openStore(path);
}

/**
 * Opens a store for reading only: nothing in it can be changed, and no other file be read or written.
 * @param writable files and folders that queries may write to all the same
 * @throws OutputError in one sentence where there is no such file, it is no store, is of another version, or is in use
 */
export async function openStoreForReading(
  path: string,
  writable: readonly string[] = [],
): Promise<OpenStore> {
  if (!existsSync(path)) throw noSuchFile(path);
  const store = await connect(() => DuckDBInstance.create(path, { access_mode: "READ_ONLY" }), path);
  try {
    await store.connection.run(`SET allowed_directories = [${writable.map(quoted).join(", ")}];
      SET enable_external_access = false`);
    const version = await checkedVersion(store.connection, await tableNames(store.connection), path);
    if (version < SCHEMA_VERSION) {
      throw new OutputError(
        `${path} was made by an older Dragoman (store version ${version}; this one reads ${SCHEMA_VERSION}); bring it up to date with: dragoman info --migrate ${path}`,
        { isUsage: true },
      );
    }
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

function noSuchFile(path: string): OutputError {
  return new OutputError(`there is no file ${path}`, { isUsage: true });
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

function creatingStatements(): string[] {
  return [
    ...TABLES.map(createStatement),
    ...describingStatements(),
    `INSERT INTO ${META.name} VALUES ('schema_version', '${SCHEMA_VERSION}')`,
  ];
}

/** Brings a store from its version to this program's; does nothing where it has that already. */
async function migrate(connection: DuckDBConnection, version: number): Promise<void> {
  if (version === SCHEMA_VERSION) return;
  const reader = await connection.runAndReadAll("SELECT view_name FROM duckdb_views() WHERE NOT internal");
  await inTransaction(connection, [
    // Views stand in the way of changes to what they read.
    ...reader.getRows().map(([name]) => `DROP VIEW ${String(name)}`),
    ...MIGRATIONS.filter(({ to }) => to > version).flatMap(({ statements }) => statements),
    ...describingStatements(),
    `UPDATE ${META.name} SET value = '${SCHEMA_VERSION}' WHERE key = 'schema_version'`,
  ]);
}

/** What is made anew with each version: the meanings of tables and columns, and the views. */
function describingStatements(): string[] {
  return [...TABLES.flatMap(commentStatements), ...VIEWS.flatMap(viewStatements)];
}

async function inTransaction(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  await connection.run("BEGIN");
  try {
    for (const statement of statements) await connection.run(statement);
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

/** The version of a store, which this program reads or can bring up to date. */
async function checkedVersion(
  connection: DuckDBConnection,
  tables: readonly string[],
  path: string,
): Promise<number> {
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
  return version;
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
