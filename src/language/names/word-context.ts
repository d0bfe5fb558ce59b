import { PHRASE_ROWS, type PhraseList, phraseWord } from "./phrase-list.ts";

/** What is known of the words of one text beside their forms; rows of the context table. */
export const CONTEXT = {
  sentenceStart: PHRASE_ROWS,
  /** In a sentence most of whose words are capitalised. */
  headline: PHRASE_ROWS + 1,
  /** Its small letters stand in the text too. */
  alsoSmall: PHRASE_ROWS + 2,
  /** Stands elsewhere in the text with a capital, not at the start of a sentence. */
  alsoCapital: PHRASE_ROWS + 3,
  /** First row of where a text of training comes from: each corpus has its own idea of what a name is. */
  corpus: PHRASE_ROWS + 4,
} as const;

export const MOST_CORPORA = 8;
export const CONTEXT_ROWS = CONTEXT.corpus + MOST_CORPORA;

/** The words of one text, and which of them stand in it with and without a capital. */
export class TextWords {
  readonly #forms: readonly string[];
  readonly #words: string[];
  readonly #starts: Uint8Array;
  readonly #small = new Set<string>();
  readonly #capital = new Map<string, number>();

  constructor(forms: readonly string[], sentenceStart: ArrayLike<number>) {
    this.#forms = forms;
    this.#words = forms.map(phraseWord);
    this.#starts = new Uint8Array(forms.length);
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      const start = sentenceStart[s] as number;
      if (start < forms.length) this.#starts[start] = 1;
    }
    for (const [i, form] of forms.entries()) {
      if (!isWord(form)) continue;
      if (!isCapitalised(form)) this.#small.add(form);
      else if (this.#starts[i] === 0) this.#capital.set(form, (this.#capital.get(form) ?? 0) + 1);
    }
  }

  /** Rows of the context table for each token of `[start, end)`, a sentence. */
  rows(list: PhraseList, start: number, end: number, corpus: number): number[][] {
    const rows = list.features(this.#words, start, end);
    const isHeadline = this.#isHeadline(start, end);
    for (let token = start; token < end; token++) {
      const known = rows[token - start] as number[];
      known.push(CONTEXT.corpus + corpus);
      if (token === start) known.push(CONTEXT.sentenceStart);
      if (isHeadline) known.push(CONTEXT.headline);
      const form = this.#forms[token] as string;
      if (!isCapitalised(form)) continue;
      if (this.#small.has(form.toLowerCase())) known.push(CONTEXT.alsoSmall);
      const others = (this.#capital.get(form) ?? 0) - (this.#starts[token] === 1 ? 0 : 1);
      if (others > 0) known.push(CONTEXT.alsoCapital);
    }
    return rows;
  }

  #isHeadline(start: number, end: number): boolean {
    let [words, capitals] = [0, 0];
    for (let token = start; token < end; token++) {
      const form = this.#forms[token] as string;
      if (!isWord(form) || form.length < 4) continue;
      words++;
      if (isCapitalised(form)) capitals++;
    }
    return words >= 3 && capitals >= 0.75 * words;
  }
}

function isWord(form: string): boolean {
  const first = form.charCodeAt(0);
  return first < 128 ? (first >= 65 && first <= 90) || (first >= 97 && first <= 122) : /^\p{L}/u.test(form);
}

/** Whether a form begins with a capital. */
export function isCapitalised(form: string): boolean {
  const first = form.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(form);
}
