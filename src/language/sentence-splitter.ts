import { isParagraphBreak } from "./conllu.ts";
import { datelineEnd } from "./dateline.ts";
import { FeatureBuffer, pair } from "./feature-hash.ts";
import type { Lexeme } from "./lexemes.ts";
import { isLineEnd, LineBreaks } from "./line-breaks.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import type { TokenSpans } from "./tokenizer.ts";

export const SPLITTER_WEIGHTS = "sentences.weights";

const SPLIT_FEATURES = 40;
/** The two classes of the classifier. */
export const Split = { no: 0, yes: 1 } as const;

/** Joins tokens into sentences: always ends one at a paragraph break and after a dateline, elsewhere where the classifier says so. */
export class SentenceSplitter {
  readonly #scorer: LinearScorer;
  readonly #features = new FeatureBuffer(SPLIT_FEATURES);

  constructor(scorer: LinearScorer) {
    this.#scorer = scorer;
  }

  /** First token of each sentence, closed by the number of tokens. */
  split(text: string, tokens: TokenSpans, words: readonly Lexeme[]): Uint32Array {
    const context = sentenceContext(text, tokens, words);
    const count = tokens.start.length;
    const starts: number[] = count > 0 ? [0] : [];
    let sentenceStart = 0;
    let dateline = count > 0 ? datelineEnd(text, tokens.start[0] as number) : -1;
    for (let token = 1; token < count; token++) {
      const start = tokens.start[token] as number;
      if (context.gaps[token] === Gap.paragraph) dateline = datelineEnd(text, start);
      else if (start < dateline) continue;
      else if ((tokens.start[token - 1] as number) >= dateline) {
        if (tokens.joined[token] === 1) continue;
        if (!this.#endsBefore(context, token, sentenceStart)) continue;
      }
      starts.push(token);
      sentenceStart = token;
    }
    return Uint32Array.from([...starts, count]);
  }

  #endsBefore(context: SentenceContext, token: number, sentenceStart: number): boolean {
    splitFeatures(this.#features, context, token, sentenceStart);
    return this.#scorer.score(this.#features, Split.yes) > this.#scorer.score(this.#features, Split.no);
  }
}

/** What lies between a token and the one before it; a line break counts as a space where a long line was wrapped, else as a paragraph's end. */
export const Gap = { none: 0, space: 1, paragraph: 2 } as const;

/** A text as the splitter sees it. */
export interface SentenceContext {
  readonly words: readonly Lexeme[];
  /** `Gap` before each token. */
  readonly gaps: Uint8Array;
  /** Token at which the paragraph of each token begins, and the token after its end. */
  readonly paragraphStart: Uint32Array;
  readonly paragraphEnd: Uint32Array;
  /** Whether an odd number of straight double quotes, or an open bracket or curly quote, stands before the token in its paragraph. */
  readonly open: Uint8Array;
}

export function sentenceContext(text: string, tokens: TokenSpans, words: readonly Lexeme[]): SentenceContext {
  const count = tokens.start.length;
  const lines = new LineBreaks(text);
  const gaps = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    gaps[i] =
      i === 0
        ? Gap.paragraph
        : gapBetween(text, tokens.end[i - 1] as number, tokens.start[i] as number, lines);
  }
  const paragraphStart = new Uint32Array(count);
  const paragraphEnd = new Uint32Array(count);
  const open = new Uint8Array(count);
  let first = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && gaps[i] !== Gap.paragraph) continue;
    let [quotes, brackets] = [0, 0];
    for (let j = first; j < i; j++) {
      paragraphStart[j] = first;
      paragraphEnd[j] = i;
      open[j] = (quotes > 0 ? 1 : 0) | (brackets > 0 ? 2 : 0);
      const { form } = words[j] as Lexeme;
      if (form === '"') quotes = quotes > 0 ? 0 : 1;
      else if (form === "“") quotes++;
      else if (form === "”") quotes = Math.max(0, quotes - 1);
      else if (form === "(" || form === "[") brackets++;
      else if (form === ")" || form === "]") brackets = Math.max(0, brackets - 1);
    }
    first = i;
  }
  return { words, gaps, paragraphStart, paragraphEnd, open };
}

function gapBetween(text: string, end: number, start: number, lines: LineBreaks): number {
  if (start === end) return Gap.none;
  if (start === end + 1 && !isLineEnd(text.charCodeAt(end))) return Gap.space;
  const gap = text.slice(end, start);
  if (isParagraphBreak(gap)) return Gap.paragraph;
  return /[\r\n]/.test(gap) && !lines.isWrapped(end) ? Gap.paragraph : Gap.space;
}

const EDGE: Pick<Lexeme, "lowerHash" | "shapeHash" | "traits" | "formHash" | "abbreviation"> = {
  abbreviation: 0,
  lowerHash: 1,
  shapeHash: 1,
  traits: 0,
  formHash: 1,
};

/** Fills the buffer with what the classifier may know about a sentence beginning at `token`. */
export function splitFeatures(
  features: FeatureBuffer,
  context: SentenceContext,
  token: number,
  sentenceStart: number,
): void {
  const { words, paragraphStart, paragraphEnd, open, gaps } = context;
  const [from, to] = [paragraphStart[token] as number, paragraphEnd[token] as number];
  const at = (index: number) => (index < from || index >= to ? EDGE : (words[index] as Lexeme));
  const [b3, b2, b1] = [at(token - 3), at(token - 2), at(token - 1)];
  const [a0, a1, a2] = [at(token), at(token + 1), at(token + 2)];
  const spaced = gaps[token] === Gap.none ? 0 : 1;
  const state = open[token] as number;
  const length = Math.min(7, Math.floor(Math.log2(token - sentenceStart + 1) * 1.5));
  const left = Math.min(3, to - token);
  // Punctuation tells itself, words their case and kind.
  const sign = (word: Pick<Lexeme, "formHash" | "traits">) =>
    word.traits & 16 || word === EDGE ? word.formHash : word.traits;
  const around = pair(sign(b1), sign(a0));
  features.clear();
  features.add(0, spaced);
  features.add(1, pair(b1.lowerHash, spaced));
  features.add(2, pair(a0.formHash, spaced));
  features.add(3, pair(around, spaced));
  features.add(4, pair(pair(sign(b2), around), spaced));
  features.add(5, pair(around, sign(a1)));
  features.add(6, pair(pair(sign(b2), around), sign(a1)));
  features.add(7, pair(b1.lowerHash, a0.lowerHash));
  features.add(8, pair(b1.lowerHash, sign(a0)));
  features.add(9, pair(sign(b1), a0.formHash));
  features.add(10, pair(b2.lowerHash, around));
  features.add(11, pair(b2.lowerHash, sign(b1)));
  features.add(12, pair(pair(b2.shapeHash, sign(b1)), sign(a0)));
  features.add(13, pair(around, state));
  features.add(14, pair(pair(around, state), spaced));
  features.add(15, pair(around, length));
  features.add(16, pair(length, spaced));
  features.add(17, pair(pair(around, left), spaced));
  features.add(18, pair(a0.formHash, a1.lowerHash));
  features.add(19, pair(a1.lowerHash, around));
  features.add(20, pair(pair(sign(b3), sign(b2)), around));
  features.add(21, pair(around, pair(sign(a1), sign(a2))));
  features.add(22, pair(at(sentenceStart).lowerHash, around));
  features.add(23, pair(pair(sign(at(sentenceStart)), around), length));
  features.add(24, pair(b1.shapeHash, a0.shapeHash));
  features.add(25, pair(pair(b2.shapeHash, b1.shapeHash), pair(a0.shapeHash, a1.shapeHash)));
  features.add(26, pair(pair(at(sentenceStart).formHash, sign(b1)), sign(a0)));
  features.add(27, pair(pair(b2.lowerHash, b1.lowerHash), a0.lowerHash));
  features.add(28, pair(b1.lowerHash, (a0.traits & 1) + 2 * spaced));
  features.add(30, pair(b1.abbreviation, sign(a0)));
  features.add(31, pair(pair(b1.abbreviation, a0.traits & 1), b2.traits));
  features.add(32, pair(b1.abbreviation, a0.lowerHash));
  features.add(29, pair(a0.lowerHash, pair(b1.traits, spaced)));
}
