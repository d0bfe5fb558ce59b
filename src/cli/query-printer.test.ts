import type { Json } from "@duckdb/node-api";
import pc from "picocolors";
import { describe, expect, it } from "vitest";
import type { QueryResult } from "../store/query.ts";
import { printCsv, printJson, printTable, type QuerySink } from "./query-printer.ts";

const goesOn = new AbortController().signal;
const options = { width: 40, colours: pc.createColors(false) };

const columns = [
  { name: "type", isNumeric: false },
  { name: "events", isNumeric: true },
  { name: "contexts", isNumeric: false },
];

function found(...stretches: (readonly Json[])[][]): QueryResult {
  return {
    columns,
    async *rows() {
      yield* stretches;
    },
  };
}

async function printed(print: (output: QuerySink) => Promise<void>): Promise<string> {
  let text = "";
  await print({
    async write(piece) {
      text += piece;
    },
  });
  return text;
}

const result = () =>
  found([["CONSULT", 1204, ["economic", "military"]]], [['say "hi",\nyou', 2.123456789, null]]);

describe("what a query found", () => {
  it("is a table", async () => {
    expect(await printed((output) => printTable(result(), output, options))).toBe(
      [
        "type           events  contexts",
        "─────────────  ──────  ─────────────────",
        "CONSULT          1204  economic;military",
        'say "hi", you  2.1235  NULL',
        "",
      ].join("\n"),
    );
  });

  it("is CSV, an unknown value being an empty cell", async () => {
    expect(await printed((output) => printCsv(result(), output, goesOn))).toBe(
      'type,events,contexts\nCONSULT,1204,economic;military\n"say ""hi"",\nyou",2.123456789,\n',
    );
  });

  it("is JSON that can be read back", async () => {
    const text = await printed((output) => printJson(result(), output, goesOn));
    expect(JSON.parse(text)).toEqual([
      { type: "CONSULT", events: 1204, contexts: ["economic", "military"] },
      { type: 'say "hi",\nyou', events: 2.123456789, contexts: null },
    ]);
  });

  it.each([
    ["table", printTable, "no rows\n"],
    ["csv", printCsv, "type,events,contexts\n"],
    ["json", printJson, "[]\n"],
  ] as const)("is said to be nothing as %s", async (format, print, text) => {
    const nothing = found();
    const written =
      format === "table"
        ? printed((output) => printTable(nothing, output, options))
        : printed((output) => (print as typeof printCsv)(nothing, output, goesOn));
    expect(await written).toBe(text);
  });

  it.each([
    [1000, false],
    [1001, true],
  ])("is cut in a table after a thousand rows: %i", async (rowCount, isCut) => {
    const many = found(Array.from({ length: rowCount }, (_, index) => ["AID", index, null]));
    const text = await printed((output) => printTable(many, output, options));
    expect(text.split("\n").filter((line) => line.startsWith("AID"))).toHaveLength(1000);
    expect(text.includes("the first 1000 rows; --format csv prints all")).toBe(isCut);
  });

  it("ends early where its reader has left", async () => {
    const many = found([["AID", 1, null]], [["AID", 2, null]]);
    expect(await printed((output) => printCsv(many, output, AbortSignal.abort()))).toBe(
      "type,events,contexts\nAID,1,\n",
    );
  });
});
