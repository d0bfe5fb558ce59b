import { conlluReport } from "../evaluation/conllu-report.ts";
import { evaluateParse } from "../evaluation/conllu-scores.ts";
import { type ConlluSentence, commentValue, documentFromConllu, readConllu } from "../language/conllu.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";
import { readGold } from "./gold-file.ts";
import { loadLanguageOrFail } from "./parse.ts";

/** How a treebank is scored. */
export interface TreebankOptions {
  readonly givenTokens?: boolean;
  readonly against?: string;
  readonly genre?: readonly string[];
  readonly relations?: boolean;
  readonly language: string;
  readonly model?: string;
}

/** Scores the parser, or another CoNLL-U file, against a gold treebank. */
export async function treebankReport(file: string, options: TreebankOptions): Promise<string> {
  const gold = documentFromConllu(ofGenres(readSentences(file), options.genre, file));
  const system = await analysisOf(gold, options);
  return conlluReport(evaluateParse(gold, system), { relations: options.relations === true });
}

async function analysisOf(gold: ParsedDocument, options: TreebankOptions): Promise<ParsedDocument> {
  if (options.against !== undefined) {
    return documentFromConllu(ofGenres(readSentences(options.against), options.genre, options.against));
  }
  const language = await loadLanguageOrFail(options);
  if (!options.givenTokens) return language.parse(gold.text);
  const { start, end, joined } = gold.columns;
  return language.analyse(gold.text, { start, end, joined, sentenceStart: gold.sentenceStart });
}

/**
 * The sentences of a treebank.
 *
 * @throws CliError in a sentence when there is none
 */
export function readSentences(file: string): ConlluSentence[] {
  const sentences = readConllu(readGold(file), file);
  if (sentences.length === 0) throw new CliError(`${file}: it holds no sentence`, EXIT_FAILURE);
  return sentences;
}

/**
 * The sentences of the documents of some genres; all where none is asked for.
 *
 * @throws CliError in a sentence when no document is of such a genre
 */
export function ofGenres(
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
