import { describe, expect, it } from "vitest";
import { parsePattern } from "./pattern.ts";

describe("a verb's pattern", () => {
  it.each([
    ["condemn", { head: "condemn", parts: [] }],
    ["speak by phone", { head: "speak", parts: [{ preposition: "by", word: "phone", modifiers: [] }] }],
    ["impose sanctions", { head: "impose", parts: [{ word: "sanctions", modifiers: [] }] }],
    ["impose sanctions on", { parts: [{ word: "sanctions", modifiers: [] }], opens: "on" }],
    ["sever diplomatic ties", { parts: [{ word: "ties", modifiers: ["diplomatic"] }] }],
    ["gather outside", { head: "gather", parts: [], opens: "outside" }],
    ["go along with", { head: "go", particle: "along", opens: "with" }],
    ["call for", { head: "call", parts: [], opens: "for" }],
    ["not want peace", { head: "want", isDenied: true, parts: [{ word: "peace", modifiers: [] }] }],
    ["hand over", { head: "hand", particle: "over", parts: [] }],
    ["hand over to", { head: "hand", particle: "over", opens: "to" }],
    ["sexually assault", { head: "assault", modifiers: ["sexually"] }],
    ["fly to safety", { head: "fly", modifiers: [] }], // no adverb for ending like one
    ["bow to demands of", { parts: [{ preposition: "to", word: "demands", modifiers: [] }], opens: "of" }],
  ])("%s", (written, expected) => {
    expect(parsePattern(written, "verb")).toMatchObject({ form: "verb", written, ...expected });
  });

  it("opens no role where nothing stands after its last word", () => {
    expect(parsePattern("speak by phone", "verb").opens).toBeUndefined();
    expect(parsePattern("condemn", "verb").particle).toBeUndefined();
  });
});

describe("a noun's pattern", () => {
  it.each([
    ["talks", { head: "talks", modifiers: [] }],
    ["phone call", { head: "call", modifiers: ["phone"] }],
    ["joint military exercise", { head: "exercise", modifiers: ["joint", "military"] }],
    ["exchange of fire", { head: "exchange", parts: [{ preposition: "of", word: "fire", modifiers: [] }] }],
    ["sanctions on", { head: "sanctions", parts: [], opens: "on" }],
  ])("%s", (written, expected) => {
    expect(parsePattern(written, "noun")).toMatchObject({ form: "noun", written, ...expected });
  });
});

it("leaves articles and possessives out: they change no trigger", () => {
  const { written: _, ...pattern } = parsePattern("call a halt to its attacks", "verb");
  const { written: __, ...bare } = parsePattern("call halt to attacks", "verb");
  expect(pattern).toEqual(bare);
});

it("counts the words it fixes, so that the longest of several wins", () => {
  const specificities = ["meet", "meet with", "sit down with"].map(
    (written) => parsePattern(written, "verb").specificity,
  );
  expect(specificities).toEqual([1, 2, 3]);
});

describe("a pattern that cannot be read is refused with the reason", () => {
  it.each([
    ["", 'empty trigger ""'],
    ["the", 'empty trigger "the"'],
    ["speak by with phone", 'preposition "by" has no word after it'],
  ])('"%s"', (written, message) => {
    expect(() => parsePattern(written, "verb")).toThrow(message);
  });
});
