import { describe, expect, it } from "vitest";
import { counted } from "./counted.ts";
import { storedParse, texts, word } from "./stored-parse.fixture.ts";

describe("what is counted", () => {
  it.each([
    ["Norway withdrew some of its troops from Mali.", "some", ["troops"]],
    ["Norway freed 20 of the ships.", "20", ["ships"]],
    ["Norway withdrew some of its troops from Mali.", "troops", ["troops"]], // counts nothing
  ])("%s - %s", (text, at, expected) => {
    expect(texts(counted(word(storedParse(text), at)))).toEqual(expected);
  });
});
