import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { loadActorLexicon } from "./actor-lexicon.ts";
import { checkActorLexicon } from "./check-actor-lexicon.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-lexicon-"));
  cpSync(bundledLexiconFolder("en"), folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Puts lines at the end of a table, and says which line the first of them is. */
function append(path: string, ...lines: string[]): number {
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, `${text}${lines.join("\n")}\n`);
  return text.split("\n").length;
}

it("the shipped tables have no problems", () => {
  expect(checkActorLexicon(bundledLexiconFolder("en"))).toEqual([]);
});

it("knows every country with a code, at least 250 with the territories", () => {
  const { countries } = loadActorLexicon(bundledLexiconFolder("en"));
  expect(countries.size).toBeGreaterThanOrEqual(250);
  expect(["KAZ", "XKX", "PSE", "TWN", "HKG", "ESH"].map((code) => countries.get(code)?.name)).toEqual([
    "Kazakhstan",
    "Kosovo",
    "Palestine",
    "Taiwan",
    "Hong Kong",
    "Western Sahara",
  ]);
});

it("names every bad line of a table, not only the first", () => {
  const line = append("roles/roles.tsv", "zealot\t\tperson\tXYZ", "zookeeper\t\tanimal\tBUS");
  expect(() => loadActorLexicon(folder)).toThrow(
    new RegExp(`roles\\.tsv:${line}: sector: expected sectors[^]*roles\\.tsv:${line + 1}: kind`),
  );
});

it.each([
  [
    "a line twice",
    "roles/roles.tsv",
    "zealot\t\tperson\tREB\nzealot\t\tperson\tREB",
    '"zealot" stands here twice',
    1,
  ],
  ["a line out of order", "roles/roles.tsv", "abbot\t\tperson\tREL", '"abbot" is out of order', 0],
  [
    "a country that is not there",
    "roles/roles.tsv",
    "zealot\t\tperson\tREB\t\tZZZ",
    "no such country: ZZZ",
    0,
  ],
  ["a letter of another alphabet", "roles/roles.tsv", "zeаlot\t\tperson\tREB", 'letter "а" is not Latin', 0],
  [
    "a term that ends before it begins",
    "actors/office-holders.tsv",
    "Žarko Zoltán\t\tHUN\t\tpresident\t2020-05\t2019-05",
    "the term ends (2019-05) before it begins (2020-05)",
    0,
  ],
  [
    "an office that is no role",
    "actors/office-holders.tsv",
    "Žarko Zoltán\t\tHUN\t\tgrand vizier\t2020-05",
    "no such role in roles.tsv: grand vizier",
    0,
  ],
])("the checker finds %s", (_, path, lines, message, after) => {
  const line = append(path, ...lines.split("\n")) + after;
  expect(checkActorLexicon(folder)).toEqual([{ file: join(folder, path), line, message }]);
});
