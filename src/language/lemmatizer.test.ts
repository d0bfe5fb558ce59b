import { describe, expect, it } from "vitest";
import { applyRule, caseOf, Lemmatizer, lemmaRules } from "./lemmatizer.ts";
import { Lexemes } from "./lexemes.ts";

describe("a lemma rule", () => {
  it.each([
    ["=3+y", "Studies", "study"],
    ["^0+", "NATO", "NATO"],
    ["~0+", "TEHRAN", "Tehran"],
    ["!have", "'s", "have"],
    ["=9+", "as", "as"], // never an empty lemma
  ])("%s makes %s into %s", (rule, form, lemma) => {
    expect(applyRule(rule, form)).toBe(lemma);
  });

  it.each([
    ["Studies", "study"],
    ["TEHRAN", "Tehran"],
    ["went", "go"],
    ["Émigrés", "émigré"],
  ])("is found for %s and %s, and gives the lemma back", (form, lemma) => {
    for (const rule of lemmaRules(form, lemma)) expect(applyRule(rule, form)).toBe(lemma);
  });
});

it.each([
  ["met", "l"],
  ["Met", "T"],
  ["NATO", "U"],
  ["TEHRAN", "V"],
  ["McKay", "m"],
  ["A", "T"],
  ["2022", "l"],
])("%s is written as %s", (form, expected) => {
  expect(caseOf(form)).toBe(expected);
});

describe("the lemmatizer", () => {
  const lemmatizer = new Lemmatizer(
    [
      "NNS/NOUN\ta\t\t=1+",
      "NNS/NOUN\ta\ties\t=3+y",
      "NNS/NOUN\tmen\t!man",
      "NNP/PROPN\tT\t\t^0+",
      "NNP/PROPN\tV\t\t~0+",
      "VBD\twas\t!be",
      "VBD\ta\t\t=1+",
    ].join("\n"),
  );
  const lexemes = new Lexemes(new Map());
  it.each([
    ["Ministers", "NNS/NOUN", "minister", "the tag's rule"],
    ["allies", "NNS/NOUN", "ally", "the longest ending"],
    ["Men", "NNS/NOUN", "man", "the word's own rule"],
    ["NATO", "NNP/PROPN", "nato", "no rule for short capitals here: the case is folded"],
    ["TEHRAN", "NNP/PROPN", "Tehran", "long capitals are a name written large"],
    ["Was", "VBD/AUX", "be", "a pair of tags never seen takes the xpos's rule"],
    ["agreed", "VBD/VERB", "agree", "and its endings"],
    ["Hola", "FW/X", "hola", "an unknown tag folds the case"],
  ])("%s as %s is %s: %s", (form, tag, lemma) => {
    expect(lemmatizer.lemma(lexemes.get(form), tag)).toBe(lemma);
  });
});
