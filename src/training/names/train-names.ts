import type { ModelLanguage } from "../../language/load-language.ts";
import type { ModelFile } from "../../language/model-file.ts";
import type { NamedText } from "../../language/names/names.ts";
import type { PhraseList } from "../../language/names/phrase-list.ts";
import { FORM_ROWS } from "../../language/names/word-rows.ts";
import { KernelMemory } from "../../language/parser/kernels.ts";
import { SeededRandom } from "../random.ts";
import { exportNames } from "./export-names.ts";
import { NameBatchMaker, type NameSentence } from "./name-batches.ts";
import { nameExamples } from "./name-examples.ts";
import { type NameDrops, NameNetwork, type NameShape } from "./name-network.ts";

export interface NameTrainingOptions {
  readonly seed: number;
  /** Names and roles known beforehand. */
  readonly phrases: PhraseList;
  /** Told as each corpus is read and each pass ends. */
  readonly report: (line: string) => void;
}

/** Sizes, shares dropped and passes chosen by measuring, see `models/README.md`. */
const SIZES: Pick<NameShape, "wordWidth" | "hidden"> = { wordWidth: 64, hidden: 96 };
const DROPS: NameDrops = { word: 0.5, vector: 0.1, state: 0.3, hidden: 0.2 };
const EPOCHS = 3;
const BATCH_TOKENS = 300;
const TOP_RATE = 3e-3;
/** The part of all steps in which the rate still rises. */
const WARM_UP = 0.02;
const MEMORY_BYTES = 512 * 2 ** 20;
/** Sentences run through the finished network to see how large its inner values get. */
const RANGE_SENTENCES = 2000;

/**
 * Trains a name tagger on corpora of texts with their names. The tagger names things as the first corpus does; the others are told apart by
 * their numbers. The same corpora, language, options and version give the same bytes.
 *
 * @param language whose parser's states the tagger reads, and with which alone it works
 */
export function trainNames(
  corpora: readonly (readonly NamedText[])[],
  language: ModelLanguage,
  { seed, phrases, report }: NameTrainingOptions,
): ModelFile {
  const sentences = corpora.flatMap((texts, corpus) => {
    const examples = nameExamples(texts, corpus, language, phrases);
    report(`corpus ${corpus + 1} of ${corpora.length}: ${examples.forms.length} words`);
    return sentencesThatTeach(examples);
  });
  const random = new SeededRandom(seed);
  const batches = new NameBatchMaker(language.wordTables);
  const shape: NameShape = {
    ...SIZES,
    formRows: FORM_ROWS,
    vectorWidth: language.wordTables.vectors.width,
    stateWidth: sentences[0]?.examples.stateWidth ?? 0,
  };
  const network = new NameNetwork(new KernelMemory(MEMORY_BYTES), shape, random);
  const words = sentences.reduce((sum, { from, to }) => sum + to - from, 0);
  const steps = (EPOCHS * words) / BATCH_TOKENS;
  let step = 0;
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    random.shuffle(sentences);
    let loss = 0;
    for (const batch of batchesOf(sentences)) {
      loss += (network.learn(batches.batch(batch), DROPS) * wordsIn(batch)) / words;
      step++;
      network.tape.step(learningRate(step, steps), step);
    }
    report(`pass ${epoch} of ${EPOCHS}: loss ${loss.toFixed(4)}`);
  }
  for (const sentence of sentences.slice(0, RANGE_SENTENCES)) network.predict(batches.batch([sentence]));
  return exportNames(network, phrases, language.code, language.modelHash);
}

/** Sentences with a name, or with a capital beyond the first word that may be taken for one. */
function sentencesThatTeach(examples: NameSentence["examples"]): NameSentence[] {
  const { forms, labels, sentenceStart } = examples;
  const sentences: NameSentence[] = [];
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const [from, to] = [sentenceStart[s] as number, sentenceStart[s + 1] as number];
    for (let i = from; i < to; i++) {
      const isCapital = i > from && forms[i] !== "I" && /^\p{Lu}/u.test(forms[i] as string);
      if (labels[i] === 0 && !isCapital) continue;
      sentences.push({ examples, from, to });
      break;
    }
  }
  return sentences;
}

/** Rises in a straight line, then falls to 0 along half a cosine. */
function learningRate(step: number, steps: number): number {
  const fall = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, step / steps));
  return TOP_RATE * Math.min(1, step / (WARM_UP * steps)) * fall;
}

function* batchesOf(sentences: readonly NameSentence[]): Generator<NameSentence[]> {
  let batch: NameSentence[] = [];
  for (const sentence of sentences) {
    batch.push(sentence);
    if (wordsIn(batch) < BATCH_TOKENS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function wordsIn(sentences: readonly NameSentence[]): number {
  return sentences.reduce((sum, { from, to }) => sum + to - from, 0);
}
