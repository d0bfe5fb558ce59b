import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFromConllu, readConllu } from "../language/conllu.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { conlluReport } from "./conllu-report.ts";
import { AlignmentError, evaluateParse, f1, type Measure } from "./conllu-scores.ts";

/** Sentences of `form/lemma/UPOS/XPOS/feats/head/deprel`; `+` before a form joins it to the word before, `~` glues it on. */
function parsed(...sentences: string[]): ParsedDocument {
  const conllu = sentences.map((sentence) => {
    const words = sentence.split(" ").map((word) => word.split("/"));
    const lines: string[] = [];
    for (const [i, word] of words.entries()) {
      const [marked, lemma, upos, xpos, feats, head, deprel] = word as string[];
      const form = (marked as string).replace(/^[+~]/, "");
      const next = words[i + 1]?.[0] ?? "";
      const partOfNext = next.startsWith("+");
      if (partOfNext) {
        const space = words[i + 2]?.[0]?.startsWith("~") ? "SpaceAfter=No" : "_";
        lines.push(`${i + 1}-${i + 2}\t${form}${next.slice(1)}\t_\t_\t_\t_\t_\t_\t_\t${space}`);
      }
      const misc = next.startsWith("~") ? "SpaceAfter=No" : "_";
      lines.push([i + 1, form, lemma, upos, xpos, feats, head, deprel, "_", misc].join("\t"));
    }
    return `${lines.join("\n")}\n`;
  });
  return documentFromConllu(readConllu(conllu.join("\n"), "test"));
}

const GOLD = parsed(
  "He/he/PRON/PRP/Case=Nom/4/nsubj did/do/AUX/VBD/Tense=Past/4/aux +n't/not/PART/RB/_/4/advmod go/go/VERB/VB/_/0/root ~././PUNCT/./_/4/punct",
  "Yes/yes/INTJ/UH/_/0/root",
);

function scoresOf(system: ParsedDocument): Partial<Record<Measure, number>> {
  const { scores } = evaluateParse(GOLD, system);
  return Object.fromEntries(
    Object.entries(scores).map(([measure, score]) => [measure, Math.round(1000 * f1(score)) / 10]),
  );
}

describe("scores", () => {
  it("are all 100 for the gold itself", () => {
    expect(new Set(Object.values(scoresOf(GOLD)))).toEqual(new Set([100]));
  });

  it("count a wrong tag, lemma and feature once each, and an arc with the wrong relation in UAS only", () => {
    const system = parsed(
      "He/him/PRON/NN/Case=Acc/4/obj did/do/AUX/VBD/Tense=Past/4/aux +n't/not/PART/RB/_/4/advmod go/go/VERB/VB/_/0/root ~././PUNCT/./_/4/punct",
      "Yes/yes/NOUN/UH/_/0/root",
    );
    expect(scoresOf(system)).toMatchObject({
      Words: 100,
      UPOS: 83.3,
      XPOS: 83.3,
      UFeats: 83.3,
      Lemmas: 83.3,
      UAS: 100,
      LAS: 83.3,
    });
  });

  it("take words for right only where all their characters agree, and arcs only where the head is right too", () => {
    // "didn't" in one piece: four of the gold's six words are found, of five; "go" keeps its arcs.
    const system = parsed(
      "He/he/PRON/PRP/Case=Nom/3/nsubj didn't/do/AUX/VBD/_/3/aux go/go/VERB/VB/_/0/root ~././PUNCT/./_/3/punct",
      "Yes/yes/INTJ/UH/_/0/root",
    );
    const { scores } = evaluateParse(GOLD, system);
    expect(scores.Words).toEqual({ correct: 4, gold: 6, system: 5 });
    expect(scores.Tokens).toEqual({ correct: 5, gold: 5, system: 5 });
    expect(scores.UAS).toEqual({ correct: 4, gold: 6, system: 5 });
  });

  it("give no arc to a word whose head has other characters", () => {
    const gold = parsed("a/a/X/X/_/2/dep bc/b/X/X/_/0/root");
    const system = parsed("a/a/X/X/_/2/dep b/b/X/X/_/0/root ~c/c/X/X/_/2/dep");
    expect(evaluateParse(gold, system).scores.UAS).toEqual({ correct: 0, gold: 2, system: 3 });
  });

  it("count a sentence where both its ends are right", () => {
    const system = parsed(
      "He/he/PRON/PRP/Case=Nom/4/nsubj did/do/AUX/VBD/Tense=Past/4/aux +n't/not/PART/RB/_/4/advmod go/go/VERB/VB/_/0/root ~././PUNCT/./_/4/punct Yes/yes/INTJ/UH/_/4/parataxis",
    );
    expect(evaluateParse(GOLD, system).scores.Sentences).toEqual({ correct: 0, gold: 2, system: 1 });
  });

  it.each([
    ["nsubj", "nsubj:pass", 100, 0],
    ["nsubj:pass", "nsubj:pass", 100, 100],
    ["obj", "nsubj:pass", 0, 0],
  ])("LAS takes %s for %s at %d, LAS+ at %d", (system, gold, las, lasWithSubtypes) => {
    const one = (relation: string) => parsed(`a/a/X/X/_/0/${relation}`);
    const { scores } = evaluateParse(one(gold), one(system));
    expect([100 * f1(scores.LAS), 100 * f1(scores["LAS+"])]).toEqual([las, lasWithSubtypes]);
  });

  it("compare universal features only, and no lemma where the gold gives none", () => {
    const gold = parsed("a/_/X/X/Number=Sing|NumForm=Word/0/root");
    const system = parsed("a/b/X/X/Number=Sing/0/root");
    const { scores } = evaluateParse(gold, system);
    expect([f1(scores.UFeats), f1(scores.Lemmas)]).toEqual([1, 1]);
  });

  it("do not depend on white space", () => {
    const gold = parsed("a/a/X/X/_/0/root ~b/b/X/X/_/1/dep");
    const system = parsed("a/a/X/X/_/0/root b/b/X/X/_/1/dep");
    expect(f1(evaluateParse(gold, system).scores.LAS)).toBe(1);
  });

  it("refuse two different texts, and say where they part", () => {
    const system = parsed("He/he/PRON/PRP/_/0/root went/go/VERB/VBD/_/1/dep");
    expect(() => evaluateParse(GOLD, system)).toThrow(AlignmentError);
    expect(() => evaluateParse(GOLD, system)).toThrow(
      'character 3, white space not counted: "didn\'tgo.Yes"',
    );
  });

  it("never find more words than either side has, however a text is cut", () => {
    const cuts = fc.array(fc.boolean(), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(cuts, cuts, (goldCuts, systemCuts) => {
        const cut = (at: boolean[]) => {
          const words = [..."abcdefghijkl"].reduce<string[]>((found, letter, i) => {
            if (i === 0 || at[i - 1]) found.push(letter);
            else found.push(found.pop() + letter);
            return found;
          }, []);
          return parsed(
            words.map((w, i) => `${i > 0 ? "~" : ""}${w}/x/X/X/_/${i === 0 ? 0 : 1}/dep`).join(" "),
          );
        };
        const { scores } = evaluateParse(cut(goldCuts), cut(systemCuts));
        const { correct, gold, system } = scores.Words;
        expect(correct).toBeLessThanOrEqual(Math.min(gold, system));
        expect(correct === gold).toBe(goldCuts.every((c, i) => c === systemCuts[i]));
      }),
    );
  });
});

describe("the report", () => {
  it("gives precision, recall and F1, and what each relation was taken for", () => {
    const system = parsed(
      "He/he/PRON/PRP/Case=Nom/4/obj did/do/AUX/VBD/Tense=Past/1/aux +n't/not/PART/RB/_/4/advmod go/go/VERB/VB/_/0/root ~././PUNCT/./_/4/punct",
      "Yes/yes/INTJ/UH/_/0/root",
    );
    const report = conlluReport(evaluateParse(GOLD, system), { relations: true });
    expect(report).toMatch(/^LAS +66\.67 +66\.67 +66\.67$/m);
    expect(report).toMatch(/^nsubj +1 +100\.00 +0\.00 +obj 1$/m);
    expect(report).toMatch(/^aux +1 +0\.00 +0\.00$/m);
  });
});
