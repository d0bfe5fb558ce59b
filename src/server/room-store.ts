import { statSync } from "node:fs";
import {
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBTypeId,
  type DuckDBValue,
  type Json,
} from "@duckdb/node-api";
import { openStoreForReading } from "../store/open-store.ts";
import { OutputError } from "../store/output-error.ts";
import { quoted } from "../store/table.ts";
import { ROOM_TABLES } from "./room-tables.ts";

/** One row of an answer by column name; dates are text, wide numbers are numbers. */
export type RoomRow = Readonly<Record<string, Json>>;

/** What a query is given for its `?`, in order. */
export type Parameters = readonly DuckDBValue[];

/** A question that took longer than one may. */
export class TooSlowError extends Error {}

/** Connections that answer at the same time: more would only wait for the processor. */
const CONNECTIONS = 4;

export interface RoomStoreOptions {
  /** Whether the store may be written to; it is then this process's alone. */
  readonly isWritable?: boolean;
  /** Milliseconds a question may take. */
  readonly patience?: number;
  /** Told what is being done while the store is opened, which takes long where it is large. */
  readonly opening?: (words: string) => void;
}

/**
 * A store opened for the reading room: its tables, and beside them tables in memory that are made for browsing
 * (`room.event`, `room.statement`). No other file can be reached through it.
 */
export class RoomStore {
  readonly path: string;
  /** Changes whenever the store does: the stuff of ETags. */
  stamp: string;
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  readonly #patience: number;
  #changes = 0;

  private constructor(path: string, instance: DuckDBInstance, idle: DuckDBConnection[], patience: number) {
    const { mtimeMs, size } = statSync(path);
    this.path = path;
    this.stamp = `${Math.round(mtimeMs).toString(36)}-${size.toString(36)}`;
    this.#instance = instance;
    this.#idle = idle;
    this.#patience = patience;
  }

  /**
   * Opens a store.
   * @throws OutputError in one sentence where there is no such file, it is no store, or it is in use
   */
  static async open(
    path: string,
    { isWritable = false, patience = 15_000, opening = () => undefined }: RoomStoreOptions = {},
  ) {
    opening(`opening ${path}`);
    (await openStoreForReading(path)).close(); // says what is wrong with the file, if anything is
    const instance = await DuckDBInstance.create(":memory:");
    const first = await instance.connect();
    try {
      await first.run(`ATTACH ${quoted(path)} AS store${isWritable ? "" : " (READ_ONLY)"}`);
    } catch (cause) {
      instance.closeSync();
      throw new OutputError(`${path} is in use by another process; wait until it ends`, {
        cause,
        isUsage: true,
      });
    }
    await first.run("ATTACH ':memory:' AS room; USE store");
    await first.run("SET enable_external_access = false; SET lock_configuration = true");
    for (const { name, of, query } of ROOM_TABLES) {
      const rows = (await first.runAndReadAll(`SELECT count(*) FROM ${of}`)).getRows();
      opening(`opening ${path}: reading ${Number(rows[0]?.[0]).toLocaleString("en")} ${of}`);
      await first.run(`CREATE TABLE room.${name} AS ${query}`);
    }
    const others = await Promise.all(Array.from({ length: CONNECTIONS - 1 }, () => instance.connect()));
    for (const connection of others) await connection.run("USE store");
    return new RoomStore(path, instance, [first, ...others], patience);
  }

  /**
   * Rows that answer a question.
   * @throws TooSlowError after the store's patience
   */
  async ask(sql: string, parameters: Parameters = []): Promise<RoomRow[]> {
    const connection = await this.#take();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      connection.interrupt();
    }, this.#patience);
    try {
      const reader = await connection.runAndReadAll(sql, [...parameters]);
      const wide = reader.columnNames().filter((_, index) => WIDE.has(reader.columnTypeId(index)));
      return reader.getRowObjectsJson().map((row) => narrowed(row, wide));
    } catch (error) {
      if (isLate) throw new TooSlowError("the question took too long and was given up", { cause: error });
      throw error;
    } finally {
      clearTimeout(timer);
      this.#giveBack(connection);
    }
  }

  /** Rows that answer a question, a stretch at a time, for answers too long to hold. */
  async *stream(sql: string, parameters: Parameters = []): AsyncGenerator<RoomRow[]> {
    const connection = await this.#take();
    try {
      const result = await connection.stream(sql, [...parameters]);
      const wide = result.columnNames().filter((_, index) => WIDE.has(result.columnTypeId(index)));
      for await (const rows of result.yieldRowObjectJson()) yield rows.map((row) => narrowed(row, wide));
    } finally {
      this.#giveBack(connection);
    }
  }

  /** The first row of an answer, if there is one. */
  async askOne(sql: string, parameters: Parameters = []): Promise<RoomRow | undefined> {
    return (await this.ask(sql, parameters))[0];
  }

  /** Tells that something in the store was changed. */
  touch(): void {
    this.#changes++;
    this.stamp = `${this.stamp.split("+")[0]}+${this.#changes}`;
  }

  close(): void {
    for (const connection of this.#idle.splice(0)) connection.closeSync();
    this.#instance.closeSync();
  }

  #take(): Promise<DuckDBConnection> {
    const connection = this.#idle.pop();
    if (connection !== undefined) return Promise.resolve(connection);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(connection: DuckDBConnection): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(connection);
    else next(connection);
  }
}

/** Types whose JSON form is text, since not all their values are safe numbers; counts and sums are, here. */
const WIDE: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.DECIMAL,
]);

function narrowed(row: Readonly<Record<string, Json>>, wide: readonly string[]): RoomRow {
  if (wide.length === 0) return row;
  const numbers = wide.map((name) => [name, row[name] === null ? null : Number(row[name])] as const);
  return { ...row, ...Object.fromEntries(numbers) };
}
