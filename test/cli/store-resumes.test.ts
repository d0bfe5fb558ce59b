import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, openStoreForReading } from "../../src/store/open-store.ts";
import { dragoman, MAIN, plainEnvironment } from "./run-cli.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-resume-"));
  const lines = Array.from({ length: 40 }, (_, index) =>
    JSON.stringify({
      id: `d${index}`,
      date: "2022-01-10",
      text: `Norway condemned Sweden over case ${index}.`,
    }),
  );
  writeFileSync(join(cwd, "many.jsonl"), `${lines.join("\n")}\n{"id": "broken"\n`);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const COMMAND = ["code", "many.jsonl", "--out", "x.duckdb", "--workers", "0"];

async function query(sql: string): Promise<unknown[][]> {
  const store = await openStoreForReading(join(cwd, "x.duckdb"));
  const rows = (await store.connection.runAndReadAll(sql)).getRowsJson();
  store.close();
  return rows;
}

/** A run that ended by itself becomes one that was cut off behind its first documents. */
async function cutOff(documents: number): Promise<void> {
  const store = await openStore(join(cwd, "x.duckdb"));
  await store.connection.run(`UPDATE runs SET ended_at = NULL, documents = ${documents}, problems = 0;
    DELETE FROM documents WHERE id NOT IN (SELECT id FROM documents ORDER BY substring(id, 2)::INTEGER LIMIT ${documents})`);
  store.close();
}

describe("a run into a store", () => {
  it("goes on where the same command was cut off, and notes what it cannot read", async () => {
    expect(dragoman(COMMAND, { cwd }).status).toBe(1); // one line cannot be read
    await cutOff(30);
    const { status, stderr } = dragoman(COMMAND, { cwd });
    expect(stderr).toContain("10 documents, 30 stored before, ");
    expect(status).toBe(1);
    expect(await query("SELECT run, documents, problems, ended_at IS NULL FROM runs")).toEqual([
      [1, 40, 1, false],
    ]);
    expect(await query("SELECT file, line FROM problems WHERE kind = 'input'")).toEqual([["many.jsonl", 41]]);
    expect(await query("SELECT count(*) = count(DISTINCT id) FROM documents")).toEqual([[true]]);
  });

  it.each([
    ["that came to its end", [], 0],
    ["that was asked for something else", ["--date", "2020-01-01"], 30],
    ["that has another output, which needs all documents", ["--out", "x.csv"], 30],
  ])("begins anew after one %s", async (_what, further, documents) => {
    dragoman(COMMAND, { cwd });
    if (documents > 0) await cutOff(documents);
    const { stderr } = dragoman([...COMMAND, ...further], { cwd });
    expect(stderr).toContain("40 documents, ");
    expect(await query("SELECT max(run) FROM runs")).toEqual([[2]]);
  });

  it("codes a document again that was changed meanwhile", async () => {
    dragoman(COMMAND, { cwd });
    await cutOff(30);
    writeFileSync(join(cwd, "many.jsonl"), '{"id": "d3", "text": "Norway praised Sweden."}\n');
    expect(dragoman(COMMAND, { cwd }).stderr).toContain("1 document, ");
    expect(await query("SELECT text FROM documents WHERE id = 'd3'")).toEqual([["Norway praised Sweden."]]);
  });

  it("that is stopped from the keyboard has no end", async () => {
    const stopped = spawn(process.execPath, [MAIN, "code", "-", "--in", "jsonl", "--out", "x.duckdb"], {
      cwd,
      env: plainEnvironment(),
      stdio: ["pipe", "ignore", "ignore"],
    });
    stopped.stdin.write('{"id": "a", "text": "Norway praised Sweden."}\n');
    while (!readdirSync(cwd).includes("x.duckdb")) await wait(20);
    await wait(300);
    stopped.kill("SIGINT");
    expect(await once(stopped, "exit")).toEqual([130, null]);
    expect(await query("SELECT ended_at FROM runs")).toEqual([[null]]);
  });

  it("is refused in one sentence while another process writes to the same store", async () => {
    const store = await openStore(join(cwd, "x.duckdb"));
    const { status, stderr } = dragoman(COMMAND, { cwd });
    store.close();
    expect(stderr).toBe(
      `dragoman: x.duckdb is in use by another process (PID ${process.pid}); wait until it ends\n`,
    );
    expect(status).toBe(2);
  });
});
