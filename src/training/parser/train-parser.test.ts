import { describe, expect, it } from "vitest";
import { ROOT, UPOS } from "../../language/parsed-document.ts";
import type { ParserInput, TrainingTrees } from "../../language/parser/dependency-parser.ts";
import { loadParser } from "../../language/parser/greedy-parser.ts";
import { trainParser } from "./train-parser.ts";

const DEPRELS = ["root", "nsubj", "obj", "det", "punct"];

/** Sentences of `form/UPOS/head/deprel`, heads counted from 1 as in CoNLL-U. */
function treesOf(...sentences: string[]): TrainingTrees {
  const rows = sentences.map((s) => s.split(" ").map((word) => word.split("/")));
  const sentenceStart = new Uint32Array(rows.length + 1);
  for (const [i, words] of rows.entries()) sentenceStart[i + 1] = (sentenceStart[i] as number) + words.length;
  const words = rows.flatMap((sentence, i) =>
    sentence.map((word) => ({ word, first: sentenceStart[i] as number })),
  );
  return {
    forms: words.map(({ word }) => word[0] as string),
    upos: Uint8Array.from(words, ({ word }) => UPOS.indexOf(word[1] as (typeof UPOS)[number])),
    xpos: new Uint16Array(words.length),
    head: Int32Array.from(words, ({ word, first }) => (word[2] === "0" ? ROOT : first + Number(word[2]) - 1)),
    deprel: Uint16Array.from(words, ({ word }) => DEPRELS.indexOf(word[3] as string)),
    sentenceStart,
  };
}

const GOLD = treesOf(
  "The/DET/2/det envoy/NOUN/3/nsubj met/VERB/0/root the/DET/5/det king/NOUN/3/obj ./PUNCT/3/punct",
  "Oslo/PROPN/2/nsubj hosted/VERB/0/root talks/NOUN/2/obj",
);

describe("a trained parser", () => {
  const sections = trainParser(GOLD, DEPRELS, { seed: 1, epochs: 10 });
  const parser = loadParser(sections);

  it("gives back the trees it learnt", () => {
    const trees = parser.parse(GOLD);
    expect([...trees.head]).toEqual([...GOLD.head]);
    expect([...trees.deprel]).toEqual([...GOLD.deprel]);
  });

  it("gives any sentence one root, and every other token a way to it", () => {
    const forms = "envoy the , met Oslo talks the".split(" ");
    const input: ParserInput = {
      forms,
      upos: new Uint8Array(forms.length),
      xpos: new Uint16Array(forms.length),
      sentenceStart: Uint32Array.of(0, forms.length),
    };
    const { head } = parser.parse(input);
    expect([...head].filter((h) => h === ROOT)).toHaveLength(1);
    for (let i = 0; i < head.length; i++) {
      let [token, steps] = [i, 0];
      while (head[token] !== ROOT && steps++ < head.length) token = head[token] as number;
      expect(head[token]).toBe(ROOT);
    }
  });

  it("is the same, byte for byte, when trained again", () => {
    const again = trainParser(GOLD, DEPRELS, { seed: 1, epochs: 10 });
    expect(again.get("parser.moves")).toEqual(sections.get("parser.moves"));
  });
});
