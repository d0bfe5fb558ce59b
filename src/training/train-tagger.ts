import { FeatureBuffer } from "../language/feature-hash.ts";
import type { Lexeme } from "../language/lexemes.ts";
import { bestTag, endingKey, TAG_FEATURES, TagDictionary, tagFeatures } from "../language/tagger.ts";
import { AveragedPerceptron } from "./averaged-perceptron.ts";
import { randomNumbers, shuffledIndexes } from "./random.ts";

const BITS = 21;
/** A word seen this often keeps to the tags it was seen with. */
const SETTLED_COUNT = 20;
/** Words up to this frequency teach what unknown words look like. */
const RARE_COUNT = 8;
/** Fewer rare words than this say nothing about an ending. */
const ENDING_COUNT = 8;
const MOST_ENDING_TAGS = 14;

/** A sentence with its right tags. */
export interface TaggedSentence {
  readonly words: readonly Lexeme[];
  /** Indexes of pairs in the tag inventory. */
  readonly tags: Uint8Array;
}

/** Learns the tag dictionary: tags by word, and by the ending of rare words. */
export function learnTagDictionary(sentences: readonly TaggedSentence[]): TagDictionary {
  const counts = new Map<string, Map<number, number>>();
  for (const { words, tags } of sentences) {
    for (const [i, word] of words.entries()) count(counts, word.lower, tags[i] as number);
  }
  const endings = new Map<string, Map<number, number>>();
  for (const { words, tags } of sentences) {
    for (const [i, word] of words.entries()) {
      if (total(counts.get(word.lower) as Map<number, number>) > RARE_COUNT) continue;
      for (let length = 0; length <= 3; length++) count(endings, endingKey(word, length), tags[i] as number);
      count(endings, "", tags[i] as number);
    }
  }
  const settled = [...counts].filter(([, tags]) => total(tags) >= SETTLED_COUNT).map(([word]) => word);
  return new TagDictionary(
    new Map([...counts].map(([word, tags]) => [word, byFrequency(tags)])),
    new Set(settled),
    new Map(
      [...endings]
        .filter(([ending, tags]) => ending.endsWith(":") || ending === "" || total(tags) >= ENDING_COUNT)
        .map(([ending, tags]) => [ending, byFrequency(tags).slice(0, MOST_ENDING_TAGS)]),
    ),
  );
}

/** Learns the tagger's weights. */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  dictionary: TagDictionary,
  options: { epochs: number; seed: number },
): AveragedPerceptron {
  const perceptron = new AveragedPerceptron(BITS);
  const features = new FeatureBuffer(TAG_FEATURES);
  const random = randomNumbers(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const index of shuffledIndexes(sentences.length, random)) {
      const { words, tags: gold } = sentences[index] as TaggedSentence;
      const tags = new Uint8Array(words.length);
      for (let token = 0; token < words.length; token++) {
        const candidates = dictionary.candidates(words[token] as Lexeme);
        const right = gold[token] as number;
        if (candidates.length === 1) {
          tags[token] = candidates[0] as number;
          continue;
        }
        tagFeatures(features, words, 0, words.length, token, tags, dictionary);
        const guess = bestTag(perceptron, features, candidates);
        perceptron.step();
        if (guess !== right) {
          perceptron.add(features, right, 1);
          perceptron.add(features, guess, -1);
        }
        tags[token] = guess;
      }
    }
  }
  return perceptron;
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
