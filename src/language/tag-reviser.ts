import { FeatureBuffer, pair } from "./feature-hash.ts";
import type { Lexeme } from "./lexemes.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import type { TaggedTrees } from "./parser/dependency-parser.ts";

export const REVISER_WEIGHTS = "reviser.weights";
export const REVISER_DICTIONARY = "reviser.dictionary";

/** The tags a word may have, by what training has seen. A tag is an index into the model's pairs of xpos and upos. */
export class TagDictionary {
  /** Tags seen with a word (lower case), most frequent first. */
  readonly words: ReadonlyMap<string, Uint8Array>;
  /** Words seen so often that they have no other tags. */
  readonly settled: ReadonlySet<string>;
  /** Tags for other words by traits and ending (`endingKey`), most frequent first. */
  readonly endings: ReadonlyMap<string, Uint8Array>;
  readonly #byLexeme = new WeakMap<Lexeme, Uint8Array>();

  constructor(
    words: ReadonlyMap<string, Uint8Array>,
    settled: ReadonlySet<string>,
    endings: ReadonlyMap<string, Uint8Array>,
  ) {
    this.words = words;
    this.settled = settled;
    this.endings = endings;
  }

  /** Never empty. */
  candidates(lexeme: Lexeme): Uint8Array {
    let candidates = this.#byLexeme.get(lexeme);
    if (candidates === undefined) {
      candidates = this.#compute(lexeme);
      this.#byLexeme.set(lexeme, candidates);
    }
    return candidates;
  }

  #compute(lexeme: Lexeme): Uint8Array {
    const seen = this.words.get(lexeme.lower);
    if (seen !== undefined && this.settled.has(lexeme.lower)) return seen;
    const guessed = this.#guess(lexeme);
    return seen === undefined ? guessed : Uint8Array.from(new Set([...seen, ...guessed]));
  }

  #guess(lexeme: Lexeme): Uint8Array {
    for (let length = LONGEST_ENDING; length >= 0; length--) {
      const tags = this.endings.get(endingKey(lexeme, length));
      if (tags !== undefined) return tags;
    }
    return this.endings.get("") as Uint8Array;
  }

  /** As the model file keeps it: `!word` settled, `=word` not, `~ending`, each with its tags separated by commas. */
  serialize(): string {
    const words = [...this.words].map(
      ([word, tags]) => `${this.settled.has(word) ? "!" : "="}${word}\t${tags.join(",")}`,
    );
    const endings = [...this.endings].map(([ending, tags]) => `~${ending}\t${tags.join(",")}`);
    return [...words, ...endings].join("\n");
  }

  static parse(text: string): TagDictionary {
    const words = new Map<string, Uint8Array>();
    const endings = new Map<string, Uint8Array>();
    const settled = new Set<string>();
    // Many words share one list of tags.
    const lists = new Map<string, Uint8Array>();
    for (const line of text.split("\n")) {
      const tab = line.indexOf("\t");
      const key = line.slice(1, tab);
      const numbers = line.slice(tab + 1);
      let tags = lists.get(numbers);
      if (tags === undefined) {
        tags = Uint8Array.from(numbers.split(","), Number);
        lists.set(numbers, tags);
      }
      if (line.startsWith("~")) endings.set(key, tags);
      else words.set(key, tags);
      if (line.startsWith("!")) settled.add(key);
    }
    return new TagDictionary(words, settled, endings);
  }
}

/** Longest ending that tells an unknown word's tags. */
export const LONGEST_ENDING = 3;

/** Key of a word's ending of some length among words with the same traits; length 0 is the traits alone. */
export function endingKey(lexeme: Lexeme, length: number): string {
  return `${lexeme.traits}:${length === 0 ? "" : lexeme.lower.slice(-length)}`;
}

type ScoredTags = Pick<TaggedTrees, "tag" | "tagScores">;

/**
 * Takes a second look at tags the network is not sure of: a linear model over words and tags on both sides, which knows the treebank's
 * words by heart where the network generalizes. "Wang said" is past tense; the network alone wavers between that and a participle. Words the treebank lacks are left
 * to the network, which has vectors for them.
 */
export class TagReviser {
  readonly #scorer: LinearScorer;
  readonly #dictionary: TagDictionary;
  readonly #features = new FeatureBuffer(TAG_FEATURES);

  constructor(scorer: LinearScorer, dictionary: TagDictionary) {
    this.#scorer = scorer;
    this.#dictionary = dictionary;
  }

  /** Revises `tags.tag[start..end)` for the sentence `words[start..end)`, left to right. */
  revise(words: readonly Lexeme[], start: number, end: number, tags: ScoredTags): void {
    const tagCount = tags.tagScores.length / tags.tag.length;
    for (let token = start; token < end; token++) {
      const best = tags.tag[token] as number;
      const row = token * tagCount;
      if (leadOf(tags.tagScores, row, tagCount, best) >= SURE_LEAD) continue;
      if (!this.#dictionary.words.has((words[token] as Lexeme).lower)) continue;
      const scores = tags.tagScores.subarray(row, row + tagCount);
      tags.tag[token] = this.#choose(words, start, end, token, tags, scores);
    }
  }

  #choose(
    words: readonly Lexeme[],
    start: number,
    end: number,
    token: number,
    { tag }: ScoredTags,
    scores: Float32Array,
  ): number {
    tagFeatures(this.#features, words, start, end, token, tag, this.#dictionary);
    const value = (candidate: number) =>
      (scores[candidate] as number) + LINEAR_SHARE * this.#scorer.score(this.#features, candidate);
    let best = tag[token] as number;
    let bestValue = value(best);
    for (const candidate of this.#dictionary.candidates(words[token] as Lexeme)) {
      const candidateValue = value(candidate);
      if (candidateValue > bestValue) [best, bestValue] = [candidate, candidateValue];
    }
    return best;
  }
}

/** The network's scores are log-likelihoods but for a constant: a lead of 2 means odds of 7 to 1. */
const SURE_LEAD = 2;
/** What a unit of the linear model's rounded score counts in the network's; tuned on the development sets. */
const LINEAR_SHARE = 1e-4;

/** By how much a tag's score is above all others in a row of `count` scores. */
function leadOf(scores: Float32Array, row: number, count: number, best: number): number {
  let second = Number.NEGATIVE_INFINITY;
  for (let tag = 0; tag < count; tag++) {
    const score = scores[row + tag] as number;
    if (score > second && tag !== best) second = score;
  }
  return (scores[row + best] as number) - second;
}

/** The candidate with the highest score. */
export function bestTag(scorer: LinearScorer, features: FeatureBuffer, candidates: Uint8Array): number {
  let best = candidates[0] as number;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = scorer.score(features, candidate);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

export const TAG_FEATURES = 48;
const BEFORE = -7;
const AFTER = -8;
/** Stand for tags outside the sentence. */
const NO_TAG = 250;

/** Fills the buffer with what the linear model may know about a token: the word, its neighbours, the tags on both sides. */
export function tagFeatures(
  features: FeatureBuffer,
  words: readonly Lexeme[],
  start: number,
  end: number,
  token: number,
  tags: Uint8Array,
  dictionary: TagDictionary,
): void {
  const word = words[token] as Lexeme;
  const at = (index: number) => (index >= start && index < end ? words[index] : undefined);
  const tagAt = (index: number) => (index >= start && index < end ? (tags[index] as number) : NO_TAG);
  const [before, after, after2] = [at(token - 1), at(token + 1), at(token + 2)];
  const [tag1, tag2, next1, next2] = [tagAt(token - 1), tagAt(token - 2), tagAt(token + 1), tagAt(token + 2)];
  const b1 = before?.lowerHash ?? BEFORE;
  const b2 = at(token - 2)?.lowerHash ?? BEFORE;
  const a1 = after?.lowerHash ?? AFTER;
  const a2 = after2?.lowerHash ?? AFTER;
  const choices = ambiguity(word, dictionary);
  const choicesAfter = after === undefined ? AFTER : ambiguity(after, dictionary);
  const choicesAfter2 = after2 === undefined ? AFTER : ambiguity(after2, dictionary);
  const [ending1, ending2, ending3] = word.suffixes as unknown as [number, number, number];
  const tagPair = pair(tag2, tag1);
  features.clear();
  features.add(0, 0);
  features.add(1, word.formHash);
  features.add(2, word.lowerHash);
  features.add(3, ending1);
  features.add(4, ending2);
  features.add(5, ending3);
  features.add(6, word.suffixes[3] as number);
  features.add(7, word.prefixes[0] as number);
  features.add(8, word.prefixes[2] as number);
  features.add(9, word.shapeHash);
  features.add(10, pair(word.traits, token === start ? 1 : 0));
  features.add(11, tag1);
  features.add(12, tagPair);
  features.add(13, pair(tag1, word.lowerHash));
  features.add(14, pair(tagPair, choices));
  features.add(15, b1);
  features.add(16, a1);
  features.add(17, b2);
  features.add(18, a2);
  features.add(19, pair(b1, word.lowerHash));
  features.add(20, pair(word.lowerHash, a1));
  features.add(21, pair(tag1, a1));
  features.add(22, pair(tag1, choicesAfter));
  features.add(23, pair(choices, choicesAfter));
  features.add(24, pair(pair(tag1, choices), choicesAfter));
  features.add(25, pair(choicesAfter, choicesAfter2));
  features.add(26, pair(pair(choices, choicesAfter), choicesAfter2));
  features.add(27, pair(tag1, ending3));
  features.add(28, pair(ending3, after?.suffixes[1] ?? AFTER));
  features.add(29, pair(before?.suffixes[2] ?? BEFORE, choices));
  features.add(30, pair(after?.suffixes[2] ?? AFTER, choices));
  features.add(31, pair(pair(word.traits, after?.traits ?? NO_TAG), before?.traits ?? NO_TAG));
  features.add(32, pair(b1, a1));
  features.add(33, pair(pair(b2, b1), choices));
  features.add(34, pair(pair(tag1, word.traits), after?.shapeHash ?? AFTER));
  features.add(35, next1);
  features.add(36, pair(next1, tag1));
  features.add(37, pair(next1, word.lowerHash));
  features.add(38, pair(pair(next1, next2), choices));
  features.add(39, pair(pair(next1, tag1), choices));
  features.add(40, pair(pair(tag1, next1), ending3));
  features.add(41, pair(next1, ending2));
  features.add(42, pair(pair(tagPair, next1), word.traits));
}

const MOST_COMPARED = 4;

/** Which tags a word may have, as one number. */
function ambiguity(lexeme: Lexeme, dictionary: TagDictionary): number {
  let hash = 17;
  const candidates = dictionary.candidates(lexeme);
  for (let i = 0; i < candidates.length && i < MOST_COMPARED; i++) hash = pair(hash, candidates[i] as number);
  return hash;
}
