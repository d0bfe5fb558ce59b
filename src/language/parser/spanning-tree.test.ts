import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanningTree } from "./spanning-tree.ts";

/** Rows are dependents from node 1, columns heads from the root. */
function matrixOf(rows: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from([[...(rows[0] as number[])].fill(0), ...rows].flat());
}

function scoreOf(scores: Float32Array, heads: readonly number[], count: number): number {
  return heads.reduce((sum, head, d) => (d === 0 ? sum : sum + (scores[d * count + head] as number)), 0);
}

function isTree(heads: readonly number[]): boolean {
  return heads.every((_, start) => {
    let node = start;
    for (let steps = 0; steps <= heads.length && node !== 0; steps++) node = heads[node] as number;
    return node === 0;
  });
}

/** The best score of all trees with one root, by trying every choice of heads. */
function bestByTrial(scores: Float32Array, count: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(count).fill(0);
  const tryFrom = (d: number): void => {
    if (d === count) {
      if (heads.slice(1).filter((h) => h === 0).length === 1 && isTree(heads))
        best = Math.max(best, scoreOf(scores, heads, count));
      return;
    }
    for (let h = 0; h < count; h++) {
      heads[d] = h;
      tryFrom(d + 1);
    }
  };
  tryFrom(1);
  return best;
}

describe("the spanning tree", () => {
  it.each([
    [
      "takes the best heads when they are a tree",
      [
        [9, 0, 1],
        [1, 9, 0],
      ],
      [0, 1],
    ],
    [
      "breaks a cycle where it costs least",
      [
        [5, 0, 9],
        [1, 9, 0],
      ],
      [0, 1],
    ],
    [
      "gives the root one dependent only",
      [
        [9, 0, 1],
        [8, 2, 0],
      ],
      [0, 1],
    ],
    ["gives one token the root", [[3, 5]], [0]],
  ])("%s", (_, rows, heads) => {
    const count = rows.length + 1;
    expect([...spanningTree(matrixOf(rows), count, count)].slice(1)).toEqual(heads);
  });

  it("scores as high as the best of all trees with one root", () => {
    const matrices = fc.integer({ min: 2, max: 5 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        values: fc.array(fc.integer({ min: -20, max: 20 }), {
          minLength: count * count,
          maxLength: count * count,
        }),
      }),
    );
    fc.assert(
      fc.property(matrices, ({ count, values }) => {
        const scores = Float32Array.from(values);
        const heads = [...spanningTree(scores, count, count)];
        expect(isTree(heads)).toBe(true);
        expect(scoreOf(scores, heads, count)).toBe(bestByTrial(scores, count));
      }),
      { numRuns: 300 },
    );
  });
});
