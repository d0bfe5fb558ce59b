import { describe, expect, it } from "vitest";
import { PHRASE_CLASSES, type PhraseClass, PhraseList, PhraseListMaker, phraseWord } from "./phrase-list.ts";

const maker = new PhraseListMaker();
for (const [phrase, phraseClass] of [
  ["Norway", "country"],
  ["Nordic Council", "organisation"],
  ["Nordic Council of Ministers", "organisation"],
  ["Guinea-Bissau", "country"],
  ["N.A.T.O.", "organisation"],
  ["People's Party", "organisation"],
  ["Bergen", "town"],
  ["Bergen", "surname"],
] as const)
  maker.add(phrase, phraseClass);
const { keys, classes } = maker.make().written();
const list = new PhraseList(keys, classes);

const row = (phraseClass: PhraseClass, place: number) => PHRASE_CLASSES.indexOf(phraseClass) * 4 + place;

function features(text: string): number[][] {
  const words = text.split(" ").map(phraseWord);
  return list.features(words, 0, words.length);
}

describe("phrases in a sentence", () => {
  it.each([
    ["one word", "to Norway", [[], [row("country", 3)]]],
    ["the longest", "Nordic Council of Ministers", [0, 1, 1, 2].map((place) => [row("organisation", place)])],
    [
      "the longest that is one",
      "Nordic Council of",
      [[row("organisation", 0)], [row("organisation", 2)], []],
    ],
    ["only its beginning", "Nordic Ministers", [[], []]],
    ["another case", "norway", [[]]],
    ["in capitals", "NORWAY", [[row("country", 3)]]],
    [
      "with a hyphen as a word",
      "Guinea - Bissau",
      [[row("country", 0)], [row("country", 1)], [row("country", 2)]],
    ],
    ["without its full stops", "NATO", [[row("organisation", 3)]]],
    ["with a possessive", "People 's Party", [0, 1, 2].map((place) => [row("organisation", place)])],
    ["two classes", "Bergen", [[row("surname", 3), row("town", 3)]]],
  ])("%s", (_, text, expected) => {
    expect(features(text)).toEqual(expected);
  });
});
