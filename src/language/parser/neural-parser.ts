import { ROOT } from "../parsed-document.ts";
import { Arena } from "./arena.ts";
import { chunkOf } from "./chunk.ts";
import type {
  DependencyParser,
  ParserInput,
  ParserSections,
  StateReader,
  TaggedTrees,
} from "./dependency-parser.ts";
import { HeadFinder } from "./head-finder.ts";
import { NetworkFile } from "./network-file.ts";
import { RelationNamer } from "./relation-namer.ts";
import { TagScorer } from "./tag-scorer.ts";
import { TokenEncoder } from "./token-encoder.ts";
import { ViewMaker } from "./token-views.ts";
import type { WordTables } from "./word-tables.ts";

/** Tokens worked on together, so that a layer's values stay in the processor's cache. */
const CHUNK_TOKENS = 192;

/** A longer sentence - a list without full stops, say - is parsed in pieces of this many tokens. */
const LONGEST_SENTENCE = 400;

const MEMORY_BYTES = 80 * 2 ** 20;

/**
 * Tags and parses with a small recurrent network that scores every pair of tokens as head and dependent; the best tree over these
 * scores may have crossing arcs. Relations are chosen once the heads are known. Holds the memory it works in, so it parses one text
 * at a time.
 */
export class NeuralParser implements DependencyParser {
  readonly deprels: readonly string[];
  readonly #arena = new Arena(MEMORY_BYTES);
  readonly #encoder: TokenEncoder;
  readonly #tags: TagScorer;
  readonly #views: ViewMaker;
  readonly #heads: HeadFinder;
  readonly #relations: RelationNamer;

  /** What the network knows of single words. */
  get wordTables(): WordTables {
    return this.#encoder.wordTables;
  }

  /** @throws Error when a section is missing */
  constructor(sections: ParserSections) {
    const file = new NetworkFile(sections);
    this.deprels = file.header.deprels;
    this.#encoder = new TokenEncoder(file, this.#arena);
    this.#tags = new TagScorer(file, this.#arena);
    this.#views = new ViewMaker(file, this.#arena);
    this.#heads = new HeadFinder(file, this.#arena);
    this.#relations = new RelationNamer(file, this.#arena);
    this.#arena.seal();
  }

  parse({ forms, sentenceStart }: ParserInput, reader?: StateReader): TaggedTrees {
    const trees = {
      tag: new Uint8Array(forms.length),
      tagScores: new Float32Array(forms.length * this.#tags.count),
      head: new Int32Array(forms.length),
      deprel: new Uint16Array(forms.length),
    };
    const starts = pieces(sentenceStart);
    const count = starts.length - 1;
    const tokens = (from: number, to: number) => (starts[to] as number) - (starts[from] as number);
    for (let first = 0; first < count; ) {
      let after = first + 1;
      while (after < count && tokens(first, after + 1) <= CHUNK_TOKENS) after++;
      this.#parseChunk(forms, starts.subarray(first, after + 1), trees, reader);
      first = after;
    }
    if (count > sentenceStart.length - 1) this.#joinPieces(sentenceStart, trees);
    return trees;
  }

  #parseChunk(
    forms: readonly string[],
    starts: Uint32Array,
    trees: TaggedTrees,
    reader: StateReader | undefined,
  ): void {
    this.#arena.reset();
    const chunk = chunkOf(forms, starts);
    const { top, tagging } = this.#encoder.encode(chunk);
    const rows = (at: number) =>
      this.#arena.memory.floats.subarray(at >> 2, (at >> 2) + chunk.count * this.#encoder.width);
    reader?.read(chunk, rows(top), rows(tagging));
    this.#tags.nameTags(chunk, tagging, trees.tag, trees.tagScores);
    const views = this.#views.viewsOf(top, chunk.count);
    this.#heads.findHeads(chunk, views, trees.head);
    this.#relations.nameRelations(chunk, views, trees.head, trees.deprel);
  }

  /** Hangs the roots of a sentence's later pieces on that of its first. */
  #joinPieces(sentenceStart: Uint32Array, trees: TaggedTrees): void {
    const relation = Math.max(0, this.deprels.indexOf("parataxis"));
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      let root = -1;
      for (let i = sentenceStart[s] as number; i < (sentenceStart[s + 1] as number); i++) {
        if (trees.head[i] !== ROOT) continue;
        if (root === -1) root = i;
        else {
          trees.head[i] = root;
          trees.deprel[i] = relation;
        }
      }
    }
  }
}

/** Starts of the sentences, and of pieces of those too long for a table of all pairs of their tokens. */
function pieces(sentenceStart: Uint32Array): Uint32Array {
  const starts: number[] = [];
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const end = sentenceStart[s + 1] as number;
    for (let start = sentenceStart[s] as number; start < end; start += LONGEST_SENTENCE) starts.push(start);
  }
  starts.push(sentenceStart[sentenceStart.length - 1] as number);
  return Uint32Array.from(starts);
}
