import { expect, it } from "vitest";
import { count, counted, duration, rate } from "./figures.ts";

it.each([
  [0, "0.0 s"],
  [3210, "3.2 s"],
  [48_400, "48 s"],
  [320_000, "5 min 20 s"],
  [359_900, "6 min 0 s"],
  [7_500_000, "2 h 5 min"],
])("%d ms is %s", (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

it("sets thousands off", () => {
  expect(count(1234567)).toBe("1,234,567");
});

it.each([
  [0, "0 documents"],
  [1, "1 document"],
  [1204, "1,204 documents"],
])("counts %d things", (number, text) => {
  expect(counted(number, "document")).toBe(text);
});

it.each([
  [1, 22_000, "0.045"],
  [38, 10_000, "3.8"],
  [0, 1000, "0"],
  [270, 10_000, "27"],
  [12_040, 10_000, "1,204"],
])("%d in %d ms is %s a second", (number, milliseconds, text) => {
  expect(rate(number, milliseconds)).toBe(text);
});
