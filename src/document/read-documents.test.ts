import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { looksBinary } from "./encoding.ts";
import { describeProblem } from "./input-problem.ts";
import { readDocuments } from "./read-documents.ts";
import type { ReadItem, ReadOptions } from "./read-item.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-reading-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function itemsOf(inputs: readonly string[], options: Partial<ReadOptions> = {}): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readDocuments(inputs, { maxDocumentBytes: 1000, ...options })) items.push(item);
  return items;
}

/** "id@date: text" for a document, "problem: …" and "warning: …" with the folder left out. */
function told(item: ReadItem): string {
  if (item.kind !== "document")
    return `${item.kind}: ${describeProblem(item.problem).replaceAll(`${folder}/`, "")}`;
  const { id, date, text } = item.document;
  return `${id.replaceAll(`${folder}/`, "")}${date === undefined ? "" : `@${date}`}: ${text}`;
}

async function toldOf(inputs: readonly string[], options: Partial<ReadOptions> = {}): Promise<string[]> {
  return (await itemsOf(inputs, options)).map(told);
}

async function* standardInput(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe("plain text", () => {
  it("is one document with its path as id and its header as date", async () => {
    const path = file("seed.txt", " date 2022-01-10 Oslo spoke.\r\nTwice.\n");
    expect(await toldOf([path])).toEqual(["seed.txt@2022-01-10: Oslo spoke.\r\nTwice.\n"]);
  });

  it("takes the date asked for where it has none of its own", async () => {
    const [dated, undated] = [file("d.txt", "date 2022-01-10 Oslo."), file("u.txt", "Oslo.")];
    expect(await toldOf([dated, undated], { date: "2020-02-29" })).toEqual([
      "d.txt@2022-01-10: Oslo.",
      "u.txt@2020-02-29: Oslo.",
    ]);
  });

  it("of old files is read as Windows-1252 with a warning before it", async () => {
    const path = file("old.txt", Buffer.from("Caf\xe9", "latin1"));
    expect(await toldOf([path])).toEqual([
      "warning: old.txt: not valid UTF-8, so it was read as Windows-1252",
      "old.txt: Café",
    ]);
  });

  it("of any content comes back unchanged", async () => {
    const texts = fc
      .string({ unit: "binary", minLength: 1, maxLength: 100 })
      .map((text) => Buffer.from(text).toString())
      .filter((text) => text.trim() !== "" && !looksBinary(text))
      .filter((text) => !/^\ufeff|^[ \t]*date/.test(text));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const [item] = await itemsOf(["-"], { standardInput: standardInput(text), format: "text" });
        expect(item).toMatchObject({ kind: "document", document: { text } });
      }),
    );
  });
});

describe("JSONL", () => {
  it("gives a document a line, a problem a bad line, and goes on", async () => {
    const path = file(
      "a.jsonl",
      '{"id":"a","text":"A"}\n\n{oops\n{"text":"C","date":"2022-01-10"}\r\n{"id":"d"}\n',
    );
    const items = await toldOf([path], { date: "2020-01-01" });
    expect(items[0]).toBe("a@2020-01-01: A");
    expect(items[1]).toMatch(/^problem: a\.jsonl:3: not valid JSON/);
    expect(items[2]).toBe("a.jsonl:4@2022-01-10: C");
    expect(items[3]).toBe('problem: a.jsonl:5: "text" is missing');
    expect(items).toHaveLength(4);
  });

  it("says so of a line over the limit and of an id met before", async () => {
    const long = JSON.stringify({ id: "long", text: "x".repeat(1000) });
    const path = file("b.jsonl", `${long}\n{"id":"b","text":"B"}\n{"id":"b","text":"again"}\n`);
    expect(await toldOf([path])).toEqual([
      "problem: b.jsonl:1: the line is 1 KB, more than the 1 KB allowed for one document; split it, or raise --max-document",
      "b: B",
      'problem: b.jsonl:3: the id "b" belongs to an earlier document too; each document needs its own',
    ]);
  });

  it("uses up exactly its bytes, for the progress bar", async () => {
    const content = '{"id":"a","text":"A"}\n{bad\n{"id":"c","text":"é"}\n';
    const items = await itemsOf([file("c.jsonl", content)]);
    const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
    expect(bytes).toBe(Buffer.byteLength(content));
  });

  it("in UTF-16 is read too", async () => {
    const path = file("u16.jsonl", Buffer.from('\ufeff{"id":"a","text":"Ünlü 😀"}\n', "utf16le"));
    expect(await toldOf([path])).toEqual(["a: Ünlü 😀"]);
  });
});

describe("standard input", () => {
  it.each([
    ["Oslo spoke.", "stdin: Oslo spoke."],
    ['{"id":"a","text":"Oslo."}', "a: Oslo."],
    ['{"text":"Oslo."}', "stdin:1: Oslo."],
    ["", "problem: standard input: it is empty; expected text"],
  ])("%j is read as %j", async (text, expected) => {
    expect(await toldOf(["-"], { standardInput: standardInput(text) })).toEqual([expected]);
  });

  it("without an end is given up at the limit", async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(400, "x");
    }
    expect(await toldOf(["-"], { standardInput: endless() })).toEqual([
      "problem: standard input: the document is longer than the 1 KB allowed for one document; split it, or raise --max-document",
    ]);
  });

  it("is read once", async () => {
    const items = await toldOf(["-", "-"], { standardInput: standardInput("Oslo.") });
    expect(items[1]).toMatch(/^problem: standard input: it is given twice/);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["empty.txt", "", "it is empty"],
    ["blank.txt", " \n\t\n", "it is empty"],
    ["header.txt", " date 2022-01-10 ", "it is empty"],
    ["mark.txt", "\ufeff", "it is empty"],
    ["blank.jsonl", "\n\n", "it is empty"],
    ["nul.txt", "Oslo\0spoke", "binary"],
    ["late.txt", `${"Oslo spoke. ".repeat(60)}\0`, "binary"],
    ["nul.jsonl", '{"id":"a"}\0', "binary"],
    ["gzip.txt", Buffer.from([0x1f, 0x8b, 8, 1, 2, 3, 4, 5, 6, 7, 11]), "binary"],
    ["long.txt", "x".repeat(1001), "more than the 1 KB allowed"],
    ["bad.txt", " date 2022-02-30 Oslo.", "no calendar day"],
    ["page.html", "<html><p>Oslo.", "HTML"],
  ])("%s is a problem, and the next input is read", async (name, content, sentence) => {
    const items = await toldOf([file(name, content), file("after.txt", "Oslo.")]);
    expect(items).toEqual([
      expect.stringMatching(`^problem: ${name}(:1)?: .*${sentence}`),
      "after.txt: Oslo.",
    ]);
    rmSync(join(folder, "after.txt"));
  });

  it("a missing file and a folder are problems, each in its place", async () => {
    mkdirSync(join(folder, "sub"));
    const inputs = [
      join(folder, "none.txt"),
      join(folder, "sub"),
      file("x.txt", "Oslo."),
      join(folder, "x.txt", "y"),
    ];
    expect(await toldOf(inputs)).toEqual([
      "problem: none.txt: there is no such file",
      expect.stringContaining("problem: sub: this is a folder; to code the files in it, give sub/*"),
      "x.txt: Oslo.",
      "problem: x.txt/y: there is no such file",
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("a file without permission is a problem", async () => {
    const path = file("secret.txt", "Oslo.");
    chmodSync(path, 0);
    expect(await toldOf([path])).toEqual([
      "problem: secret.txt: the file may not be read (permission denied)",
    ]);
  });
});
