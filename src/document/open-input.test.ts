import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openInput, readFailure, totalSize } from "./open-input.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-opening-"));
  writeFileSync(join(folder, "a.txt"), "12345");
  writeFileSync(join(folder, "b.txt"), "123");
  mkdirSync(join(folder, "sub"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("gives a file's bytes and their number", async () => {
  const opened = await openInput(join(folder, "a.txt"));
  if (typeof opened === "string") throw new Error(opened);
  const parts: Uint8Array[] = [];
  for await (const part of opened.chunks) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe("12345");
  expect(opened.size).toBe(5);
});

it.each([
  [["a.txt", "b.txt"], 8],
  [["a.txt", "none.txt", "sub"], 5], // what cannot be read has nothing to read
  [[], 0],
])("the size of %j together is %d", async (names, size) => {
  expect(await totalSize(names.map((name) => join(folder, name)))).toBe(size);
});

it.each(["-", "/dev/null"])("the size of %s is not known", async (input) => {
  expect(await totalSize([join(folder, "a.txt"), input])).toBeUndefined();
});

it.each([
  ["ENOENT", "there is no such file"],
  ["EACCES", "the file may not be read (permission denied)"],
  ["EISDIR", "this is a folder; expected a file"],
  ["EIO", "the file could not be read (EIO)"],
])("%s is told as %j", (code, sentence) => {
  expect(readFailure(Object.assign(new Error("no"), { code }))).toBe(sentence);
});
