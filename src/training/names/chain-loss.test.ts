import { expect, it } from "vitest";
import { LABEL_COUNT, labelOf } from "../../language/names/labels.ts";
import { KernelMemory } from "../../language/parser/kernels.ts";
import { padded, Tape } from "../parser/tape.ts";
import { SeededRandom } from "../random.ts";
import { chainLoss } from "./chain-loss.ts";

const WIDTH = padded(LABEL_COUNT);
const STARTS = [0, 3, 4];
const GOLD = [labelOf("PER", 0, 2), labelOf("PER", 1, 2), 0, labelOf("LOC", 0, 1)];

function run(change?: { of: "scores" | "transitions"; at: number; by: number }) {
  const random = new SeededRandom(3);
  const tape = new Tape(new KernelMemory(2 ** 20));
  const transitions = tape.parameter("transitions", LABEL_COUNT, LABEL_COUNT, 1, random);
  tape.begin({ isTraining: true });
  const scores = tape.tensor(GOLD.length, LABEL_COUNT);
  const values = { scores: tape.values(scores), transitions: tape.values(transitions) };
  for (let i = 0; i < values.scores.length; i++) values.scores[i] = random.next() * 2 - 1;
  if (change !== undefined)
    values[change.of][change.at] = (values[change.of][change.at] as number) + change.by;
  const loss = chainLoss(tape, scores, transitions, STARTS, GOLD);
  return { loss, scores: tape.gradients(scores), transitions: tape.gradients(transitions) };
}

it.each([
  ["scores", 0],
  ["scores", 2 * WIDTH + 5],
  ["scores", WIDTH + labelOf("PER", 1, 2)],
  ["scores", 3 * WIDTH + labelOf("LOC", 0, 1)],
  ["transitions", labelOf("PER", 0, 2) * WIDTH + labelOf("PER", 1, 2)],
  ["transitions", labelOf("PER", 0, 2) * WIDTH + labelOf("ORG", 1, 2)],
  ["transitions", 0],
] as const)("has the gradient of %s %i", (of, at) => {
  const step = 1e-2;
  const slope = (run({ of, at, by: step }).loss - run({ of, at, by: -step }).loss) / (2 * step);
  expect(run()[of][at]).toBeCloseTo(slope, 4);
});

it("is small where the gold stands out", () => {
  let loss = run().loss;
  for (const [i, label] of GOLD.entries()) {
    const surer = run({ of: "scores", at: i * WIDTH + label, by: 5 }).loss;
    expect(surer).toBeLessThan(loss);
    loss = run().loss;
  }
});
