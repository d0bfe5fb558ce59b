import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dragoman, MAIN, plainEnvironment } from "./run-cli.ts";

const TEXT =
  " date 2022-01-10 Norway condemned Sweden on Monday. The foreign minister met his Danish counterpart in Oslo.\n";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-code-"));
  writeFileSync(join(cwd, "a.txt"), TEXT);
  // Several batches, in documents of very different lengths.
  const lines = Array.from({ length: 60 }, (_, index) =>
    JSON.stringify({
      id: `d${index}`,
      date: "2022-01-10",
      text: TEXT.slice(17).repeat(1 + ((index * 7) % 9)),
    }),
  );
  writeFileSync(join(cwd, "many.jsonl"), `${lines.join("\n")}\n`);
});
afterAll(() => rmSync(cwd, { recursive: true }));

function records(
  stdout: string,
): { document: { id: string; date?: string }; events: { evidence: unknown }[] }[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("--min-confidence", () => {
  const input = "France condemned the decision on Monday.";
  it.each([
    ["by default, what is more likely wrong than right is left out", [], 0],
    ["0 writes all", ["--min-confidence", "0"], 1],
  ])("%s", (_name, args, count) => {
    const { status, stdout } = dragoman(["code", "--quiet", ...args], { input });
    expect(records(stdout)[0]?.events).toHaveLength(count);
    expect(status).toBe(0);
  });

  it.each(["2", "-1", "much", ""])("%j is no share", (value) => {
    const { status, stderr } = dragoman(["code", `--min-confidence=${value}`], { input });
    expect(stderr).toContain("Expected a number from 0 to 1");
    expect(status).toBe(2);
  });
});

describe("on a pipe", () => {
  it("writes a line of JSON a document and closes with a summary on standard error", () => {
    const { status, stdout, stderr } = dragoman(["code", "a.txt"], { cwd });
    const [record] = records(stdout);
    expect(record?.document).toEqual({ id: "a.txt", date: "2022-01-10" });
    expect(record?.events.length).toBeGreaterThan(0);
    expect(stderr).toMatch(/^1 document, \d+ events?, \d+\.\d s \(\S+ documents\/s\)\n$/);
    expect(status).toBe(0);
  });

  it.each([
    ["text, without naming it", [], TEXT.slice(17), "stdin", "2020-02-29"],
    ["UTF-16 with a header", ["-"], Buffer.from(`\ufeff${TEXT}`, "utf16le"), "stdin", "2022-01-10"],
    ["JSONL", ["-"], '{"id": "x", "text": "Norway condemned Sweden."}', "x", "2020-02-29"],
  ])("reads %s", (_name, args, input, id, date) => {
    const { status, stdout } = dragoman(["code", ...args, "--date", "2020-02-29", "--quiet"], { input });
    expect(records(stdout).map(({ document }) => document)).toEqual([{ id, date }]);
    expect(status).toBe(0);
  });

  it("ends quietly where its reader leaves", () => {
    const command = `"${process.execPath}" "${MAIN}" code many.jsonl many.jsonl | head -n 1 | wc -l`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    expect(stdout.trim()).toBe("1");
    expect(stderr).not.toMatch(/EPIPE|Error/);
  });
});

it("gives the same bytes whatever the number of workers", () => {
  const outputs = ["1", "2", "4"].map((workers) => {
    const { status, stdout } = dragoman(["code", "many.jsonl", "a.txt", "--workers", workers], { cwd });
    expect(status).toBe(0);
    return stdout;
  });
  expect(records(outputs[0] ?? "")).toHaveLength(61);
  expect(new Set(outputs).size).toBe(1);
});

describe("--out", () => {
  it("writes a file for each ending, and nothing on standard output", () => {
    const names = ["x.jsonl", "x.csv", "x.tsv", "x.parquet", "x.duckdb"];
    const { status, stdout } = dragoman(["code", "a.txt", ...names.flatMap((name) => ["--out", name])], {
      cwd,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(
      readdirSync(cwd)
        .filter((name) => name.startsWith("x."))
        .sort(),
    ).toEqual(names.sort());
    const printed = dragoman(["code", "a.txt"], { cwd }).stdout;
    expect(readFileSync(join(cwd, "x.jsonl"), "utf8")).toBe(printed);
  });

  it("prints too where a format is asked for", () => {
    const { stdout } = dragoman(["code", "a.txt", "--out", "y.csv", "--format", "jsonl"], { cwd });
    expect(records(stdout)).toHaveLength(1);
    expect(readFileSync(join(cwd, "y.csv"), "utf8")).toContain("a.txt");
  });
});

describe("the table", () => {
  it.each([
    ["on a pipe", {}, [], false],
    ["on a pipe with FORCE_COLOR", { FORCE_COLOR: "1" }, [], true],
    ["with FORCE_COLOR and --no-color", { FORCE_COLOR: "1" }, ["--no-color"], false],
  ])("has colours only where wanted: %s", (_name, env, args, hasColours) => {
    const { stdout } = dragoman(["code", "a.txt", "--format", "table", ...args], { cwd, env });
    expect(stdout.includes("\u001b[")).toBe(hasColours);
    expect(stdout.includes("«")).toBe(!hasColours);
  });

  it("says which times stay unresolved where a document has no date", () => {
    const { stdout, stderr } = dragoman(["code", "-", "--format", "table"], { input: TEXT.slice(17) });
    expect(stdout).toContain('the document has no date, so "on Monday"'.slice(0, 30));
    expect(stderr).toContain("1 without a date (--date gives one)");
  });
});

it("stopped from the keyboard, it keeps what was coded and says how much that is", async () => {
  const child = spawn(
    process.execPath,
    [MAIN, "code", "-", "--in", "jsonl", "--workers", "1", "--out", "kept.jsonl"],
    {
      cwd,
      env: plainEnvironment(),
    },
  );
  let stderr = "";
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  // The bad line is told after the document before it was coded; the input then goes on without an end.
  child.stdin.write('{"id":"a","text":"Norway condemned Sweden."}\n{bad\n');
  await once(child.stderr, "data");
  child.kill("SIGINT");
  const [status] = await once(child, "close");
  expect(status).toBe(130);
  expect(stderr).toMatch(/\nStopped after 1 document, .*\n$/);
  expect(records(readFileSync(join(cwd, "kept.jsonl"), "utf8"))[0]?.document.id).toBe("a");
});
