import { describe, expect, it } from "vitest";
import { LineBreaks } from "./line-breaks.ts";

/** Whether the break behind the given words is a wrap. */
function wrapsAfter(text: string, words: string): boolean {
  return new LineBreaks(text).isWrapped(text.indexOf(words) + words.length);
}

const WRAPPED = [
  "Talks in Geneva",
  "The foreign ministers of the two countries met in Geneva on Friday to discuss",
  "the future of the agreement, which both sides want to keep. They did not say",
  "when they will meet again.",
  "- The first item is long enough to reach the margin, or at least nearly so it",
  "- The second item",
].join("\n");

describe("a line break", () => {
  it.each([
    ["met in Geneva on Friday to discuss", true, "the next word would not have fitted"],
    ["They did not say", true, "nor here"],
    ["Talks in Geneva", false, "a headline leaves room for the next word"],
    ["when they will meet again.", false, "the end of a paragraph leaves room too"],
    ["or at least nearly so it", false, "a list item follows"],
  ])("after %j in a wrapped text: wrap %s, %s", (words, expected) => {
    expect(wrapsAfter(WRAPPED, words)).toBe(expected);
    expect(wrapsAfter(WRAPPED.replaceAll("\n", "\r\n"), words)).toBe(expected);
  });

  it("ends a paragraph where lines are as long as paragraphs", () => {
    const text = `${"word ".repeat(60)}end.\n${"word ".repeat(60)}`;
    expect(wrapsAfter(text, "end.")).toBe(false);
  });

  it("ends a line where all lines are short", () => {
    expect(wrapsAfter("Support for Ukraine\nSanctions", "Support for Ukraine")).toBe(false);
  });
});
