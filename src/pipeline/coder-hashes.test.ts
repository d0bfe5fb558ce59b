import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { coderHashes } from "./coder-hashes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hashes-"));
  writeFileSync(join(folder, "a.tsv"), "one\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the hash of a lexicon", () => {
  it("is that of another folder with the same files", () => {
    const copy = mkdtempSync(join(tmpdir(), "hashes-"));
    cpSync(folder, copy, { recursive: true });
    expect(coderHashes({ lexicon: copy })).toEqual(coderHashes({ lexicon: folder }));
    rmSync(copy, { recursive: true });
  });

  it.each<[string, () => void]>([
    ["a file's words", () => writeFileSync(join(folder, "a.tsv"), "two\n")],
    ["a file's name", () => renameSync(join(folder, "a.tsv"), join(folder, "b.tsv"))],
    ["a further file", () => writeFileSync(join(folder, "empty.tsv"), "")],
  ])("changes with %s, that of the model does not", (_what, change) => {
    const before = coderHashes({ lexicon: folder });
    change();
    const after = coderHashes({ lexicon: folder });
    expect(after.lexicon).not.toBe(before.lexicon);
    expect(after.model).toBe(before.model);
  });
});
