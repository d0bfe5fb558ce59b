import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliRun, dragoman } from "./run-cli.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-export-"));
  writeFileSync(
    join(cwd, "a.txt"),
    " date 2022-01-10 Norway condemned Sweden on Monday. Denmark will send aid to Chad.\n",
  );
  dragoman(["code", "a.txt", "--out", "x.duckdb", "--quiet"], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (...args: string[]): CliRun => dragoman(args, { cwd });

describe("dragoman export", () => {
  it("prints rows, and says on standard error how many", () => {
    const { status, stdout, stderr } = run("export", "x.duckdb", "--format", "phoenix");
    expect(stdout).toMatch(/^1\t20220110\t2022\t01\t10\tNOR\tNOR\t\t\tSWE\tSWE\t/);
    expect(stderr).toBe("1 row\n");
    expect(status).toBe(0);
  });

  it("writes a file, and only when it is whole", () => {
    expect(run("export", "x.duckdb", "--format", "csv", "--out", "x.csv", "--country", "nor").stderr).toBe(
      "1 row\n",
    );
    expect(readFileSync(join(cwd, "x.csv"), "utf8").split("\n")).toHaveLength(3);
  });

  it("writes Parquet as a folder", () => {
    expect(
      run("export", "x.duckdb", "--format", "parquet", "--out", "months/", "--type", "accuse").status,
    ).toBe(0);
    expect(existsSync(join(cwd, "months/year=2022/month=1"))).toBe(true);
  });

  it.each([
    [["export", "x.duckdb"], "required option '--format <FORMAT>' not specified"],
    [["export", "x.duckdb", "--format", "csv", "--type", "WAR"], "Expected one of AGREE, "],
    [["export", "x.duckdb", "--format", "csv", "--country", "Norway"], "Expected a code of three letters"],
    [["export", "x.duckdb", "--format", "parquet"], "name it with --out"],
    [["export", "lost.duckdb", "--format", "csv"], "there is no file lost.duckdb"],
    [["export", "x.duckdb", "--format", "csv", "--out", "lost/x.csv"], "there is no folder lost"],
  ])("answers %j in one sentence", (args, sentence) => {
    const { status, stderr, stdout } = run(...args);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});

describe("dragoman sql --format parquet", () => {
  it("prints a file of Parquet", () => {
    const { stdout, status } = run(
      "sql",
      "x.duckdb",
      "SELECT type FROM events -- all",
      "--format",
      "parquet",
    );
    expect(stdout.slice(0, 4)).toBe("PAR1");
    expect(status).toBe(0);
  });

  it.each([
    ["DELETE FROM events", "expected a query that gives rows"],
    ["SELECT 1) TO 'y.parquet'; --", "syntax error"],
    ["FROM read_csv('a.txt')", "disabled by configuration"],
  ])("refuses %j", (query, sentence) => {
    const { stderr, status } = run("sql", "x.duckdb", query, "--format", "parquet");
    expect(stderr).toContain(sentence);
    expect(status).toBe(2);
    expect(existsSync(join(cwd, "y.parquet"))).toBe(false);
  });
});
