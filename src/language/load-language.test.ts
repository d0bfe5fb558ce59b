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
  [...english.parse(text).sentences()].map((s) => s.tokens.map((t) => t.text).join(" "));
const sentencesOf = (text: string) => [...english.parse(text).sentences()].map((s) => s.text);

describe("tokens", () => {
  it.each([
    ["They don't know.", "They do n't know ."],
    ["He can’t go; it cannot be.", "He ca n’t go ; it can not be ."],
    [
      "Kazakhstan's future, the ministers' meeting, Moscow’s",
      "Kazakhstan 's future , the ministers ' meeting , Moscow ’s",
    ],
    ["Sana'a, Xi'an, Qa’ida, O'Neill", "Sana'a , Xi'an , Qa’ida , O'Neill"], // not endings
    ["a two-state solution, U.S.-China talks", "a two - state solution , U.S. - China talks"],
    ["anti-terrorism co-operation", "anti-terrorism co-operation"], // prefixes stay on, as in EWT
    ["Gen. Milley met 3,000 people in the U.S. today.", "Gen. Milley met 3,000 people in the U.S. today ."],
    ["It fell 3.5% on Jan. 10.", "It fell 3.5 % on Jan. 10 ."],
    ["$1.2 million at 12:30 on 2022-01-10", "$ 1.2 million at 12:30 on 2022 - 01 - 10"],
    ["See https://www.state.gov/x?y=1, or www.un.org.", "See https://www.state.gov/x?y=1 , or www.un.org ."],
    ["Write to press-office@state.gov.", "Write to press-office@state.gov ."],
    ["#StandWithUkraine and @POTUS", "#StandWithUkraine and @POTUS"],
    ["The café’s owner — a Nigerian — spoke 😀.", "The café ’s owner — a Nigerian — spoke 😀 ."],
    ["Cafe\u0301 Lu\u00a0Kang met... and adjourned.", "Cafe\u0301 Lu Kang met ... and adjourned ."],
    ["Muḥammad bin Salmān and Đặng Văn Lâm", "Muḥammad bin Salmān and Đặng Văn Lâm"],
  ])("%s", (text, expected) => {
    expect(tokensOf(text).join(" ")).toBe(expected);
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
    ["He met Gen. Milley. || They spoke.", "a title is no end"],
    ["The U.S. Embassy closed. || It was Jan. 10.", "nor a country or a month before its noun or number"],
    ["Mr. Lee, Ph.D., of Acme Inc. agreed. || Acme Corp. did not.", "nor a company"],
    ["J. R. R. Smith spoke. || He left.", "nor an initial"],
    ["It fell by 3.5 points. || Markets rose.", "nor a decimal point"],
    ['He asked: "Why?" || She left.', "a quoted question ends where the next sentence begins"],
    ['"We will go," he said. || "We must."', "a quotation goes on in the next sentence"],
    ["“We will not yield,” said J. R. R. Smith. || “Never.”", "also with curly quotes"],
    ["\"He told me, 'Go home,' and I did,\" she said.", "quotes in quotes"],
    ["KYIV — || “It is war,” President Zelenskyy wrote.", "a dateline stands alone"],
    ["WASHINGTON, D.C., March 20 - || The U.S. left. || It returned.", "with its day"],
    ["The Council met... and adjourned.", "an ellipsis in the middle"],
    ["Wang Yi met Mukhtar Tleuberdi. || The two sides agreed.", "names the model never saw"],
    ["A headline without a stop\n\n||The text begins.", "a blank line always ends a sentence"],
    ["PRESIDENT MEETS ALLIES IN BRUSSELS\n||The talks lasted three hours.", "so does a line of its own"],
    ["• Support for Ukraine\n||• Sanctions on Russia\n||• Energy security", "and each item of a list"],
    ["1. The parties agree.\n||2. The parties confirm.", "with its number"],
    [
      "The foreign ministers of the two countries met in Geneva on Friday to\r\ndiscuss the agreement, which both want to keep. || They left.",
      "a wrapped line goes on",
    ],
  ])("%s (%s)", (marked) => {
    const parts = marked.split("||");
    const text = parts.join("").replaceAll("  ", " ");
    expect(sentencesOf(text)).toEqual(parts.map((part) => part.trim()));
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
