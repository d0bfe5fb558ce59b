import type { ParserSections, TrainingTrees } from "../../language/parser/dependency-parser.ts";
import { KernelMemory } from "../../language/parser/kernels.ts";
import { SeededRandom } from "../random.ts";
import { withNewsSentences } from "./augment.ts";
import { BatchMaker, knownWords } from "./batches.ts";
import { restoreCheckpoint, saveCheckpoint } from "./checkpoint.ts";
import { exportNetwork } from "./export-network.ts";
import { type DropRates, type Losses, Network, type NetworkShape } from "./network.ts";
import type { TextVectors } from "./text-vectors.ts";

/** Sizes chosen by measuring, see `models/parser-experiments.md`. */
export type NetworkSizes = Pick<
  NetworkShape,
  "wordWidth" | "affixWidth" | "size" | "layers" | "arcWidth" | "relationWidth"
>;

export const NETWORK_SIZES: NetworkSizes = {
  wordWidth: 64,
  affixWidth: 64,
  size: 96,
  layers: 3,
  arcWidth: 96,
  relationWidth: 128,
};

export interface ParserTrainingOptions {
  readonly seed: number;
  /** Passes over the sentences. */
  readonly epochs: number;
  readonly vectors: TextVectors;
  readonly sizes?: NetworkSizes;
  /** File that keeps the state after each pass, so that a stopped training goes on from there. */
  readonly checkpoint?: string;
  /** Told after each pass, with the mean losses. */
  readonly onEpoch?: (epoch: number, losses: Losses) => void;
}

const MEMORY_BYTES = 768 * 2 ** 20;
/** A batch is as many sentences as reach this number of tokens. */
const BATCH_TOKENS = 300;
const TOP_RATE = 3e-3;
/** The part of all steps in which the rate still rises. */
const WARM_UP = 0.02;
const DROP_RATES: DropRates = { word: 0.15, all: 0.05, input: 0.1, layer: 0.1, hidden: 0.1 };
/** Sentences run through the finished network to see how large its inner values get. */
const RANGE_SENTENCES = 2000;

/** Trains the parser's network on the trees and on sentences made from them; the same input and seed give the same bytes, whether or not it was stopped on the way. */
export function trainParser(
  treebank: TrainingTrees,
  deprels: readonly string[],
  options: ParserTrainingOptions,
): ParserSections {
  const words = knownWords(treebank.forms);
  const random = new SeededRandom(options.seed);
  const trees = withNewsSentences(treebank, deprels, random);
  const batches = new BatchMaker(trees, words, options.vectors);
  const network = new Network(
    new KernelMemory(MEMORY_BYTES),
    {
      ...(options.sizes ?? NETWORK_SIZES),
      words: words.length + 1,
      vectorWidth: options.vectors.table.width,
      tags: 1 + trees.tag.reduce((most, tag) => Math.max(most, tag), 0),
      deprels: deprels.length,
    },
    random,
  );
  learn(network, trees, batches, random, options);
  const sentenceCount = trees.sentenceStart.length - 1;
  for (let s = 0; s < Math.min(RANGE_SENTENCES, sentenceCount); s++) network.predict(batches.batch([s]));
  return exportNetwork(network, deprels, words, options.vectors);
}

function learn(
  network: Network,
  trees: TrainingTrees,
  batches: BatchMaker,
  random: SeededRandom,
  options: ParserTrainingOptions,
): void {
  const { epochs, checkpoint, onEpoch } = options;
  const progress = checkpoint === undefined ? undefined : restoreCheckpoint(checkpoint, network.tape);
  let step = progress?.step ?? 0;
  if (progress !== undefined) random.state = progress.randomState;
  const steps = epochs * Math.ceil(trees.forms.length / BATCH_TOKENS);
  for (let epoch = (progress?.epoch ?? 0) + 1; epoch <= epochs; epoch++) {
    const means: Losses = { arc: 0, relation: 0, tag: 0 };
    for (const sentences of shuffledBatches(trees, random)) {
      const batch = batches.batch(sentences);
      const losses = network.learn(batch, DROP_RATES);
      step++;
      network.tape.step(learningRate(step, steps), step);
      const share = batch.words.length / trees.forms.length;
      for (const name of Object.keys(means) as (keyof Losses)[]) means[name] += losses[name] * share;
    }
    if (checkpoint !== undefined)
      saveCheckpoint(checkpoint, network.tape, { epoch, step, randomState: random.state });
    onEpoch?.(epoch, means);
  }
}

/** Rises in a straight line, then falls to 0 along half a cosine. */
function learningRate(step: number, steps: number): number {
  const fall = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, step / steps));
  return TOP_RATE * Math.min(1, step / (WARM_UP * steps)) * fall;
}

/** All sentences in random order, parted into batches. */
function* shuffledBatches(trees: TrainingTrees, random: SeededRandom): Generator<number[]> {
  const order = Array.from({ length: trees.sentenceStart.length - 1 }, (_, i) => i);
  random.shuffle(order);
  let batch: number[] = [];
  let tokens = 0;
  for (const sentence of order) {
    batch.push(sentence);
    tokens += (trees.sentenceStart[sentence + 1] as number) - (trees.sentenceStart[sentence] as number);
    if (tokens < BATCH_TOKENS) continue;
    yield batch;
    batch = [];
    tokens = 0;
  }
  if (batch.length > 0) yield batch;
}
