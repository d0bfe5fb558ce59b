import { expect, it } from "vitest";
import { readGsr } from "./gsr.ts";

const TEXT = "Oslo's trade unions have on Monday demanded talks with Rome.";
const record = (fields: object) => ({
  id: "A-1",
  event: "DEMAND",
  text: TEXT,
  source: [{ actorText: "trade ... unions", code: "NOR", sector: "LAB" }],
  target: [{ actorText: "Rome", code: "ITA", sector: "***" }],
  ...fields,
});
const read = (...records: object[]) => readGsr(JSON.stringify(records, undefined, 1), "gold.json");

it("reads the events of a text together, with the types of 2021 and the parties where they stand", () => {
  const texts = read(
    { id: "D", event: "DOCUMENT" },
    record({}),
    record({ id: "A-2", event: "FIGHT", target: "" }),
  );
  expect(texts).toEqual([
    {
      text: TEXT,
      events: [
        {
          id: "A-1",
          type: "REQUEST",
          actors: [
            {
              words: "trade ... unions",
              spans: [
                [7, 12],
                [13, 19],
              ],
              code: "NOR",
              sector: "LAB",
            },
          ],
          recipients: [{ words: "Rome", spans: [[55, 59]], code: "ITA" }],
        },
        expect.objectContaining({ id: "A-2", type: "ASSAULT", recipients: [] }),
      ],
    },
  ]);
});

it.each([
  ["no JSON", "[\n {,}\n]", /^gold\.json:2: not valid JSON/],
  ["no array", "{}", /^gold\.json:1: expected an array of records$/],
  ["nothing", "[]", /^gold\.json:1: it holds no event$/],
  ["a record without its text", '[\n\n{"id": "A-1",\n"event": "AID"}]', /^gold\.json:3: "text": /],
])("says what is wrong with %s, and where", (_, json, message) => {
  expect(() => readGsr(json, "gold.json")).toThrow(message);
});
