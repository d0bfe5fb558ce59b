/** What a parser reads: tagged tokens as columns over a whole document, one entry a token. */
export interface ParserInput {
  readonly forms: readonly string[];
  /** Index into `UPOS`. */
  readonly upos: Uint8Array;
  /** Index into the model's xpos names. */
  readonly xpos: Uint16Array;
  /** First token of each sentence, closed by the number of tokens. */
  readonly sentenceStart: Uint32Array;
}

/** Dependency trees as columns, one entry a token. */
export interface Trees {
  /** Index of the head over the whole document, `ROOT` for the one root of each sentence. */
  readonly head: Int32Array;
  /** Index into the parser's `deprels`. */
  readonly deprel: Uint16Array;
}

/** Gives each sentence one tree with one root; trees may have crossing arcs. */
export interface DependencyParser {
  readonly deprels: readonly string[];
  parse(input: ParserInput): Trees;
}

/** The named parts of a model file that make up a parser; names begin with `parser.`. */
export type ParserSections = ReadonlyMap<string, Uint8Array>;

/** Gold trees to learn from; the tags should be predicted ones, by a tagger that has not seen the sentence. */
export interface TrainingTrees extends ParserInput, Trees {}
