import { DuckDBConnection, type Json } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OutputError } from "./output-error.ts";
import { queryStore } from "./query.ts";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await DuckDBConnection.create();
});
afterAll(() => connection.closeSync());

async function answer(sql: string): Promise<(readonly Json[])[]> {
  const rows: (readonly Json[])[] = [];
  for await (const some of (await queryStore(connection, sql)).rows()) rows.push(...some);
  return rows;
}

describe("a query", () => {
  it.each<[string, Json]>([
    ["count(*)", 1],
    ["9007199254740993::BIGINT", "9007199254740993"], // no JavaScript number holds it
    ["1.50::DECIMAL(4, 2)", 1.5],
    ["sum(2)", 2],
    ["DATE '2022-01-10'", "2022-01-10"],
    ["['a', '🕊']", ["a", "🕊"]],
    ["NULL::BIGINT", null],
    ["'041'", "041"], // a code stays text
    ["''", ""],
  ])("gives %s as %j", async (expression, value) => {
    expect(await answer(`SELECT ${expression}`)).toEqual([[value]]);
  });

  it("names its columns, numbering those of one name, and says which are numeric", async () => {
    const { columns } = await queryStore(connection, "SELECT 1 AS n, 2.5 AS n, '3' AS text, [1] AS list");
    expect(columns).toEqual([
      { name: "n", isNumeric: true },
      { name: "n:1", isNumeric: true },
      { name: "text", isNumeric: false },
      { name: "list", isNumeric: false },
    ]);
  });

  it("gives more rows than one stretch holds, in order", async () => {
    const rows = await answer("FROM range(5000)");
    expect(rows).toHaveLength(5000);
    expect(rows.every(([value], index) => value === index)).toBe(true);
  });

  it.each([
    ["selec 1", 'Parser Error: syntax error at or near "selec"'],
    [
      "SELECT nothing",
      'Binder Error: Referenced column "nothing" was not found because the FROM clause is missing',
    ],
    ["SELECT 'x'::INTEGER", "Conversion Error: Could not convert string 'x' to INT32"],
    ["SELECT 1; SELECT 2", "expected one query, not several"],
    ["", "the query is empty"],
    ["-- nothing", "the query is empty"],
  ])("is refused in one sentence: %j", async (sql, sentence) => {
    const refusal = await answer(sql).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OutputError);
    expect(refusal).toMatchObject({ message: sentence, isUsage: true });
  });
});
