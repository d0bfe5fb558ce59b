import { describe, expect, it } from "vitest";
import { fellowsOf, includedIn, listedBefore, listedWith, namedBehind } from "./lists.ts";
import { type HandMade, handMentions, texts, word, writtenParse } from "./stored-parse.fixture.ts";

const BRIDGING = ["Berg", "Norway", "Lin"];

function setUp(rows: readonly string[], names: readonly string[], persons: readonly string[] = []) {
  const parsed = writtenParse(rows);
  const actors: HandMade["actors"] = Object.fromEntries(names.map((name) => [name, name.toUpperCase()]));
  const mentions = handMentions(parsed, { actors, persons });
  const byStart = new Map(mentions.actors.map((mention) => [mention.tokens[0], mention]));
  return { parsed, mentions, byStart };
}

describe("whoever a list goes on to", () => {
  it.each([
    [
      "together with two more: Kenya, together with Chad and Mali, left",
      [
        "Kenya PROPN NNP 8 nsubj",
        ", PUNCT , 3 punct",
        "together ADV RB 1 advmod",
        "with ADP IN 5 case",
        "Chad PROPN NNP 3 obl",
        "and CCONJ CC 7 cc",
        "Mali PROPN NNP 5 conj",
        "left VERB VBD 0 root",
      ],
      ["Kenya", "Chad", "Mali"],
      ["Chad", "Mali"],
    ],
    [
      "behind an article: Kenya and the Sudan left",
      [
        "Kenya PROPN NNP 5 nsubj",
        "and CCONJ CC 4 cc",
        "the DET DT 4 det",
        "Sudan PROPN NNP 1 conj",
        "left VERB VBD 0 root",
      ],
      ["Kenya", "Sudan"],
      ["Sudan"],
    ],
    [
      "a mere comma makes no list: Kenya, Chad left",
      ["Kenya PROPN NNP 4 nsubj", ", PUNCT , 3 punct", "Chad PROPN NNP 1 appos", "left VERB VBD 0 root"],
      ["Kenya", "Chad"],
      [],
    ],
    [
      "nor does a preposition between two: discussed Kenya with Chad and Mali",
      [
        "discussed VERB VBD 0 root",
        "Kenya PROPN NNP 1 obj",
        "with ADP IN 4 case",
        "Chad PROPN NNP 1 obl",
        "and CCONJ CC 6 cc",
        "Mali PROPN NNP 4 conj",
      ],
      ["Kenya", "Chad", "Mali"],
      [],
    ],
  ])("%s", (_, rows, names, expected) => {
    const { parsed, mentions, byStart } = setUp(rows, names);
    expect(texts(listedWith(word(parsed, "Kenya"), mentions, byStart))).toEqual(expected);
  });
});

describe("whoever stands before a name", () => {
  const title = [
    "the DET DT 4 det",
    "Secretary PROPN NNP 4 compound",
    "and CCONJ CC 4 cc",
    "Ruiz PROPN NNP 5 nsubj",
    "met VERB VBD 0 root",
  ];

  it.each([
    ["as an attribute of it before an and: the Secretary and Ruiz met", title, ["Secretary"]],
    [
      "not without an and: the Secretary Ruiz met",
      title
        .filter((row) => !row.startsWith("and"))
        .map((row) => row.replace(/ 4 | 5 /, (n) => ` ${+n - 1} `)),
      [],
    ],
  ])("%s", (_, rows, expected) => {
    const { parsed, mentions, byStart } = setUp(rows, ["Secretary", "Ruiz"]);
    expect(texts(listedBefore(word(parsed, "Ruiz"), mentions, byStart))).toEqual(expected);
  });
});

describe("people in a phrase about others", () => {
  const behindClause = (mark: string) => [
    "met VERB VBD 0 root",
    "Berg PROPN NNP 1 obj",
    "who PRON WP 4 nsubj",
    "left VERB VBD 2 acl:relcl",
    "Norway PROPN NNP 4 obj",
    `${mark} PUNCT , 8 punct`,
    "and CCONJ CC 8 cc",
    "Lin PROPN NNP 5 conj",
  ];

  it.each([
    [
      "are fellows of the first: met Berg of Norway and Lin",
      [
        "met VERB VBD 0 root",
        "Berg PROPN NNP 1 obj",
        "of ADP IN 4 case",
        "Norway PROPN NNP 2 nmod",
        "and CCONJ CC 6 cc",
        "Lin PROPN NNP 4 conj",
      ],
      ["Berg", "Lin"],
      ["Lin"],
    ],
    [
      "but not where they are of a kind with whom they stand beside: met Berg of Norway and Lin, a country",
      [
        "met VERB VBD 0 root",
        "Berg PROPN NNP 1 obj",
        "of ADP IN 4 case",
        "Norway PROPN NNP 2 nmod",
        "and CCONJ CC 6 cc",
        "Lin PROPN NNP 4 conj",
      ],
      ["Berg"],
      [],
    ],
    [
      "behind a clause and a comma: met Berg, who left Norway, and Lin",
      behindClause(","),
      ["Berg", "Lin"],
      ["Lin"],
    ],
    ["not without a comma: met Berg who left Norway and Lin", behindClause("-"), ["Berg", "Lin"], []],
  ])("%s", (_, rows, persons, expected) => {
    const { parsed, mentions } = setUp(rows, BRIDGING, persons);
    expect(texts(fellowsOf(word(parsed, "Berg"), mentions))).toEqual(expected);
  });
});

it.each([
  ["including", ["Japan", "Peru"]],
  ["like", []],
])("whoever is named of a group: partners, %s Japan and Peru", (preposition, expected) => {
  const rows = [
    "partners NOUN NNS 0 root",
    ", PUNCT , 4 punct",
    `${preposition} VERB VBG 4 case`,
    "Japan PROPN NNP 1 nmod",
    "and CCONJ CC 6 cc",
    "Peru PROPN NNP 4 conj",
  ];
  const { parsed, mentions } = setUp(rows, ["partners", "Japan", "Peru"]);
  expect(texts(includedIn(word(parsed, "partners"), mentions))).toEqual(expected);
});

it.each([
  ["behind a word for no one: champion Ruiz", "champion", ["Ruiz"], ["Ruiz"]],
  ["not behind a title that is a mention with it: envoy Ruiz", "envoy", ["envoy", "Ruiz"], []],
  ["nor of a place: city Lima", "city", [], []],
])("a name stands %s", (_, title, persons, expected) => {
  const name = persons.at(-1) ?? "Lima";
  const rows = [`${title} NOUN NN 0 root`, `${name} PROPN NNP 1 appos`];
  const { parsed, mentions } = setUp(rows, [...persons, name], persons);
  expect(texts(namedBehind(word(parsed, title), mentions))).toEqual(expected);
});
