import { describe, expect, it } from "vitest";
import type { Span } from "../document/span.ts";
import { markedLines, printable } from "./marked-text.ts";

const text = "Oslo spoke. The envoy of Norway met\nhis Swedish counterpart. Both left.";
const sentence: Span = [12, 60];

function spanOf(words: string): Span {
  const start = text.indexOf(words);
  return [start, start + words.length];
}

describe("markedLines", () => {
  it("puts the marked words between guillemets, white space made single", () => {
    expect(markedLines(text, sentence, spanOf("met"), 80, {})).toEqual([
      "The envoy of Norway «met» his Swedish counterpart.",
    ]);
  });

  it("styles each line of a mark by itself", () => {
    const style = (part: string) => `<${part}>`;
    expect(markedLines(text, sentence, spanOf("Norway met\nhis"), 20, { style })).toEqual([
      "The envoy of <Norway>",
      "<met his> Swedish",
      "counterpart.",
    ]);
  });

  it("marks nothing where the words lie outside the passage", () => {
    expect(markedLines(text, sentence, spanOf("Both"), 80, {})).toEqual([
      "The envoy of Norway met his Swedish counterpart.",
    ]);
  });

  it("shows of a very long passage the part around the mark", () => {
    const long = `${"before ".repeat(500)}met${" after".repeat(500)}`;
    const lines = markedLines(long, [0, long.length], [3500, 3503], 80, {});
    expect(lines.join(" ")).toMatch(/^… .*before «met» after.* …$/);
    expect(lines.length).toBeLessThan(12);
  });
});

it.each([
  ["two\r\n lines\tof text", "two lines of text"],
  ["a \u001b[2J terminal command", "a \ufffd[2J terminal command"],
  ["right-to-left \u202eoverride", "right-to-left \ufffdoverride"],
  ["日本 é 😀", "日本 é 😀"],
])("%j is printed as %j", (given, shown) => {
  expect(printable(given)).toBe(shown);
});
