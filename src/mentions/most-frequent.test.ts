import { expect, it } from "vitest";
import { mostFrequent } from "./most-frequent.ts";

it.each([
  [
    ["CHN", "KAZ", "KAZ"],
    ["KAZ 2", "CHN 1"],
  ],
  [
    ["KAZ", "CHN", "CHN", "KAZ"],
    ["KAZ 2", "CHN 2"],
  ], // of equals, the first
  [[], []],
])("of %j gives %j", (values, expected) => {
  expect(mostFrequent(values).map(([value, times]) => `${value} ${times}`)).toEqual(expected);
});
