import { expect, it } from "vitest";
import { classReport } from "./class-scores.ts";

it("counts by class, and means F1 over the classes of the gold", () => {
  const { accuracy, macroF1, classes, confusions } = classReport([
    ["A", "A"],
    ["A", "B"],
    ["B", "B"],
    ["C", "NONE"],
  ]);
  expect(accuracy).toBe(0.5);
  // A: 2·1/(2+1), B: 2·1/(1+2), C: 0; NONE is no class of the gold.
  expect(macroF1).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3);
  expect(classes.map(({ name, gold, predicted, right }) => [name, gold, predicted, right])).toEqual([
    ["A", 2, 1, 1],
    ["B", 1, 2, 1],
    ["C", 1, 0, 0],
  ]);
  expect(confusions).toEqual([
    ["A > B", 1],
    ["C > NONE", 1],
  ]);
});

it("of no rows is nothing, and no division by it", () => {
  expect(classReport([])).toEqual({ rows: 0, accuracy: 0, macroF1: 0, classes: [], confusions: [] });
});
