// How long a million events take to load: the bundled examples, coded, under other ids and days; `--number N` loads N instead. Beside other
// work, processor time is what counts.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCoder } from "../dist/coding/coder.js";
import { readDocuments } from "../dist/document/read-documents.js";
import { openStoreForReading } from "../dist/store/open-store.js";
import { DOCUMENT_TABLES } from "../dist/store/schema.js";
import { StoreWriter } from "../dist/store/store-writer.js";
import { measured, megabytes } from "./measure.js";

const MILLION = 1_000_000;
const DAY = 86_400_000;

export async function run(_documents, { number = MILLION }) {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-load-"));
  const examples = await codedExamples();
  const loads = [
    ["events, parties, evidence, attributions, documents", examples.map(withoutTheRest), number],
    ["these and sentences, mentions, statements, commitments", examples, Math.ceil(number / 10)],
  ];
  for (const [what, pairs, count] of loads) await load(join(folder, "many.duckdb"), what, pairs, count);
  rmSync(folder, { recursive: true });
}

async function codedExamples() {
  const coder = await createCoder();
  const folder = fileURLToPath(new URL("../examples/", import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const pairs = [];
  for await (const item of readDocuments(
    files.map((name) => join(folder, name)),
    {},
  )) {
    if (item.kind === "problem") throw new Error(item.problem.message);
    if (item.kind === "document") pairs.push({ document: item.document, coded: coder.code(item.document) });
  }
  return pairs;
}

function withoutTheRest({ document, coded }) {
  return { document, coded: { ...coded, sentences: [], mentions: [], statements: [] } };
}

/** Loads coded documents again and again under other ids and days, until there are as many events. */
async function load(path, what, pairs, number) {
  let events = 0;
  let documents = 0;
  const loading = measured();
  const writer = await StoreWriter.open(path);
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
  console.log(`\n${what}: ${n(events)} events of ${n(documents)} documents`);
  console.log(`  loaded in ${loaded.text}, ${n(Math.round(events / loaded.seconds))} events/s`);
  const opened = await openStoreForReading(path);
  const rows = (await opened.connection.runAndReadAll(countingRows)).getRows()[0];
  opened.close();
  console.log(
    `  ${n(rows)} rows, ${megabytes(statSync(path).size)}; memory ${megabytes(process.memoryUsage().rss)}`,
  );
  rmSync(path);
}

const n = (count) => Number(count).toLocaleString("en");

const countingRows = `SELECT ${DOCUMENT_TABLES.map(({ name }) => `(SELECT count(*) FROM ${name})`).join(" + ")}`;

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
