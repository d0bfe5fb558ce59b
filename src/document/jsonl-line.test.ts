import fc from "fast-check";
import { expect, it } from "vitest";
import { documentOfLine } from "./jsonl-line.ts";

it.each([
  ['{"id":"a","text":"Oslo spoke."}', { id: "a", text: "Oslo spoke.", language: "en" }],
  ['{"id":"a","text":"x","date":"2022-01-10"}', { id: "a", text: "x", date: "2022-01-10", language: "en" }],
  [
    '{"id":"a","text":"x","date":"2022-01-10T08:30:00Z"}',
    { id: "a", text: "x", date: "2022-01-10", language: "en" },
  ],
  ['{"id":7,"text":"x"}', { id: "7", text: "x", language: "en" }],
  ['{"text":"x"}', { id: "f.jsonl:3", text: "x", language: "en" }],
  ['{"id":"a","text":"x","date":null,"title":null,"extra":[1]}', { id: "a", text: "x", language: "en" }],
  [
    '  {"id":"a","text":"x","title":"T","publisher":"P","url":"u"}\r',
    { id: "a", text: "x", title: "T", publisher: "P", url: "u", language: "en" },
  ],
])("reads %s", (line, document) => {
  expect(documentOfLine(line, "f.jsonl:3")).toEqual(document);
});

it.each([
  ["{", "not valid JSON"],
  ['{"id":"a","text":"x"', "not valid JSON"],
  ['"text"', "not a document"],
  ["null", "not a document"],
  ['[{"id":"a","text":"x"}]', "not a document"],
  ['{"id":"a"}', '"text" is missing'],
  ['{"id":"a","text":null}', '"text" is not a text'],
  ['{"id":"a","text":["x"]}', '"text" is not a text'],
  ['{"id":"a","text":""}', '"text" is empty'],
  ['{"id":"a","text":" \\n\\u00a0"}', '"text" is empty'],
  ['{"id":"","text":"x"}', '"id" is empty'],
  ['{"id":"a","text":"x","date":"2022-02-30"}', '"date" is "2022-02-30"'],
  ['{"id":"a","text":"x","date":"10 January 2022"}', "expected a calendar day"],
  ['{"id":"a","text":"x","date":20220110}', '"date" is 20220110'],
  ['{"id":"a","text":"x","title":5}', '"title" is not a text'],
])("says what is wrong with %s", (line, sentence) => {
  expect(documentOfLine(line, "f.jsonl:3")).toContain(sentence);
});

it("reads back any document that was written as JSON", () => {
  const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  const documents = fc.record(
    {
      id: fc.string({ minLength: 1 }),
      text: fc.string({ unit: "binary" }).filter((text) => text.trim() !== ""),
      date: days.map((day) => day.toISOString().slice(0, 10)),
      title: fc.string(),
      publisher: fc.string(),
      url: fc.webUrl(),
    },
    { requiredKeys: ["id", "text"] },
  );
  fc.assert(
    fc.property(documents, (document) => {
      expect(documentOfLine(JSON.stringify(document), "f:1")).toEqual({ ...document, language: "en" });
    }),
  );
});
