import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { TreeWord } from "../coding/explanation.ts";
import { coloursFor } from "./terminal.ts";
import { treeLines } from "./tree-text.ts";

const colours = coloursFor({ isTerminal: false, env: {}, isAllowed: false });

/** Words as `text relation head`, heads counted from 0, `-` at the root; a part behind them. */
function treeOf(text: string, rows: readonly string[]): TreeWord[] {
  let end = 0;
  return rows.map((row, index) => {
    const [word = "", relation = "", head = "-", part] = row.split(" ");
    const start = text.indexOf(word, end);
    end = start + word.length;
    return {
      index,
      text: word,
      span: [start, end],
      lemma: word,
      upos: "X",
      relation,
      head: head === "-" ? null : Number(head),
      ...(part === undefined ? {} : { part: part as NonNullable<TreeWord["part"]> }),
    };
  });
}

function drawn(
  text: string,
  rows: readonly string[],
  options: { width?: number; whole?: boolean } = {},
): string[] {
  return treeLines(text, treeOf(text, rows), { width: 80, whole: false, colours, ...options });
}

const TEXT = "Wang said Norway firmly condemned Sweden";
const ROWS = [
  "Wang nsubj 1",
  "said root -",
  "Norway nsubj 4 actor",
  "firmly advmod 4",
  "condemned ccomp 1 trigger",
  "Sweden obj 4 recipient",
];

describe("a tree", () => {
  it("shows the words that matter, from the word that holds them together", () => {
    expect(drawn(TEXT, ROWS)).toEqual([
      "clause: condemned  <- event",
      "├─ subject: Norway  <- actor",
      "└─ object: Sweden  <- recipient",
    ]);
  });

  it("shows what lies between them", () => {
    const rows = ["Wang nsubj 1 speaker", "said root - cue", ...ROWS.slice(2)];
    expect(drawn(TEXT, rows)).toEqual([
      "said  <- says so",
      "├─ subject: Wang  <- speaker",
      "└─ clause: condemned  <- event",
      "   ├─ subject: Norway  <- actor",
      "   └─ object: Sweden  <- recipient",
    ]);
  });

  it("shows all words where the whole is asked for", () => {
    expect(drawn(TEXT, ROWS, { whole: true })).toHaveLength(ROWS.length);
    expect(drawn(TEXT, ROWS, { whole: true })).toContain("   ├─ adverb: firmly");
  });

  it("shows a party's words as one phrase, without their own inner tree", () => {
    const text = "the Indian minister met Oslo";
    const tree = treeOf(text, [
      "the det 2",
      "Indian amod 2",
      "minister nsubj 3 actor",
      "met root - trigger",
      "Oslo obj 3",
    ]);
    const phrased = tree.map((word) =>
      word.part === "actor" ? { ...word, phrase: [0, 19] as const } : word,
    );
    const lines = (whole: boolean) => treeLines(text, phrased, { width: 80, colours, whole });
    expect(lines(false)).toEqual(["met  <- event", "└─ subject: the Indian minister  <- actor"]);
    expect(lines(true)).toContain("├─ subject: minister  <- actor");
  });

  it("fits the width, its words cut", () => {
    const lines = drawn(
      "met Republikanischerverbandsausschuss",
      ["met root - trigger", "Republikanischerverbandsausschuss obj 0 recipient"],
      {
        width: 40,
      },
    );
    expect(lines.every((line) => stringWidth(line) <= 40)).toBe(true);
    expect(lines[1]).toMatch(/… {2}<- recipient$/);
  });

  it("of several roots is drawn one below the other", () => {
    expect(drawn("Norway attacked", ["Norway root - actor", "attacked root - trigger"])).toEqual([
      "Norway  <- actor",
      "attacked  <- event",
    ]);
  });

  it("of no words has no lines", () => expect(drawn("", [])).toEqual([]));
});
