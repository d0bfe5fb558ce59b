import { expect, it } from "vitest";
import { hasInfinitiveMark, isClausal, isPassive } from "./clauses.ts";
import { storedParse, word } from "./stored-parse.fixture.ts";

it.each([
  ["The rebels were arrested by police in Oslo.", "arrested", true],
  ["Norway condemned Sweden on Monday.", "condemned", false],
  ["The attacked village fell.", "attacked", true], // a participle before its noun
  ["Oslo called for calm.", "called", false], // its stored tree has the parser's slip, a passive subject
  ["Norway and Sweden are negotiating in Geneva.", "negotiating", false],
])("passive: %s - %s", (text, verb, expected) => {
  expect(isPassive(word(storedParse(text), verb))).toBe(expected);
});

it("clauses are headed by verbs and by predicates with a copula", () => {
  const parsed = storedParse("Norway is ready to help Sudan.");
  expect(["ready", "help", "Norway"].map((text) => isClausal(word(parsed, text)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(["ready", "help"].map((text) => hasInfinitiveMark(word(parsed, text)))).toEqual([false, true]);
});
