import { describe, expect, it } from "vitest";
import { handLexicon } from "./hand-lexicon.fixture.ts";
import { isWord } from "./hyphens.ts";
import { matchesAt } from "./match.ts";
import { storedParse, word } from "./stored-parse.fixture.ts";

const SIT_IN = "Students staged a sit-in in Oslo.";
const CHARGE = "Officers baton-charged the crowd.";

describe("a word with a hyphen, which tokenizers part", () => {
  it.each([
    [SIT_IN, "in", "sit-in", true],
    [SIT_IN, "sit", "sit-in", true], // where a tree has its first part for the object
    [SIT_IN, "sit", "sit-inside", false],
    [SIT_IN, "in", "teach-in", false],
    [CHARGE, "charged", "baton-charge", true], // in its base form
    [CHARGE, "charged", "charge", true], // and its last part alone
    ["Norway ceased fire.", "fire", "cease-fire", false], // two words without a hyphen
  ])("%s - %s is %s: %s", (text, at, written, expected) => {
    expect(isWord(word(storedParse(text), at), written)).toBe(expected);
  });

  it("goes before its last part", () => {
    const lexicon = handLexicon({
      frames:
        "- frame: charge\n  event: ACCUSE\n  verbs: [charge]\n- frame: baton\n  event: ASSAULT\n  verbs: [baton-charge]\n",
    });
    const matches = matchesAt(word(storedParse(CHARGE), "charged"), lexicon.triggers);
    expect(matches.map(({ trigger }) => trigger.pattern.written)).toEqual(["baton-charge", "charge"]);
  });
});
