import { expect, it } from "vitest";
import { KernelMemory } from "../../language/parser/kernels.ts";
import { SeededRandom } from "../random.ts";
import { type Batch, type DropRates, Network } from "./network.ts";

const SHAPE = {
  words: 10,
  wordWidth: 8,
  affixWidth: 8,
  vectorWidth: 8,
  size: 8,
  layers: 3,
  arcWidth: 16,
  relationWidth: 16,
  tags: 5,
  deprels: 6,
};
const NOTHING: DropRates = { word: 0, all: 0, input: 0, layer: 0, hidden: 0 };
const TOKENS = 24;
const STEP = 4e-3;

/** Two sentences with words, affixes, tags and heads by simple arithmetic. */
function madeBatch(random: SeededRandom): Batch {
  const each = <T>(value: (token: number) => T) => Array.from({ length: TOKENS }, (_, i) => value(i));
  return {
    starts: [0, 11, TOKENS],
    words: Int32Array.from(each((i) => i % 9)),
    affixes: each((i) => [i * 7, i * 13 + 5]),
    vectors: Float32Array.from({ length: TOKENS * SHAPE.vectorWidth }, () => random.next() - 0.5),
    tag: each((i) => i % SHAPE.tags),
    head: each((i) => (i === 3 || i === 15 ? -1 : i < 11 ? (i + 3) % 11 : 11 + ((i * 5) % 13))),
    deprel: each((i) => i % SHAPE.deprels),
  };
}

it("has the gradients that small changes of its weights show", () => {
  const random = new SeededRandom(3);
  const batch = madeBatch(random);
  const network = new Network(new KernelMemory(64e6), SHAPE, random);
  const { tape } = network;
  const loss = () => Object.values(network.learn(batch, NOTHING)).reduce((sum, part) => sum + part, 0);
  loss();
  for (const parameter of tape.parameters) {
    const values = tape.values(parameter);
    const gradients = tape.gradients(parameter);
    // The weight that matters most: elsewhere rounding hides the change.
    let index = 0;
    for (let i = 0; i < gradients.length; i++)
      if (Math.abs(gradients[i] as number) > Math.abs(gradients[index] as number)) index = i;
    const expected = gradients[index] as number;
    const saved = values[index] as number;
    values[index] = saved + STEP;
    const above = loss();
    values[index] = saved - STEP;
    const below = loss();
    values[index] = saved;
    for (const other of tape.parameters) tape.gradients(other).fill(0);
    loss();
    const shown = (above - below) / (2 * STEP);
    expect(Math.abs(shown - expected), parameter.name).toBeLessThan(2e-3 + 0.1 * Math.abs(expected));
  }
});
