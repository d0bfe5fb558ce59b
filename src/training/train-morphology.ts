import { FeatureBuffer } from "../language/feature-hash.ts";
import type { Lexeme } from "../language/lexemes.ts";
import {
  bestChoice,
  FeatureChoices,
  MORPHOLOGY_FEATURES,
  morphologyFeatures,
  wordKey,
} from "../language/morphology.ts";
import { AveragedPerceptron } from "./averaged-perceptron.ts";
import { SeededRandom } from "./random.ts";

const BITS = 18;
/** A word seen this often with a tag keeps to the features it was seen with. */
const SETTLED_COUNT = 8;
/** Features seen less often with a tag are left to the words that have them. */
const CHOICE_COUNT = 3;

/** A sentence with its right tags and feature strings, as indexes into the tag inventory. */
export interface AnalysedSentence {
  readonly words: readonly Lexeme[];
  readonly tags: Uint8Array;
  readonly feats: Uint16Array;
}

/** Learns which feature strings go with which tags and words. */
export function learnFeatureChoices(sentences: readonly AnalysedSentence[]): FeatureChoices {
  const byTag = new Map<number, Map<number, number>>();
  const byWord = new Map<string, Map<number, number>>();
  for (const { words, tags, feats } of sentences) {
    for (const [i, word] of words.entries()) {
      const tag = tags[i] as number;
      count(byTag, tag, feats[i] as number);
      count(byWord, wordKey(tag, word.lower), feats[i] as number);
    }
  }
  const settled = [...byWord].filter(([, choices]) => sum(choices) >= SETTLED_COUNT);
  return new FeatureChoices(
    new Map([...byTag].map(([tag, choices]) => [tag, byFrequency(choices, CHOICE_COUNT)])),
    new Map(settled.map(([key, choices]) => [key, byFrequency(choices, 1)])),
  );
}

/** Learns the weights that choose among them. */
export function trainMorphology(
  sentences: readonly AnalysedSentence[],
  choices: FeatureChoices,
  uposOfTag: Uint8Array,
  options: { epochs: number; seed: number },
): Int16Array {
  const perceptron = new AveragedPerceptron(BITS);
  const features = new FeatureBuffer(MORPHOLOGY_FEATURES);
  const random = new SeededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const index of random.order(sentences.length)) {
      const { words, tags, feats } = sentences[index] as AnalysedSentence;
      for (let token = 0; token < words.length; token++) {
        const possible = choices.of(tags[token] as number, (words[token] as Lexeme).lower);
        if (possible.length === 1) continue;
        morphologyFeatures(features, words, tags, uposOfTag, 0, words.length, token);
        const guess = bestChoice(perceptron, features, possible);
        const right = feats[token] as number;
        perceptron.step();
        if (guess === right) continue;
        perceptron.add(features, right, 1);
        perceptron.add(features, guess, -1);
      }
    }
  }
  return perceptron.average();
}

function count<Key>(table: Map<Key, Map<number, number>>, key: Key, choice: number): void {
  const choices = table.get(key) ?? new Map<number, number>();
  table.set(key, choices);
  choices.set(choice, (choices.get(choice) ?? 0) + 1);
}

function sum(choices: Map<number, number>): number {
  let total = 0;
  for (const times of choices.values()) total += times;
  return total;
}

/** Those seen at least `least` times, or else the most frequent one. */
function byFrequency(choices: Map<number, number>, least: number): Uint16Array {
  const sorted = [...choices].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const kept = sorted.filter(([, times], i) => i === 0 || times >= least);
  return Uint16Array.from(kept, ([choice]) => choice);
}
