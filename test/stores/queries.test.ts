import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codedReadout } from "../../src/store/coded-document.fixture.ts";
import { openStoreForReading } from "../../src/store/open-store.ts";
import { queryStore } from "../../src/store/query.ts";
import { StoreWriter } from "../../src/store/store-writer.ts";

/** The queries of a page: its indented blocks. */
const page = readFileSync(new URL("../../docs/queries.md", import.meta.url), "utf8");
const queries = [...page.matchAll(/(?:^ {4}.*\n)+/gm)].map(([block]) => block.replace(/^ {4}/gm, ""));

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "queries-"));
  const writer = await StoreWriter.open(join(folder, "x.duckdb"));
  const { coded, document } = codedReadout("a");
  await writer.write(coded, document);
  await writer.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("docs/queries.md", () => {
  it("has ten queries", () => expect(queries).toHaveLength(10));

  it.each(queries)("can be run: %s", async (sql) => {
    const store = await openStoreForReading(join(folder, "x.duckdb"));
    try {
      for await (const rows of (await queryStore(store.connection, sql)).rows()) expect(rows).toBeDefined();
    } finally {
      store.close();
    }
  });
});
