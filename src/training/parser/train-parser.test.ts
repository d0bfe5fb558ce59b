import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, UPOS } from "../../language/parsed-document.ts";
import type { ParserInput, TrainingTrees } from "../../language/parser/dependency-parser.ts";
import { NeuralParser } from "../../language/parser/neural-parser.ts";
import { NO_VECTORS } from "./text-vectors.ts";
import { type ParserTrainingOptions, trainParser } from "./train-parser.ts";

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
    tag: Uint8Array.from(words, ({ word }) => UPOS.indexOf(word[1] as (typeof UPOS)[number])),
    head: Int32Array.from(words, ({ word, first }) => (word[2] === "0" ? ROOT : first + Number(word[2]) - 1)),
    deprel: Uint16Array.from(words, ({ word }) => DEPRELS.indexOf(word[3] as string)),
    sentenceStart,
  };
}

const GOLD = treesOf(
  "The/DET/2/det envoy/NOUN/3/nsubj met/VERB/0/root the/DET/5/det king/NOUN/3/obj ./PUNCT/3/punct",
  "Oslo/PROPN/2/nsubj hosted/VERB/0/root talks/NOUN/2/obj",
  // The two arcs cross: "hearing" -> "on", "scheduled" -> "today".
  "A/DET/2/det hearing/NOUN/4/nsubj is/VERB/4/nsubj scheduled/VERB/0/root on/NOUN/2/obj it/PRON/5/obj today/NOUN/4/obj",
);

const OPTIONS: ParserTrainingOptions = {
  seed: 1,
  epochs: 400,
  vectors: NO_VECTORS,
  sizes: { wordWidth: 8, affixWidth: 8, size: 16, layers: 2, arcWidth: 16, relationWidth: 16 },
};

describe("a trained parser", () => {
  const sections = trainParser(GOLD, DEPRELS, OPTIONS);
  const parser = new NeuralParser(sections);

  it("gives back the tags and trees it learnt, crossing arcs too", () => {
    const trees = parser.parse(GOLD);
    expect([...trees.head]).toEqual([...GOLD.head]);
    expect([...trees.deprel]).toEqual([...GOLD.deprel]);
    expect([...trees.tag]).toEqual([...GOLD.tag]);
  });

  it("gives any sentence one root, and every other token a way to it", () => {
    const forms = "envoy the , met Oslo talks the".split(" ");
    const { head, deprel } = parser.parse(inputOf(forms));
    expect([...head].filter((h) => h === ROOT)).toHaveLength(1);
    expect([...deprel].filter((r) => DEPRELS[r] === "root")).toHaveLength(1);
    for (let i = 0; i < head.length; i++) {
      let [token, steps] = [i, 0];
      while (head[token] !== ROOT && steps++ < head.length) token = head[token] as number;
      expect(head[token]).toBe(ROOT);
    }
  });

  it("parses a sentence the same alone and among others, and a very long one", () => {
    const alone = parser.parse(inputOf(["Oslo", "hosted", "talks"]));
    const many = Array.from({ length: 399 }, (_, i) => ["Oslo", "hosted", "talks"][i % 3] as string);
    const starts = Uint32Array.of(0, 393, 396, 399);
    const among = parser.parse({ ...inputOf(many), sentenceStart: starts });
    expect([...among.head.slice(396)].map((h) => (h === ROOT ? ROOT : h - 396))).toEqual([...alone.head]);
    expect([...among.deprel.slice(396)]).toEqual([...alone.deprel]);
  });

  it("gives one root even to a sentence of thousands of tokens", () => {
    const forms = Array.from({ length: 9000 }, (_, i) => `w${i}`);
    const { head } = parser.parse(inputOf(forms));
    expect([...head].filter((h) => h === ROOT)).toHaveLength(1);
  });

  it("parses no sentences at all", () => {
    expect(parser.parse(inputOf([])).head).toHaveLength(0);
  });
});

describe("training", () => {
  const SHORT = { ...OPTIONS, epochs: 4 };
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dragoman-parser-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("gives the same bytes again, also when it was stopped after a pass and went on", () => {
    const whole = trainParser(GOLD, DEPRELS, SHORT);
    const checkpoint = join(folder, "checkpoint");
    const stop = new Error("stopped");
    const stopping = (epoch: number) => {
      if (epoch === 2) throw stop;
    };
    expect(() => trainParser(GOLD, DEPRELS, { ...SHORT, checkpoint, onEpoch: stopping })).toThrow(stop);
    const resumed = trainParser(GOLD, DEPRELS, { ...SHORT, checkpoint });
    expect([...resumed.keys()]).toEqual([...whole.keys()]);
    for (const [name, bytes] of whole)
      expect([name, Buffer.compare(bytes, resumed.get(name) as Uint8Array)]).toEqual([name, 0]);
  });
});

function inputOf(forms: readonly string[]): ParserInput {
  return {
    forms,
    sentenceStart: forms.length === 0 ? Uint32Array.of(0) : Uint32Array.of(0, forms.length),
  };
}
