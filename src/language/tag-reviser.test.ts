import { describe, expect, it } from "vitest";
import { Lexemes } from "./lexemes.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { TagDictionary, TagReviser } from "./tag-reviser.ts";

const PAST = 0;
const PARTICIPLE = 1;
const NOUN = 2;

const lexemes = new Lexemes(new Map());
const dictionary = new TagDictionary(
  new Map([["said", Uint8Array.of(PAST, PARTICIPLE)]]),
  new Set(["said"]),
  new Map([
    ["", Uint8Array.of(NOUN)],
    ["0:ed", Uint8Array.of(PAST, PARTICIPLE)],
  ]),
);

describe("the tag dictionary", () => {
  it.each([
    ["said", [PAST, PARTICIPLE], "what was seen, for a frequent word"],
    ["voted", [PAST, PARTICIPLE], "the ending's tags, for an unknown word"],
    ["talks", [NOUN], "whatever unknown words are, where the ending tells nothing"],
  ])("gives %s the tags %j: %s", (form, tags) => {
    expect([...dictionary.candidates(lexemes.get(form))]).toEqual(tags);
  });

  it("reads what it wrote", () => {
    const again = TagDictionary.parse(dictionary.serialize());
    expect(again.words).toEqual(dictionary.words);
    expect(again.settled).toEqual(dictionary.settled);
    expect(again.endings).toEqual(dictionary.endings);
  });
});

describe("the tag reviser", () => {
  /** A linear model that is all for the past tense. */
  const forPast: LinearScorer = { score: (_, tag) => (tag === PAST ? 20_000 : 0) };
  const reviser = new TagReviser(forPast, dictionary);
  const revised = (form: string, tagScores: number[], tag: number) => {
    const tags = { tag: Uint8Array.of(tag), tagScores: Float32Array.from(tagScores) };
    reviser.revise([lexemes.get(form)], 0, 1, tags);
    return tags.tag[0];
  };

  it.each([
    ["said", [3, 4, 0], PARTICIPLE, PAST, "the network wavers, the linear model does not"],
    ["said", [1, 4, 0], PARTICIPLE, PARTICIPLE, "the network is sure"],
    ["voted", [3, 4, 0], PARTICIPLE, PARTICIPLE, "the treebank lacks the word"],
  ])("%s with scores %j goes from %d to %d: %s", (form, scores, tag, expected) => {
    expect(revised(form, scores, tag)).toBe(expected);
  });
});
