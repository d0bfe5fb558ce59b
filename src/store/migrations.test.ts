import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type JS } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordId } from "../coding/record-id.ts";
import { codedReadout } from "./coded-document.fixture.ts";
import { entityId } from "./entity-id.ts";
import { MIGRATIONS } from "./migrations.ts";
import { openStore, openStoreForReading } from "./open-store.ts";
import { SCHEMA_VERSION } from "./schema.ts";
import { StoreWriter } from "./store-writer.ts";

const VERSION_1 = new URL("../../test/stores/version-1.sql", import.meta.url);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store as an older program made it. */
async function olderStore(): Promise<string> {
  const path = join(folder, "old.duckdb");
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(readFileSync(VERSION_1, "utf8"));
  connection.closeSync();
  instance.closeSync();
  return path;
}

async function migrated(): Promise<string> {
  const path = await olderStore();
  (await openStore(path)).close();
  return path;
}

async function query(path: string, sql: string): Promise<Record<string, JS>[]> {
  const store = await openStoreForReading(path);
  try {
    return (await store.connection.runAndReadAll(sql)).getRowObjectsJS();
  } finally {
    store.close();
  }
}

const NORWAY = entityId({ name: "Norway", kind: "country", country: "NOR" });
const COMMITMENT = recordId("5a5a5a5a5a5a5a5a", "commitment", [20, 30]);

describe("a store of version 1", () => {
  it("has the same tables, columns and views afterwards as a new one, with the same comments", async () => {
    const fresh = join(folder, "new.duckdb");
    (await openStore(fresh)).close();
    const old = await migrated();
    for (const catalogue of [
      "SELECT table_name, column_name, column_index, data_type, comment FROM duckdb_columns() WHERE NOT internal ORDER BY ALL",
      "SELECT table_name, comment FROM duckdb_tables() ORDER BY ALL",
      "SELECT view_name, comment, sql FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
      "FROM meta",
    ]) {
      expect(await query(old, catalogue)).toEqual(await query(fresh, catalogue));
    }
  });

  it.each<[string, Record<string, JS>[]]>([
    ["SELECT id, title, hash, run FROM documents", [{ id: "oslo", title: "Aid", hash: null, run: 1 }]],
    [
      "SELECT run, command, documents, problems FROM runs",
      [{ run: 1, command: '{"files":["oslo.txt"]}', documents: 1, problems: 0 }],
    ],
    [
      "SELECT id, cameo, lexicon[2] AS lexicon FROM events",
      [{ id: "e0e0e0e0e0e0e0e0", cameo: "0333", lexicon: "frames/aid.yaml:7" }],
    ],
    [
      "SELECT id, act FROM statements ORDER BY id",
      [
        { id: "5a5a5a5a5a5a5a5a", act: "pledge" },
        { id: "6b6b6b6b6b6b6b6b", act: "assert" },
      ],
    ],
    [
      "SELECT id, statement, action, due FROM commitments",
      [{ id: COMMITMENT, statement: "5a5a5a5a5a5a5a5a", action: "send tents", due: "2022-03" }],
    ],
    ["SELECT record, name FROM parties WHERE part = 'debtor'", [{ record: COMMITMENT, name: "Norway" }]],
    [
      "SELECT record, entity FROM parties WHERE part = 'speaker'",
      [{ record: "5a5a5a5a5a5a5a5a", entity: NORWAY }],
    ],
    [
      "SELECT entity, kind FROM attributions ORDER BY position",
      [
        { entity: null, kind: "publisher" },
        { entity: NORWAY, kind: "country" },
      ],
    ],
    [
      "SELECT id, name, mentions FROM entities WHERE name = 'Norway'",
      [{ id: NORWAY, name: "Norway", mentions: 2 }],
    ],
    ["SELECT message, words FROM problems", [{ message: "the month has no year", words: "March" }]],
    [
      "SELECT id, documents, recipient_countries FROM events_flat",
      [{ id: "e0e0e0e0e0e0e0e0", documents: 1, recipient_countries: "TCD" }],
    ],
    [
      "SELECT debtor, beneficiaries, action FROM commitments_open",
      [{ debtor: "Norway", beneficiaries: "Chad", action: "send tents" }],
    ],
  ])("keeps what it held: %s", async (sql, rows) => {
    expect(await query(await migrated(), sql)).toEqual(rows);
  });

  it("takes documents afterwards", async () => {
    const path = await olderStore();
    const writer = await StoreWriter.open(path);
    const { coded, document } = codedReadout("new");
    await writer.write(coded, document);
    await writer.close();
    expect(await query(path, "SELECT id, run FROM documents ORDER BY id")).toEqual([
      { id: "new", run: 2 },
      { id: "oslo", run: 1 },
    ]);
  });

  it("is left as it is by a reader, who says how to bring it up to date", async () => {
    const path = await olderStore();
    const before = readFileSync(path);
    await expect(openStoreForReading(path)).rejects.toThrow(
      `${path} was made by an older Dragoman (store version 1; this one reads ${SCHEMA_VERSION}); bring it up to date with: dragoman info --migrate ${path}`,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

it("there is a migration to each version, in order", () => {
  expect(MIGRATIONS.map(({ to }) => to)).toEqual(
    Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 2),
  );
});
