import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CodedEvent } from "../coding/records.ts";
import { codedNothing, codedReadout } from "../store/coded-document.fixture.ts";
import { openStoreForReading } from "../store/open-store.ts";
import { StoreWriter } from "../store/store-writer.ts";
import { readGdelt, readIcews, readPhoenix, readPolecat } from "./exchange/layouts.fixture.ts";
import { type ExportFormat, type ExportSummary, exportParquet, exportText } from "./export-store.ts";
import type { Selection } from "./selection.ts";

let folder: string;
let path: string;

/** Where the call takes place: a place whose country is not known. */
const ASTANA = {
  name: 'Astana, "the" capital',
  latitude: 51.17,
  longitude: 71.43,
  geonames: 1526273,
  span: [0, 1] as const,
};

function readout(id: string) {
  const { document, coded } = codedReadout(id);
  const events = coded.events.map((event) =>
    event.place === undefined ? event : { ...event, place: ASTANA },
  );
  return { document, coded: { ...coded, events } };
}

/**
 * Two documents that tell one call, and on the word of a later text: a month's siege without a day, a march without recipients, and a
 * talk with the United Nations. Of the call all values are followed into every format.
 */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "export-store-"));
  path = join(folder, "events.duckdb");
  const now = () => new Date("2022-03-01T12:30:45Z");
  const writer = await StoreWriter.open(path, { run: { version: "1.2.3", command: {} }, now });
  const first = readout("a;b\tc");
  const [call, pledge] = first.coded.events as [CodedEvent, CodedEvent];
  const url = "https://mfa.example/a?x=1;2";
  await writer.write(first.coded, { ...first.document, url });
  const second = readout("second");
  await writer.write(second.coded, {
    ...second.document,
    text: `${second.document.text} And more.`,
    publisher: "TASS",
  });
  const third = readout("third");
  const [wang, tleuberdi] = call.actors;
  const guterres = {
    ...(wang as never as (typeof pledge.actors)[number]),
    name: "António Guterres",
    country: undefined,
    sectors: ["IGO"],
    code: "IGOUNO",
  };
  const base = { ...call, document: "third", retold: [] };
  const { place: _, mode: __, ...placeless } = base;
  await writer.write(
    {
      ...third.coded,
      statements: [],
      mentions: [],
      events: [
        {
          ...placeless,
          id: "siege",
          type: "COERCE",
          cameo: "191",
          quad: "material conflict",
          score: -7,
          goldstein: -9.5,
          actors: [wang as never],
          recipients: [tleuberdi as never],
          date: { start: "2022-02-01", end: "2022-02-28", precision: "month", span: [0, 1] },
        },
        {
          ...placeless,
          id: "march",
          type: "PROTEST",
          cameo: "141",
          quad: "material conflict",
          actors: [tleuberdi as never],
          recipients: [],
        },
        {
          ...placeless,
          id: "talk",
          actors: [wang as never],
          recipients: [guterres as never],
          date: { start: "2022-02-20", end: "2022-02-20", precision: "day", span: [0, 1] },
        },
      ] as CodedEvent[],
    },
    { ...third.document, date: "2022-03-01" },
  );
  const { coded, document } = codedNothing("nothing");
  await writer.write(coded, document);
  await writer.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function exported(
  format: Exclude<ExportFormat, "parquet">,
  selection: Selection = {},
): Promise<{ text: string; summary: ExportSummary }> {
  const store = await openStoreForReading(path);
  let text = "";
  try {
    const summary = await exportText(store.connection, format, selection, async (piece) => {
      text += piece;
    });
    return { text, summary };
  } finally {
    store.close();
  }
}

describe("one call, told by two documents", () => {
  it("is in GDELT's events a row each way", async () => {
    const { text, summary } = await exported("gdelt");
    const rows = readGdelt(text);
    const [call, back] = rows
      .filter(({ eventCode }) => eventCode === "041")
      .filter(({ sqlDate }) => sqlDate === 20220110);
    const wang = { code: "CHNGOV", name: "WANG YI", country: "CHN", group: "", types: ["GOV", "", ""] };
    const tleuberdi = {
      code: "KAZGOV",
      name: "MUKHTAR; TLEUBERDI",
      country: "KAZ",
      group: "",
      types: ["GOV", "", ""],
    };
    expect(call).toEqual({
      globalEventId: expect.any(Number),
      sqlDate: 20220110,
      monthYear: 202201,
      year: 2022,
      fractionDate: 2022.1096, // (1 * 30 + 10) / 365
      actor1: wang,
      actor2: tleuberdi,
      isRootEvent: 1,
      eventCode: "041",
      eventBaseCode: "041",
      eventRootCode: "04",
      quadClass: 1,
      goldstein: 1,
      numMentions: 4,
      numSources: 2,
      numArticles: 2,
      avgTone: undefined,
      actor1GeoType: 0,
      actor2GeoType: 0,
      actionGeo: { type: "", name: 'Astana, "the" capital', country: "", latitude: 51.17, longitude: 71.43 },
      dateAdded: "20220301123045",
      sourceUrl: "https://mfa.example/a?x=1;2",
    });
    expect(back).toMatchObject({ actor1: tleuberdi, actor2: wang });
    expect(new Set(rows.map(({ globalEventId }) => globalEventId)).size).toBe(rows.length);
    expect(rows.every(({ globalEventId }) => Number.isSafeInteger(globalEventId))).toBe(true);
    expect(summary.rows).toBe(rows.length);
  });

  it("is in ICEWS a row each way", async () => {
    const { text } = await exported("icews");
    const [call, back] = readIcews(text);
    expect(call).toEqual({
      "Event ID": 1,
      "Event Date": "2022-01-10",
      "Source Name": "Wang Yi",
      "Source Sectors": "Government",
      "Source Country": "China",
      "Event Text": "Discuss by telephone",
      "CAMEO Code": "041",
      Intensity: 1,
      "Target Name": "Mukhtar; Tleuberdi",
      "Target Sectors": "Government,ELI",
      "Target Country": "Kazakhstan",
      "Story ID": 1,
      "Sentence Number": 1,
      Publisher: "MFA, Beijing",
      City: "",
      District: "",
      Province: "",
      Country: "",
      Latitude: 51.17,
      Longitude: 71.43,
    });
    expect(back).toMatchObject({
      "Event ID": 2,
      "Source Name": "Mukhtar; Tleuberdi",
      "Target Name": "Wang Yi",
    });
  });

  it("is in Phoenix a row each way", async () => {
    const { text } = await exported("phoenix");
    const [call, back] = readPhoenix(text);
    expect(call).toEqual({
      id: "1",
      date: "20220110",
      year: "2022",
      month: "01",
      day: "10",
      source: "CHNGOV",
      source_root: "CHN",
      source_agent: "GOV",
      source_others: "",
      target: "KAZGOV",
      target_root: "KAZ",
      target_agent: "GOV",
      target_others: "",
      code: "041",
      root_code: "04",
      quad_class: "1",
      goldstein: "1",
      issues: "",
      lat: "51.17",
      lon: "71.43",
      placeName: 'Astana, "the" capital',
      stateName: "",
      countryName: "",
      ids: "a,b c_1;second_1",
      urls: "https://mfa.example/a?x=1,2",
      sources: "MFA, Beijing;TASS",
    });
    expect(back).toMatchObject({ id: "2", source: "KAZGOV", target: "CHNGOV" });
  });

  it("is in POLECAT one row", async () => {
    const { text } = await exported("polecat");
    const calls = readPolecat(text).filter(
      (row) => row["Event Type"] === "CONSULT" && row["Event Date"] === "2022-01-10",
    );
    expect(calls).toEqual([
      {
        "Event ID": "a;b\tc-call".replace("\t", " ").split(";"), // an id with a separator in it is no good id
        "Event Date": "2022-01-10",
        "Event Type": "CONSULT",
        "Event Mode": "phone",
        Intensity: "1.5",
        "Quad Code": "VERBAL COOPERATION",
        Contexts: null,
        "Actor Name": ["Wang Yi", "Mukhtar, Tleuberdi"],
        "Actor Country": ["CHN", "KAZ"],
        "Actor COW": null,
        "Primary Actor Sector": ["GOV", "GOV"],
        "Actor Sectors": ["GOV", "ELI"],
        "Actor Title": ["Foreign Minister", "None"],
        "Actor Name Raw": ["Wang Yi", "Mukhtar, Tleuberdi"],
        "Wikipedia Actor ID": null,
        "Recipient Name": null,
        "Recipient Country": null,
        "Recipient COW": null,
        "Primary Recipient Sector": null,
        "Recipient Sectors": null,
        "Recipient Title": null,
        "Recipient Name Raw": null,
        "Wikipedia Recipient ID": null,
        Placename: 'Astana, "the" capital',
        City: null,
        District: null,
        Province: null,
        Country: null,
        Latitude: "51.17",
        Longitude: "71.43",
        "GeoNames ID": "1526273",
        "Raw Placename": "",
        "Feature Type": null,
        Source: "MFA, Beijing",
        "Publication Date": "2022-01-10",
        "Story People": ["Mukhtar, Tleuberdi", "Wang Yi"],
        "Story Organizations": null,
        "Story Locations": null,
        Language: "en",
        Version: "Dragoman 1.2.3",
      },
    ]);
  });

  it("is in JSONL one line, with all parties and tellings", async () => {
    const { text } = await exported("jsonl");
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(
      lines
        .filter(({ type }) => type === "CONSULT")
        .map(({ tellings, told_in, publishers }) => ({ tellings, told_in, publishers }))[0],
    ).toEqual({ tellings: 4, told_in: ["a,b\tc_1", "second_1"], publishers: ["MFA, Beijing", "TASS"] });
  });
});

describe("what a format has no place for", () => {
  it("leaves GDELT's day empty where only a month is known, and its second actor where there is none", async () => {
    const rows = readGdelt((await exported("gdelt")).text);
    expect(rows.find(({ eventCode }) => eventCode === "191")).toMatchObject({
      sqlDate: undefined,
      monthYear: 202202,
      year: 2022,
      fractionDate: undefined,
    });
    expect(rows.find(({ eventCode }) => eventCode === "141")?.actor2).toMatchObject({ code: "", name: "" });
    expect(rows.find(({ actor2 }) => actor2.name === "ANTÓNIO GUTERRES")?.actor2).toEqual({
      code: "IGOUNO",
      name: "ANTÓNIO GUTERRES",
      country: "",
      group: "UNO",
      types: ["IGO", "", ""],
    });
  });

  it.each(["icews", "phoenix"] as const)("is left out of %s and counted", async (format) => {
    const { summary } = await exported(format);
    expect(Object.fromEntries(summary.leftOut)).toEqual({ "without a day": 1, "with one side only": 1 });
  });

  it("is what was only planned, unless it is asked for", async () => {
    const types = async (selection: Selection) =>
      readPolecat((await exported("polecat", selection)).text).map((row) => row["Event Type"]);
    expect(await types({})).not.toContain("AGREE");
    expect(await types({ statuses: ["future"] })).toEqual(["AGREE"]);
  });
});

describe("a selection", () => {
  it.each<[Selection, string[]]>([
    [{}, ["AGREE", "CONSULT", "PROTEST", "COERCE", "CONSULT"]],
    [{ types: ["CONSULT"] }, ["CONSULT", "CONSULT"]],
    [{ types: ["CONSULT"], keepsDuplicates: true }, ["CONSULT", "CONSULT", "CONSULT"]],
    [{ countries: ["KAZ"], statuses: ["occurred"] }, ["CONSULT", "PROTEST", "COERCE"]],
    [{ countries: ["FRA"] }, []],
    [{ since: "2022-02-21" }, ["COERCE"]], // a month that goes on
    [{ until: "2022-02-01" }, ["CONSULT", "PROTEST", "COERCE"]],
    [{ since: "2022-02-20", until: "2022-02-20" }, ["COERCE", "CONSULT"]],
    [{ countries: ["x' OR 'y"] }, []],
  ])("%j takes what it says", async (selection, types) => {
    const { text } = await exported("jsonl", selection);
    const found = text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(found.map(({ type }) => type).sort()).toEqual([...types].sort());
    const csv = (await exported("csv", selection)).summary;
    expect(csv.rows).toBe(types.length);
  });
});

describe("Parquet", () => {
  it("is a folder with a file a month, which can be read as one", async () => {
    const target = join(folder, "months");
    const store = await openStoreForReading(path, [folder]);
    await exportParquet(store.connection, target, { statuses: ["occurred"] });
    store.close();
    expect(readdirSync(join(target, "year=2022")).sort()).toEqual(["month=1", "month=2"]);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(
      `SELECT id, year::INTEGER, month::INTEGER, documents FROM read_parquet('${target}/**/*.parquet', hive_partitioning = true) ORDER BY ALL`,
    );
    expect(reader.getRowsJson()).toEqual([
      ["a;b\tc-call", 2022, 1, 2],
      ["march", 2022, 1, 1],
      ["siege", 2022, 2, 1],
      ["talk", 2022, 2, 1],
    ]);
    connection.closeSync();
  });

  it("goes into no folder that holds something", async () => {
    const target = mkdtempSync(join(folder, "full-"));
    writeFileSync(join(target, "mine"), "");
    const store = await openStoreForReading(path, [folder]);
    await expect(exportParquet(store.connection, target, {})).rejects.toThrow(
      `cannot write ${target}: the folder is not empty`,
    );
    store.close();
    expect(readdirSync(target)).toEqual(["mine"]);
  });
});
