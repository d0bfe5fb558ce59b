import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "./language.ts";
import { loadLanguage } from "./load-language.ts";
import { ROOT } from "./parsed-document.ts";

let english: Language;
beforeAll(async () => {
  english = await loadLanguage("en");
});

const tokensOf = (text: string) =>
  [...english.parse(text).sentences()].map((s) => s.tokens.map((t) => t.text));
const sentencesOf = (text: string) => [...english.parse(text).sentences()].map((s) => s.text);

describe("tokens", () => {
  it.each([
    ["They don't know.", ["They", "do", "n't", "know", "."]],
    ["He can’t go.", ["He", "ca", "n’t", "go", "."]],
    ["It cannot be.", ["It", "can", "not", "be", "."]],
    ["Kazakhstan's future", ["Kazakhstan", "'s", "future"]],
    ["a two-state solution", ["a", "two", "-", "state", "solution"]],
    [
      "Gen. Milley met 3,000 people in the U.S. today.",
      ["Gen.", "Milley", "met", "3,000", "people", "in", "the", "U.S.", "today", "."],
    ],
    [
      "Write to press@state.gov or see https://www.state.gov/x/y.",
      ["Write", "to", "press@state.gov", "or", "see", "https://www.state.gov/x/y", "."],
    ],
    ["It fell 3.5% on Jan. 10.", ["It", "fell", "3.5", "%", "on", "Jan.", "10", "."]],
  ])("%s", (text, expected) => {
    expect(tokensOf(text).flat()).toEqual(expected);
  });

  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom(
      "don't",
      "U.S.",
      "👩‍👩‍👧",
      "e\u0301te\u0301",
      "“Yes,”",
      "\u00a0",
      "\r\n",
      "\n\n",
      " ",
      "(Xinhua)",
      "--",
      "#peace",
      "a.b@c.org",
    ),
  );
  it("are the text's own slices, in order, with nothing but white space between", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const { columns, sentenceStart, tokenCount } = english.parse(text);
        let position = 0;
        for (let i = 0; i < tokenCount; i++) {
          const [start, end] = [columns.start[i] as number, columns.end[i] as number];
          expect(text.slice(position, start).replace(/[\s\u200b]/g, "")).toBe("");
          expect(end).toBeGreaterThan(start);
          position = end;
        }
        expect(text.slice(position).replace(/[\s\u200b]/g, "")).toBe("");
        expect(sentenceStart.at(-1)).toBe(tokenCount);
      }),
      { numRuns: 200 },
    );
  });
});

describe("sentences", () => {
  it.each([
    ["He met Gen. Milley. They spoke.", ["He met Gen. Milley.", "They spoke."]],
    ["The U.S. Embassy closed. It was Jan. 10.", ["The U.S. Embassy closed.", "It was Jan. 10."]],
    ["A headline without a stop\n\nThe text begins.", ["A headline without a stop", "The text begins."]],
    ['"We will go," he said. "We must."', ['"We will go," he said.', '"We must."']],
  ])("%s", (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it("has none in an empty text", () => {
    expect(english.parse("").sentenceCount).toBe(0);
    expect(english.parse(" \n ").sentenceCount).toBe(0);
  });
});

describe("tags, lemmas and trees", () => {
  it("reads a passive clause", () => {
    const sentence = english.parse("Two soldiers were killed by rebels on Monday.").sentence(0);
    expect(sentence.root.lemma).toBe("kill");
    expect(sentence.root.feature("Voice")).toBe("Pass");
    expect(sentence.root.dependent("nsubj:pass")?.lemma).toBe("soldier");
  });

  it("gives every sentence one root", () => {
    const document = english.parse("Wang phoned his counterpart. Talks began!");
    for (const sentence of document.sentences()) {
      expect(sentence.tokens.filter((t) => document.columns.head[t.index] === ROOT)).toHaveLength(1);
    }
  });

  it("gives the same analysis twice", () => {
    const text = "The Biden-Harris Administration condemned the attack.";
    expect(english.parse(text).columns).toEqual(english.parse(text).columns);
  });
});
