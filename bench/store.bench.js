// What storing costs beside coding, and how long a million events take to load. In one process, so that only the ratio counts.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCoder } from "../dist/coding/coder.js";
import { openStoreForReading } from "../dist/store/open-store.js";
import { StoreWriter } from "../dist/store/store-writer.js";
import { megabytes, sample } from "./measure.js";

const MILLION = 1_000_000;
const DAY = 86_400_000;

export async function run(documents) {
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

  // Readouts: documents of the kind that event data is made of, dense with events.
  const dense = pairs.filter(({ coded, document }) => coded.events.length * 700 > document.text.length);
  const loaded = await loadMillion(join(folder, "million.duckdb"), dense);
  console.log(loaded);
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

/** Loads coded documents again and again under other ids and days, until a million events are stored. */
async function loadMillion(path, pairs) {
  let events = 0;
  let documents = 0;
  let stored = 0;
  const writer = await StoreWriter.open(path);
  for (let round = 0; events < MILLION; round++) {
    for (const pair of pairs) {
      const shifted = shift(pair, round);
      const start = performance.now();
      await writer.write(shifted.coded, shifted.document);
      stored += performance.now() - start;
      documents++;
      events += shifted.coded.events.length;
      if (events >= MILLION) break;
    }
  }
  const start = performance.now();
  await writer.close();
  const closing = performance.now() - start;
  const opened = await openStoreForReading(path);
  const counting = performance.now();
  await opened.connection.runAndReadAll("SELECT quad, count(*) FROM events GROUP BY ALL");
  const counted = performance.now() - counting;
  opened.close();
  const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
  return `${events.toLocaleString("en")} events of ${documents.toLocaleString("en")} documents loaded in ${seconds(stored + closing)} s, ${seconds(closing)} s of them to find copies and close; ${megabytes(statSync(path).size)}; counted by quad in ${seconds(counted)} s; memory of this process ${megabytes(process.memoryUsage().rss)}`;
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
