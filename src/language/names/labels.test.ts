import { expect, it } from "vitest";
import { LABEL_COUNT, labelOf, mayFollow, namesOfLabels, OUTSIDE } from "./labels.ts";

it("spells names out in labels and reads them again", () => {
  const names = [
    { start: 0, end: 1, kind: "PER" },
    { start: 1, end: 3, kind: "ORG" },
    { start: 4, end: 8, kind: "LOC" },
  ] as const;
  const labels = new Uint8Array(9);
  for (const { start, end, kind } of names)
    for (let i = start; i < end; i++) labels[i] = labelOf(kind, i - start, end - start);
  expect(namesOfLabels(labels)).toEqual(names);
});

const first = labelOf("PER", 0, 3);
const inside = labelOf("PER", 1, 3);
const last = labelOf("PER", 2, 3);
const single = labelOf("PER", 0, 1);

it.each([
  ["a name goes on to its last word", first, last, true],
  ["and on", inside, inside, true],
  ["not into another kind", first, labelOf("ORG", 1, 2), false],
  ["is not left open", first, OUTSIDE, false],
  ["nor by the end", inside, undefined, false],
  ["nor begun inside", OUTSIDE, inside, false],
  ["nor at the start", undefined, last, false],
  ["two names side by side", last, single, true],
  ["a name alone", undefined, single, true],
  ["the end after a name", last, undefined, true],
])("%s", (_, before, after, expected) => {
  expect(mayFollow(before, after)).toBe(expected);
});

it("has a label for each place in a name of each kind", () => {
  const labels = ["PER", "LOC", "ORG"].flatMap((kind) =>
    [1, 3].flatMap((length) => Array.from({ length }, (_, i) => labelOf(kind as "PER", i, length))),
  );
  expect(new Set([OUTSIDE, ...labels]).size).toBe(LABEL_COUNT);
});
