import { describe, expect, it } from "vitest";
import { handLexicon, SMALL_LEXICON } from "./hand-lexicon.fixture.ts";
import { matchesAt } from "./match.ts";
import { storedParse, texts, word } from "./stored-parse.fixture.ts";

const lexicon = handLexicon(SMALL_LEXICON);

function patternsAt(text: string, head: string): string[] {
  return matchesAt(word(storedParse(text), head), lexicon.triggers).map(
    ({ trigger }) => trigger.pattern.written,
  );
}

describe("triggers found at a word", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", "condemned", ["condemn"]],
    ["Norway attacked the problem.", "attacked", []], // `unless`
    ["The attacked village fell.", "attacked", []], // a participle before its noun reports nothing
    ["Troops fired on the crowd.", "fired", ["fire on"]],
    ["Norway gave Kyiv weapons.", "gave", ["give"]], // `object`
    ["Kyiv was given weapons by Norway.", "given", ["give"]], // and in the passive
    ["Norway imposed harsh sanctions on Iran.", "imposed", ["impose sanctions"]],
    ["Norway handed over the prisoners to Sudan.", "handed", ["hand over"]],
    ["Norway called for talks.", "called", ["call for"]],
    ["Norway's refusal to meet Iran angered Oman.", "refusal", ["refusal"]],
    ["Norway is ready to help Sudan.", "ready", ["ready"]],
    ["The attack by Iran on Israel failed.", "attack", ["attack"]],
  ])("%s - %s", (text, head, patterns) => {
    expect(patternsAt(text, head)).toEqual(patterns);
  });

  it("are sorted, the one with most words first", () => {
    expect(patternsAt("Norway spoke with Sweden by phone.", "spoke")).toEqual(
      ["speak with", "speak by phone"].reverse(),
    );
  });

  it("that are inflected in the lexicon match only that form", () => {
    const singular = handLexicon({ frames: "- frame: talks\n  event: CONSULT\n  nouns: [talks]\n" });
    const talks = word(storedParse("Norway called for talks."), "talks");
    expect(matchesAt(talks, singular.triggers)).toHaveLength(1);
    expect(talks.lemma).toBe("talk");
    const base = handLexicon({ frames: "- frame: talk\n  event: CONSULT\n  nouns: [talk]\n" });
    expect(matchesAt(talks, base.triggers)).toHaveLength(1); // a lemma matches every form
  });
});

describe("a trigger that asks for an object, or for a particle", () => {
  const frames =
    "- frame: give back\n  event: RETREAT\n  transitive: only\n  verbs: [return]\n- frame: ease\n  event: CONCEDE\n  verbs: [roll back]\n";
  const small = handLexicon({ frames });

  it.each([
    ["Iran returned a statue to Iraq.", "returned", ["return"]],
    ["The envoy returned to Iraq.", "returned", []],
    ["Norway rolled back tariffs.", "rolled", ["roll back"]], // its tree hangs "back" on "tariffs"
  ])("%s - %s", (text, head, patterns) => {
    const matches = matchesAt(word(storedParse(text), head), small.triggers);
    expect(matches.map(({ trigger }) => trigger.pattern.written)).toEqual(patterns);
  });
});

it("an infinitive may be an adjunct to the tree", () => {
  const order = handLexicon({ frames: "- frame: silence\n  event: COERCE\n  verbs: [order suspend]\n" });
  const ordered = word(storedParse("Norway ordered the newspaper to suspend publication."), "ordered");
  expect(matchesAt(ordered, order.triggers)).toHaveLength(1);
});

describe("a match keeps the words it fixed", () => {
  it.each([
    ["Norway imposed harsh sanctions on Iran.", "imposed", ["sanctions"]],
    ["Norway handed over the prisoners to Sudan.", "handed", ["over"]],
    ["Norway spoke with Sweden by phone.", "spoke", ["phone"]],
    ["Troops fired on the crowd.", "fired", []], // the preposition opens a role, and is no word of its own
  ])("%s - %s", (text, head, fixed) => {
    expect(texts(matchesAt(word(storedParse(text), head), lexicon.triggers)[0]?.fixed ?? [])).toEqual(fixed);
  });
});
