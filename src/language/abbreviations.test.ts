import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { ABBREVIATION_KINDS, loadAbbreviations } from "./abbreviations.ts";

const kindOf = (abbreviation: string) =>
  ABBREVIATION_KINDS[(loadAbbreviations("en").get(abbreviation) ?? 0) - 1];

it.each([
  ["gen.", "title"],
  ["jan.", "month"],
  ["u.s.", "country"],
  ["minister.", undefined],
])("%s is of the kind %s", (abbreviation, kind) => {
  expect(kindOf(abbreviation)).toBe(kind);
});

it("names each abbreviation once, in order", () => {
  const file = join(bundledLexiconFolder("en"), "language", "abbreviations.tsv");
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const names = rows.slice(1).map((row) => (row.split("\t")[0] as string).toLowerCase());
  expect(names).toEqual([...new Set(names)].sort());
});
