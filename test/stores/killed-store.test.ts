import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStoreForReading } from "../../src/store/open-store.ts";
import { TABLES } from "../../src/store/schema.ts";

const WRITE_MANY = fileURLToPath(new URL("write-many.js", import.meta.url));
const COUNT = "2500";

let cwd: string;
let unbroken: Record<string, unknown>;
let whole: number;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-killed-"));
  const start = performance.now();
  expect(spawnSync(process.execPath, [WRITE_MANY, "unbroken.duckdb", COUNT], { cwd }).status).toBe(0);
  whole = performance.now() - start;
  unbroken = await allRows("unbroken.duckdb");
}, 120_000);
afterAll(() => rmSync(cwd, { recursive: true }));

/** All rows of a store, sorted; without the times of its runs. */
async function allRows(name: string): Promise<Record<string, unknown>> {
  const store = await openStoreForReading(join(cwd, name));
  const rows: Record<string, unknown> = {};
  for (const table of TABLES) {
    const columns = table.name === "runs" ? "* EXCLUDE (started_at, ended_at)" : "*";
    const reader = await store.connection.runAndReadAll(`SELECT ${columns} FROM ${table.name} ORDER BY ALL`);
    rows[table.name] = reader.getRowsJson();
  }
  store.close();
  return rows;
}

async function expectWholeDocuments(name: string): Promise<void> {
  const store = await openStoreForReading(join(cwd, name));
  const count = (table: string) => `(SELECT count(*) FROM ${table} WHERE document = documents.id)`;
  const reader = await store.connection.runAndReadAll(
    `SELECT id FROM documents WHERE ${count("events")} <> ${count("sentences")} OR ${count("entities")} <> 2`,
  );
  store.close();
  expect(reader.getRows()).toEqual([]);
}

async function isThrough(name: string): Promise<boolean> {
  if (!existsSync(join(cwd, name))) return false;
  const store = await openStoreForReading(join(cwd, name));
  const reader = await store.connection.runAndReadAll("FROM runs WHERE ended_at IS NOT NULL");
  store.close();
  return reader.currentRowCount > 0;
}

describe("a process that is killed while it writes to a store", () => {
  // Twenty moments and a whole corpus: npm run bench -- kill.
  it.each([0.2, 0.5, 0.65, 0.8])(
    "after %d of its time leaves whole documents, and the next one makes it what an unbroken run makes",
    async (share) => {
      const name = `killed-${share}.duckdb`;
      const killed = spawn(process.execPath, [WRITE_MANY, name, COUNT], { cwd, stdio: "ignore" });
      const ended = once(killed, "exit");
      await wait(whole * share);
      killed.kill("SIGKILL");
      await ended;
      if (existsSync(join(cwd, name))) await expectWholeDocuments(name);
      // One that was through before it could be killed, on its way out at the latest, would only be run a second time.
      if (!(await isThrough(name)))
        expect(spawnSync(process.execPath, [WRITE_MANY, name, COUNT], { cwd }).status).toBe(0);
      expect(await allRows(name)).toEqual(unbroken);
      expect(readdirSync(cwd).filter((file) => file.startsWith("."))).toEqual([]);
    },
    120_000,
  );
});
