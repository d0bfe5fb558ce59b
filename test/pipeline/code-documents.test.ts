import { describe, expect, it } from "vitest";
// The compiled pipeline: its threads run compiled files. `npm test` builds first.
import { codeDocuments } from "../../dist/pipeline/code-documents.js";

const url = new URL("./fake-coder.js", import.meta.url).href;

function documentItem(id: string, text: string) {
  return {
    kind: "document",
    document: { id, language: "en", text },
    place: { file: `${id}.txt` },
    bytes: 1,
  } as const;
}

function problemItem(file: string) {
  return { kind: "problem", problem: { file, message: "there is no such file" }, bytes: 0 } as const;
}

type Item = ReturnType<typeof documentItem> | ReturnType<typeof problemItem>;

/** 60 documents, more than fit one batch, with the given texts at their places. */
function manyDocuments(texts: Readonly<Record<number, string>> = {}): Item[] {
  return Array.from({ length: 60 }, (_, index) => documentItem(`d${index}`, texts[index] ?? "Oslo spoke."));
}

async function* asRead(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

interface RunOptions {
  readonly workers: number;
  readonly failure?: string;
  readonly problems?: readonly { readonly file: string; readonly message: string }[];
}

/** "d3" for a coded document, "d3.txt: …" for a problem. */
async function outcomes(items: readonly Item[], { workers, ...options }: RunOptions): Promise<string[]> {
  const told: string[] = [];
  for await (const item of codeDocuments(asRead(items), { coder: { url, options }, workers })) {
    told.push(
      item.kind === "coded" ? item.coded.document.id : `${item.problem.file}: ${item.problem.message}`,
    );
  }
  return told;
}

describe.each([{ workers: 0 }, { workers: 1 }, { workers: 2 }, { workers: 4 }])(
  "with $workers workers",
  ({ workers }) => {
    it("codes nothing where there is nothing", async () => {
      expect(await outcomes([], { workers })).toEqual([]);
    });

    it("gives documents and problems in the order of input", async () => {
      const items: Item[] = manyDocuments({ 0: "slow", 17: "slow" });
      items.splice(20, 0, problemItem("none.txt"));
      const expected = items.map((item) =>
        item.kind === "document" ? item.document.id : "none.txt: there is no such file",
      );
      expect(await outcomes(items, { workers })).toEqual(expected);
    });

    it("names the document whose coding throws, and codes the rest", async () => {
      const told = await outcomes(manyDocuments({ 30: "throw" }), { workers });
      expect(told[30]).toBe('d30.txt: the document "d30" could not be coded (no verb at all)');
      expect(told.filter((line) => /^d\d+$/.test(line))).toHaveLength(59);
    });

    it("tells once, first, what the coder could not read of its files", async () => {
      const problems = [{ file: "names.txt", message: "there is no name" }];
      const told = await outcomes(manyDocuments(), { workers, problems });
      expect(told.slice(0, 2)).toEqual(["names.txt: there is no name", "d0"]);
      expect(told).toHaveLength(61);
    });

    it("throws what keeps the coder from being made", async () => {
      await expect(
        outcomes(manyDocuments(), { workers, failure: "nouns.tsv:3: no such type" }),
      ).rejects.toThrow("nouns.tsv:3: no such type");
    });

    it("stops between two documents when it is told to", async () => {
      const stop = new AbortController();
      const options = { coder: { url, options: {} }, workers, signal: stop.signal };
      const told: string[] = [];
      for await (const item of codeDocuments(asRead(manyDocuments()), options)) {
        if (item.kind === "coded") told.push(item.document.id);
        if (told.length === 3) stop.abort();
      }
      expect(told.slice(0, 3)).toEqual(["d0", "d1", "d2"]);
      expect(told.length).toBeLessThan(60);
    });

    it("stops also while it waits for the next document", async () => {
      async function* stalled() {
        yield documentItem("d0", "Oslo spoke.");
        await new Promise(() => undefined);
      }
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 50);
      const options = { coder: { url, options: {} }, workers, signal: stop.signal };
      const told: string[] = [];
      for await (const item of codeDocuments(stalled(), options)) told.push(item.kind);
      expect(told).toEqual(["coded"]);
    });
  },
);

it("names the document that brings its thread down, and codes the rest", async () => {
  const told = await outcomes(manyDocuments({ 5: "exit", 41: "exit" }), { workers: 2 });
  expect(told[5]).toMatch(/^d5\.txt: the document "d5" could not be coded/);
  expect(told[41]).toMatch(/^d41\.txt: the document "d41" could not be coded/);
  expect(told.filter((line) => /^d\d+$/.test(line))).toHaveLength(58);
});

it("reads only a few batches ahead of what is taken", async () => {
  let read = 0;
  async function* endless() {
    for (;;) yield documentItem(`d${read++}`, "Oslo spoke.");
  }
  for await (const item of codeDocuments(endless(), { coder: { url, options: {} }, workers: 2 })) {
    if (item.bytes === 0 || read > 1000) break;
    if (item.kind === "coded" && item.document.id === "d40") break;
  }
  expect(read).toBeLessThan(16 * 12);
});
