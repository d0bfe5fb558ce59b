import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JS } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CodedEvent } from "../coding/records.ts";
import { type CodedPair, codedReadout } from "./coded-document.fixture.ts";
import { likeness } from "./duplicates.ts";
import { minHashBands, wordSequences } from "./min-hash.ts";
import { openStoreForReading } from "./open-store.ts";
import { StoreWriter } from "./store-writer.ts";

/** Sixty words that no two of these texts share by chance. */
const words = (seed: number, count = 60) =>
  Array.from({ length: count }, (_, index) => `word${seed}x${index}`).join(" ");
const STORY = `The ministers met in Oslo. ${words(1)}`;

describe("two texts", () => {
  it.each([
    ["the same", STORY, STORY, "identical"],
    ["the same but for case and punctuation", STORY, STORY.toUpperCase().replace(".", "!"), "identical"],
    ["with a word changed", STORY, STORY.replace("Oslo", "Bergen"), "near"],
    ["with a dateline", STORY, `OSLO (NTB) - ${STORY}`, "near"],
    ["with as much again behind it", STORY, `${STORY} ${words(2)}`, "contained"],
    ["on another subject", STORY, words(2), undefined],
    [
      "with one sentence in common",
      `The ministers met in Oslo today. ${words(2)}`,
      `The ministers met in Oslo today. ${words(3)}`,
      undefined,
    ],
    ["of a few words, in a longer one", "The ministers met in Oslo.", STORY, undefined],
    ["without words", "…", "", undefined],
  ])("%s are %4$s", (_what, left, right, kind) => {
    expect(likeness(wordSequences(left), wordSequences(right))?.kind).toBe(kind);
  });

  it.each([
    ["share a band where nine tenths are the same", words(1, 100), `${words(1, 95)} ${words(2, 5)}`, true],
    ["share none where nothing is", words(1, 100), words(2, 100), false],
  ])("%s", (_what, left, right, isShared) => {
    const bands = new Set(minHashBands(left));
    expect(minHashBands(right).some((band) => bands.has(band))).toBe(isShared);
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duplicates-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function store(...pairs: CodedPair[]): Promise<void> {
  const writer = await StoreWriter.open(join(folder, "x.duckdb"));
  for (const { coded, document } of pairs) await writer.write(coded, document);
  await writer.close();
}

async function query(sql: string): Promise<Record<string, JS>[]> {
  const opened = await openStoreForReading(join(folder, "x.duckdb"));
  const rows = (await opened.connection.runAndReadAll(sql)).getRowObjectsJS();
  opened.close();
  return rows;
}

/** A document with a text and day of its own, and the events of the readout changed in some way. */
function document(
  id: string,
  { text = STORY, date = "2022-01-10", change = (event: CodedEvent) => event } = {},
): CodedPair {
  const pair = codedReadout(id);
  return {
    document: { ...pair.document, text, date },
    coded: { ...pair.coded, events: pair.coded.events.map(change) },
  };
}

describe("documents that say the same", () => {
  it("are linked with the earliest, a copy of a copy too", async () => {
    await store(
      document("c", { text: STORY.replace("Oslo", "Bergen").replace("word1x9", "nine"), date: "2022-01-12" }),
      document("a", { date: "2022-01-10" }),
      document("b", { text: STORY.replace("Oslo", "Bergen"), date: "2022-01-11" }),
      document("d", { text: words(4) }),
    );
    expect(await query("SELECT document, original, copied, kind FROM duplicates ORDER BY ALL")).toEqual([
      { document: "b", original: "a", copied: "a", kind: "near" },
      { document: "c", original: "a", copied: "b", kind: "near" },
    ]);
  });

  it("are linked across runs, and no more when one of them is changed", async () => {
    await store(document("a"));
    await store(document("b"));
    expect(await query("SELECT document FROM duplicates")).toEqual([{ document: "b" }]);
    await store(document("b", { text: words(2) }));
    expect(await query("SELECT document FROM duplicates")).toEqual([]);
  });

  it("need not all be compared with each other", async () => {
    await store(...Array.from({ length: 200 }, (_, index) => document(`d${1000 + index}`)));
    expect(await query("SELECT original, count(*)::INTEGER AS n FROM duplicates GROUP BY ALL")).toEqual([
      { original: "d1000", n: 199 },
    ]);
  });
});

describe("a happening", () => {
  const call = "WHERE type = 'CONSULT'";
  const other = { text: words(2) };

  it.each<[string, CodedPair, number]>([
    ["in a text of its own", document("b", other), 1],
    [
      "of the same month",
      document("b", {
        ...other,
        change: (event) => ({
          ...event,
          date: {
            start: "2022-01-01",
            end: "2022-01-31",
            precision: "month" as const,
            span: [0, 3] as const,
          },
        }),
      }),
      2,
    ],
    [
      "on another day",
      document("b", {
        ...other,
        change: (event) => ({
          ...event,
          date: { start: "2022-01-09", end: "2022-01-09", precision: "day" as const, span: [0, 3] as const },
        }),
      }),
      2,
    ],
    [
      "between others",
      document("b", { ...other, change: (event) => ({ ...event, actors: event.recipients }) }),
      2,
    ],
    ["in another way", document("b", { ...other, change: (event) => ({ ...event, mode: "visit" }) }), 2],
    [
      "as planned only",
      document("b", { ...other, change: (event) => ({ ...event, status: "future" as const }) }),
      2,
    ],
    [
      "as long past",
      document("b", { ...other, change: (event) => ({ ...event, status: "historical" as const }) }),
      1,
    ],
    [
      "in a copy that was printed a day later",
      document("b", {
        date: "2022-01-11",
        change: (event) => ({
          ...event,
          date: { start: "2022-01-11", end: "2022-01-11", precision: "day" as const },
        }),
      }),
      1,
    ],
    [
      "in a text of its own a day later",
      document("b", {
        ...other,
        date: "2022-01-11",
        change: (event) => ({
          ...event,
          date: { start: "2022-01-11", end: "2022-01-11", precision: "day" as const },
        }),
      }),
      2,
    ],
  ])("that a second document tells %s is %3$s", async (_how, second, happenings) => {
    await store(document("a"), second);
    expect(await query(`SELECT id FROM happenings ${call}`)).toHaveLength(happenings);
    expect(await query(`SELECT id FROM events_flat ${call}`)).toHaveLength(happenings);
    expect(await query(`SELECT id FROM events_all ${call}`)).toHaveLength(
      second.coded.events.filter(({ type }) => type === "CONSULT").length + 1,
    );
  });

  it("whose day or party is unknown is told again by copies only", async () => {
    const undated = (event: CodedEvent) => ({ ...event, date: { precision: "unresolved" as const } });
    await store(
      document("a", { change: undated }),
      document("b", { change: undated }),
      document("c", { ...other, change: undated }),
    );
    expect(await query(`SELECT id, document_ids FROM events_flat ${call} ORDER BY id`)).toEqual([
      { id: "a-call", document_ids: "a;b" },
      { id: "c-call", document_ids: "c" },
    ]);
  });

  it("has the values of its first telling, and counts all", async () => {
    await store(document("b"), document("a"));
    expect(
      await query(`SELECT id, document, documents, document_ids, tellings FROM events_flat ${call}`),
    ).toEqual([{ id: "a-call", document: "a", documents: 2, document_ids: "a;b", tellings: 4 }]);
    expect(
      await query(`SELECT id, documents::INTEGER AS documents, document_ids, events FROM happenings ${call}`),
    ).toEqual([{ id: "a-call", documents: 2, document_ids: ["a", "b"], events: ["a-call", "b-call"] }]);
  });

  it("is not one where a document tells two apart, and the second of one is the second of the other", async () => {
    const twice = (id: string, text = STORY) => {
      const pair = document(id, { text });
      const [event] = pair.coded.events as [CodedEvent];
      const second = {
        ...event,
        id: `${id}-second`,
        evidence: { ...event.evidence, trigger: [90, 95] as const },
      };
      return { ...pair, coded: { ...pair.coded, events: [event, second] } };
    };
    await store(twice("a"), twice("b", words(2)));
    expect(await query(`SELECT id, documents FROM events_flat ${call} ORDER BY id`)).toEqual([
      { id: "a-call", documents: 2 },
      { id: "a-second", documents: 2 },
    ]);
  });

  it("of an unknown party is not joined with another of the same document on another day", async () => {
    const pair = document("a");
    const [event] = pair.coded.events as [CodedEvent];
    const unknown = {
      ...event,
      actors: [{ ...event.actors[0], country: undefined, code: "---" }],
    } as CodedEvent;
    const earlier: CodedEvent = {
      ...unknown,
      id: "earlier",
      date: { start: "2022-01-09", end: "2022-01-09", precision: "day", span: [0, 3] },
    };
    await store({ ...pair, coded: { ...pair.coded, events: [unknown, earlier] } });
    expect(await query(`SELECT id FROM events_flat ${call}`)).toHaveLength(2);
  });
});
