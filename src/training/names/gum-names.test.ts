import { expect, it } from "vitest";
import { readGumNames } from "./gum-names.ts";

const TITLES = new Set(["senator", "the late senator", "mayor"]);

function namesIn(
  words: string,
  mentions: [begin: number, end: number, head: number, type: string, isProper?: boolean][],
) {
  const line = JSON.stringify({
    id: "a",
    sentences: [["Oslo", "."], words.split(" ")],
    mentions: mentions.map(([begin, end, head, type, isProper = true], i) => [
      1,
      begin,
      end,
      i,
      type,
      "new",
      "sgl",
      head,
      isProper,
    ]),
  });
  return readGumNames(`${line}\n`, (title) => TITLES.has(title)).flatMap(({ text, names }) =>
    names.map(({ span, kind }) => `${kind} ${text.slice(...span)}`),
  );
}

it.each([
  ["a person without the title", "Senator Lena Brandt spoke", [[0, 2, 2, "person"]], ["PER Lena Brandt"]],
  [
    "nor what else the phrase says",
    "the tall Lena Brandt of Oslo",
    [[0, 5, 3, "person"]],
    ["PER Lena Brandt"],
  ],
  ["a body with its of", "the Bank of Norway spoke", [[0, 3, 1, "organization"]], ["ORG Bank of Norway"]],
  [
    "the longer of two",
    "University of Bergen",
    [
      [0, 2, 0, "organization"],
      [2, 2, 2, "place"],
    ],
    ["ORG University of Bergen"],
  ],
  [
    "no title alone",
    "the Senators and the Mayor",
    [
      [0, 1, 1, "person"],
      [3, 4, 4, "person"],
    ],
    [],
  ],
  ["no noun", "the mayor spoke", [[0, 1, 1, "person", false]], []],
  ["no thing", "Apollo flew", [[0, 0, 0, "object"]], []],
  ["particles", "Anna von der Heide", [[0, 3, 3, "person"]], ["PER Anna von der Heide"]],
] as const)("%s", (_, words, mentions, expected) => {
  expect(
    namesIn(
      words,
      mentions.map((mention) => [...mention] as never),
    ),
  ).toEqual(expected);
});
