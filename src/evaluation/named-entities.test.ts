import { describe, expect, it } from "vitest";
import { type ClassedSpan, scoreSpans } from "./named-entities.ts";
import { namesReport } from "./named-entities-report.ts";

const TEXT = "Lena Brandt of the Nordic Council went to Bergen.";
const span = (words: string, kind: string): ClassedSpan => {
  const start = TEXT.indexOf(words);
  return { span: [start, start + words.length], kind };
};
const GOLD = [span("Lena Brandt", "PER"), span("Nordic Council", "ORG"), span("Bergen", "LOC")];
const score = (found: ClassedSpan[]) =>
  scoreSpans([{ id: "a", text: TEXT, gold: GOLD, found }], ["PER", "LOC", "ORG"]);

describe("scores of spans", () => {
  it.each([
    ["all as in the gold", GOLD, 3, []],
    ["nothing found", [], 0, ["missed", "missed", "missed"]],
    ["found twice counts once", [...GOLD, span("Bergen", "LOC")], 3, []],
    ["another end", [span("the Nordic Council", "ORG"), GOLD[0], GOLD[2]], 2, ["other span"]],
    ["another class", [GOLD[0], span("Nordic Council", "LOC"), GOLD[2]], 2, ["other class"]],
    ["one too many", [...GOLD, span("went", "PER")], 3, ["invented"]],
    [
      "one name in two",
      [span("Lena", "PER"), span("Brandt", "PER"), GOLD[1], GOLD[2]],
      2,
      ["other span", "invented"],
    ],
  ])("%s", (_, found, right, errors) => {
    const report = score(found as ClassedSpan[]);
    expect(report.all.right).toBe(right);
    expect(report.errors.map(({ what }) => what)).toEqual(errors);
  });

  it("counts by class", () => {
    expect(score([span("Bergen", "ORG")]).kinds).toEqual([
      { kind: "PER", gold: 1, found: 0, right: 0 },
      { kind: "LOC", gold: 1, found: 0, right: 0 },
      { kind: "ORG", gold: 1, found: 1, right: 0 },
    ]);
  });

  it("prints scores and the most frequent errors", () => {
    const texts = [
      { id: "a", text: TEXT, gold: GOLD, found: [span("Bergen", "ORG"), GOLD[0] as ClassedSpan] },
    ];
    const lines = namesReport("names", texts, ["PER", "LOC", "ORG"], { errors: 1 }).split("\n");
    expect(lines.filter((line) => /^(all|LOC)/.test(line)).map((line) => line.split(/ +/))).toEqual([
      ["all", "3", "2", "1", "50.0", "33.3", "40.0"],
      ["LOC", "1", "0", "0", "-", "0.0", "0.0"],
    ]);
    expect(lines.find((line) => line.startsWith("errors"))).toBe("errors: 1 missed, 1 other class");
    expect(lines.filter((line) => line.includes("[")).length).toBe(1);
  });
});
