import {
  type DuckDBConnection,
  DuckDBDataChunkWriter,
  DuckDBDateValue,
  type DuckDBValue,
  listValue,
  timestampValue,
} from "@duckdb/node-api";
import type { CellValue, ColumnType, Row, Table } from "./table.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** Rows on their way into tables: kept here and appended many at a time, which is what DuckDB is fast at. */
export class RowBuffer {
  readonly #rows = new Map<Table, DuckDBValue[][]>();
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
    const cells: DuckDBValue[] = [];
    for (const name in table.columns) {
      const value = values[name];
      if (typeof value === "string") this.#characters += value.length;
      cells.push(duckdbValue(value, (table.columns[name] as { type: ColumnType }).type));
    }
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [cells]);
    else rows.push(cells);
    this.#rowCount++;
  }

  /** Appends the rows to their tables, in the order they were added, and lets go of them. */
  async appendTo(connection: DuckDBConnection): Promise<void> {
    for (const [table, rows] of this.#rows) {
      const appender = await connection.createAppender(table.name);
      const writer = DuckDBDataChunkWriter.forAppender(appender);
      for (const row of rows) writer.appendRow(row);
      writer.flush();
      appender.closeSync();
    }
    this.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#rowCount = 0;
    this.#characters = 0;
  }
}

function duckdbValue(value: CellValue, type: ColumnType): DuckDBValue {
  if (value === undefined) return null;
  if (typeof value === "object") return listValue(value);
  if (typeof value !== "string") return value;
  if (type === "DATE") return new DuckDBDateValue(Date.parse(value) / MILLISECONDS_A_DAY);
  if (type === "TIMESTAMP") return timestampValue(BigInt(Date.parse(value)) * 1000n);
  return value;
}
