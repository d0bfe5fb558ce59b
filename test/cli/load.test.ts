import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStoreForReading } from "../../src/store/open-store.ts";
import { DOCUMENT_TABLES } from "../../src/store/schema.ts";
import { type CliRun, dragoman } from "./run-cli.ts";

let cwd: string;
const run = (...args: string[]): CliRun => dragoman(args, { cwd });
const jsonl = (...lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");
const DOCUMENTS = [
  {
    id: "a",
    date: "2022-01-10",
    title: "Talks",
    text: "Norway condemned Sweden on Monday. 🕊 Chad thanked Mali.",
  },
  { id: "empty", text: "" },
  { id: "b", text: "Denmark will send aid to Chad." },
];

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman load "));
  writeFileSync(join(cwd, "wire.jsonl"), jsonl(...DOCUMENTS));
  writeFileSync(join(cwd, "turned.jsonl"), jsonl(...DOCUMENTS.toReversed()));
  run(
    "code",
    "wire.jsonl",
    "--date",
    "2022-02-01",
    "--out",
    "coded.jsonl",
    "--out",
    "coded.duckdb",
    "--quiet",
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

const load = (coded: string, documents: string, out: string) =>
  run("load", coded, "--documents", documents, "--date", "2022-02-01", "--out", out);

/** All that a store holds of its documents, but for the number of the run. */
async function rowsOf(path: string): Promise<unknown> {
  const store = await openStoreForReading(join(cwd, path));
  const rows: unknown[] = [];
  for (const { name } of DOCUMENT_TABLES) {
    const columns = name === "documents" ? "* EXCLUDE run" : "*";
    const reader = await store.connection.runAndReadAll(`SELECT ${columns} FROM ${name} ORDER BY ALL`);
    rows.push([name, reader.getRowsJson()]);
  }
  store.close();
  return rows;
}

describe("dragoman load", () => {
  it.each(["wire.jsonl", "turned.jsonl"])(
    "makes the rows that coding into the store makes, with %s",
    async (documents) => {
      const loaded = load("coded.jsonl", documents, `of ${documents}.duckdb`);
      expect(loaded.stderr).toMatch(/^2 documents, \d events, /);
      expect(loaded.status).toBe(0);
      expect(await rowsOf(`of ${documents}.duckdb`)).toEqual(await rowsOf("coded.duckdb"));
    },
  );

  it("replaces what it loads again", async () => {
    copyFileSync(join(cwd, "coded.duckdb"), join(cwd, "twice.duckdb"));
    load("coded.jsonl", "wire.jsonl", "twice.duckdb");
    expect(await rowsOf("twice.duckdb")).toEqual(await rowsOf("coded.duckdb"));
  });

  it("names file and line of what it cannot load, and loads the rest", () => {
    const [first = "", second = ""] = readFileSync(join(cwd, "coded.jsonl"), "utf8").split("\n");
    const other = { ...JSON.parse(second), document: { id: "c" } };
    writeFileSync(join(cwd, "bad.jsonl"), `{"id":\n${jsonl({ id: "a", text: "x" }, other)}\n${first}\n`);
    const { status, stderr } = load("bad.jsonl", "wire.jsonl", "bad.duckdb");
    expect(stderr).toMatch(/^bad\.jsonl:1: not valid JSON \(.+\)$/m);
    expect(stderr).toMatch(
      /^bad\.jsonl:2: not a coded document \(document: .+\); expected a line that dragoman code wrote/m,
    );
    expect(stderr).toContain('bad.jsonl:3: the documents have none with the id "c"\n');
    expect(stderr).toMatch(/^1 document, \d events?, .+, 3 problems$/m);
    expect(status).toBe(1);
  });

  it("tells a text that is not the one that was coded", () => {
    writeFileSync(join(cwd, "short.jsonl"), jsonl({ id: "a", text: "Norway condemned Sweden." }));
    expect(load("coded.jsonl", "short.jsonl", "short.duckdb").stderr).toContain(
      'coded.jsonl:1: the document "a" has another text than the one that was coded: it is too short\n',
    );
  });

  it.each([
    [["coded.jsonl", "--out", "x.duckdb"], "required option '--documents <FILE>' not specified"],
    [["coded.jsonl", "--documents", "wire.jsonl"], "required option '-o, --out <FILE>' not specified"],
    [
      ["coded.jsonl", "--documents", "lost.jsonl", "--out", "x.duckdb"],
      "--documents: there is no file lost.jsonl",
    ],
    [["coded.jsonl", "--documents", "wire.jsonl", "--out", "x.csv"], "--out: x.csv is no store"],
  ])("answers %j in one sentence", (args, sentence) => {
    const { status, stderr } = run("load", ...args);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(status).toBe(2);
  });
});
