import fc from "fast-check";
import { expect, it } from "vitest";
import { byteLines } from "./byte-lines.ts";

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function linesOf(text: string, size = 4, maxBytes = 1000): Promise<(string | number)[]> {
  const lines: (string | number)[] = [];
  for await (const { bytes, length } of byteLines(chunksOf(text, size), maxBytes)) {
    lines.push(bytes?.toString() ?? length);
  }
  return lines;
}

it.each([
  ["", []],
  ["one", ["one"]],
  ["one\n", ["one"]],
  ["one\ntwo", ["one", "two"]],
  ["\n\none\r\n", ["", "", "one\r"]], // a carriage return stays
  ["één\n日本\n", ["één", "日本"]], // characters cut by the chunks
])("cuts %j into %j", async (text, expected) => {
  expect(await linesOf(text)).toEqual(expected);
});

it("passes over a line longer than the limit and tells its length", async () => {
  expect(await linesOf(`a\n${"x".repeat(20)}\nb`, 4, 10)).toEqual(["a", 20, "b"]);
  expect(await linesOf("1234567890\n12345678901", 3, 10)).toEqual(["1234567890", 11]);
});

it("counts lines from 1", async () => {
  const numbers: number[] = [];
  for await (const { line } of byteLines(chunksOf("a\n\nb\n", 2), 10)) numbers.push(line);
  expect(numbers).toEqual([1, 2, 3]);
});

it("gives back any text, however it is cut into chunks", async () => {
  const sizes = fc.integer({ min: 1, max: 9 });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), sizes, async (text, size) => {
      const wellFormed = Buffer.from(text).toString();
      const expected = wellFormed.endsWith("\n") ? wellFormed.slice(0, -1) : wellFormed;
      expect(await linesOf(text, size, 1e6)).toEqual(wellFormed === "" ? [] : expected.split("\n"));
    }),
  );
});
