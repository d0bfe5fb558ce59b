import { expect, it } from "vitest";
import { guessFormat } from "./input-format.ts";

it.each([
  ["a.txt", "Oslo spoke.", "text"],
  ["a.TXT", '{"id": "a"}', "text"], // the ending says so
  ["a.jsonl", "Oslo spoke.", "jsonl"],
  ["a.ndjson", "", "jsonl"],
  ["notes", "Oslo spoke.", "text"],
  ["-", ' date 2022-01-10 {"a"} ', "text"],
  ["-", '{"id": "a", "text": "b"}\n', "jsonl"],
  ["export.json", '{"id": "a", "text": "b"}\n', "jsonl"],
  ["-", "{curly} opening of a text", "text"],
  ["-", "[Oslo] The envoy said", "text"],
  ["-", "", "text"],
])("%s opening with %j is %s", (path, head, format) => {
  expect(guessFormat(path, head)).toEqual({ format });
});

it.each([
  ["a.html", "<!DOCTYPE html><html>", "HTML"],
  ["-", "\n <html lang=en>", "HTML"],
  ["feed", '<?xml version="1.0"?>', "XML"],
  ["a.pdf", "%PDF-1.7 ", "PDF"],
  ["a.json", '[\n  {"id": "a"}]', "JSONL"],
  ["a.json", '[{"id": "a"}]', "JSONL"],
  ["a.json", '{\n  "id": "a"\n}', "JSONL"],
])("%s opening with %j is refused", (path, head, word) => {
  expect(guessFormat(path, head)).toEqual({ refusal: expect.stringContaining(word) });
});
