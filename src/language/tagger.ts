import { FeatureBuffer, pair } from "./feature-hash.ts";
import type { Lexeme } from "./lexemes.ts";
import type { LinearScorer } from "./linear-scorer.ts";

export const TAGGER_WEIGHTS = "tagger.weights";
export const TAGGER_DICTIONARY = "tagger.dictionary";

/** The tags a word may have, by what training has seen. A tag is an index into the model's pairs of xpos and upos. */
export class TagDictionary {
  /** Tags seen with a word (lower case), most frequent first. */
  readonly words: ReadonlyMap<string, Uint8Array>;
  /** Words seen so often that they have no other tags. */
  readonly settled: ReadonlySet<string>;
  /** Tags for other words by traits and ending, most frequent first. */
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
    for (let length = 3; length >= 0; length--) {
      const tags = this.endings.get(endingKey(lexeme, length));
      if (tags !== undefined) return tags;
    }
    return this.endings.get("") as Uint8Array;
  }

  /** As the model file keeps it: a line a word or ending, tags separated by commas. */
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

/** Key of a word's ending of some length among words with the same traits; length 0 is the traits alone. */
export function endingKey(lexeme: Lexeme, length: number): string {
  return `${lexeme.traits}:${length === 0 ? "" : lexeme.lower.slice(-length)}`;
}

/** Gives each token of a sentence its pair of xpos and upos, left to right. */
export class Tagger {
  readonly dictionary: TagDictionary;
  readonly #scorer: LinearScorer;
  readonly #features = new FeatureBuffer(TAG_FEATURES);

  constructor(scorer: LinearScorer, dictionary: TagDictionary) {
    this.#scorer = scorer;
    this.dictionary = dictionary;
  }

  /** Fills `tags[start..end)` for the sentence `words[start..end)`. */
  tag(words: readonly Lexeme[], start: number, end: number, tags: Uint8Array): void {
    for (let token = start; token < end; token++) {
      tags[token] = this.best(words, start, end, token, tags);
    }
  }

  /** The best tag of a token, given the tags before it; leaves the token's features in `features`. */
  best(words: readonly Lexeme[], start: number, end: number, token: number, tags: Uint8Array): number {
    const candidates = this.dictionary.candidates(words[token] as Lexeme);
    if (candidates.length === 1) return candidates[0] as number;
    tagFeatures(this.#features, words, start, end, token, tags, this.dictionary);
    return bestTag(this.#scorer, this.#features, candidates);
  }
}

/** The candidate with the highest score. */
export function bestTag(scorer: LinearScorer, features: FeatureBuffer, candidates: Uint8Array): number {
  let best = candidates[0] as number;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = scorer.score(features, candidate);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

export const TAG_FEATURES = 40;
const BEFORE = -7;
const AFTER = -8;

/** Fills the buffer with what the tagger may know about a token: the word, its neighbours, the tags before it. */
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
  const before = token > start ? (words[token - 1] as Lexeme) : undefined;
  const before2 = token > start + 1 ? (words[token - 2] as Lexeme) : undefined;
  const after = token + 1 < end ? (words[token + 1] as Lexeme) : undefined;
  const after2 = token + 2 < end ? (words[token + 2] as Lexeme) : undefined;
  const tag1 = token > start ? (tags[token - 1] as number) : 200;
  const tag2 = token > start + 1 ? (tags[token - 2] as number) : 201;
  const b1 = before?.lowerHash ?? BEFORE;
  const b2 = before2?.lowerHash ?? BEFORE;
  const a1 = after?.lowerHash ?? AFTER;
  const a2 = after2?.lowerHash ?? AFTER;
  const choices = ambiguity(word, dictionary);
  const choicesAfter = after === undefined ? AFTER : ambiguity(after, dictionary);
  const choicesAfter2 = after2 === undefined ? AFTER : ambiguity(after2, dictionary);
  const initial = token === start ? 1 : 0;
  const tagPair = pair(tag2, tag1);
  features.clear();
  features.add(0, 0);
  features.add(1, word.formHash);
  features.add(2, word.lowerHash);
  features.add(3, word.suffixes[0] as number);
  features.add(4, word.suffixes[1] as number);
  features.add(5, word.suffixes[2] as number);
  features.add(6, word.suffixes[3] as number);
  features.add(7, word.prefixes[0] as number);
  features.add(8, word.prefixes[2] as number);
  features.add(9, word.shapeHash);
  features.add(10, pair(word.traits, initial));
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
  features.add(27, pair(tag1, word.suffixes[2] as number));
  features.add(28, pair(word.suffixes[2] as number, after?.suffixes[1] ?? AFTER));
  features.add(29, pair(before?.suffixes[2] ?? BEFORE, choices));
  features.add(30, pair(after?.suffixes[2] ?? AFTER, choices));
  features.add(31, pair(pair(word.traits, after?.traits ?? 64), before?.traits ?? 64));
  features.add(32, pair(b1, a1));
  features.add(33, pair(pair(b2, b1), choices));
  features.add(34, pair(pair(tag1, word.traits), after?.shapeHash ?? AFTER));
}

/** Which tags a word may have, as one number. */
function ambiguity(lexeme: Lexeme, dictionary: TagDictionary): number {
  let hash = 17;
  const candidates = dictionary.candidates(lexeme);
  for (let i = 0; i < candidates.length && i < 4; i++) hash = pair(hash, candidates[i] as number);
  return hash;
}
