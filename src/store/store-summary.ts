import type { DuckDBConnection, Json } from "@duckdb/node-api";
import { queryStore } from "./query.ts";
import { TABLES } from "./schema.ts";
import { VIEWS } from "./views.ts";

/** A name with how often it occurs, the most frequent first. */
export type Tally = readonly (readonly [name: string, count: number])[];

export interface RunSummary {
  readonly run: number;
  readonly version: string;
  /** In UTC, to the second. */
  readonly startedAt: string;
  /** Absent where the run was cut off, or goes on. */
  readonly endedAt?: string;
  readonly documents: number;
  readonly events: number;
}

/** What a store holds and how it was made. */
export interface StoreSummary {
  /** Rows of each table, in the order of the schema. */
  readonly rows: Tally;
  /** First and last day of publication; absent where no document has one. */
  readonly days?: readonly [first: string, last: string];
  readonly types: Tally;
  readonly statuses: Tally;
  /** Countries by the events they act in. */
  readonly actors: Tally;
  /** The latest first. */
  readonly runs: readonly RunSummary[];
}

/** A table or view of a store with the meaning it and its columns have. */
export interface RelationDescription {
  readonly name: string;
  readonly meaning: string;
  /** Empty for a view: its columns are those of its query. */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly meaning: string }[];
}

/** Countries and runs a summary names at most. */
const MOST_NAMED = 10;

/** Counts what a store holds. */
export async function summarise(connection: DuckDBConnection): Promise<StoreSummary> {
  const ask = (sql: string) => allRows(connection, sql);
  const tally = async (sql: string): Promise<Tally> =>
    (await ask(sql)).map(([name, count]) => [String(name), Number(count)]);
  const rowCounts = TABLES.map(
    ({ name }, index) => `SELECT '${name}', count(*), ${index} AS position FROM ${name}`,
  );
  const [days] = await ask("SELECT min(date), max(date) FROM documents HAVING max(date) IS NOT NULL");
  return {
    rows: await tally(
      `SELECT * EXCLUDE position FROM (${rowCounts.join(" UNION ALL ")}) t(name, n, position) ORDER BY position`,
    ),
    ...(days === undefined ? {} : { days: [String(days[0]), String(days[1])] as const }),
    types: await tally("SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY n DESC, type"),
    statuses: await tally("SELECT status, count(*) AS n FROM events GROUP BY status ORDER BY n DESC, status"),
    actors: await tally(
      `SELECT country, count(DISTINCT record) AS n FROM parties
       WHERE part = 'actor' AND country IS NOT NULL GROUP BY country ORDER BY n DESC, country LIMIT ${MOST_NAMED}`,
    ),
    runs: (
      await ask(
        `SELECT run, version, strftime(started_at, '%Y-%m-%d %H:%M:%S'), strftime(ended_at, '%Y-%m-%d %H:%M:%S'),
         documents, events FROM runs ORDER BY run DESC LIMIT ${MOST_NAMED}`,
      )
    ).map(runSummary),
  };
}

function runSummary([run, version, startedAt, endedAt, documents, events]: readonly Json[]): RunSummary {
  return {
    run: Number(run),
    version: String(version),
    startedAt: String(startedAt),
    ...(endedAt === null ? {} : { endedAt: String(endedAt) }),
    documents: Number(documents),
    events: Number(events),
  };
}

/** Every table and view of a store, as this program makes them. */
export function describeRelations(): RelationDescription[] {
  return [
    ...TABLES.map(({ name, meaning, columns }) => ({
      name,
      meaning,
      columns: Object.entries(columns).map(([column, entry]) => ({ name: column, ...entry })),
    })),
    ...VIEWS.map(({ name, meaning }) => ({ name, meaning, columns: [] })),
  ];
}

async function allRows(connection: DuckDBConnection, sql: string): Promise<(readonly Json[])[]> {
  const found: (readonly Json[])[] = [];
  const result = await queryStore(connection, sql);
  for await (const rows of result.rows()) found.push(...rows);
  return found;
}
