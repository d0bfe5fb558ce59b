import { expect, it } from "vitest";
import { members } from "./coordination.ts";
import { storedParse, texts, word } from "./stored-parse.fixture.ts";

it("a coordination has its members in text order; a lone word is its own", () => {
  const parsed = storedParse("Germany, France and Italy met Iran and signed a treaty.");
  expect(texts(members(word(parsed, "Germany")))).toEqual(["Germany", "France", "Italy"]);
  expect(texts(members(word(parsed, "Iran")))).toEqual(["Iran"]);
});
