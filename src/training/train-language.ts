import { loadAbbreviations } from "../language/abbreviations.ts";
import { LEMMA_RULES } from "../language/lemmatizer.ts";
import { Lexemes } from "../language/lexemes.ts";
import { ModelFile } from "../language/model-file.ts";
import { MORPHOLOGY_CHOICES, MORPHOLOGY_WEIGHTS } from "../language/morphology.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { UPOS } from "../language/parsed-document.ts";
import type { TrainingTrees } from "../language/parser/dependency-parser.ts";
import { SPLITTER_WEIGHTS } from "../language/sentence-splitter.ts";
import { TAG_INVENTORY, TagInventory } from "../language/tag-inventory.ts";
import { REVISER_DICTIONARY, REVISER_WEIGHTS } from "../language/tag-reviser.ts";
import { TOKENIZER_CUTS, TOKENIZER_WEIGHTS, writeWordCuts } from "../language/tokenizer.ts";
import type { TextVectors } from "./parser/text-vectors.ts";
import { trainParser } from "./parser/train-parser.ts";
import { learnLemmaRules } from "./train-lemmatizer.ts";
import { type AnalysedSentence, learnFeatureChoices, trainMorphology } from "./train-morphology.ts";
import { trainSplitter } from "./train-splitter.ts";
import { learnTagDictionary, trainTagReviser } from "./train-tag-reviser.ts";
import { trainTokenizer } from "./train-tokenizer.ts";
import type { TrainingFolder } from "./training-folder.ts";
import type { Treebank } from "./treebank.ts";

export interface TrainingOptions {
  /** BCP 47 code of the language. */
  readonly language: string;
  readonly seed: number;
  /** Vectors of words from plain text, most frequent word first; their words also tell the lemmatizer words from non-words. */
  readonly vectors: TextVectors;
  /** Told as each step begins and ends. */
  readonly report: (line: string) => void;
}

/**
 * Trains every part of a language on treebanks, step by step; steps that `folder` holds finished are not run again.
 * The same treebanks, options and versions give the same bytes.
 */
export function trainLanguage(
  treebanks: readonly Treebank[],
  folder: TrainingFolder,
  options: TrainingOptions,
): ModelFile {
  const { seed, report } = options;
  const documents = treebanks.map((treebank) => treebank.document);
  const abbreviations = loadAbbreviations(options.language);
  const lexemes = new Lexemes(abbreviations);
  const inventory = tagInventory(documents);
  const sentences = documents.flatMap((document) => analysedSentences(document, inventory, lexemes));
  const model = new ModelFile(options.language);
  const step = (name: string, what: string, run: (part: ModelFile) => void): ModelFile => {
    report(what);
    const part = folder.step(name, run);
    for (const section of part.names) model.set(section, part.get(section));
    return part;
  };

  step("tokenizer", "tokenizer", (part) => {
    const { cuts, weights } = trainTokenizer(documents, abbreviations, { epochs: 10, seed });
    part.set(TOKENIZER_CUTS, writeWordCuts(cuts));
    part.set(TOKENIZER_WEIGHTS, weights);
  });
  step("sentences", "sentence splitter", (part) =>
    part.set(SPLITTER_WEIGHTS, trainSplitter(documents, lexemes, { epochs: 10, seed })),
  );
  step("reviser", "tag reviser", (part) => {
    const dictionary = learnTagDictionary(sentences);
    part.set(REVISER_DICTIONARY, dictionary.serialize());
    part.set(REVISER_WEIGHTS, trainTagReviser(sentences, dictionary, { epochs: 8, seed }));
  });
  step("morphology", "morphology", (part) => {
    part.set(TAG_INVENTORY, inventory.serialize());
    const choices = learnFeatureChoices(sentences);
    part.set(MORPHOLOGY_CHOICES, choices.serialize());
    part.set(
      MORPHOLOGY_WEIGHTS,
      trainMorphology(sentences, choices, inventory.uposOfTag, { epochs: 8, seed }),
    );
  });
  step("lemmas", "lemma rules", (part) =>
    part.set(LEMMA_RULES, learnLemmaRules(documents.flatMap(lemmaExamples), options.vectors.words)),
  );
  step("parser", "parser", (part) => {
    const { trees, deprels } = trainingTrees(documents, sentences);
    const sections = trainParser(trees, deprels, {
      seed,
      epochs: PARSER_EPOCHS,
      vectors: options.vectors,
      checkpoint: folder.pathOf("parser-checkpoint"),
      onEpoch: (epoch, losses) => report(`parser, pass ${epoch} of ${PARSER_EPOCHS}: ${lossesText(losses)}`),
    });
    for (const [name, bytes] of sections) part.set(name, bytes);
  });
  return model;
}

const PARSER_EPOCHS = 11;

function lossesText(losses: object): string {
  return Object.entries(losses)
    .map(([name, loss]) => `${name} ${Number(loss).toFixed(3)}`)
    .join(", ");
}

/** Every pair of tags and every feature string in the documents, most frequent first. */
export function tagInventory(documents: readonly ParsedDocument[]): TagInventory {
  const pairs = new Map<string, number>();
  const feats = new Map<string, number>([["_", Number.POSITIVE_INFINITY]]);
  for (const document of documents) {
    for (let i = 0; i < document.tokenCount; i++) {
      const pair = pairOf(document, i);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      const features = document.names.feats[document.columns.feats[i] as number] as string;
      feats.set(features, (feats.get(features) ?? 0) + 1);
    }
  }
  const sorted = (counts: Map<string, number>) =>
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return new TagInventory(sorted(pairs), sorted(feats));
}

function pairOf({ columns, names }: ParsedDocument, token: number): string {
  return `${names.xpos[columns.xpos[token] as number]}/${UPOS[columns.upos[token] as number]}`;
}

/** Sentences as tags and features in the inventory's numbers. */
export function analysedSentences(
  document: ParsedDocument,
  inventory: TagInventory,
  lexemes: Lexemes,
): AnalysedSentence[] {
  const pairIndexes = new Map(inventory.pairs.map((pair, index) => [pair, index]));
  const featIndexes = new Map(inventory.feats.map((feats, index) => [feats, index]));
  const { text, columns, names, sentenceStart } = document;
  return Array.from({ length: document.sentenceCount }, (_, s) => {
    const [start, end] = [sentenceStart[s] as number, sentenceStart[s + 1] as number];
    const tokens = Array.from({ length: end - start }, (_, i) => start + i);
    return {
      words: tokens.map((i) => lexemes.get(text.slice(columns.start[i], columns.end[i]))),
      tags: Uint8Array.from(tokens, (i) => pairIndexes.get(pairOf(document, i)) ?? 0),
      feats: Uint16Array.from(
        tokens,
        (i) => featIndexes.get(names.feats[columns.feats[i] as number] as string) ?? 0,
      ),
    };
  });
}

function lemmaExamples(document: ParsedDocument): { form: string; tag: string; lemma: string }[] {
  return Array.from({ length: document.tokenCount }, (_, i) => ({
    form: document.text.slice(document.columns.start[i], document.columns.end[i]),
    tag: pairOf(document, i),
    lemma: document.columns.lemma[i] as string,
  }));
}

function trainingTrees(
  documents: readonly ParsedDocument[],
  sentences: readonly AnalysedSentence[],
): { trees: TrainingTrees; deprels: string[] } {
  const deprels = [...new Set(documents.flatMap((document) => document.names.deprel))].sort();
  const deprelIndexes = new Map(deprels.map((deprel, index) => [deprel, index]));
  const tag = Uint8Array.from(sentences.flatMap((sentence) => [...sentence.tags]));
  const forms: string[] = [];
  const heads: number[] = [];
  const relations: number[] = [];
  const sentenceStart: number[] = [];
  for (const { text, columns, names, sentenceStart: starts, tokenCount } of documents) {
    const offset = forms.length;
    for (const start of starts.subarray(0, -1)) sentenceStart.push(offset + start);
    for (let i = 0; i < tokenCount; i++) {
      forms.push(text.slice(columns.start[i], columns.end[i]));
      const head = columns.head[i] as number;
      heads.push(head < 0 ? head : offset + head);
      relations.push(deprelIndexes.get(names.deprel[columns.deprel[i] as number] as string) as number);
    }
  }
  sentenceStart.push(forms.length);
  const trees: TrainingTrees = {
    forms,
    tag,
    sentenceStart: Uint32Array.from(sentenceStart),
    head: Int32Array.from(heads),
    deprel: Uint16Array.from(relations),
  };
  return { trees, deprels };
}
