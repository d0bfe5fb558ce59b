import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { readFailure } from "../document/open-input.ts";
import { loadLanguage } from "../language/load-language.ts";
import type { NamedText } from "../language/names/names.ts";
import { PHRASE_CLASSES, type PhraseClass, PhraseListMaker } from "../language/names/phrase-list.ts";
import { readTaggedWords } from "../language/names/tagged-words.ts";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { readGumNames } from "../training/names/gum-names.ts";
import { addLexiconPhrases, lexiconTitles } from "../training/names/known-phrases.ts";
import { bodiesNamedIn, type NamePools } from "../training/names/renamed-texts.ts";
import { trainNames } from "../training/names/train-names.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";
import { collectValue, seedValue } from "./option-values.ts";

interface TrainNamesOptions {
  readonly gold: readonly string[];
  readonly phrases: readonly string[];
  readonly out: string;
  readonly language: string;
  readonly seed: number;
}

const HELP = `
Files of gold: one word and its tag a line (Universal NER's .iob2, CrossNER's
.txt, WikiGold), or GUM's mentions (.jsonl). The tagger names things as the
first file does. Beside the lexicon's names it may be given lists of others,
one a line, of these classes: ${PHRASE_CLASSES.join(", ")}.
Given lists of forenames, surnames and towns, it also reads the texts with other
names in the place of theirs.

Example:
  dragoman train-names --gold uner-en_ewt-train.iob2 gum_open-train.jsonl \\
    --phrases town=towns.txt --phrases surname=surnames.txt \\
    --out models/en-names.dragoman-model

The tagger works with the language model it was trained on, and with no other.
The same files, model and version give the same bytes.
`;

/** Adds `dragoman train-names`: makes a name tagger from texts with their names. */
export function register(program: Command): void {
  program
    .command("train-names")
    .summary("make the name tagger of a language model")
    .description("Trains the tagger that finds names of persons, places and organisations.")
    .requiredOption("--gold <FILES...>", "texts with their names")
    .option("--phrases <CLASS=FILE>", "names known beforehand (repeatable)", collectValue, [])
    .requiredOption("--out <MODEL>", "model file to write")
    .option("--language <CODE>", "BCP 47 code of the language", "en")
    .addOption(new Option("--seed <N>", "start of the random numbers").argParser(seedValue).default(1))
    .addHelpText("after", HELP)
    .action((options: TrainNamesOptions) => train(options));
}

async function train({ gold, phrases, out, language: code, seed }: TrainNamesOptions): Promise<void> {
  const started = performance.now();
  const report = (line: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stderr.write(`${seconds.padStart(8)} s  ${line}\n`);
  };
  const lexicon = bundledLexiconFolder(code);
  const maker = new PhraseListMaker();
  addLexiconPhrases(maker, lexicon);
  const lists = phrases.map(phraseListOf);
  for (const { phraseClass, names } of lists) for (const name of names) maker.add(name, phraseClass);
  const titles = lexiconTitles(lexicon);
  const corpora = gold.map((file) => readNames(file, (words) => titles.has(words)));
  const language = await loadLanguage(code);
  const pools = poolsOf(lists, corpora.flat());
  trainNames(corpora, language, { seed, phrases: maker.make(), pools, report }).write(out);
  report(`wrote ${out}`);
}

interface PhraseFile {
  readonly phraseClass: PhraseClass;
  readonly names: readonly string[];
}

function phraseListOf(choice: string): PhraseFile {
  const [name, file] = choice.split("=", 2) as [string, string | undefined];
  const phraseClass = PHRASE_CLASSES.find((known) => known === name) satisfies PhraseClass | undefined;
  if (phraseClass === undefined || file === undefined) {
    throw new CliError(`--phrases: "${choice}" is not CLASS=FILE with one of ${PHRASE_CLASSES.join(", ")}`);
  }
  const names = readOrFail(file)
    .split(/\r?\n/)
    .filter((line) => line !== "");
  return { phraseClass, names };
}

/** Names to read the texts with, where there are lists of people's and towns'. */
function poolsOf(lists: readonly PhraseFile[], texts: readonly NamedText[]): NamePools | undefined {
  const named = (wanted: PhraseClass, pattern: RegExp) =>
    lists.flatMap(({ phraseClass, names }) =>
      phraseClass === wanted ? names.filter((name) => pattern.test(name)) : [],
    );
  const pools: NamePools = {
    forenames: named("forename", ONE_WORD),
    surnames: named("surname", ONE_WORD),
    towns: named("town", SHORT_NAME),
    bodies: bodiesNamedIn(texts),
  };
  return Object.values(pools).every((pool) => pool.length > 0) ? pools : undefined;
}

const ONE_WORD = /^\p{Lu}[\p{Script=Latin}'’.-]+$/u;
const SHORT_NAME = /^[A-Z][\p{Script=Latin} '-]{1,20}$/u;

function readNames(file: string, isTitle: (words: string) => boolean): NamedText[] {
  const content = readOrFail(file);
  return /\.jsonl$/i.test(file) ? readGumNames(content, isTitle) : readTaggedWords(content, file);
}

function readOrFail(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CliError(`${file}: ${readFailure(error)}`, EXIT_FAILURE, { cause: error });
  }
}
