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
import { ParameterAverage } from "./parameter-average.ts";
import { type NamePools, renamedTexts } from "./renamed-texts.ts";

export interface NameTrainingOptions {
  readonly seed: number;
  /** Names and roles known beforehand. */
  readonly phrases: PhraseList;
  /** Names to put in the place of the texts' own; without them the texts are read as they are in all passes. */
  readonly pools?: NamePools | undefined;
  /** Told as each corpus is read and each pass ends. */
  readonly report: (line: string) => void;
}

/** Sizes, shares dropped and passes chosen by measuring, see `models/README.md`. */
const SIZES: Pick<NameShape, "wordWidth" | "hidden"> = { wordWidth: 64, hidden: 96 };
const DROPS: NameDrops = { word: 0.5, vector: 0.1, state: 0.3, hidden: 0.2 };
/** What is read in each pass: the texts as they are, or with other names. */
const PASSES = ["own names", "other names", "other names", "own names"] as const;
const BATCH_TOKENS = 300;
const TOP_RATE = 3e-3;
/** The part of all steps in which the rate still rises. */
const WARM_UP = 0.02;
/** The last part of all steps, over which the parameters are averaged, and how many steps lie between two of those counted in. */
const AVERAGED = 0.3;
const AVERAGED_EVERY = 10;
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
  { seed, phrases, pools, report }: NameTrainingOptions,
): ModelFile {
  const random = new SeededRandom(seed);
  const read = (texts: readonly NamedText[], corpus: number) =>
    sentencesThatTeach(nameExamples(texts, corpus, language, phrases));
  const own = corpora.flatMap(read);
  const renamed = (texts: readonly NamedText[], corpus: number) =>
    pools === undefined ? [] : read(renamedTexts(texts, pools, random), corpus);
  const other = corpora.flatMap(renamed);
  report(`${wordsIn(own)} words in sentences that teach`);
  const shape: NameShape = {
    ...SIZES,
    formRows: FORM_ROWS,
    vectorWidth: language.wordTables.vectors.width,
    stateWidth: own[0]?.examples.stateWidth ?? 0,
  };
  const network = new NameNetwork(new KernelMemory(MEMORY_BYTES), shape, random);
  const average = new ParameterAverage(network.tape);
  const batches = new NameBatchMaker(language.wordTables);
  const steps = (PASSES.length * wordsIn(own)) / BATCH_TOKENS;
  let step = 0;
  for (const [pass, kind] of PASSES.entries()) {
    const sentences = kind === "own names" || other.length === 0 ? own : other;
    random.shuffle(sentences);
    const words = wordsIn(sentences);
    let loss = 0;
    for (const batch of batchesOf(sentences)) {
      loss += (network.learn(batches.batch(batch), DROPS) * wordsIn(batch)) / words;
      step++;
      network.tape.step(learningRate(step, steps), step);
      if (step > (1 - AVERAGED) * steps && step % AVERAGED_EVERY === 0) average.add();
    }
    report(`pass ${pass + 1} of ${PASSES.length}, ${kind}: loss ${loss.toFixed(4)}`);
  }
  average.use();
  for (const sentence of own.slice(0, RANGE_SENTENCES)) network.predict(batches.batch([sentence]));
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
