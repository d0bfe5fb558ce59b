/** The DuckDB types our columns have. */
export type ColumnType = "VARCHAR" | "VARCHAR[]" | "INTEGER" | "DOUBLE" | "DATE" | "TIMESTAMP";

export interface Column {
  readonly type: ColumnType;
  /** What a value means, for people: it goes into the store as the column's comment. */
  readonly meaning: string;
}

/** A table: what one row of it is, and its columns in order. */
export interface Table<Name extends string = string> {
  readonly name: string;
  readonly meaning: string;
  readonly columns: Readonly<Record<Name, Column>>;
}

/** A value of a column before it is stored: dates as `YYYY-MM-DD`, times as ISO 8601 in UTC; `undefined` where unknown. */
export type CellValue = string | number | readonly string[] | undefined;

/** One row by column name. */
export type Row<Definition extends Table> =
  Definition extends Table<infer Name> ? Readonly<Record<Name, CellValue>> : never;

/** Makes the columns of one type, each with its meaning. */
export function column(type: ColumnType): (meaning: string) => Column {
  return (meaning) => ({ type, meaning });
}

/** Defines a table; the column names are kept in its type, so that a row that lacks one does not compile. */
export function table<Name extends string>(
  name: string,
  meaning: string,
  columns: Readonly<Record<Name, Column>>,
): Table<Name> {
  return { name, meaning, columns };
}

/** The statements that make a table, with its meaning and those of its columns as comments. */
export function createStatements({ name, meaning, columns }: Table): string[] {
  const entries = Object.entries(columns);
  return [
    `CREATE TABLE ${name} (${entries.map(([column, { type }]) => `${column} ${type}`).join(", ")})`,
    `COMMENT ON TABLE ${name} IS ${quoted(meaning)}`,
    ...entries.map(([column, entry]) => `COMMENT ON COLUMN ${name}.${column} IS ${quoted(entry.meaning)}`),
  ];
}

/** A text as a literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
