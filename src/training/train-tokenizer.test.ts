import { describe, expect, it } from "vitest";
import { TrainedScorer } from "../language/linear-scorer.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { readWordCuts, Tokenizer, writeWordCuts } from "../language/tokenizer.ts";
import { goldDocument } from "./gold-document.fixture.ts";
import { trainTokenizer } from "./train-tokenizer.ts";

const NONE = new Map<string, number>();

/** Twenty sentences "We do+n't know.", "She ca+n't see it." with other words each. */
const GOLD: ParsedDocument = goldDocument(
  Array.from({ length: 10 }, (_, i) => [
    `We do+n't know word${"abcdefghij"[i]} +.`,
    "She is in U.S. towns +.",
  ]).flat(),
);

describe("a tokenizer trained on gold tokens", () => {
  const { cuts, weights } = trainTokenizer([GOLD], NONE, { epochs: 5, seed: 1 });
  const tokenizer = new Tokenizer(new TrainedScorer(weights), cuts, NONE);
  const tokensOf = (text: string) => {
    const { start, end } = tokenizer.tokenize(text);
    return Array.from(start, (from, i) => text.slice(from, end[i]));
  };

  it("cuts contractions of words it has not seen", () => {
    expect(tokensOf("They wouldn't.")).toEqual(["They", "would", "n't", "."]);
  });

  it("has learnt the ending, and writes and reads what it learnt", () => {
    expect([...cuts.endings]).toEqual(["n't"]);
    expect(readWordCuts(writeWordCuts(cuts))).toEqual(cuts);
  });

  it("marks what is written in one word", () => {
    expect([...tokenizer.tokenize("We don't.").joined]).toEqual([0, 0, 1, 0]);
  });

  it("is the same when trained again", () => {
    expect(trainTokenizer([GOLD], NONE, { epochs: 5, seed: 1 }).weights).toEqual(weights);
  });
});
