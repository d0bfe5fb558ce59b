import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadAbbreviations } from "./abbreviations.ts";
import { mendElectedTitles } from "./elected-titles.ts";
import { mendFiniteVerbs } from "./finite-conjuncts.ts";
import type { Language } from "./language.ts";
import { loadLemmaExceptions } from "./lemma-exceptions.ts";
import { LEMMA_RULES, Lemmatizer } from "./lemmatizer.ts";
import { type Lexeme, Lexemes } from "./lexemes.ts";
import { TrainedScorer } from "./linear-scorer.ts";
import { gatherLists } from "./list-members.ts";
import { raiseMainVerbs } from "./main-verb.ts";
import { type ModelFile, readModelFile } from "./model-file.ts";
import { FeatureChoices, MORPHOLOGY_CHOICES, MORPHOLOGY_WEIGHTS, Morphology } from "./morphology.ts";
import { NameModel } from "./names/name-model.ts";
import { NameTagger } from "./names/name-tagger.ts";
import { loadNameWords } from "./names/name-words.ts";
import { ParsedDocument } from "./parsed-document.ts";
import type { StateReader } from "./parser/dependency-parser.ts";
import { NeuralParser } from "./parser/neural-parser.ts";
import type { WordTables } from "./parser/word-tables.ts";
import { SentenceSplitter, SPLITTER_WEIGHTS } from "./sentence-splitter.ts";
import { TAG_INVENTORY, TagInventory } from "./tag-inventory.ts";
import { REVISER_DICTIONARY, REVISER_WEIGHTS, TagDictionary, TagReviser } from "./tag-reviser.ts";
import { readWordCuts, TOKENIZER_CUTS, TOKENIZER_WEIGHTS, Tokenizer, type TokenSpans } from "./tokenizer.ts";
import { WordVectors } from "./word-vectors.ts";

/** The model that is shipped for a language: `models/<code>.dragoman-model` beside `dist/` (and `src/`). */
export function bundledModelPath(code: string): string {
  return fileURLToPath(new URL(`../../models/${code}.dragoman-model`, import.meta.url));
}

/**
 * Loads a language.
 *
 * @param code BCP 47 code, `"en"`
 * @param path another model file than the shipped one
 * @throws ModelFileError when the file is no model of this version; an error of the file system when it is missing
 */
export async function loadLanguage(code: string, path = bundledModelPath(code)): Promise<ModelLanguage> {
  const model = readModelFile(path);
  return new ModelLanguage(model, namesFor(model));
}

/** The name tagger that is shipped for a language: `models/<code>-names.dragoman-model`. */
export function bundledNamesPath(code: string): string {
  return bundledModelPath(`${code}-names`);
}

/** The shipped name tagger, where it was trained on this very model; with another model no names are found. */
function namesFor(model: ModelFile): ModelFile | undefined {
  const path = bundledNamesPath(model.language);
  if (!existsSync(path)) return undefined;
  const names = readModelFile(path);
  return NameModel.baseOf(names) === model.hash ? names : undefined;
}

/** Tokens in sentences, before tags. */
export interface SplitText extends TokenSpans {
  /** First token of each sentence, closed by the number of tokens. */
  readonly sentenceStart: Uint32Array;
}

/** A language made from a model; its steps can be run one by one, for evaluation with given tokens. */
export class ModelLanguage implements Language {
  readonly code: string;
  readonly modelHash: string;
  readonly vectors: WordVectors;
  readonly #lexemes: Lexemes;
  readonly #tokenizer: Tokenizer;
  readonly #splitter: SentenceSplitter;
  readonly #inventory: TagInventory;
  readonly #reviser: TagReviser;
  readonly #morphology: Morphology;
  readonly #lemmatizer: Lemmatizer;
  readonly #parser: NeuralParser;
  readonly #names: NameTagger | undefined;

  /**
   * @param names a name tagger trained on this model; without one no names are found
   * @throws ModelFileError when a section is missing
   */
  constructor(model: ModelFile, names?: ModelFile) {
    this.code = model.language;
    this.modelHash = model.hash;
    const scorer = (name: string) => new TrainedScorer(model.array(name, "Int16"));
    const abbreviations = loadAbbreviations(model.language);
    this.#lexemes = new Lexemes(abbreviations);
    const cuts = readWordCuts(model.text(TOKENIZER_CUTS));
    this.#tokenizer = new Tokenizer(scorer(TOKENIZER_WEIGHTS), cuts, abbreviations);
    this.#splitter = new SentenceSplitter(scorer(SPLITTER_WEIGHTS));
    this.#inventory = TagInventory.parse(model.text(TAG_INVENTORY));
    const dictionary = TagDictionary.parse(model.text(REVISER_DICTIONARY));
    this.#reviser = new TagReviser(scorer(REVISER_WEIGHTS), dictionary);
    this.#morphology = new Morphology(
      scorer(MORPHOLOGY_WEIGHTS),
      FeatureChoices.parse(model.text(MORPHOLOGY_CHOICES)),
      this.#inventory.uposOfTag,
    );
    this.#lemmatizer = new Lemmatizer(`${model.text(LEMMA_RULES)}\n${loadLemmaExceptions(model.language)}`);
    this.#parser = new NeuralParser(parserSections(model));
    this.vectors = new WordVectors(this.wordTables);
    this.#names =
      names === undefined
        ? undefined
        : new NameTagger(new NameModel(names, this.wordTables), loadNameWords(model.language));
  }

  /** What the parser's network knows of single words. */
  get wordTables(): WordTables {
    return this.#parser.wordTables;
  }

  parse(text: string): ParsedDocument {
    const { words, ...split } = this.#split(text);
    return this.#analyse(text, split, words);
  }

  /** Sentences and tokens of a raw text. */
  split(text: string): SplitText {
    const { words: _, ...split } = this.#split(text);
    return split;
  }

  #split(text: string): SplitText & { readonly words: readonly Lexeme[] } {
    const tokens = this.#tokenizer.tokenize(text);
    const words = this.#lexemes.of(text, tokens);
    return { ...tokens, words, sentenceStart: this.#splitter.split(text, tokens, words) };
  }

  /** Tags, lemmas, trees and names for given sentences and tokens. */
  analyse(text: string, split: SplitText): ParsedDocument {
    return this.#analyse(text, split, this.#lexemes.of(text, split));
  }

  #analyse(text: string, split: SplitText, words: readonly Lexeme[]): ParsedDocument {
    const { start, end, joined, sentenceStart } = split;
    const count = start.length;
    const forms = words.map(({ form }) => form);
    const names = this.#names?.begin(forms, sentenceStart);
    const trees = this.#parser.parse({ forms, sentenceStart }, names);
    const { tag: tags, head, deprel } = trees;
    const feats = new Uint16Array(count);
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      const [from, to] = [sentenceStart[s] as number, sentenceStart[s + 1] as number];
      this.#reviser.revise(words, from, to, trees);
      this.#morphology.analyse(words, tags, from, to, feats);
    }
    const { pairs, uposOfTag, xposOfTag } = this.#inventory;
    const upos = tags.map((tag) => uposOfTag[tag] as number);
    const xpos = Uint16Array.from(tags, (tag) => xposOfTag[tag] as number);
    const { xpos: xposNames } = this.#inventory;
    const mendable = { words: forms, head, deprel, upos, xpos, xposNames, deprelNames: this.#parser.deprels };
    mendElectedTitles(mendable);
    raiseMainVerbs(mendable, sentenceStart);
    mendFiniteVerbs(mendable, sentenceStart);
    gatherLists(mendable, sentenceStart);
    const lowerForm = words.map((word) => word.lowerForm);
    const lemma = words.map((word, i) => this.#lemmatizer.lemma(word, pairs[tags[i] as number] as string));
    return new ParsedDocument(
      text,
      { start, end, form: forms, lowerForm, lemma, upos, xpos, feats, joined, head, deprel },
      { xpos: this.#inventory.xpos, feats: this.#inventory.feats, deprel: this.#parser.deprels },
      sentenceStart,
      names?.names,
    );
  }

  /** Shows a reader what the parser's network makes of given sentences and tokens. */
  show(text: string, { start, end, sentenceStart }: SplitText, reader: StateReader): void {
    const forms = Array.from(start, (from, i) => text.slice(from, end[i]));
    this.#parser.parse({ forms, sentenceStart }, reader);
  }
}

const PARSER_PREFIX = "parser.";

function parserSections(model: ModelFile): Map<string, Uint8Array> {
  const names = model.names.filter((name) => name.startsWith(PARSER_PREFIX));
  return new Map(names.map((name) => [name, model.array(name, "Uint8")]));
}
