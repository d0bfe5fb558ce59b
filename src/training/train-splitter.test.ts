import { expect, it } from "vitest";
import { Lexemes } from "../language/lexemes.ts";
import { TrainedScorer } from "../language/linear-scorer.ts";
import { SentenceSplitter } from "../language/sentence-splitter.ts";
import { goldDocument } from "./gold-document.fixture.ts";
import { trainSplitter } from "./train-splitter.ts";

const lexemes = new Lexemes(new Map([["gen.", 1]]));
const GOLD = goldDocument(
  Array.from({ length: 12 }, (_, i) => [
    `The talks began in town${"abcdefghijkl"[i]} +.`,
    "They met Gen. Low there +.",
    "He left +.",
  ]).flat(),
);

it("learns where sentences end, and that a title ends none", () => {
  const weights = trainSplitter([GOLD], lexemes, { epochs: 8, seed: 1 });
  const splitter = new SentenceSplitter(new TrainedScorer(weights));
  const unseen = goldDocument(["She saw Gen. High there +.", "They left +."]);
  expect([...splitter.split(unseen.text, unseen.columns, lexemes.of(unseen.text, unseen.columns))]).toEqual([
    0, 6, 9,
  ]);
  expect(trainSplitter([GOLD], lexemes, { epochs: 8, seed: 1 })).toEqual(weights);
});
