import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RowBuffer } from "./row-buffer.ts";
import { type CellValue, column, createStatement, table } from "./table.ts";

const CELLS = table("cells", "One row a case.", {
  number: column("INTEGER")("its number"),
  text: column("VARCHAR")("a text"),
  texts: column("VARCHAR[]")("a list of texts"),
  numbers: column("INTEGER[]")("a list of numbers"),
  decimal: column("DOUBLE")("a number"),
  day: column("DATE")("a day"),
  time: column("TIMESTAMP")("a time"),
  yes: column("BOOLEAN")("yes or no"),
});
const NOTHING = {
  text: undefined,
  texts: undefined,
  numbers: undefined,
  decimal: undefined,
  day: undefined,
  time: undefined,
  yes: undefined,
};

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create();
  connection = await instance.connect();
  await connection.run(createStatement(CELLS));
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** Stores the values of one column, a row each, and reads them back in order. */
async function throughTheStore(name: string, values: readonly CellValue[]): Promise<unknown[]> {
  await connection.run("DELETE FROM cells");
  const buffer = new RowBuffer();
  for (const [number, value] of values.entries()) buffer.add(CELLS, { ...NOTHING, number, [name]: value });
  await buffer.appendTo(connection);
  const reader = await connection.runAndReadAll(`SELECT ${name} FROM cells ORDER BY number`);
  return reader.getRowsJson().map(([value]) => value ?? undefined);
}

it.each([
  ["usual words", "text", ["Ankara", "São Tomé", "🕊 talks"]],
  ["nothing is not the empty text", "text", ["", undefined, "", "x"]],
  ["quotes, lines and tabs", "text", [`"it's"`, "a\nb\r\nc", "\t", "\\", ";--", "$1"]],
  [
    "the marks that stand between values",
    "text",
    ["a\x1eb", "\x1f", "\x1b", "\x1be", "\x1b\x1b", "\x1bx\x1br"],
  ],
  ["a character of nothing", "text", ["a\0b", "\0", "0"]],
  ["nothing but unknown values", "text", [undefined, undefined]],
  ["lists", "texts", [["GOV"], ["GOV", "MIL"], [], undefined, [""], ["", ""], ["a\x1fb", "\x1e"], ["'"]]],
  ["numbers", "numbers", [[1, -2], [], undefined, [2147483647, -2147483648]]],
  ["fractions", "decimal", [0.1, -7.4, 1e-300, 1 / 3, undefined, 0]],
  ["days", "day", ["2022-02-24", undefined, "1999-12-31", "0001-01-01"]],
  ["yes and no", "yes", [true, false, undefined]],
])("stores %s exactly", async (_, name, values) => {
  expect(await throughTheStore(name, values)).toEqual(values);
});

it("stores a time in UTC to the millisecond", async () => {
  expect(await throughTheStore("time", ["2026-03-02T10:00:00.123Z"])).toEqual(["2026-03-02 10:00:00.123"]);
});

it("puts the sign for an unreadable character in place of half a character, as UTF-8 has none", async () => {
  expect(await throughTheStore("text", ["a\ud800", "\udc00b"])).toEqual(["a\ufffd", "\ufffdb"]);
});

it("keeps the order of many rows, and every value in its row", async () => {
  const values = Array.from({ length: 5_000 }, (_, number) =>
    number % 7 === 0 ? undefined : `text ${number}`,
  );
  expect(await throughTheStore("text", values)).toEqual(values);
});

it("stores any texts and any lists exactly", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("\0", "\x1b", "\x1e", "\x1f", "e", "x", "r", "i", "0") }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text, { nil: undefined }), { minLength: 1 }), async (texts) => {
      expect(await throughTheStore("text", texts)).toEqual(texts);
    }),
    { numRuns: 60 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text), { minLength: 1 }), async (lists) => {
      expect(await throughTheStore("texts", lists)).toEqual(lists);
    }),
    { numRuns: 60 },
  );
});
