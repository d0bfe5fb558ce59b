import { ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dragoman } from "./run-cli.ts";

let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-bad-input-"));
  const file = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content);
  file("empty.txt", "");
  file("blank.txt", " \n\t\n");
  file("header.txt", " date 2022-01-10 ");
  file("nul.txt", "Norway\0condemned Sweden.");
  file("page.htm", "<!doctype html><p>Norway condemned Sweden.");
  file("array.json", '[{"id": "a", "text": "Norway condemned Sweden."}]');
  file("day.txt", " date 2022-02-30 Norway condemned Sweden.");
  file("line.jsonl", '{"id": "a", "text": \n');
  file("fields.jsonl", '{"id": "a"}\n');
  file("good.txt", " date 2022-01-10 Norway condemned Sweden.");
  file("latin.txt", Buffer.from("Norway condemned Sweden in a caf\xe9.", "latin1"));
  file(
    "mixed.jsonl",
    '{"id":"a","text":"Norway condemned Sweden."}\n{oops}\n{"id":"a","text":"Again."}\n{"id":"b","text":"Sweden condemned Norway."}\n',
  );
  mkdirSync(join(cwd, "folder"));
  const big = openSync(join(cwd, "big.txt"), "w");
  writeFileSync(big, "Norway condemned Sweden. ".repeat(1000));
  ftruncateSync(big, 200e6);
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe("what cannot be read is told in one sentence, with exit status 1", () => {
  it.each([
    ["none.txt", "none.txt: there is no such file"],
    ["folder", "folder: this is a folder; to code the files in it, give folder/*"],
    ["folder/", "folder/: this is a folder; to code the files in it, give folder/*"],
    ["empty.txt", "empty.txt: it is empty; expected text"],
    ["blank.txt", "blank.txt: it is empty; expected text"],
    ["header.txt", "header.txt: it is empty; expected text"],
    ["nul.txt", "nul.txt: this is a binary file; expected text"],
    [process.execPath, `${process.execPath}: this is a binary file; expected text`],
    [
      "page.htm",
      "page.htm: this is HTML or XML, which cannot be read yet; save it as plain text, or use --in text",
    ],
    ["array.json", "array.json: this is JSON over several lines; expected JSONL, one document a line"],
    ["day.txt", "day.txt:1: the date in its header is no calendar day; expected one such as 2022-01-10"],
    [
      "big.txt",
      "big.txt: the document is 200 MB, more than the 5 MB allowed for one document; split it, or raise --max-document",
    ],
    ["fields.jsonl", 'fields.jsonl:1: "text" is missing'],
    ["-", "standard input: it is empty; expected text"],
  ])("%s", (path, sentence) => {
    const { status, stdout, stderr } = dragoman(["code", path, "--quiet"], { cwd });
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: `${sentence}\n` });
  });

  it("a line that is no JSON", () => {
    const { status, stderr } = dragoman(["code", "line.jsonl", "--quiet"], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^line\.jsonl:1: not valid JSON \(.*\)\n$/);
  });
});

it("bad inputs between good ones leave the good ones unharmed", () => {
  const { status, stdout, stderr } = dragoman(
    ["code", "none.txt", "good.txt", "nul.txt", "mixed.jsonl", "folder", "latin.txt"],
    { cwd },
  );
  const ids = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).document.id);
  expect(ids).toEqual(["good.txt", "a", "b", "latin.txt"]);
  expect(status).toBe(1);
  expect(stderr.split("\n").map((line) => line.replace(/ \(.*/, ""))).toEqual([
    "none.txt: there is no such file",
    "nul.txt: this is a binary file; expected text",
    "mixed.jsonl:2: not valid JSON",
    'mixed.jsonl:3: the id "a" belongs to an earlier document too; each document needs its own',
    "folder: this is a folder; to code the files in it, give folder/*",
    "latin.txt: not valid UTF-8, so it was read as Windows-1252",
    expect.stringMatching(/^4 documents, \d+ events?,/),
    "",
  ]);
});

describe("a wrong command line is told in one sentence, with exit status 2 and nothing written", () => {
  it.each([
    [["code", "--fromat", "table"], "dragoman code: unknown option '--fromat' (Did you mean --format?)"],
    [["cod", "good.txt"], "dragoman: unknown command 'cod' (Did you mean code?)"],
    [
      ["code", "good.txt", "--date", "2022-02-30"],
      "dragoman code: option '--date <DAY>' argument '2022-02-30' is invalid. Expected a calendar day such as 2022-01-10.",
    ],
    [
      ["code", "good.txt", "--workers", "two"],
      "dragoman code: option '--workers <N>' argument 'two' is invalid. Expected a whole number from 0 to 256.",
    ],
    [
      ["code", "good.txt", "--in", "docx"],
      "dragoman code: option '--in <FORMAT>' argument 'docx' is invalid. Allowed choices are text, jsonl.",
    ],
    [["code", "good.txt", "--out"], "dragoman code: option '-o, --out <FILE>' argument missing"],
    [
      ["code", "good.txt", "--out", "x.docx"],
      "dragoman: cannot tell the format of x.docx: expected a name ending in .jsonl, .csv, .tsv, .parquet, .duckdb",
    ],
    [
      ["code", "good.txt", "--out", "none/x.csv"],
      "dragoman: cannot write none/x.csv: there is no folder none",
    ],
    [
      ["code", "mixed.jsonl", "--out", "mixed.jsonl"],
      "dragoman: --out: mixed.jsonl is an input too, and would be overwritten",
    ],
    [["code", "good.txt", "--out", "x.csv", "--out", "./x.csv"], "dragoman: --out: ./x.csv is given twice"],
    [["code", "good.txt", "--lexicon", "none"], "dragoman: --lexicon: there is no folder none"],
  ])("%j", (args, sentence) => {
    const { status, stdout, stderr } = dragoman(args, { cwd });
    expect(stderr.split("\n")[0]).toBe(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
