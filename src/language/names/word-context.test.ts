import { expect, it } from "vitest";
import { PhraseList } from "./phrase-list.ts";
import { CONTEXT, TextWords } from "./word-context.ts";

const NO_PHRASES = new PhraseList(new Uint32Array(0), new Uint16Array(0));

function contextOf(sentences: string[], sentence: number, word: number): number[] {
  const words = sentences.map((text) => text.split(" "));
  const starts = [0];
  for (const { length } of words) starts.push((starts.at(-1) as number) + length);
  const [from, to] = [starts[sentence] as number, starts[sentence + 1] as number];
  const rows = new TextWords(words.flat(), starts).rows(NO_PHRASES, from, to, 0);
  return (rows[word] as number[]).filter((row) => row !== CONTEXT.corpus);
}

it.each([
  ["the first word", ["Chad spoke"], 0, [CONTEXT.sentenceStart]],
  ["a later one", ["Then Chad spoke"], 1, []],
  ["small elsewhere", ["Polish the text", "We polish it"], 0, [CONTEXT.sentenceStart, CONTEXT.alsoSmall]],
  ["a capital elsewhere", ["Brandt spoke", "To Brandt"], 0, [CONTEXT.sentenceStart, CONTEXT.alsoCapital]],
  ["only at another start", ["Brandt spoke", "Brandt left"], 0, [CONTEXT.sentenceStart]],
  ["a headline", ["Brandt Meets Norway's Ministers"], 1, [CONTEXT.headline]],
])("%s", (_, sentences, word, expected) => {
  expect(contextOf(sentences, 0, word)).toEqual(expected);
});

it("knows the corpus", () => {
  expect(new TextWords(["a"], [0, 1]).rows(NO_PHRASES, 0, 1, 2)).toEqual([
    [CONTEXT.corpus + 2, CONTEXT.sentenceStart],
  ]);
});
