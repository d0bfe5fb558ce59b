import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pc from "picocolors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CodedPair, codedNothing, codedReadout } from "../store/coded-document.fixture.ts";
import { openStoreForReading } from "../store/open-store.ts";
import { describeRelations, summarise } from "../store/store-summary.ts";
import { StoreWriter } from "../store/store-writer.ts";
import { infoText, schemaText } from "./info-text.ts";

const options = { width: 80, colours: pc.createColors(false) };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "info-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of a store with these documents, made in one run at a set time. */
async function infoOn(pairs: readonly CodedPair[]): Promise<string> {
  const path = join(folder, "x.duckdb");
  const times = ["2026-01-02T03:04:05Z", "2026-01-02T03:05:06Z"];
  const run = { version: "1.2.3", command: {} };
  const writer = await StoreWriter.open(path, { run, now: () => new Date(times.shift() as string) });
  for (const { coded, document } of pairs) await writer.write(coded, document);
  await writer.close();
  const store = await openStoreForReading(path);
  const summary = await summarise(store.connection);
  store.close();
  return infoText("x.duckdb", 1_234_567, summary, options);
}

describe("what a store holds", () => {
  it("is counted, with the run that made it", async () => {
    expect(await infoOn([codedReadout("a"), codedReadout("b"), codedNothing("c")])).toBe(
      `x.duckdb 1.2 MB
documents published from 2022-01-10 to 2022-01-10

Rows
  meta 1, runs 1, input_problems 0, documents 3, sentences 4, entities 6,
  mentions 8, events 4, evidence 6, parties 18, attributions 8, statements 2,
  commitments 2, document_problems 2, duplicates 1, corrections 0

Event types
  AGREE 2, CONSULT 2

Statuses
  future 2, occurred 2

Acting countries, by events
  CHN 4, KAZ 2

Runs, the latest first
  1  2026-01-02 03:04:05 to 2026-01-02 03:05:06 UTC: 3 documents, 4 events,
     Dragoman 1.2.3
`,
    );
  });

  it("leaves out what there is nothing of", async () => {
    const text = await infoOn([]);
    expect(text).not.toMatch(/published|Event types|Acting/);
    expect(text).toContain("0 documents, 0 events");
  });
});

describe("the schema for reading", () => {
  const text = schemaText(describeRelations(), options);

  it("names every table and view, and the columns with what they mean", () => {
    expect(text).toContain("\nevidence: One row a place where a document tells an event.\n");
    expect(text).toMatch(/^ {2}cameo {12}VARCHAR {4}CAMEO 1\.1b3 code as text: 041$/m);
    expect(text).toMatch(/^events_flat: /m);
  });

  it("fits 80 columns", () => {
    for (const line of text.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});
