import { describe, expect, it } from "vitest";
import { AFFIX_ROWS, wordFeatures, wordKey } from "./word-features.ts";

describe("the key of a word", () => {
  it.each([
    ["Oslo", "oslo", "case does not matter"],
    ["2022", "0000", "numbers of one length are alike"],
    ["n’t", "n't", "curly and straight apostrophes are one"],
    ["“", '"', "so are quotation marks"],
    ["''", '"', "and those of typewriters"],
    ["—", "--", "and dashes"],
    ["-", "-", "but a hyphen is no dash"],
    ["Tokaïev", "tokaïev", "accents stay"],
  ])("of %s is %s: %s", (form, key) => {
    expect(wordKey(form)).toBe(key);
  });
});

describe("the affixes of a word", () => {
  it("are rows of the table, at most one for each length of beginning and ending, and the shape", () => {
    const { affixes } = wordFeatures("ministers");
    expect(affixes).toHaveLength(8);
    for (const row of affixes) expect(row >= 0 && row < AFFIX_ROWS).toBe(true);
    expect(wordFeatures("a").affixes.length).toBeLessThan(8);
  });

  it("tell a capitalised word from a small one by the shape only", () => {
    const [shape, ...letters] = wordFeatures("Guards").affixes;
    const [otherShape, ...otherLetters] = wordFeatures("guards").affixes;
    expect(letters).toEqual(otherLetters);
    expect(shape).not.toBe(otherShape);
  });

  it("are the same for names of one shape, whatever the alphabet's accents", () => {
    expect(wordFeatures("Çavuşoğlu").affixes[0]).toBe(wordFeatures("Lavrov").affixes[0]);
  });
});
