import type { Chunk } from "./chunk.ts";

/** What a parser reads: the words of a document, one entry a token. */
export interface ParserInput {
  readonly forms: readonly string[];
  /** First token of each sentence, closed by the number of tokens. */
  readonly sentenceStart: Uint32Array;
}

/** Tags and dependency trees as columns, one entry a token. */
export interface TaggedTrees {
  /** Index into the tags the parser was trained with. */
  readonly tag: Uint8Array;
  /** How well each tag fits, one row of as many values as there are tags a token; log-likelihoods but for a constant a row. */
  readonly tagScores: Float32Array;
  /** Index of the head over the whole document, `ROOT` for the one root of each sentence. */
  readonly head: Int32Array;
  /** Index into the parser's `deprels`. */
  readonly deprel: Uint16Array;
}

/** Looks on while a text is parsed: shown what the network makes of each token, some sentences at a time. */
export interface StateReader {
  /**
   * @param top what the network's last layer makes of the chunk's tokens, one row a token; valid during the call only
   * @param tagging the same of the layer that tags are read from
   */
  read(chunk: Chunk, top: Float32Array, tagging: Float32Array): void;
}

/** Gives each token a tag and each sentence one tree with one root; trees may have crossing arcs. */
export interface DependencyParser {
  readonly deprels: readonly string[];
  parse(input: ParserInput, reader?: StateReader): TaggedTrees;
}

/** The named parts of a model file that make up a parser; names begin with `parser.`. */
export type ParserSections = ReadonlyMap<string, Uint8Array>;

/** Gold tags and trees to learn from. */
export interface TrainingTrees extends ParserInput, Omit<TaggedTrees, "tagScores"> {}
