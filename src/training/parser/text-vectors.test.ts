import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTextVectors } from "./text-vectors.ts";

describe("text vectors", () => {
  let folder = "";
  let path = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dragoman-vectors-"));
    path = join(folder, "vectors.json");
    const vectors = { the: [1, -1, 9], of: [0.5, 0.5, 9], oslo: [-1, 0.25, 9], rare: [0, 2, 9] };
    writeFileSync(path, JSON.stringify({ dimensions: 2, words: Object.keys(vectors), vectors }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are those of the most frequent words and of the words asked for", () => {
    expect(readTextVectors(path, 2, new Set(["rare", "unheard"])).words).toEqual(["the", "of", "rare"]);
  });

  it("keep the values' proportions, and leave out what the file adds after a vector's dimensions", () => {
    const { table } = readTextVectors(path, 2, new Set());
    const row = (word: number) => [...table.bytes.subarray(word * table.width, (word + 1) * table.width)];
    expect(table.width).toBe(8);
    const [x, y, ...rest] = row(0) as [number, number, ...number[]];
    expect(y).toBe(-x);
    expect(rest.every((value) => value === 0)).toBe(true);
    expect(Math.abs((row(1)[0] as number) - x / 2)).toBeLessThanOrEqual(1);
  });

  it("mean 0.5 by one standard deviation", () => {
    const { table, words } = readTextVectors(path, 4, new Set());
    const squares = [...table.bytes].reduce((sum, byte) => sum + (byte * table.scale) ** 2, 0);
    expect(Math.sqrt(squares / (words.length * 2))).toBeCloseTo(0.5, 1);
  });
});
