import { describe, expect, it } from "vitest";
import { mendElectedTitles } from "./elected-titles.ts";
import { mendedRows } from "./mended-rows.fixture.ts";

describe("behind a title", () => {
  it.each([
    [
      "elect is no verb with an object: met President-elect Berg today",
      [
        "met VBD 0 root",
        "President NNP 1 obj",
        "- HYPH 4 punct",
        "elect VB 1 obl",
        "Berg NNP 4 obj",
        "today NN 4 obl",
        "and CC 8 cc",
        "Lin NNP 5 conj",
      ],
      [
        "President met obj",
        "elect President amod",
        "Berg President flat",
        "today met obl",
        "Lin President conj",
      ],
    ],
    [
      "nor its head: works with the President-elect",
      [
        "works VBZ 0 root",
        "with IN 6 case",
        "the DT 6 det",
        "President NNP 6 compound",
        "- HYPH 6 punct",
        "elect VB 1 obl",
      ],
      ["with President case", "the President det", "President works obl", "elect President amod"],
    ],
    [
      "but a verb elsewhere: they elect Berg",
      ["they PRP 2 nsubj", "elect VB 0 root", "Berg NNP 2 obj"],
      ["they elect nsubj", "elect - root", "Berg elect obj"],
    ],
    [
      "and behind another word: to re-elect Berg",
      ["to TO 4 mark", "re RB 4 advmod", "- HYPH 4 punct", "elect VB 0 root", "Berg NNP 4 obj"],
      ["elect - root", "Berg elect obj"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mendedRows(mendElectedTitles, rows)).toEqual(expect.arrayContaining(expected));
  });
});
