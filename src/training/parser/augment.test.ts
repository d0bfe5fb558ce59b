import { describe, expect, it } from "vitest";
import { ROOT } from "../../language/parsed-document.ts";
import type { TrainingTrees } from "../../language/parser/dependency-parser.ts";
import { SeededRandom } from "../random.ts";
import { withNewsSentences } from "./augment.ts";

const DEPRELS = ["root", "nsubj", "obj", "obl", "case", "det", "amod", "advmod", "aux", "ccomp", "punct"];

/** `form/head/relation` for each word, heads counted from 1; the sentences are repeated so that each kind's share is more than none. */
function treesOf(sentences: readonly string[], times: number): TrainingTrees {
  const rows = Array.from({ length: times }, () => sentences)
    .flat()
    .map((s) => s.split(" ").map((w) => w.split("/")));
  const starts = [0];
  const trees = { forms: [] as string[], head: [] as number[], deprel: [] as number[] };
  for (const words of rows) {
    const start = starts[starts.length - 1] as number;
    for (const [form, head, relation] of words) {
      trees.forms.push(form as string);
      trees.head.push(head === "0" ? ROOT : start + Number(head) - 1);
      trees.deprel.push(DEPRELS.indexOf(relation as string));
    }
    starts.push(start + words.length);
  }
  return {
    forms: trees.forms,
    tag: new Uint8Array(trees.forms.length),
    head: Int32Array.from(trees.head),
    deprel: Uint16Array.from(trees.deprel),
    sentenceStart: Uint32Array.from(starts),
  };
}

/** The sentences beyond the treebank's own, written as they are given to `treesOf`. */
function made(sentences: readonly string[]): string[] {
  const trees = treesOf(sentences, 60);
  const all = withNewsSentences(trees, DEPRELS, new SeededRandom(1));
  const starts = [...all.sentenceStart];
  return starts.slice(trees.sentenceStart.length - 1, -1).map((start, i) => {
    const end = starts[trees.sentenceStart.length + i] as number;
    return all.forms
      .slice(start, end)
      .map((form, t) => {
        const head = all.head[start + t] as number;
        return `${form}/${head === ROOT ? 0 : head - start + 1}/${DEPRELS[all.deprel[start + t] as number]}`;
      })
      .join(" ");
  });
}

/** Many frequent words, so that those of the sentences under test are not among the most frequent. */
const FILLER = Array.from({ length: 130 }, (_, i) => `w${i}/0/root w${i}/1/advmod w${i}/1/advmod`);

describe("sentences made for news", () => {
  it("are bare clauses: subject, finite verb, object and sometimes an oblique", () => {
    const sentence =
      "Yesterday/4/advmod tired/3/amod guards/4/nsubj tortured/0/root three/6/amod prisoners/4/obj in/8/case Oslo/4/obl ./4/punct";
    const clauses = new Set(made([sentence, ...FILLER]));
    expect(clauses).toContain("Guards/2/nsubj tortured/0/root prisoners/2/obj ./2/punct");
    expect(clauses).toContain(
      "Guards/2/nsubj tortured/0/root prisoners/2/obj in/5/case Oslo/2/obl ./2/punct",
    );
    for (const clause of clauses) expect(clause).not.toContain("Yesterday");
  });

  it("are not made of clauses with an auxiliary", () => {
    const sentence = "Guards/3/nsubj have/3/aux tortured/0/root prisoners/3/obj ./3/punct";
    expect(made([sentence, ...FILLER])).toEqual([]);
  });

  it("are other sentences with a report at their end", () => {
    const report = "Talks/2/nsubj failed/5/ccomp ,/5/punct envoys/5/nsubj said/0/root ./5/punct";
    const plain = "Oslo/2/nsubj waited/0/root ./2/punct";
    expect(made([report, plain, ...FILLER])).toContain(
      "Oslo/2/nsubj waited/5/ccomp ,/5/punct envoys/5/nsubj said/0/root ./5/punct",
    );
  });
});
