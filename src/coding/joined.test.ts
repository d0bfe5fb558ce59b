import { expect, it } from "vitest";
import { companionsOf } from "./joined.ts";
import { texts, word, writtenParse } from "./stored-parse.fixture.ts";

it.each([
  [
    "beside the subject: Japan, alongside Peru, signed it",
    [
      "Japan PROPN NNP 6 nsubj",
      ", PUNCT , 4 punct",
      "alongside ADP IN 4 case",
      "Peru PROPN NNP 1 nmod",
      ", PUNCT , 4 punct",
      "signed VERB VBD 0 root",
      "it PRON PRP 6 obj",
    ],
    ["Peru"],
  ],
  [
    "behind the verb: Japan signed it together with Peru",
    [
      "Japan PROPN NNP 2 nsubj",
      "signed VERB VBD 0 root",
      "it PRON PRP 2 obj",
      "together ADV RB 2 advmod",
      "with ADP IN 6 case",
      "Peru PROPN NNP 2 obl",
    ],
    ["Peru"],
  ],
  [
    "at the opening: with Peru, Japan signed it",
    [
      "with ADP IN 2 case",
      "Peru PROPN NNP 5 obl",
      ", PUNCT , 2 punct",
      "Japan PROPN NNP 5 nsubj",
      "signed VERB VBD 0 root",
      "it PRON PRP 5 obj",
    ],
    ["Peru"],
  ],
  [
    "not what comes along with an object: Japan signed it along with Peru",
    [
      "Japan PROPN NNP 2 nsubj",
      "signed VERB VBD 0 root",
      "it PRON PRP 2 obj",
      "along ADP IN 2 advmod",
      "with ADP IN 6 case",
      "Peru PROPN NNP 2 obl",
    ],
    [],
  ],
  [
    "nor a plain other side: Japan signed it with Peru",
    [
      "Japan PROPN NNP 2 nsubj",
      "signed VERB VBD 0 root",
      "it PRON PRP 2 obj",
      "with ADP IN 5 case",
      "Peru PROPN NNP 2 obl",
    ],
    [],
  ],
])("who joins a subject stands %s", (_, rows, expected) => {
  expect(texts(companionsOf(word(writtenParse(rows), "signed")))).toEqual(expected);
});
