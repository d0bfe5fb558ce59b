import { beforeAll, describe, expect, test } from "vitest";
import { type Coder, createCoder } from "./coder.ts";
import { confidenceIn } from "./confidence.ts";

let coder: Coder;

beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0 });
});

function surest(text: string, publisher?: string) {
  const { told, mentions } = coder.read({
    id: "doubts",
    language: "en",
    date: "2022-03-01",
    text,
    ...(publisher !== undefined && { publisher }),
  });
  return told.map(({ meaning, event }) => ({ event, ...confidenceIn({ meaning, event, mentions }) }));
}

describe("what speaks against an event", () => {
  test.each([
    ["France condemned Syria on Monday.", "verb", ["once"]],
    ["The attack by Iran on Israel failed.", "noun", ["once", "named"]],
    ["France condemned the decision.", "verb", ["once", "single"]],
    ["France tested a missile on Monday.", "verb", ["once"]],
    ["Rebels attacked France on Monday.", "verb", ["once", "unknown"]],
    ["France criticised the rebels who had attacked Syria.", "verb", ["once", "unknown", "relative"]],
    ["France has not attacked Syria.", "verb", ["once", "unreal"]],
    // Who is known from other words is no less likely the right one.
    ["French Foreign Minister Anna Lee arrived on Monday. She condemned Syria.", "verb", ["once"]],
    ["France condemned Syria on Monday. France condemned Syria again.", "verb", []],
    ["Turkey said that France had condemned Syria.", "verb", ["once", "quoted"]],
    ["France has isolated Syria from the markets since March.", "nearest", ["once"]],
  ])("%s: %s, %j", (text, weakest, doubts) => {
    const last = surest(text).at(-1);
    expect(last).toMatchObject({ weakest, doubts });
    expect(last?.event.confidence).toBe(last?.value);
  });
});

// The text of a government tells whose its people are.
test.each([
  ["Rebels attacked France on Monday.", ["unplaced group", "unplaced actor"]],
  ["France will help our partners.", ["vague group"]],
  ["France and Germany condemned Lena Brandt.", ["unplaced"]],
  ["France condemned the Turkish minister.", []],
])("in a government's text: %s: %j", (text, doubts) => {
  expect(surest(text, "state.gov").at(-1)?.doubts).toEqual(["once", ...doubts]);
});

test("each doubt makes an event less sure, and nothing makes it surer than its words", () => {
  const [plain] = surest("France condemned Syria on Monday. France condemned Syria again.");
  const [doubted] = surest("Turkey said that rebels had condemned Syria.");
  expect(plain?.value).toBe(plain?.base);
  expect(doubted?.base).toBe(plain?.base);
  expect(doubted?.value).toBeLessThan((plain?.value ?? 0) - 0.1);
});
