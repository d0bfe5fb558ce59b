import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  type DuckDBValue,
  listValue,
  timestampValue,
} from "@duckdb/node-api";
import type { CellValue, ColumnType, Row, Table } from "./table.ts";

const MILLISECONDS_A_DAY = 86_400_000;
/** Rows DuckDB takes at once: the size of its vectors. */
const CHUNK_ROWS = 2048;

/** The rows of one table, column by column, as DuckDB wants them. */
interface ColumnBuffer {
  readonly table: Table;
  readonly names: readonly string[];
  readonly types: readonly ColumnType[];
  readonly columns: readonly DuckDBValue[][];
}

/** Rows on their way into tables: kept here and appended many at a time, which is what DuckDB is fast at. */
export class RowBuffer {
  readonly #tables = new Map<Table, ColumnBuffer>();
  #rowCount = 0;
  #characters = 0;

  get rowCount(): number {
    return this.#rowCount;
  }

  /** About what the buffered values take, in characters of text. */
  get characters(): number {
    return this.#characters;
  }

  /** Buffers a row; its values are brought into the order of the columns. */
  add<Definition extends Table>(table: Definition, row: Row<Definition>): void {
    const values: Readonly<Record<string, CellValue>> = row;
    const { names, types, columns } = this.#bufferOf(table);
    for (let index = 0; index < names.length; index++) {
      const value = values[names[index] as string];
      if (typeof value === "string") this.#characters += value.length;
      (columns[index] as DuckDBValue[]).push(duckdbValue(value, types[index] as ColumnType));
    }
    this.#rowCount++;
  }

  /** Appends the rows to their tables, in the order they were added, and lets go of them. */
  async appendTo(connection: DuckDBConnection): Promise<void> {
    for (const { table, columns } of this.#tables.values()) {
      const appender = await connection.createAppender(table.name);
      appendColumns(appender, columns);
      appender.closeSync();
    }
    this.clear();
  }

  clear(): void {
    this.#tables.clear();
    this.#rowCount = 0;
    this.#characters = 0;
  }

  #bufferOf(table: Table): ColumnBuffer {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    const names = Object.keys(table.columns);
    const types = Object.values(table.columns).map((column) => column.type);
    const made = { table, names, types, columns: names.map(() => []) };
    this.#tables.set(table, made);
    return made;
  }
}

function appendColumns(appender: DuckDBAppender, columns: readonly DuckDBValue[][]): void {
  const types = columns.map((_, index) => appender.columnType(index));
  const rowCount = columns[0]?.length ?? 0;
  for (let start = 0; start < rowCount; start += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(columns.map((values) => values.slice(start, start + CHUNK_ROWS)));
    appender.appendDataChunk(chunk);
  }
}

function duckdbValue(value: CellValue, type: ColumnType): DuckDBValue {
  if (value === undefined) return null;
  if (typeof value === "object") return listValue([...value]);
  if (typeof value !== "string" || type === "VARCHAR") return value;
  if (type === "DATE") return new DuckDBDateValue(Date.parse(value) / MILLISECONDS_A_DAY);
  return timestampValue(BigInt(Date.parse(value)) * 1000n);
}
