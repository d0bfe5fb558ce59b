import { expect, it } from "vitest";
import { tableWidth, wantsColours } from "./terminal.ts";

it.each([
  ["a terminal", { isTerminal: true, env: {}, isAllowed: true }, true],
  ["a pipe", { isTerminal: false, env: {}, isAllowed: true }, false],
  ["a pipe in a CI", { isTerminal: false, env: { CI: "1" }, isAllowed: true }, false],
  ["a pipe whose stream does not tell", { isTerminal: undefined, env: { CI: "1" }, isAllowed: true }, false],
  ["--no-color", { isTerminal: true, env: { FORCE_COLOR: "1" }, isAllowed: false }, false],
  ["NO_COLOR", { isTerminal: true, env: { NO_COLOR: "1" }, isAllowed: true }, false],
  [
    "NO_COLOR against FORCE_COLOR",
    { isTerminal: true, env: { NO_COLOR: "1", FORCE_COLOR: "1" }, isAllowed: true },
    false,
  ],
  ["an empty NO_COLOR", { isTerminal: true, env: { NO_COLOR: "" }, isAllowed: true }, true],
  ["FORCE_COLOR on a pipe", { isTerminal: false, env: { FORCE_COLOR: "1" }, isAllowed: true }, true],
  ["FORCE_COLOR=0 on a terminal", { isTerminal: true, env: { FORCE_COLOR: "0" }, isAllowed: true }, false],
  ["a dumb terminal", { isTerminal: true, env: { TERM: "dumb" }, isAllowed: true }, false],
])("colours for %s", (_name, wishes, expected) => {
  expect(wantsColours(wishes)).toBe(expected);
});

it.each([
  [undefined, 80],
  [100, 100],
  [200, 120],
  [10, 40],
])("a table on a terminal of %s columns fills %d", (columns, width) => {
  expect(tableWidth(columns)).toBe(width);
});
