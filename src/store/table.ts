/** The DuckDB types our columns have. */
export type ColumnType =
  | "VARCHAR"
  | "VARCHAR[]"
  | "INTEGER"
  | "INTEGER[]"
  | "DOUBLE"
  | "DATE"
  | "TIMESTAMP"
  | "BOOLEAN";

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
export type CellValue = string | number | boolean | readonly string[] | readonly number[] | undefined;

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

/** The statement that makes a table. */
export function createStatement({ name, columns }: Table): string {
  const entries = Object.entries(columns);
  return `CREATE TABLE ${name} (${entries.map(([column, { type }]) => `${column} ${type}`).join(", ")})`;
}

/** The statements that write the meaning of a table and of its columns into the store. */
export function commentStatements({ name, meaning, columns }: Table): string[] {
  return [
    `COMMENT ON TABLE ${name} IS ${quoted(meaning)}`,
    ...Object.entries(columns).map(
      ([column, entry]) => `COMMENT ON COLUMN ${name}.${column} IS ${quoted(entry.meaning)}`,
    ),
  ];
}

/** A text as a literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
