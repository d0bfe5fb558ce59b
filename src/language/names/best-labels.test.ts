import fc from "fast-check";
import { expect, it } from "vitest";
import { BestLabels } from "./best-labels.ts";
import { LABEL_COUNT, labelOf, mayFollow } from "./labels.ts";

const STRIDE = 16;

function chainScore(labels: readonly number[], scores: Float32Array, transitions: Float32Array): number {
  return labels.reduce((sum, label, i) => {
    const before = labels[i - 1];
    const step = before === undefined ? 0 : (transitions[before * STRIDE + label] as number);
    return sum + step + (scores[i * STRIDE + label] as number);
  }, 0);
}

/** All chains of labels that spell names out. */
function chains(length: number): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < length; i++)
    all = all.flatMap((chain) =>
      Array.from({ length: LABEL_COUNT }, (_, label) => label)
        .filter((label) => mayFollow(chain.at(-1), label))
        .map((label) => [...chain, label]),
    );
  return all.filter((chain) => mayFollow(chain.at(-1), undefined));
}

it("finds the best of all chains", () => {
  const numbers = (length: number) =>
    fc.array(fc.integer({ min: -40, max: 40 }), { minLength: length, maxLength: length });
  fc.assert(
    fc.property(numbers(3 * STRIDE), numbers(LABEL_COUNT * STRIDE), (some, steps) => {
      const scores = Float32Array.from(some);
      const transitions = Float32Array.from(steps);
      const out = new Uint8Array(4);
      new BestLabels(transitions, STRIDE).write(scores, 0, STRIDE, 3, out, 1);
      const best = Math.max(...chains(3).map((chain) => chainScore(chain, scores, transitions)));
      expect(chainScore([...out.subarray(1)], scores, transitions)).toBe(best);
      expect(out[0]).toBe(0);
    }),
    { numRuns: 25 },
  );
});

it("keeps a name open no longer than the sentence", () => {
  const scores = new Float32Array(STRIDE);
  scores[labelOf("PER", 0, 2)] = 9;
  const out = new Uint8Array(1);
  new BestLabels(new Float32Array(LABEL_COUNT * STRIDE), STRIDE).write(scores, 0, STRIDE, 1, out, 0);
  expect(out[0]).not.toBe(labelOf("PER", 0, 2));
});
