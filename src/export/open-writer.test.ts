import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CodedPair, codedNothing, codedReadout, EVIL_TITLE } from "../store/coded-document.fixture.ts";
import { openStore } from "../store/open-store.ts";
import { OutputError } from "../store/output-error.ts";
import { delimitedLine } from "./delimited-writer.ts";
import { FLAT_EVENTS } from "./flat-event.ts";
import { openWriter } from "./open-writer.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

async function writeAll(path: string, pairs: readonly CodedPair[]): Promise<void> {
  const writer = await openWriter(path);
  for (const { coded, document } of pairs) await writer.write(coded, document);
  await writer.close();
}

/** Rows as DuckDB reads them from a file, a store or a query. */
async function rowsOf(from: string, attached?: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  if (attached !== undefined) await connection.run(`ATTACH '${attached}' AS store (READ_ONLY); USE store`);
  const rows = (await connection.runAndReadAll(`SELECT * FROM ${from}`)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

const types = Object.entries(FLAT_EVENTS.columns).map(([name, { type }]) => `'${name}': '${type}'`);
const csv = (path: string, delimiter: string) =>
  `read_csv('${path}', delim = '${delimiter}', header = true, quote = '"', escape = '"', columns = {${types.join(", ")}})`;

const pairs = [codedReadout("a"), codedNothing("b"), codedReadout('c "quoted", id')];

describe("the files", () => {
  it("JSONL holds each coded document as one line", async () => {
    await writeAll(at("x.jsonl"), pairs);
    const lines = readFileSync(at("x.jsonl"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(pairs.map((pair) => pair.coded));
  });

  it("Parquet holds one typed row an event, texts unchanged", async () => {
    await writeAll(at("x.parquet"), pairs);
    const rows = await rowsOf(`'${at("x.parquet")}'`);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      id: "a-call",
      document: "a",
      published: "2022-01-10",
      title: EVIL_TITLE,
      publisher: "MFA, Beijing",
      url: null,
      date_start: "2022-01-10",
      date_end: "2022-01-10",
      date_precision: "day",
      type: "CONSULT",
      mode: "phone",
      contexts: "",
      cameo: "041",
      quad: "verbal cooperation",
      score: 1.5,
      goldstein: 1,
      actor_names: "Wang Yi;Mukhtar, Tleuberdi",
      actor_codes: "CHNGOV;KAZGOV",
      actor_countries: "CHN;KAZ",
      recipient_names: "",
      recipient_codes: "",
      recipient_countries: "",
      place: 'Astana, "the" capital',
      place_country: "KAZ",
      latitude: 51.17,
      longitude: 71.43,
      geonames: 1526273,
      status: "occurred",
      attribution: "publisher",
      attribution_codes: "",
      sentence: 0,
      sentence_text: '🕊 Wang Yi spoke by phone with "Mukhtar; Tleuberdi".',
      trigger_words: "spoke by phone",
      tellings: 2,
      rule: "talk by phone",
      lexicon: "frames/consult.yaml:3",
      confidence: 0.9,
    });
  });

  it.each([
    ["x.csv", ","],
    ["x.tsv", "\t"],
    ["X.CSV", ","],
  ])(
    "%s holds the rows that Parquet holds, an unknown value being an empty cell",
    async (name, delimiter) => {
      await writeAll(at(name), pairs);
      await writeAll(at("x.parquet"), pairs);
      const emptied = (rows: unknown[]) => JSON.parse(JSON.stringify(rows).replaceAll('""', "null"));
      expect(emptied(await rowsOf(csv(at(name), delimiter)))).toEqual(
        emptied(await rowsOf(`'${at("x.parquet")}'`)),
      );
    },
  );

  it("the store's view events_all holds them too", async () => {
    await writeAll(at("x.duckdb"), pairs);
    await writeAll(at("x.parquet"), pairs);
    expect(await rowsOf("(SELECT * EXCLUDE happening FROM events_all) ORDER BY id", at("x.duckdb"))).toEqual(
      await rowsOf(`'${at("x.parquet")}' ORDER BY id`),
    );
  });

  it.each(["x.jsonl", "x.csv", "x.tsv", "x.parquet"])("%s has the same bytes each time", async (name) => {
    await writeAll(at(name), pairs);
    const first = readFileSync(at(name));
    await writeAll(at(name), pairs);
    expect(readFileSync(at(name)).equals(first)).toBe(true);
  });

  it.each([
    ["x.csv", 1],
    ["x.tsv", 1],
    ["x.jsonl", 0],
  ])("%s of no documents has %i line", async (name, lines) => {
    await writeAll(at(name), []);
    expect(readFileSync(at(name), "utf8").split("\n").length - 1).toBe(lines);
  });

  it("Parquet and the store of no documents can be read", async () => {
    await writeAll(at("x.parquet"), []);
    await writeAll(at("x.duckdb"), []);
    expect(await rowsOf(`'${at("x.parquet")}'`)).toEqual([]);
    expect(await rowsOf("events_flat", at("x.duckdb"))).toEqual([]);
  });
});

describe("a line of delimited text", () => {
  it.each([
    [["a", 1.5, undefined, ""], ",", "a,1.5,,\n"],
    [["a,b", 'say "no"', "two\nlines", "cr\r"], ",", '"a,b","say ""no""","two\nlines","cr\r"\n'],
    [["a,b", "a\tb"], "\t", 'a,b\t"a\tb"\n'],
    [[" padded", "not padded"], ",", '" padded",not padded\n'],
    [["🕊 第三", "null", "\\N"], ",", "🕊 第三,null,\\N\n"],
  ] as const)("%j with %j is %j", (cells, delimiter, line) => {
    expect(delimitedLine(cells, delimiter)).toBe(line);
  });

  it("is read back by another reader, whatever the cells hold", async () => {
    const cells = ["a,b", 'x"y', "two\r\nlines", "\ttab", "🕊", "'", "end\\", "# no comment"];
    const header = cells.map((_, index) => `c${index}`);
    writeFileSync(at("x.csv"), delimitedLine(header, ",") + delimitedLine(cells, ","));
    const rows = await rowsOf(`read_csv('${at("x.csv")}', header = true, all_varchar = true)`);
    expect(Object.values(rows[0] as object)).toEqual(cells);
  });
});

describe("what is not yet written", () => {
  it.each(["x.jsonl", "x.csv", "x.tsv"])("never grows beyond a bound: %s", async (name) => {
    const writer = await openWriter(at(name));
    for (let index = 0; index < 800; index++) {
      const { coded, document } = codedReadout(`document ${index}`);
      await writer.write(coded, document);
    }
    const [partial = ""] = readdirSync(folder);
    const written = statSync(at(partial)).size;
    await writer.close();
    expect(written).toBeGreaterThan(0);
    expect(statSync(at(name)).size - written).toBeLessThan(400_000);
  });

  it("never grows beyond a bound: x.duckdb", async () => {
    const writer = await openWriter(at("x.duckdb"));
    const long = " ".repeat(400_000);
    for (let index = 0; index < 50; index++) {
      const { coded, document } = codedReadout(`document ${index}`);
      await writer.write(coded, { ...document, text: document.text + long });
    }
    const store = await openStore(at("x.duckdb"));
    const reader = await store.connection.runAndReadAll("SELECT count(*) FROM documents");
    expect(Number(reader.getRows()[0]?.[0])).toBeGreaterThan(0);
    store.close();
    await writer.close();
  });
});

describe("a file that is not completed", () => {
  it.each(["x.jsonl", "x.csv", "x.tsv", "x.parquet"])(
    "%s leaves what stood there, and nothing else",
    async (name) => {
      writeFileSync(at(name), "earlier");
      const writer = await openWriter(at(name));
      for (const { coded, document } of pairs) await writer.write(coded, document);
      expect(readFileSync(at(name), "utf8")).toBe("earlier");
      await writer.abort();
      expect(readFileSync(at(name), "utf8")).toBe("earlier");
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it.each(["x.jsonl", "x.csv", "x.parquet", "x.duckdb"])(
    "%s leaves nothing beside it when completed, even if it is given up afterwards",
    async (name) => {
      const writer = await openWriter(at(name));
      await writer.write(codedReadout("a").coded, codedReadout("a").document);
      await writer.close();
      await writer.abort();
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it("is written where a link points, and the link stays", async () => {
    mkdirSync(at("real"));
    writeFileSync(at("real/x.jsonl"), "earlier");
    symlinkSync(at("real/x.jsonl"), at("link.jsonl"));
    await writeAll(at("link.jsonl"), [codedNothing("a")]);
    expect(readFileSync(at("real/x.jsonl"), "utf8")).toContain('"id":"a"');
    expect(readdirSync(folder)).toEqual(["link.jsonl", "real"]);
  });
});

describe("an output that cannot be opened", () => {
  it.each(["x.txt", "x", "x.json", ".csv", "x.csv.gz", "x.constructor", "x."])(
    "is refused for its ending, with the endings there are: %s",
    async (name) => {
      const refusal = await openWriter(at(name)).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(OutputError);
      expect(refusal).toMatchObject({
        isUsage: true,
        message: `cannot tell the format of ${at(name)}: expected a name ending in .jsonl, .csv, .tsv, .parquet, .duckdb`,
      });
    },
  );

  it.each([".jsonl", ".csv", ".tsv", ".parquet", ".duckdb"])(
    "is refused for its folder: *%s",
    async (ending) => {
      const lost = at(`lost/x${ending}`);
      await expect(openWriter(lost)).rejects.toThrow(
        `cannot write ${lost}: there is no folder ${at("lost")}`,
      );
      mkdirSync(at(`folder${ending}`));
      await expect(openWriter(at(`folder${ending}`))).rejects.toThrow(
        /^cannot write .*: folder\.\w+ is a folder$/,
      );
      writeFileSync(at("file"), "");
      await expect(openWriter(at(`file/x${ending}`))).rejects.toThrow(/file is no folder$/);
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    "is refused where the folder may not be written to (skipped for root)",
    async () => {
      mkdirSync(at("locked"));
      chmodSync(at("locked"), 0o555);
      await expect(openWriter(at("locked/x.csv"))).rejects.toThrow(/may not be written to$/);
    },
  );
});
