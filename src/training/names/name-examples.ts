import type { ModelLanguage, SplitText } from "../../language/load-language.ts";
import { labelOf } from "../../language/names/labels.ts";
import type { NamedText, NameSpan } from "../../language/names/names.ts";
import type { PhraseList } from "../../language/names/phrase-list.ts";
import { TextWords } from "../../language/names/word-context.ts";

/** Sentences with the label of each word, and what the parser's network and the phrase list make of them. */
export interface NameExamples {
  readonly forms: readonly string[];
  /** First token of each sentence, closed by the number of tokens. */
  readonly sentenceStart: readonly number[];
  readonly labels: readonly number[];
  /** Rows of the tagger's context table. */
  readonly context: readonly (readonly number[])[];
  /** What the parser's last layer makes of each token, `stateWidth` signed bytes of `STATE_STEP`. */
  readonly states: readonly Int8Array[];
  readonly stateWidth: number;
}

/** What one step of a state's byte means: the recurrent layers' values seldom go beyond 4. */
export const STATE_STEP = 4 / 127;

/**
 * Runs texts through the language and puts their names on its tokens. Names that the sentence splitter cuts are left out.
 * @param corpus number of the corpus, from 0
 */
export function nameExamples(
  texts: readonly NamedText[],
  corpus: number,
  language: ModelLanguage,
  phrases: PhraseList,
): NameExamples {
  const all = {
    forms: [] as string[],
    sentenceStart: [0],
    labels: [] as number[],
    context: [] as number[][],
    states: [] as Int8Array[],
  };
  for (const { text, names } of texts) {
    const split = language.split(text);
    const offset = all.forms.length;
    const forms = Array.from(split.start, (from, i) => text.slice(from, split.end[i]));
    const words = new TextWords(forms, split.sentenceStart);
    for (const [s, from] of split.sentenceStart.subarray(0, -1).entries()) {
      const to = split.sentenceStart[s + 1] as number;
      all.context.push(...words.rows(phrases, from, to, corpus));
      all.sentenceStart.push(offset + to);
    }
    for (const [i, label] of labelsOf(split, names).entries()) {
      all.forms.push(forms[i] as string);
      all.labels.push(label);
    }
    all.states.push(...statesOf(text, split, language));
  }
  return { ...all, stateWidth: all.states[0]?.length ?? 0 };
}

function labelsOf({ start, end, sentenceStart }: SplitText, names: readonly NameSpan[]): number[] {
  const labels = new Array<number>(start.length).fill(0);
  let token = 0;
  for (const { span, kind } of [...names].sort((a, b) => a.span[0] - b.span[0])) {
    while (token < start.length && (end[token] as number) <= span[0]) token++;
    let after = token;
    while (after < start.length && (start[after] as number) < span[1]) after++;
    if (sentenceStart.some((first) => first > token && first < after)) continue;
    for (let i = token; i < after; i++) labels[i] = labelOf(kind, i - token, after - token);
    token = after;
  }
  return labels;
}

function statesOf(text: string, split: SplitText, language: ModelLanguage): Int8Array[] {
  const states: Int8Array[] = [];
  language.show(text, split, {
    read: ({ count }, top) => {
      const width = top.length / count;
      for (let i = 0; i < count; i++)
        states.push(Int8Array.from(top.subarray(i * width, (i + 1) * width), byteOf));
    },
  });
  return states;
}

function byteOf(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value / STATE_STEP)));
}
