import { describe, expect, it } from "vitest";
import { plvTexts, readPlv } from "./plv.ts";

const HEADER = "\tsentence_id\tmarked_sentence\tsource\ttarget\tgold_root\troot_L2";

function rows(...lines: string[]) {
  return readPlv([HEADER, ...lines].join("\n"), "gold.tsv");
}

describe("a row of the PLV table", () => {
  it.each([
    ["both marked", "<s>Oslo</s> sued <t>Rome</t>.", "Oslo", "Rome", ["Oslo", "Rome"]],
    ["the recipient first", "<t>Rome</t> was sued by <s>Oslo</s>.", "Oslo", "Rome", ["Oslo", "Rome"]],
    ["a closing mark without its slash", "<s>Oslo<s> sued <t>Rome<t>.", "Oslo", "Rome", ["Oslo", "Rome"]],
    [
      "marked twice: the first counts",
      "<s>Oslo</s>, <s>Oslo</s> sued <t>Rome</t>.",
      "Oslo",
      "Rome",
      ["Oslo", "Rome"],
    ],
    ["only in its own column", "<s>Oslo</s> sued Rome.", "Oslo", "Rome", ["Oslo", "Rome"]],
    ["no recipient at all", "<s>Oslo</s> complained.", "Oslo", "a recipient", ["Oslo", undefined]],
  ])("%s", (_, marked, source, target, expected) => {
    const [row] = rows(`\t7\t${marked}\t${source}\t${target}\tACCUSE\tREJECT`);
    const { text, actor, recipient } = row?.question ?? { text: "" };
    const words = [actor, recipient].map((span) => span && text.slice(...span));
    expect(text).not.toMatch(/[<>]/);
    expect(words).toEqual(expected);
    expect([row?.gold, row?.predictions.get("root_L2")]).toEqual(["ACCUSE", "REJECT"]);
  });

  it("is named by its line and id", () => {
    expect(rows("", "\t7\t<s>A</s> met <t>B</t>.\tA\tB\tCONSULT\t")[0]?.question.id).toBe("3:7");
  });

  it("without either party is refused by its line", () => {
    expect(() => rows("\t7\tNobody came.\tan actor\ta recipient\tCONSULT\t")).toThrow(
      /^gold\.tsv:2: no marked/,
    );
  });

  it("needs its columns", () => {
    expect(() => readPlv("a\tb\n", "gold.tsv")).toThrow(/^gold\.tsv:1: the header lacks sentence_id/);
  });
});

it("gives each sentence once, with the events of all its rows", () => {
  const table = rows(
    "\t7\t<s>Oslo</s> sued <t>Rome</t>.\tOslo\tRome\tACCUSE\t",
    "\t7\tOslo sued <t>Rome</t>.\tan actor\tRome\tREJECT\t",
  );
  expect(plvTexts(table)).toEqual([
    {
      text: "Oslo sued Rome.",
      events: [
        {
          id: "2:7",
          type: "ACCUSE",
          actors: [{ words: "Oslo", spans: [[0, 4]] }],
          recipients: [{ words: "Rome", spans: [[10, 14]] }],
        },
        { id: "3:7", type: "REJECT", actors: [], recipients: [{ words: "Rome", spans: [[10, 14]] }] },
      ],
    },
  ]);
});
