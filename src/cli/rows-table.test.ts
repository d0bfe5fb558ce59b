import pc from "picocolors";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { rowsTable } from "./rows-table.ts";

const colours = pc.createColors(false);
const text = (name: string) => ({ name, isNumeric: false });

describe("a table of rows", () => {
  it("cuts the widest columns until all fit", () => {
    const table = rowsTable(
      [text("code"), text("sentence"), text("title")],
      [["041", "Wang Yi spoke by phone with Tleuberdi.", "A call"]],
      { width: 30, colours },
    );
    expect(table).toBe(
      `code  sentence          title
────  ────────────────  ──────
041   Wang Yi spoke b…  A call
`,
    );
  });

  it("becomes a block a row where there are too many columns", () => {
    const names = ["one", "two", "three", "four", "five"].map(text);
    const row = ["1234567890", "1234567890", "1234567890", "a sentence that goes on over the end", ""];
    expect(rowsTable(names, [row, row], { width: 30, colours })).toBe(
      `${[1, 2]
        .map(() =>
          [
            "one    1234567890",
            "two    1234567890",
            "three  1234567890",
            "four   a sentence that goes on",
            "       over the end",
            "five",
          ].join("\n"),
        )
        .join("\n\n")}\n`,
    );
  });

  it.each([
    ["wide characters", "第三方第三方第三方第三方第三方第三方"],
    ["a flag and an emoji", "🇰🇿 🕊️ 🇰🇿 🕊️ 🇰🇿 🕊️ 🇰🇿 🕊️ 🇰🇿 🕊️ 🇰🇿 🕊️"],
    ["what a terminal would obey", "\u001b[31mred\u001b[0m\r\n\tand more and more and more"],
  ])("keeps to its width with %s", (_what, cell) => {
    const table = rowsTable([text("a"), text("b")], [[cell, cell]], { width: 24, colours });
    expect(table).not.toContain("\u001b");
    for (const line of table.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(24);
  });
});
