import { expect, it } from "vitest";
import { readRe3d } from "./re3d.ts";

const line = (entities: object[]) =>
  `${JSON.stringify({ id: "a", text: "Rebels met Oslo's envoy.", entities, relations: [] })}\n`;
const REBELS = { begin: 0, end: 6, type: "Organisation", value: "Rebels", confidence: 1 };

it.each([
  ["an organisation", [REBELS], [{ span: [0, 6], kind: "Organisation" }]],
  ["what few agree on", [{ ...REBELS, confidence: 0.4 }], []],
  ["a weapon", [{ ...REBELS, type: "Weapon" }], []],
])("reads %s", (_, entities, expected) => {
  expect(readRe3d(line(entities), "re3d.jsonl")).toEqual([
    { id: "a", text: "Rebels met Oslo's envoy.", actors: expected },
  ]);
});

it.each([
  ["{", "re3d.jsonl:2: no re3d document"],
  ['{"id": "b", "entities": []}', "re3d.jsonl:2: no re3d document: text"],
])("names the line of %s", (bad, message) => {
  expect(() => readRe3d(`${line([])}${bad}\n`, "re3d.jsonl")).toThrow(message);
});
