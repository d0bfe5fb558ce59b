import { describe, expect, it } from "vitest";
import { Lemmatizer } from "../language/lemmatizer.ts";
import { Lexemes } from "../language/lexemes.ts";
import { learnLemmaRules } from "./train-lemmatizer.ts";

const examplesOf = (tag: string, pairs: Record<string, string>) =>
  Object.entries(pairs).map(([form, lemma]) => ({ form, tag, lemma }));

const EXAMPLES = [
  ...examplesOf("NNS/NOUN", {
    allies: "ally",
    parties: "party",
    studies: "study",
    talks: "talk",
    aims: "aim",
  }),
  ...examplesOf("NNS/NOUN", { men: "man", Ministers: "minister", envoys: "envoy", leaders: "leader" }),
  ...examplesOf("NNP/PROPN", {
    Oslo: "Oslo",
    Moscow: "Moscow",
    PARIS: "Paris",
    LONDON: "London",
    UN: "UN",
    EU: "EU",
  }),
  ...examplesOf("VBD/VERB", { met: "meet", planned: "plan", agreed: "agree", urged: "urge", named: "name" }),
  ...examplesOf("VBD/VERB", {
    voted: "vote",
    noted: "note",
    quoted: "quote",
    wanted: "want",
    hunted: "hunt",
  }),
  ...examplesOf("VBD/VERB", { rented: "rent", baked: "bake", liked: "like", raked: "rake", talked: "talk" }),
  ...examplesOf("VBD/VERB", { walked: "walk", asked: "ask" }),
  ...examplesOf("PRP/PRON", { I: "I", i: "I" }),
];

function lemmasWith(vocabulary: readonly string[]) {
  const lemmatizer = new Lemmatizer(learnLemmaRules(EXAMPLES, vocabulary));
  const lexemes = new Lexemes(new Map());
  return (form: string, tag: string) => lemmatizer.lemma(lexemes.get(form), tag);
}

describe("lemma rules learnt from examples", () => {
  const lemma = lemmasWith([]);

  it("give back every example", () => {
    for (const { form, tag, lemma: expected } of EXAMPLES) expect(lemma(form, tag)).toBe(expected);
  });

  it.each([
    ["Cities", "NNS/NOUN", "city"],
    ["raids", "NNS/NOUN", "raid"],
    ["TEHRAN", "NNP/PROPN", "Tehran"],
    ["UK", "NNP/PROPN", "UK"],
    ["Kyiv", "NNP/PROPN", "Kyiv"],
    ["met", "VBD/AUX", "meet"], // another pair of tags with the same xpos
  ])("make %s as %s into %s, which they have not seen", (form, tag, expected) => {
    expect(lemma(form, tag)).toBe(expected);
  });
});

describe("a vocabulary", () => {
  it("tells which of two known changes gives a word", () => {
    const lemma = lemmasWith(["provoke", "provoked", "invoke", "invoked", "soak", "soaked"]);
    expect(lemma("provoked", "VBD/VERB")).toBe("provoke");
    expect(lemma("soaked", "VBD/VERB")).toBe("soak");
  });
});
