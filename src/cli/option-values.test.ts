import { InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import { collectValue, countValue, dateValue, sizeValue, workersValue } from "./option-values.ts";

describe.each([
  {
    name: "--date",
    read: dateValue,
    good: [
      ["2022-01-10", "2022-01-10"],
      ["2020-02-29", "2020-02-29"],
    ],
    bad: ["", "2022-02-30", "2021-02-29", "10/01/2022", "2022-1-1", "today", "2022-01-10T00:00:00Z"],
  },
  {
    name: "--workers",
    read: workersValue,
    good: [
      ["0", 0],
      ["1", 1],
      ["256", 256],
    ],
    bad: ["", "-1", "1.5", "two", "257", "1e2", "99999", " 2"],
  },
  {
    name: "--errors",
    read: countValue,
    good: [
      ["0", 0],
      ["20", 20],
    ],
    bad: ["", "-1", "2.5", "all", "1e3"],
  },
  {
    name: "--max-document",
    read: sizeValue,
    good: [
      ["500KB", 500e3],
      ["20MB", 20e6],
    ],
    bad: ["", "0", "1GB", "20 apples", "-5MB"],
  },
])("$name", ({ read, good, bad }) => {
  it.each(good)("%s is %s", (text, value) => {
    expect(read(String(text))).toBe(value);
  });
  it.each(bad)("%j is refused", (text) => {
    expect(() => read(text)).toThrow(InvalidArgumentError);
  });
});

it("gathers the values of a repeated option", () => {
  expect(collectValue("b.csv", collectValue("a.jsonl"))).toEqual(["a.jsonl", "b.csv"]);
});
