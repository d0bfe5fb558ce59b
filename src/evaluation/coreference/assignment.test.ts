import fc from "fast-check";
import { expect, it } from "vitest";
import { bestAssignment } from "./assignment.ts";

function byTrying(
  weights: readonly (readonly number[])[],
  row = 0,
  used: ReadonlySet<number> = new Set(),
): number {
  const rest = weights[row];
  if (rest === undefined) return 0;
  const without = byTrying(weights, row + 1, used);
  const withOne = rest.map((weight, column) =>
    used.has(column) ? 0 : weight + byTrying(weights, row + 1, new Set([...used, column])),
  );
  return Math.max(without, ...withOne);
}

it.each([
  ["nothing", [], 0],
  ["rows without columns", [[], []], 0],
  [
    "the greedy pair is not the best",
    [
      [3, 2],
      [2, 0],
    ],
    4,
  ],
  ["more rows than columns", [[1], [5], [2]], 5],
])("%s", (_, weights, expected) => {
  expect(bestAssignment(weights)).toBe(expected);
});

it("is as good as any pairing", () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(20), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(fc.property(matrix, (weights) => bestAssignment(weights) === byTrying(weights)));
});
