// Kills the coding of documents into a store at random moments, and compares what the same command makes of it in the end.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openStoreForReading } from "../dist/store/open-store.js";
import { TABLES } from "../dist/store/schema.js";
import { sample } from "./measure.js";

const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const KILLS = 20;

export async function run(documents) {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-kill-"));
  const some = sample(documents, 200);
  writeFileSync(
    join(folder, "documents.jsonl"),
    some.map((document) => `${JSON.stringify(document)}\n`).join(""),
  );
  const command = (store) => [
    MAIN,
    "code",
    join(folder, "documents.jsonl"),
    "--out",
    join(folder, store),
    "--quiet",
  ];

  const start = performance.now();
  spawnSync(process.execPath, command("unbroken.duckdb"), { stdio: "inherit" });
  const whole = performance.now() - start;
  const expected = await allRows(join(folder, "unbroken.duckdb"));
  console.log(
    `${some.length} documents, ${expected.events.length} events, unbroken in ${(whole / 1000).toFixed(1)} s`,
  );

  const outcomes = [];
  for (let store = 1, kills = 0; kills < KILLS; store++) {
    const name = `killed-${store}.duckdb`;
    for (let isEnded = false; !isEnded; ) {
      const child = spawn(process.execPath, command(name), { stdio: ["ignore", "ignore", "inherit"] });
      const ended = once(child, "exit");
      const moment = Math.random() * whole;
      const killing = wait(moment).then(() => kills < KILLS && child.kill("SIGKILL"));
      const [status, signal] = await ended;
      isEnded = status === 0;
      if (!isEnded && signal !== "SIGKILL") throw new Error(`the run ended with status ${status}`);
      if (!isEnded) {
        kills++;
        await killing;
        outcomes.push({
          store,
          "killed after": `${(moment / 1000).toFixed(1)} s`,
          "documents then": await storedDocuments(join(folder, name)),
          end: "",
        });
      }
    }
    const rows = await allRows(join(folder, name));
    const differing = Object.keys(expected).filter(
      (table) => JSON.stringify(rows[table]) !== JSON.stringify(expected[table]),
    );
    for (const outcome of outcomes.filter((each) => each.store === store)) {
      outcome.end = differing.length === 0 ? "the same rows" : `other rows in ${differing.join(", ")}`;
    }
  }
  console.table(outcomes);
  rmSync(folder, { recursive: true });
}

/** All rows of a store, sorted; without the times of its runs and the name of the file in what was asked for. */
async function allRows(path) {
  const store = await openStoreForReading(path);
  const rows = {};
  for (const { name } of TABLES) {
    const columns = name === "runs" ? "* EXCLUDE (started_at, ended_at, command)" : "*";
    rows[name] = (
      await store.connection.runAndReadAll(`SELECT ${columns} FROM ${name} ORDER BY ALL`)
    ).getRowsJson();
  }
  store.close();
  return rows;
}

/** How many documents a killed run left; it throws where the store does not open. */
async function storedDocuments(path) {
  if (!existsSync(path)) return "no store yet";
  const store = await openStoreForReading(path);
  const [[count]] = (await store.connection.runAndReadAll("SELECT count(*) FROM documents")).getRows();
  store.close();
  return Number(count);
}
