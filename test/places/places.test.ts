import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coding/coder.ts";
import { placesInShort } from "./places-in-short.ts";

let coder: Coder;

beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0, strict: true });
});

function cases(name: string): [string, string][] {
  const table = readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");
  return table
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t") as [string, string]);
}

function read(text: string) {
  return coder.read({ id: "test", language: "en", text, date: "2024-05-15" });
}

it.each(cases("mentions.tsv"))("places named in: %s", (text, expected) => {
  expect(placesInShort(read(text).mentions.places)).toBe(expected);
});

it.each(cases("events.tsv"))("where it happens: %s", (text, expected) => {
  const places = read(text).coded.events.map(({ place }) => place?.name ?? "unknown");
  expect(places.join("; ")).toBe(expected);
});
