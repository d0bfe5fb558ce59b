import { describe, expect, it } from "vitest";
import { documentFromConllu, readConllu } from "../../language/conllu.ts";
import type { Mention } from "../../mentions/mention.ts";
import { readCoreference } from "./coreference-gold.ts";
import { coreferenceReport } from "./coreference-report.ts";
import { phraseSpan } from "./found-clusters.ts";

/** A sentence of `form/UPOS/head/deprel`. */
function parsed(sentence: string) {
  const rows = sentence.split(" ").map((word, i) => {
    const [form, upos, head, deprel] = word.split("/");
    return [i + 1, form, "_", upos, "_", "_", head, deprel, "_", "_"].join("\t");
  });
  return documentFromConllu(readConllu(`${rows.join("\n")}\n`, "test"));
}

function mention(text: string, words: string, head: number, chains: number[]): Mention {
  const start = text.indexOf(words);
  const entity = {
    name: words,
    text: words,
    span: [start, start + words.length] as const,
    sectors: [],
    code: "---",
  };
  return {
    head,
    tokens: [head, head + 1],
    span: entity.span,
    form: "nominal",
    entities: chains.map(() => ({ ...entity, kind: "person" as const })),
    chains,
    rule: "test",
  };
}

describe("a mention's phrase", () => {
  const tree = parsed(
    "Yesterday/NOUN/8/obl the/DET/4/det tired/ADJ/4/amod ministers/NOUN/8/nsubj of/ADP/6/case Chad/PROPN/4/nmod 's/PART/6/case left/VERB/0/root with/ADP/10/case aides/NOUN/8/obl and/CCONJ/12/cc guards/NOUN/10/conj",
  );
  it.each([
    ["ministers", 3, "the tired ministers of Chad 's"],
    ["Chad", 5, "Chad 's"],
    ["aides", 9, "aides"],
    ["left", 7, "left"],
  ])("%s", (words, head, expected) => {
    expect(tree.text.slice(...phraseSpan(tree, mention(tree.text, words, head, [0])))).toBe(expected);
  });
});

it("reports scores by genre, and what became of each mention that points back", () => {
  const tree = parsed("Ann/PROPN/2/nsubj met/VERB/0/root Bo/PROPN/2/obj ./PUNCT/2/punct");
  const gold = readCoreference(
    JSON.stringify({
      id: "a",
      genre: "news",
      sentences: [["Ann", "met", "Bo", "."]],
      mentions: [[0, 0, 0, "1", "person"]],
      ontogum_clusters: [
        [
          [0, 0, 0],
          [0, 2, 2],
        ],
      ],
    }),
    "gold",
  );
  const reportOf = (...actors: Mention[]) =>
    coreferenceReport(gold, () => ({ parsed: tree, mentions: { actors } as never }), { errors: 5 });
  const [ann, bo] = [mention(tree.text, "Ann", 0, [0]), mention(tree.text, "Bo", 2, [0])];
  expect(reportOf(ann, bo)).toMatch(/^news +1( +100\.0){13}$/m);
  expect(reportOf(ann, bo)).toMatch(/^name +1 +0 +0 +0$/m);
  expect(reportOf(ann, mention(tree.text, "Bo", 2, [1]))).toMatch(/^name +0 +0 +1 +0$/m);
  expect(reportOf(ann)).toMatch(/^name +0 +0 +0 +1$/m);
  const stranger = mention(tree.text, "met", 1, [0]);
  expect(reportOf(stranger, bo)).toContain(
    "resolved to somebody else: 1\n  a: Ann met [Bo]. = Ann; ours: Bo\n",
  );
});
