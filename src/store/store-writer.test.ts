import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type JS } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codedNothing, codedReadout, EVIL_TITLE } from "./coded-document.fixture.ts";
import { openStore, openStoreForReading } from "./open-store.ts";
import { DOCUMENT_TABLES, TABLES } from "./schema.ts";
import { StoreWriter } from "./store-writer.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  path = join(folder, "events.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function query(sql: string): Promise<Record<string, JS>[]> {
  const store = await openStoreForReading(path);
  try {
    return (await store.connection.runAndReadAll(sql)).getRowObjectsJS();
  } finally {
    store.close();
  }
}

/** The rows of every table of documents, but for the number of the run, which tells runs apart. */
async function allRows(): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const { name } of DOCUMENT_TABLES) {
    const columns = name === "documents" ? "* EXCLUDE run" : "*";
    rows[name] = await query(`SELECT ${columns} FROM ${name} ORDER BY ALL`);
  }
  return rows;
}

async function store(...pairs: ReturnType<typeof codedReadout>[]): Promise<void> {
  const writer = await StoreWriter.open(path);
  for (const { coded, document } of pairs) await writer.write(coded, document);
  await writer.close();
}

describe("a store", () => {
  it("is made anew where one was taken away and its log left behind", async () => {
    writeFileSync(`${path}.wal`, "the log of another store");
    await store(codedReadout("a"));
    expect(await query("SELECT id FROM documents")).toEqual([{ id: "a" }]);
  });

  it("holds a row for everything in a document", async () => {
    await store(codedReadout("a"), codedNothing("b"));
    const counts = await query(
      TABLES.map(({ name }) => `SELECT '${name}' AS name, count(*)::INTEGER AS rows FROM ${name}`).join(
        " UNION ALL ",
      ),
    );
    expect(Object.fromEntries(counts.map(({ name, rows }) => [name, rows]))).toEqual({
      meta: 1,
      runs: 1,
      documents: 2,
      sentences: 2,
      events: 2,
      evidence: 3, // the call is told twice
      statements: 1,
      commitments: 1,
      parties: 4 + 5, // two callers, pledger, receiver; speaker, addressee, about, debtor, beneficiary
      attributions: 4,
      mentions: 4,
      entities: 3, // "He" is Wang Yi
      document_problems: 1,
      input_problems: 0,
      duplicates: 0,
      corrections: 0,
    });
  });

  it("gives texts back unchanged, and an unknown value as NULL", async () => {
    const { document, coded } = codedReadout("a");
    await store({ document, coded }, codedNothing("b"));
    expect(await query("SELECT title, text, url, run FROM documents ORDER BY id")).toEqual([
      { title: EVIL_TITLE, text: document.text, url: null, run: 1 },
      { title: null, text: "", url: null, run: 1 },
    ]);
  });

  it("counts places as DuckDB does, so that substring gives the words", async () => {
    await store(codedReadout("a"));
    const place = (table: string, start: string, end: string) =>
      `substring(documents.text, ${table}.${start} + 1, ${table}.${end} - ${table}.${start})`;
    const [event] = await query(
      `SELECT trigger_words, ${place("events", "trigger_start", "trigger_end")} AS found
       FROM events JOIN documents ON documents.id = document WHERE type = 'CONSULT'`,
    );
    expect(event).toEqual({ trigger_words: "spoke by phone", found: "spoke by phone" });
    const wrong = await query(
      `SELECT mentions.text FROM mentions JOIN documents ON documents.id = document
       WHERE ${place("mentions", "span_start", "span_end")} <> mentions.text`,
    );
    expect(wrong).toEqual([]);
  });

  it("keeps every column of an event", async () => {
    await store(codedReadout("a"));
    const [event] = await query("SELECT * FROM events WHERE type = 'CONSULT'");
    expect(event).toEqual({
      id: "a-call",
      document: "a",
      sentence: 0,
      type: "CONSULT",
      mode: "phone",
      contexts: [],
      cameo: "041",
      quad: "verbal cooperation",
      score: 1.5,
      goldstein: 1,
      date_start: new Date("2022-01-10"),
      date_end: new Date("2022-01-10"),
      date_precision: "day",
      date_occasion: null,
      date_words: null,
      date_span_start: null,
      date_span_end: null,
      place: 'Astana, "the" capital',
      place_country: "KAZ",
      latitude: 51.17,
      longitude: 71.43,
      geonames: 1526273,
      place_start: 0,
      place_end: 0, // half of the dove
      status: "occurred",
      trigger_words: "spoke by phone",
      trigger_start: 10,
      trigger_end: 24,
      rule: "talk by phone",
      lexicon: ["frames/consult.yaml:3"],
      confidence: 0.9,
      deed: expect.stringMatching(/^[0-9a-f]{16}$/),
      is_joinable: true,
    });
  });

  it("keeps who speaks on whose word, the outermost voice first", async () => {
    await store(codedReadout("a"));
    expect(
      await query(
        "SELECT position, kind, name, cue, sectors FROM attributions WHERE record = 'a-pledge' ORDER BY position",
      ),
    ).toEqual([
      { position: 0, kind: "publisher", name: "MFA, Beijing", cue: null, sectors: [] },
      { position: 1, kind: "person", name: "Wang Yi", cue: "said", sectors: ["GOV"] },
    ]);
  });
});

describe("coding a document again", () => {
  it("leaves the same rows when nothing changed", async () => {
    await store(codedReadout("a"), codedReadout("b"));
    const before = await allRows();
    await store(codedReadout("a"), codedReadout("b"));
    expect(await allRows()).toEqual(before);
  });

  it("replaces its rows and no others", async () => {
    await store(codedReadout("a"), codedReadout("b"));
    await store(codedReadout("a", "talked by video"), codedNothing("c"));
    expect(
      await query("SELECT document, trigger_words FROM events WHERE type = 'CONSULT' ORDER BY document"),
    ).toEqual([
      { document: "a", trigger_words: "talked by video" },
      { document: "b", trigger_words: "spoke by phone" },
    ]);
    expect(await query("SELECT id, run FROM documents ORDER BY id")).toEqual([
      { id: "a", run: 2 },
      { id: "b", run: 1 },
      { id: "c", run: 2 },
    ]);
  });

  it("keeps the last of two in one run", async () => {
    await store(codedReadout("a"), codedReadout("a", "talked by video"));
    expect(await query("SELECT trigger_words FROM events WHERE type = 'CONSULT'")).toEqual([
      { trigger_words: "talked by video" },
    ]);
  });

  it("leaves nothing of a document in which nothing is found any more", async () => {
    await store(codedReadout("a"));
    await store(codedNothing("a"));
    expect(await query("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM parties) AS n")).toEqual(
      [{ n: 0n }],
    );
  });

  it("does so for more documents than one batch holds", async () => {
    const pairs = Array.from({ length: 1200 }, (_, index) => codedReadout(`document ${index}`));
    await store(...pairs);
    await store(...pairs.slice(0, 900));
    expect(
      await query(
        "SELECT count(*)::INTEGER AS n, count(DISTINCT id)::INTEGER AS ids, max(run) AS run FROM documents",
      ),
    ).toEqual([{ n: 1200, ids: 1200, run: 2 }]);
    expect(
      await query("SELECT count(*)::INTEGER AS n, count(DISTINCT id)::INTEGER AS ids FROM events"),
    ).toEqual([{ n: 2400, ids: 2400 }]);
  });
});

describe("runs", () => {
  it("are remembered with what they did", async () => {
    const times = ["2026-01-02T03:04:05.000Z", "2026-01-02T03:05:00.000Z"];
    const writer = await StoreWriter.open(path, {
      run: { version: "1.2.3", model: "abc", command: { files: ["it's.txt"] } },
      now: () => new Date(times.shift() as string),
    });
    const { coded, document } = codedReadout("a");
    await writer.write(coded, document);
    await writer.close();
    expect(await query("SELECT * FROM runs")).toEqual([
      {
        run: 1,
        version: "1.2.3",
        model: "abc",
        lexicon: null,
        command: '{"files":["it\'s.txt"]}',
        started_at: new Date("2026-01-02T03:04:05.000Z"),
        ended_at: new Date("2026-01-02T03:05:00.000Z"),
        documents: 1,
        events: 2,
        problems: 0,
      },
    ]);
  });

  it("that are given up keep whole batches and have no end", async () => {
    const writer = await StoreWriter.open(path);
    const { coded, document } = codedReadout("a");
    await writer.write(coded, document);
    await writer.write(coded, document); // a second time: the first is stored before
    await writer.abort();
    expect(await query("SELECT ended_at, documents FROM runs")).toEqual([{ ended_at: null, documents: 1 }]);
    expect(await query("SELECT count(*)::INTEGER AS n FROM events")).toEqual([{ n: 2 }]);
  });
});

describe("views", () => {
  it("pair all who take part where there is no recipient, and leave out what is not told as real", async () => {
    await store(codedReadout("a"));
    expect(
      await query(
        "SELECT actor, recipient, events::INTEGER AS events, mean_score FROM dyad_days ORDER BY ALL",
      ),
    ).toEqual([
      { actor: "CHN", recipient: "KAZ", events: 1, mean_score: 1.5 },
      { actor: "KAZ", recipient: "CHN", events: 1, mean_score: 1.5 },
    ]);
  });

  it("count by quad category, a happening that two documents tell once", async () => {
    await store(codedReadout("a"), codedReadout("b"), codedReadout("c", "met"));
    expect(
      await query(
        "SELECT month, country, verbal_cooperation::INTEGER AS verbal, material_conflict::INTEGER AS fights FROM country_months ORDER BY ALL",
      ),
    ).toEqual([
      { month: new Date("2022-01-01"), country: "CHN", verbal: 1, fights: 0 },
      { month: new Date("2022-01-01"), country: "KAZ", verbal: 1, fights: 0 },
    ]);
  });

  it("show a statement with its speaker", async () => {
    await store(codedReadout("a"));
    expect(
      await query(
        "SELECT act, speaker, speaker_code, addressees, commitment, due, events::INTEGER AS events FROM statements_flat",
      ),
    ).toEqual([
      {
        act: "pledge",
        speaker: "Wang Yi",
        speaker_code: "CHNGOV",
        addressees: "Mukhtar, Tleuberdi", // ";" would look like two people
        commitment: "send aid",
        due: "grain",
        events: 1,
      },
    ]);
  });

  it("and tables say what they and their columns mean", async () => {
    await store(codedNothing("a"));
    expect(await query("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL")).toEqual([]);
    expect(
      await query("SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL"),
    ).toEqual([]);
    expect(
      await query(
        "SELECT column_name FROM duckdb_columns() WHERE comment IS NULL AND table_name IN (SELECT table_name FROM duckdb_tables())",
      ),
    ).toEqual([]);
  });
});

describe("a file that cannot be a store", () => {
  it.each([
    [
      "some other file",
      (file: string) => writeFileSync(file, "no database"),
      /events\.duckdb is no DuckDB file$/,
    ],
    ["an empty file", (file: string) => writeFileSync(file, ""), /events\.duckdb is no DuckDB file$/],
    [
      "someone's database",
      (file: string) => makeDatabase(file, "CREATE TABLE meta (a INTEGER)"),
      /is a DuckDB file, but no store of Dragoman$/,
    ],
    [
      "a newer store",
      (file: string) =>
        makeDatabase(file, "CREATE TABLE meta AS SELECT 'schema_version' AS key, '99' AS value"),
      /was made by a newer Dragoman \(store version 99; this one reads \d+\)$/,
    ],
  ])("is refused in one sentence: %s", async (_what, make, message) => {
    await make(path);
    await expect(openStore(path)).rejects.toThrow(message);
    await expect(openStoreForReading(path)).rejects.toThrow(message);
  });

  it("is refused where it is missing, its folder is missing, or it is a folder", async () => {
    await expect(openStoreForReading(path)).rejects.toThrow(`there is no file ${path}`);
    const lost = join(folder, "lost", "a.duckdb");
    await expect(openStore(lost)).rejects.toThrow(
      `cannot write ${lost}: there is no folder ${join(folder, "lost")}`,
    );
    await expect(openStore(folder)).rejects.toThrow(/is a folder$/);
    expect(existsSync(path)).toBe(false);
  });

  it("is not changed through a store opened for reading", async () => {
    await store(codedReadout("a"));
    await expect(query("DELETE FROM events")).rejects.toThrow(/read-only/);
    await expect(query(`COPY events TO '${join(folder, "x.csv")}'`)).rejects.toThrow(
      /disabled by configuration/,
    );
  });
});

async function makeDatabase(file: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}
