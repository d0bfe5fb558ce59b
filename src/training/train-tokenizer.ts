import type { Abbreviations } from "../language/abbreviations.ts";
import { isLetter } from "../language/characters.ts";
import { FeatureBuffer } from "../language/feature-hash.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import {
  bestCut,
  Cut,
  chunksOf,
  cutFeatures,
  foldWord,
  isBehindLink,
  possibleCuts,
  type WordCuts,
} from "../language/tokenizer.ts";
import { AveragedPerceptron } from "./averaged-perceptron.ts";
import { SeededRandom } from "./random.ts";

const BITS = 18;
/** A learned ending must have been cut off this often. */
const ENDING_COUNT = 8;

export interface TokenizerModel {
  readonly cuts: WordCuts;
  readonly weights: Int16Array;
}

interface GoldChunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `Cut` at each inner position where a token begins. */
  readonly cuts: ReadonlyMap<number, number>;
}

/** Learns where to cut from documents whose tokens are right. */
export function trainTokenizer(
  documents: readonly ParsedDocument[],
  abbreviations: Abbreviations,
  options: { epochs: number; seed: number },
): TokenizerModel {
  const chunks = documents.flatMap(goldChunks);
  const cuts = learnWordCuts(chunks);
  const places = chunks
    .map((chunk) => ({ chunk, positions: possibleCuts(chunk.text, chunk.start, chunk.end, cuts) }))
    .filter(({ positions }) => positions.length > 0);
  const perceptron = new AveragedPerceptron(BITS);
  const random = new SeededRandom(options.seed);
  const features = new FeatureBuffer(64);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const index of random.order(places.length)) {
      const { chunk, positions } = places[index] as (typeof places)[number];
      let tokenStart = chunk.start;
      let previousCut: number = Cut.token;
      for (const position of positions) {
        if (isBehindLink(chunk.text, chunk.start, chunk.end, position)) {
          if (previousCut !== Cut.none) tokenStart = position;
          continue;
        }
        const place = { start: chunk.start, end: chunk.end, tokenStart, position, previousCut };
        cutFeatures(features, chunk.text, place, abbreviations);
        const gold = chunk.cuts.get(position) ?? Cut.none;
        const guess = bestCut(perceptron, features);
        perceptron.step();
        if (guess !== gold) {
          perceptron.add(features, gold, 1);
          perceptron.add(features, guess, -1);
        }
        previousCut = guess;
        if (guess !== Cut.none) tokenStart = position;
      }
    }
  }
  return { cuts, weights: perceptron.average() };
}

function goldChunks(document: ParsedDocument): GoldChunk[] {
  const { text, columns } = document;
  const chunks: GoldChunk[] = [];
  let token = 0;
  for (const [start, end] of chunksOf(text)) {
    const cuts = new Map<number, number>();
    while (token < document.tokenCount && (columns.start[token] as number) < end) {
      const tokenStart = columns.start[token] as number;
      if (tokenStart > start) cuts.set(tokenStart, columns.joined[token] ? Cut.joined : Cut.token);
      token++;
    }
    chunks.push({ text, start, end, cuts });
  }
  return chunks;
}

/** Cuts inside words: which words have them between letters, and which endings with an apostrophe are common. */
function learnWordCuts(chunks: readonly GoldChunk[]): WordCuts {
  const whole = new Map<string, Set<number>>();
  const endings = new Map<string, number>();
  for (const { text, start, end, cuts } of chunks) {
    for (const position of cuts.keys()) {
      const [from, to] = wordAround(text, start, end, position);
      if (from === position || to - position > LONGEST_ENDING) continue;
      const ending = foldWord(text.slice(position, to));
      // An ending without an apostrophe ("s" of "horses") would propose a cut in every plural; only whole words have those.
      if (ending.includes("'")) endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
    for (const position of cuts.keys()) {
      if (!isLetter(text.charCodeAt(position - 1)) || !isLetter(text.charCodeAt(position))) continue;
      const [from, to] = wordAround(text, start, end, position);
      const word = foldWord(text.slice(from, to));
      whole.set(word, (whole.get(word) ?? new Set()).add(position - from));
    }
  }
  const common = [...endings].filter(([, times]) => times >= ENDING_COUNT);
  return {
    whole: new Map([...whole].sort().map(([word, offsets]) => [word, [...offsets].sort((a, b) => a - b)])),
    endings: new Set(common.map(([ending]) => ending).sort()),
  };
}

const LONGEST_ENDING = 4;

function wordAround(text: string, start: number, end: number, position: number): [number, number] {
  const inWord = (i: number) => isLetter(text.charCodeAt(i)) || /['’`‘´]/.test(text[i] as string);
  let [from, to] = [position, position];
  while (from > start && inWord(from - 1)) from--;
  while (to < end && inWord(to)) to++;
  while (to > position && !isLetter(text.charCodeAt(to - 1))) to--;
  return [from, to];
}
