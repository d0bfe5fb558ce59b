// What storing costs beside coding. In one process: beside other work, processor time and the ratio are what counts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCoder } from "../dist/coding/coder.js";
import { StoreWriter } from "../dist/store/store-writer.js";
import { measured, megabytes, sample } from "./measure.js";

export async function run(documents) {
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
  console.log(`parsing them as JSON: ${megabytes(size)}, ${time().text}`);
}
