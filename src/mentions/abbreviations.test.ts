import { expect, it } from "vitest";
import { actorsIn } from "./stored-parse.fixture.ts";

it.each([
  // introduced: another body than the one best known by these letters
  [
    "The United States praised the Congressional Black Caucus (CBC). CBC thanked Oman.",
    "CBC = Congressional Black Caucus USALEG",
  ],
  ["CBC and Canada agreed.", "CBC = CBC CANMED"],
  ["Norway praised the European Union (EU).", "EU = European Union IGOEUREEC"],
  ["Soldiers fought the AA in Myanmar.", "AA = Arakan Army MMRREB"],
])("an abbreviation means what the text says of it: %s", (text, expected) => {
  expect(actorsIn(text, { publisher: "whitehouse.gov" })).toContain(expected);
});

it("short letters are nobody's abroad in a government's text that says nothing of that country", () => {
  const text = "The President thanked the AA community.";
  expect(actorsIn(text, { publisher: "whitehouse.gov" }).join()).not.toContain("MMR");
  expect(actorsIn(text).join()).toContain("AA community MMR");
});
