import {
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  DuckDBTypeId,
  type Json,
  StatementType,
} from "@duckdb/node-api";
import { OutputError } from "./output-error.ts";
import { quoted } from "./table.ts";

/** Types whose JSON form is text, since not all their values are safe numbers. */
const WIDE_NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

const NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  ...WIDE_NUMBERS,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);

export interface QueryColumn {
  /** Unique in the result: a name given twice is numbered. */
  readonly name: string;
  readonly isNumeric: boolean;
}

/** What a query found; its rows are read as they are asked for. */
export interface QueryResult {
  readonly columns: readonly QueryColumn[];
  /** A stretch of rows at a time; numbers are numbers where JavaScript can hold them, dates and times are text. */
  rows(): AsyncIterable<readonly (readonly Json[])[]>;
}

/**
 * Asks a store.
 * @throws OutputError with DuckDB's own sentence where the query is wrong, or in ours where it is not one query
 */
export async function queryStore(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  const prepared = await prepareOne(connection, sql);
  const result = await prepared.stream().catch(refuse);
  const types = result.columnTypes().map((type) => type.typeId);
  const wide = types.map((type) => WIDE_NUMBERS.has(type));
  return {
    columns: result.deduplicatedColumnNames().map((name, index) => ({
      name,
      isNumeric: NUMBERS.has(types[index] as DuckDBTypeId),
    })),
    async *rows() {
      try {
        for await (const rows of result.yieldRowsJson()) {
          yield rows.map((row) =>
            row.map((value, index) => (wide[index] === true ? narrowed(value) : value)),
          );
        }
      } catch (error) {
        refuse(error);
      }
    },
  };
}

/**
 * Writes what a query finds into a Parquet file.
 * @throws OutputError as `queryStore`
 */
export async function saveQuery(connection: DuckDBConnection, sql: string, path: string): Promise<void> {
  const prepared = await prepareOne(connection, sql);
  if (prepared.statementType !== StatementType.SELECT) {
    throw new OutputError("expected a query that gives rows", { isUsage: true });
  }
  const query = sql.trim().replace(/;+$/, "");
  // On a line of its own: the query may end in a comment.
  await connection
    .run(`COPY (${query}\n) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`)
    .catch(refuse);
}

async function prepareOne(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  // DuckDB has no sentence for a text of nothing but comments and white space.
  const isEmpty = sql.replace(/--.*|\/\*[\s\S]*?\*\/|[;\s]/g, "") === "";
  if (isEmpty) throw new OutputError("the query is empty", { isUsage: true });
  const statements = await connection.extractStatements(sql).catch(refuse);
  if (statements.count > 1) throw new OutputError("expected one query, not several", { isUsage: true });
  return statements.prepare(0).catch(refuse);
}

function narrowed(value: Json): Json {
  const number = Number(value);
  return value !== null && Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? number
    : value;
}

/** DuckDB's message opens with its kind and goes on with the line and a mark under it: the sentence alone is told. */
function refuse(cause: unknown): never {
  if (!(cause instanceof Error)) throw cause;
  const sentence = (cause.message.split("\n")[0] as string).replace(/^Failed to extract statements: /, "");
  const hint = /^(?:Did you mean|Candidate bindings:).*$/m.exec(cause.message)?.[0];
  throw new OutputError(hint === undefined ? sentence : `${sentence} ${hint}`, { cause, isUsage: true });
}
