import { FeatureBuffer } from "../language/feature-hash.ts";
import type { Lexeme } from "../language/lexemes.ts";
import {
  bestTag,
  endingKey,
  LONGEST_ENDING,
  TAG_FEATURES,
  TagDictionary,
  tagFeatures,
} from "../language/tag-reviser.ts";
import { AveragedPerceptron } from "./averaged-perceptron.ts";
import { SeededRandom } from "./random.ts";

const BITS = 21;
/** A word seen this often keeps to the tags it was seen with. */
const SETTLED_COUNT = 20;
/** Words up to this frequency teach what unknown words look like. */
const RARE_COUNT = 8;
/** Fewer rare words than this say nothing about an ending. */
const ENDING_COUNT = 8;
const MOST_ENDING_TAGS = 14;
/** Share of the neighbours' tags taken away in training, as the network's tags around an uncertain word are not always right. */
const TAG_NOISE = 0.05;

/** A sentence with its right tags, indexes of pairs in the tag inventory. */
export interface TaggedSentence {
  readonly words: readonly Lexeme[];
  readonly tags: Uint8Array;
}

/** Learns the tag dictionary: tags by word, and by the ending of rare words. */
export function learnTagDictionary(sentences: readonly TaggedSentence[]): TagDictionary {
  const words = new Map<string, Map<number, number>>();
  for (const sentence of sentences) {
    for (const [i, word] of sentence.words.entries()) count(words, word.lower, sentence.tags[i] as number);
  }
  const endings = new Map<string, Map<number, number>>();
  for (const sentence of sentences) {
    for (const [i, word] of sentence.words.entries()) {
      if (total(words.get(word.lower) as Map<number, number>) > RARE_COUNT) continue;
      const tag = sentence.tags[i] as number;
      for (let length = 0; length <= LONGEST_ENDING; length++) count(endings, endingKey(word, length), tag);
      count(endings, "", tag);
    }
  }
  const isTelling = ([ending, tags]: [string, Map<number, number>]) =>
    ending === "" || ending.endsWith(":") || total(tags) >= ENDING_COUNT;
  return new TagDictionary(
    new Map([...words].map(([word, tags]) => [word, byFrequency(tags)])),
    new Set([...words].filter(([, tags]) => total(tags) >= SETTLED_COUNT).map(([word]) => word)),
    new Map(
      [...endings]
        .filter(isTelling)
        .map(([ending, tags]) => [ending, byFrequency(tags).slice(0, MOST_ENDING_TAGS)]),
    ),
  );
}

/** Learns the reviser's weights, from right tags on both sides of each word. */
export function trainTagReviser(
  sentences: readonly TaggedSentence[],
  dictionary: TagDictionary,
  options: { epochs: number; seed: number },
): Int16Array {
  const perceptron = new AveragedPerceptron(BITS);
  const features = new FeatureBuffer(TAG_FEATURES);
  const random = new SeededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const index of random.order(sentences.length)) {
      const { words, tags } = sentences[index] as TaggedSentence;
      const around = tags.map((tag) => (random.next() < TAG_NOISE ? 0 : tag));
      for (let token = 0; token < words.length; token++) {
        const candidates = dictionary.candidates(words[token] as Lexeme);
        if (candidates.length > 1) {
          tagFeatures(features, words, 0, words.length, token, around, dictionary);
          const guess = bestTag(perceptron, features, candidates);
          const right = tags[token] as number;
          perceptron.step();
          if (guess !== right) {
            perceptron.add(features, right, 1);
            perceptron.add(features, guess, -1);
          }
          around[token] = guess;
        }
      }
    }
  }
  return perceptron.average();
}

function count(table: Map<string, Map<number, number>>, key: string, tag: number): void {
  const tags = table.get(key) ?? new Map<number, number>();
  table.set(key, tags);
  tags.set(tag, (tags.get(tag) ?? 0) + 1);
}

function total(tags: Map<number, number>): number {
  let sum = 0;
  for (const times of tags.values()) sum += times;
  return sum;
}

function byFrequency(tags: Map<number, number>): Uint8Array {
  return Uint8Array.from([...tags].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([tag]) => tag));
}
