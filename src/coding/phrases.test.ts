import { describe, expect, it } from "vitest";
import { caseOf, complements, obliques, prepositionOf } from "./phrases.ts";
import { storedParse, texts, word } from "./stored-parse.fixture.ts";

describe("phrases", () => {
  it("with a preposition are found by it, and by no other", () => {
    const talks = word(storedParse("Egypt refused to hold talks with Sudan."), "talks");
    expect(texts(obliques(talks, "with"))).toEqual(["Sudan"]);
    expect(obliques(talks, "in")).toEqual([]);
  });

  it("know their preposition, of one word or of several", () => {
    const source = word(storedParse("According to Wang, Iran left."), "Wang");
    expect(caseOf(source)).toBe("according to");
    const monday = word(storedParse("Norway condemned Sweden on Monday."), "Monday");
    expect([prepositionOf(monday), caseOf(monday)]).toEqual(["on", "on"]);
    expect(prepositionOf(word(storedParse("Norway condemned Sweden on Monday."), "Sweden"))).toBeUndefined();
    // The parser's slip: more than two.
    expect(prepositionOf(word(storedParse("Norway complained over two raids."), "raids"))).toBe("over");
  });

  it("that a noun lacks are borrowed from behind it on its verb", () => {
    const prisoners = word(storedParse("Norway handed over the prisoners to Sudan."), "prisoners");
    expect(obliques(prisoners, "to")).toEqual([]);
    expect(texts(complements(prisoners, "to"))).toEqual(["Sudan"]);
  });

  it("in front of a noun are not borrowed", () => {
    const norway = word(storedParse("Speaking in Oslo, Macron praised Norway."), "Norway");
    expect(complements(norway, "in")).toEqual([]);
  });
});
