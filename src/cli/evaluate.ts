import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { createCoder } from "../coding/coder.ts";
import { readFailure } from "../document/open-input.ts";
import { conlluReport } from "../evaluation/conllu-report.ts";
import { evaluateParse } from "../evaluation/conllu-scores.ts";
import { readPlv } from "../evaluation/plv.ts";
import { relationReport } from "../evaluation/relation-report.ts";
import { type ConlluSentence, commentValue, documentFromConllu, readConllu } from "../language/conllu.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";
import { loadLanguageOrFail } from "./parse.ts";

interface EvaluateOptions {
  readonly raw?: boolean;
  readonly givenTokens?: boolean;
  readonly against?: string;
  readonly genre?: readonly string[];
  readonly relations?: boolean;
  readonly language: string;
  readonly model?: string;
}

const HELP = `
Examples:
  dragoman evaluate en_ewt-ud-dev.conllu
  dragoman evaluate en_ewt-ud-dev.conllu --given-tokens
  dragoman evaluate gum-dev.conllu --genre news interview --relations
  dragoman evaluate gold.conllu --against output.conllu
  dragoman evaluate plv-dev.tsv

Words are aligned by their characters, as in the CoNLL 2018 shared task; LAS
counts relations without their subtypes, LAS+ with them. A .tsv file is read as
the PLV table of marked parties, and scores "dragoman relate".
`;

/** Adds `dragoman evaluate`: scores the parser against gold CoNLL-U. */
export function register(program: Command): void {
  program
    .command("evaluate")
    .summary("score the parser, or relate, against gold")
    .description(
      "Scores sentences, tokens, tags, lemmas and trees against a gold CoNLL-U file, or relations against a PLV table.",
    )
    .argument("<FILE>", "gold CoNLL-U, or a PLV table (.tsv)")
    .option("--raw", "parse from raw text (the default)")
    .addOption(
      new Option("--given-tokens", "keep the gold sentences and tokens").conflicts(["raw", "against"]),
    )
    .option("--against <FILE>", "score this CoNLL-U file instead of parsing")
    .option("--genre <GENRES...>", 'only documents with these values of the comment "meta::genre"')
    .option("--relations", "also print right and wrong arcs by relation")
    .option("--language <CODE>", "language of the text", "en")
    .option("--model <FILE>", "use this model instead of the bundled one")
    .addHelpText("after", HELP)
    .action(async (file: string, options: EvaluateOptions) => {
      if (file.endsWith(".tsv")) {
        process.stdout.write(await plvReport(file));
        return;
      }
      const gold = documentFromConllu(ofGenres(readSentences(file), options.genre, file));
      const system = await analysisOf(gold, options);
      const report = conlluReport(evaluateParse(gold, system), { relations: options.relations === true });
      process.stdout.write(report);
    });
}

async function analysisOf(gold: ParsedDocument, options: EvaluateOptions): Promise<ParsedDocument> {
  if (options.against !== undefined) {
    return documentFromConllu(ofGenres(readSentences(options.against), options.genre, options.against));
  }
  const language = await loadLanguageOrFail(options);
  if (!options.givenTokens) return language.parse(gold.text);
  const { start, end, joined } = gold.columns;
  return language.analyse(gold.text, { start, end, joined, sentenceStart: gold.sentenceStart });
}

async function plvReport(file: string): Promise<string> {
  const rows = readPlv(readGold(file), file);
  const coder = await createCoder();
  return relationReport(rows, (question) => coder.relate(question));
}

function readGold(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CliError(`${file}: ${readFailure(error)}`, EXIT_FAILURE, { cause: error });
  }
}

function readSentences(file: string): ConlluSentence[] {
  const sentences = readConllu(readGold(file), file);
  if (sentences.length === 0) throw new CliError(`${file}: it holds no sentence`, EXIT_FAILURE);
  return sentences;
}

/** The sentences of the documents of some genres; all where none is asked for. */
function ofGenres(
  sentences: ConlluSentence[],
  genres: readonly string[] | undefined,
  file: string,
): ConlluSentence[] {
  if (genres === undefined) return sentences;
  let isWanted = false;
  const wanted = sentences.filter((sentence) => {
    if (sentence.boundary === "document") {
      isWanted = genres.includes(commentValue(sentence, "meta::genre") ?? "");
    }
    return isWanted;
  });
  if (wanted.length === 0) {
    throw new CliError(`${file}: no document has the genre ${genres.join(" or ")}`, EXIT_FAILURE);
  }
  return wanted;
}
