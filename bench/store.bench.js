// What storing costs beside coding, and how long events take to load with all their rows; `--number N` loads N events instead of a
// million. In one process: beside other work, processor time and the ratio are what counts.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCoder } from "../dist/coding/coder.js";
import { openStoreForReading } from "../dist/store/open-store.js";
import { DOCUMENT_TABLES } from "../dist/store/schema.js";
import { StoreWriter } from "../dist/store/store-writer.js";
import { megabytes, sample } from "./measure.js";

const MILLION = 1_000_000;
const DAY = 86_400_000;

export async function run(documents, { number = MILLION }) {
  if (documents.length === 0) {
    console.error("The file holds no documents to store.");
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "dragoman-store-"));
  const coder = await createCoder();
  const some = sample(documents, 300);
  for (const document of some.slice(0, 10)) coder.code(document); // warm

  const start = performance.now();
  const pairs = some.map((document) => ({ document, coded: coder.code(document) }));
  const coding = performance.now() - start;
  await store(join(folder, "warm.duckdb"), pairs.slice(0, 20));
  const storing = await store(join(folder, "some.duckdb"), pairs);
  const again = await store(join(folder, "some.duckdb"), pairs);
  console.table([
    row("coding", coding, coding),
    row("storing in a new store", storing, coding),
    row("storing the same again", again, coding),
  ]);
  const events = pairs.reduce((sum, { coded }) => sum + coded.events.length, 0);
  console.log(`${some.length} documents, ${events} events`);

  parsing(pairs);
  const told = pairs.filter(({ coded }) => coded.events.length > 0);
  if (told.length > 0) console.log(await loadMany(join(folder, "many.duckdb"), told, number));
  rmSync(folder, { recursive: true });
}

function row(what, time, coding) {
  return {
    what,
    seconds: (time / 1000).toFixed(2),
    "share of coding": `${((time / coding) * 100).toFixed(1)} %`,
  };
}

async function store(path, pairs) {
  const start = performance.now();
  const writer = await StoreWriter.open(path);
  for (const { coded, document } of pairs) await writer.write(coded, document);
  await writer.close();
  return performance.now() - start;
}

/** What reading the same documents as JSONL costs, which is no part of storing them. */
function parsing(pairs) {
  const lines = pairs.map(({ coded }) => JSON.stringify(coded));
  const time = measured();
  for (const line of lines) JSON.parse(line);
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  console.log(`parsing them as JSON: ${megabytes(size)}, ${time()}`);
}

/** Loads coded documents again and again under other ids and days, until there are as many events. */
async function loadMany(path, pairs, number) {
  let events = 0;
  let documents = 0;
  const writer = await StoreWriter.open(path);
  const loading = measured();
  for (let round = 0; events < number; round++) {
    for (const pair of pairs) {
      if (events >= number) break;
      const { coded, document } = shift(pair, round);
      await writer.write(coded, document);
      documents++;
      events += coded.events.length;
    }
  }
  await writer.pause();
  const loaded = loading();
  const linking = measured();
  const again = await StoreWriter.open(path);
  await again.close();
  const linked = linking();
  const opened = await openStoreForReading(path);
  const rows = (await opened.connection.runAndReadAll(countingRows)).getRows()[0];
  const counting = measured();
  await opened.connection.runAndReadAll("SELECT quad, count(*) FROM events GROUP BY ALL");
  const counted = counting();
  opened.close();
  const n = (count) => Number(count).toLocaleString("en");
  return [
    `${n(events)} events of ${n(documents)} documents, ${n(rows)} rows in all, loaded: ${loaded}`,
    `finding copies (each document is one of others): ${linked}`,
    `counted by quad: ${counted}; ${megabytes(statSync(path).size)}; memory of this process ${megabytes(process.memoryUsage().rss)}`,
  ].join("\n");
}

const countingRows = `SELECT ${DOCUMENT_TABLES.map(({ name }) => `(SELECT count(*) FROM ${name})`).join(" + ")}`;

/** Starts a clock; it says what passed since then. */
function measured() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return `${((performance.now() - start) / 1000).toFixed(1)} s, of processors ${((user + system) / 1e6).toFixed(1)} s`;
  };
}

function shift({ document, coded }, round) {
  const id = `${document.id} ${round}`;
  const day = (date) =>
    date === undefined ? undefined : new Date(Date.parse(date) + round * DAY).toISOString().slice(0, 10);
  const events = coded.events.map((event) => ({
    ...event,
    id: `${event.id}${round}`,
    document: id,
    date:
      event.date.start === undefined
        ? event.date
        : { ...event.date, start: day(event.date.start), end: day(event.date.end) },
  }));
  const statements = coded.statements.map((statement) => ({
    ...statement,
    id: `${statement.id}${round}`,
    document: id,
  }));
  return { document: { ...document, id, date: day(document.date) }, coded: { ...coded, events, statements } };
}
