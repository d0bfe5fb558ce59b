import { expect, it } from "vitest";
import { conllF1, coreferenceTallies, ratesOf, summed } from "./coreference-scores.ts";

const clusters = (text: string) =>
  text
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => [...part]);

// Worked by hand. The third is the example of Bagga and Baldwin: one wrong link, between small clusters or large ones.
it.each([
  ["the same", "abc de", "abc de", [1, 1], [1, 1], [1, 1]],
  ["nothing found", "abc", "", [0, 0], [0, 0], [0, 0]],
  [
    "two of three joined",
    "abcde fg hijkl",
    "abcde fghijkl",
    [9 / 10, 9 / 9],
    [(5 + 4 / 7 + 25 / 7) / 12, 1],
    [(1 + 10 / 12) / 2, (1 + 10 / 12) / 3],
  ],
  ["one cut in two", "abcd", "ab cd", [1, 2 / 3], [1, 1 / 2], [4 / 6 / 2, 4 / 6]],
  [
    "mentions of other things",
    "abc",
    "abx yz",
    [1 / 3, 1 / 2],
    [(2 / 3 + 2 / 3) / 5, (2 / 3 + 2 / 3) / 3],
    [4 / 6 / 2, 4 / 6],
  ],
])("%s: %s as %s", (_, gold, found, muc, bCubed, ceafe) => {
  const tallies = coreferenceTallies(clusters(gold), clusters(found));
  const rates = [tallies.MUC, tallies["B³"], tallies.CEAFe].map((tally) => ratesOf(tally).slice(0, 2));
  for (const [i, expected] of [muc, bCubed, ceafe].entries()) {
    expect(rates[i]?.[0]).toBeCloseTo(expected[0] as number);
    expect(rates[i]?.[1]).toBeCloseTo(expected[1] as number);
  }
});

it("counts mentions whatever their clusters", () => {
  expect(coreferenceTallies(clusters("ab cd"), clusters("ac xy")).mentions).toEqual({
    precise: 2,
    found: 4,
    recalled: 2,
    gold: 4,
  });
});

it("adds documents up before it divides, and means three measures", () => {
  const both = summed([
    coreferenceTallies(clusters("ab"), clusters("ab")),
    coreferenceTallies(clusters("abcd"), []),
  ]);
  // MUC: 1 of 4 links; B³: 2 of 6 mentions; CEAFe: 1 of 2 clusters; all that is found is right.
  expect(conllF1(both)).toBeCloseTo((2 / 5 + 2 / 4 + 2 / 3) / 3);
});
