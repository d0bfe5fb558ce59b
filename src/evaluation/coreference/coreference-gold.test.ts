import { expect, it } from "vitest";
import { readCoreference } from "./coreference-gold.ts";
import { joinedWords } from "./joined-words.ts";

it.each([
  [["Ann", "'s", "plan", "(", "a", "good", "one", ")", "failed", "."], "Ann's plan (a good one) failed."],
  [
    ["They", "do", "n't", "know", ",", "Bo", "said", ":", '"', "No", "!", '"'],
    'They don\'t know, Bo said: "No!"',
  ],
  [["a", "well", "-", "known", "$", "5", "bill"], "a well-known $5 bill"],
  [["an", "-", "–", "a", "dash"], "an-– a dash"],
])("joins %j", (words, text) => {
  const joined = joinedWords([words]);
  expect(joined.text).toBe(text);
  expect(joined.words.map((span) => text.slice(...span))).toEqual(words);
});

it("parts a headline from what follows, and keeps sentences of a paragraph together", () => {
  expect(
    joinedWords([
      ["Oslo", "acts"],
      ["It", "did", "."],
      ["Well", "."],
    ]).text,
  ).toBe("Oslo acts\n\nIt did. Well.");
});

const line = (fields: object) =>
  JSON.stringify({
    id: "a",
    genre: "news",
    sentences: [
      ["Ann", "met", "Bo", "."],
      ["She", "left", "."],
    ],
    mentions: [
      [0, 0, 0, "1", "person"],
      [0, 1, 1, "2", "event"],
    ],
    ontogum_clusters: [
      [
        [0, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 1, 1],
        [0, 3, 3],
      ],
    ],
    ...fields,
  });

it("reads clusters as ranges of the document's words, and tells actors from things", () => {
  expect(readCoreference(`${line({})}\n\n`, "gold.jsonl")).toEqual([
    expect.objectContaining({
      id: "a",
      genre: "news",
      text: "Ann met Bo. She left.",
      clusters: [
        {
          mentions: [
            [0, 0],
            [4, 4],
          ],
          isActor: true,
        },
        {
          mentions: [
            [1, 1],
            [3, 3],
          ],
          isActor: false,
        },
      ],
    }),
  ]);
});

it.each([
  ["", /^gold\.jsonl:1: it holds no document$/],
  [`${line({})}\n{`, /^gold\.jsonl:2: not valid JSON/],
  [line({ sentences: "Ann" }), /^gold\.jsonl:1: "sentences": /],
  [line({ ontogum_clusters: [[[0, 2, 9]]] }), /^gold\.jsonl:1: there are no words \[0, 2, 9\]/],
  [line({ ontogum_clusters: [[[7, 0, 0]]] }), /^gold\.jsonl:1: there are no words \[7, 0, 0\]/],
])("says what is wrong with %j", (text, message) => {
  expect(() => readCoreference(text, "gold.jsonl")).toThrow(message);
});
