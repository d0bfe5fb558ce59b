import { FeatureBuffer, pair } from "./feature-hash.ts";
import type { Lexeme } from "./lexemes.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { UPOS } from "./parsed-document.ts";

export const MORPHOLOGY_WEIGHTS = "morphology.weights";
export const MORPHOLOGY_CHOICES = "morphology.choices";

/** The feature strings, as indexes, that training has seen: with a tag and word where the word is frequent, else with the tag. */
export class FeatureChoices {
  readonly byTag: ReadonlyMap<number, Uint16Array>;
  /** By `wordKey`. */
  readonly byWord: ReadonlyMap<string, Uint16Array>;
  /** The same by tag, then by word. */
  readonly #words = new Map<number, Map<string, Uint16Array>>();

  constructor(byTag: ReadonlyMap<number, Uint16Array>, byWord: ReadonlyMap<string, Uint16Array>) {
    this.byTag = byTag;
    this.byWord = byWord;
    for (const [key, choices] of byWord) {
      const [tag, word] = key.split("\t") as [string, string];
      const words = this.#words.get(Number(tag)) ?? new Map<string, Uint16Array>();
      this.#words.set(Number(tag), words.set(word, choices));
    }
  }

  of(tag: number, lower: string): Uint16Array {
    return this.#words.get(tag)?.get(lower) ?? this.byTag.get(tag) ?? NO_FEATURES;
  }

  /** As the model file keeps it: `tag TAB word TAB features`, the word empty for the tag's own list. */
  serialize(): string {
    const tags = [...this.byTag].map(([tag, choices]) => `${tag}\t\t${choices.join(",")}`);
    const words = [...this.byWord].map(([key, choices]) => `${key}\t${choices.join(",")}`);
    return [...tags, ...words].join("\n");
  }

  static parse(text: string): FeatureChoices {
    const byTag = new Map<number, Uint16Array>();
    const byWord = new Map<string, Uint16Array>();
    for (const line of text.split("\n")) {
      const [tag, word, choices] = line.split("\t") as [string, string, string];
      const list = Uint16Array.from(choices.split(","), Number);
      if (word === "") byTag.set(Number(tag), list);
      else byWord.set(`${tag}\t${word}`, list);
    }
    return new FeatureChoices(byTag, byWord);
  }
}

export function wordKey(tag: number, lower: string): string {
  return `${tag}\t${lower}`;
}

/** Index 0 of the feature strings is `_`. */
const NO_FEATURES = Uint16Array.of(0);

/** Gives tagged tokens their feature strings: tense, voice, number and the rest. */
export class Morphology {
  readonly choices: FeatureChoices;
  readonly #scorer: LinearScorer;
  readonly #uposOfTag: Uint8Array;
  readonly #features = new FeatureBuffer(MORPHOLOGY_FEATURES);

  constructor(scorer: LinearScorer, choices: FeatureChoices, uposOfTag: Uint8Array) {
    this.#scorer = scorer;
    this.choices = choices;
    this.#uposOfTag = uposOfTag;
  }

  /** Fills `feats[start..end)` for the tagged sentence `words[start..end)`. */
  analyse(words: readonly Lexeme[], tags: Uint8Array, start: number, end: number, feats: Uint16Array): void {
    for (let token = start; token < end; token++) {
      const choices = this.choices.of(tags[token] as number, (words[token] as Lexeme).lower);
      if (choices.length === 1) {
        feats[token] = choices[0] as number;
        continue;
      }
      morphologyFeatures(this.#features, words, tags, this.#uposOfTag, start, end, token);
      feats[token] = bestChoice(this.#scorer, this.#features, choices);
    }
  }
}

/** The choice with the highest score. */
export function bestChoice(scorer: LinearScorer, features: FeatureBuffer, choices: Uint16Array): number {
  let best = choices[0] as number;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const choice of choices) {
    const score = scorer.score(features, choice);
    if (score > bestScore) {
      best = choice;
      bestScore = score;
    }
  }
  return best;
}

export const MORPHOLOGY_FEATURES = 32;
const NOMINALS = new Set<number>([UPOS.indexOf("NOUN"), UPOS.indexOf("PROPN"), UPOS.indexOf("PRON")]);
const AUXILIARY = UPOS.indexOf("AUX");
const REACH = 6;

/** Fills the buffer with what may decide a token's features: the word, tags around, the nearest possible subject and auxiliary. */
export function morphologyFeatures(
  features: FeatureBuffer,
  words: readonly Lexeme[],
  tags: Uint8Array,
  uposOfTag: Uint8Array,
  start: number,
  end: number,
  token: number,
): void {
  const word = words[token] as Lexeme;
  const tag = tags[token] as number;
  const tagAt = (index: number) => (index < start || index >= end ? 200 : (tags[index] as number));
  const lowerAt = (index: number) => (index < start || index >= end ? 3 : (words[index] as Lexeme).lowerHash);
  let [nominal, auxiliary] = [-1, -1];
  for (let i = token - 1; i >= Math.max(start, token - REACH); i--) {
    const upos = uposOfTag[tags[i] as number] as number;
    if (nominal < 0 && NOMINALS.has(upos)) nominal = i;
    if (auxiliary < 0 && upos === AUXILIARY) auxiliary = i;
  }
  const nominalTag = tagAt(nominal < 0 ? -1 : nominal);
  const nominalLower = lowerAt(nominal < 0 ? -1 : nominal);
  const auxiliaryLower = auxiliary < 0 ? 5 : (words[auxiliary] as Lexeme).lowerHash;
  features.clear();
  features.add(0, tag);
  features.add(1, pair(tag, word.lowerHash));
  features.add(2, pair(tag, word.formHash));
  features.add(3, pair(tag, word.suffixes[1] as number));
  features.add(4, pair(tag, word.suffixes[2] as number));
  features.add(5, pair(tag, word.shapeHash));
  features.add(6, pair(tag, tagAt(token - 1)));
  features.add(7, pair(tag, tagAt(token + 1)));
  features.add(8, pair(pair(tag, tagAt(token - 1)), tagAt(token - 2)));
  features.add(9, pair(pair(tag, tagAt(token - 1)), tagAt(token + 1)));
  features.add(10, pair(tag, lowerAt(token - 1)));
  features.add(11, pair(tag, lowerAt(token + 1)));
  features.add(12, pair(tag, lowerAt(token - 2)));
  features.add(13, pair(tag, nominalTag));
  features.add(14, pair(tag, nominalLower));
  features.add(15, pair(pair(tag, nominalTag), Math.min(3, token - nominal)));
  features.add(16, pair(tag, auxiliaryLower));
  features.add(17, pair(pair(tag, auxiliaryLower), tagAt(token - 1)));
  features.add(18, pair(tag, token === start ? 1 : 0));
  features.add(19, pair(pair(tag, auxiliaryLower), nominal > auxiliary ? 1 : 0));
  features.add(20, pair(pair(word.lowerHash, tagAt(token - 1)), tagAt(token + 1)));
  features.add(21, pair(pair(tag, tagAt(token + 1)), tagAt(token + 2)));
  features.add(22, pair(tag, word.traits));
  features.add(23, pair(word.lowerHash, nominalLower));
  features.add(24, pair(pair(tag, lowerAt(token - 1)), lowerAt(token - 2)));
}
