import { beforeAll, describe, expect, test } from "vitest";
import { type Coder, createCoder } from "./coder.ts";
import { confidenceIn } from "./confidence.ts";

let coder: Coder;

beforeAll(async () => {
  coder = await createCoder();
});

function surest(text: string) {
  const told = coder.read({ id: "doubts", language: "en", date: "2022-03-01", text }).told;
  return told.map(({ meaning, event }) => ({ event, ...confidenceIn(meaning, event) }));
}

describe("what speaks against an event", () => {
  test.each([
    ["France condemned Syria on Monday.", "verb", []],
    ["The attack by Iran on Israel failed.", "noun", []],
    ["France condemned the decision.", "verb", ["single"]],
    ["Rebels attacked France on Monday.", "verb", ["unknown"]],
    // Who is known from other words is no less likely the right one.
    ["French Foreign Minister Anna Lee arrived on Monday. She condemned Syria.", "verb", []],
    ["Turkey said that France had condemned Syria.", "verb", ["quoted"]],
    ["France has isolated Syria from the markets since March.", "nearest", []],
  ])("%s: %s, %j", (text, weakest, doubts) => {
    const last = surest(text).at(-1);
    expect(last).toMatchObject({ weakest, doubts });
    expect(last?.event.confidence).toBe(last?.value);
  });
});

test("each doubt makes an event less sure, and nothing makes it surer than its words", () => {
  const [plain] = surest("France condemned Syria on Monday.");
  const [doubted] = surest("Turkey said that rebels had condemned Syria.");
  expect(plain?.value).toBe(plain?.base);
  expect(doubted?.base).toBe(plain?.base);
  expect(doubted?.value).toBeLessThan((plain?.value ?? 0) - 0.1);
});
