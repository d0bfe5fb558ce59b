import type { DuckDBConnection } from "@duckdb/node-api";
import { ColumnText } from "./column-text.ts";
import type { CellValue, Row, Table } from "./table.ts";

/** Rows brought into columns at a time: gathered as objects that live shortly, which costs next to nothing. */
const GATHERED_ROWS = 1024;

type AnyRow = Readonly<Record<string, CellValue>>;

/** The rows of one table, column by column, and those that came last. */
interface TableRows {
  readonly table: Table;
  readonly names: readonly string[];
  readonly columns: readonly ColumnText[];
  last: AnyRow[];
}

/** Rows on their way into tables: kept here and stored many at a time, which is what DuckDB is fast at. */
export class RowBuffer {
  readonly #tables = new Map<Table, TableRows>();
  #rowCount = 0;

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Buffers a row, of which something has to be known; its values are brought into the order of the columns. */
  add<Definition extends Table>(table: Definition, row: Row<Definition>): void {
    const rows = this.#rowsOf(table);
    if (rows.last.push(row) === GATHERED_ROWS) intoColumns(rows);
    this.#rowCount++;
  }

  /** Appends the rows to their tables, in the order they were added, and lets go of them. */
  async appendTo(connection: DuckDBConnection): Promise<void> {
    for (const rows of this.#tables.values()) await append(connection, rows);
    this.clear();
  }

  clear(): void {
    this.#tables.clear();
    this.#rowCount = 0;
  }

  #rowsOf(table: Table): TableRows {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    const columns = Object.values(table.columns).map(({ type }) => new ColumnText(type));
    const made = { table, names: Object.keys(table.columns), columns, last: [] };
    this.#tables.set(table, made);
    return made;
  }
}

function intoColumns(rows: TableRows): void {
  const { names, columns, last } = rows;
  for (const [index, column] of columns.entries()) {
    const name = names[index] as string;
    column.add(last.map((row) => row[name]));
  }
  rows.last = [];
}

/** In one statement; a column that holds nothing at all is no parameter of it. */
async function append(connection: DuckDBConnection, rows: TableRows): Promise<void> {
  intoColumns(rows);
  const { table, names, columns } = rows;
  const texts: string[] = [];
  const pieces: string[] = [];
  const values = columns.map((column, index) => {
    const text = column.text();
    if (text === undefined) return "NULL";
    const name = names[index] as string;
    pieces.push(`${ColumnText.pieces(`$${texts.push(text)}`)} AS ${name}`);
    return column.value(name);
  });
  await connection.run(
    `INSERT INTO ${table.name} SELECT ${values.join(", ")} FROM (SELECT ${pieces.join(", ")})`,
    texts,
  );
}
