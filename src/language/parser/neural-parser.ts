import { ROOT } from "../parsed-document.ts";
import { Arena } from "./arena.ts";
import type { DependencyParser, ParserInput, ParserSections, TaggedTrees } from "./dependency-parser.ts";
import { distanceBucket } from "./distance.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import { NetworkFile } from "./network-file.ts";
import { spanningTree } from "./spanning-tree.ts";
import { WordEncoder } from "./word-encoder.ts";

/** Tokens worked on together, so that a layer's values stay in the processor's cache. */
const CHUNK_TOKENS = 192;

/** The part of a recurrent layer's input that goes past it, scaled so that values keep their size from layer to layer. */
export const RESIDUAL_SCALE = Math.sqrt(3);

/** A longer sentence - a list without full stops, say - is parsed in pieces of this many tokens. */
const LONGEST_SENTENCE = 400;

/** Longer ways from token to head fall into one bucket with this one. */
const FARTHEST = 128;

interface RecurrentLayer {
  /** Absent in the first layer, whose products the word encoder makes. */
  readonly matrix: QuantisedMatrix | undefined;
  readonly biases: number;
}

/**
 * Parses with a small recurrent network that scores every pair of tokens as head and dependent; the best tree over these scores
 * may have crossing arcs. Relations are chosen once the heads are known. Holds the memory it works in, so it parses one text at a time.
 */
export class NeuralParser implements DependencyParser {
  readonly deprels: readonly string[];
  readonly #arena = new Arena(1 << 26);
  readonly #words: WordEncoder;
  readonly #size: number;
  readonly #layers: readonly RecurrentLayer[];
  readonly #zeros: number;
  /** Arc dependents, arc heads, relation dependents and relation heads side by side. */
  readonly #views: QuantisedMatrix;
  readonly #viewBias: number;
  readonly #arcProduct: QuantisedMatrix;
  readonly #arcProductBias: number;
  readonly #arcRoot: Float32Array;
  /** What the distance from token to head adds to an arc's score, from `-FARTHEST` to `FARTHEST`. */
  readonly #wayBonus: Float32Array;
  readonly #rootBonus: number;
  readonly #relationRoot: Float32Array;
  readonly #relations: QuantisedMatrix;
  readonly #relationBias: Float32Array;
  readonly #rootRelation: number;
  readonly #tags: QuantisedMatrix;
  readonly #tagBias: Float32Array;
  readonly #tagCount: number;

  /** @throws Error when a section is missing */
  constructor(sections: ParserSections) {
    const file = new NetworkFile(sections);
    const arena = this.#arena;
    this.deprels = file.header.deprels;
    this.#rootRelation = this.deprels.indexOf("root");
    this.#size = file.header.size;
    this.#words = new WordEncoder(file, arena);
    this.#layers = Array.from({ length: file.header.layers }, (_, i) => ({
      matrix: i === 0 ? undefined : packQuantised(file.matrix(`layer${i}`), arena),
      biases: arena.keep(file.floats(`layer${i}Bias`)),
    }));
    this.#zeros = arena.keep(new Float32Array(this.#size));
    this.#views = packQuantised(file.matrix("views"), arena);
    this.#viewBias = arena.keep(file.floats("viewsBias"));
    this.#arcProduct = packQuantised(file.matrix("arcProduct"), arena);
    this.#arcProductBias = arena.keep(file.floats("arcProductBias"));
    this.#arcRoot = file.floats("arcRoot");
    const distances = file.floats("distances");
    this.#rootBonus = distances[0] as number;
    this.#wayBonus = Float32Array.from(
      { length: 2 * FARTHEST + 1 },
      (_, way) => distances[distanceBucket(FARTHEST, way)] as number,
    );
    this.#relationRoot = file.floats("relationRoot");
    this.#relations = packQuantised(file.matrix("relationOutput"), arena);
    this.#relationBias = file.floats("relationOutputBias");
    this.#tags = packQuantised(file.matrix("tags"), arena);
    this.#tagBias = file.floats("tagsBias");
    this.#tagCount = file.header.tags;
    arena.seal();
  }

  parse(input: ParserInput): TaggedTrees {
    const { sentenceStart } = input;
    const trees = {
      tag: new Uint8Array(input.forms.length),
      tagScores: new Float32Array(input.forms.length * this.#tagCount),
      head: new Int32Array(input.forms.length),
      deprel: new Uint16Array(input.forms.length),
    };
    const pieceStart = pieces(sentenceStart);
    const count = pieceStart.length - 1;
    for (let first = 0; first < count; ) {
      let after = first + 1;
      while (
        after < count &&
        (pieceStart[after + 1] as number) - (pieceStart[first] as number) <= CHUNK_TOKENS
      )
        after++;
      this.#parseChunk(input.forms, pieceStart.subarray(first, after + 1), trees);
      first = after;
    }
    if (count > sentenceStart.length - 1) this.#joinPieces(sentenceStart, trees);
    return trees;
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

  #parseChunk(forms: readonly string[], starts: Uint32Array, trees: TaggedTrees): void {
    const arena = this.#arena;
    arena.reset();
    const from = starts[0] as number;
    const count = (starts[starts.length - 1] as number) - from;
    const encoded = this.#encode(forms, starts, trees);
    const views = arena.take(count * this.#views.columns);
    multiplyRows(arena, views, encoded, count, this.#views);
    arena.memory.kernels.addRow(views, this.#views.columns, this.#viewBias, count, this.#views.columns);
    this.#findHeads(views, starts, trees.head);
    this.#nameRelations(views, from, count, trees);
  }

  /** Runs the recurrent layers and names the tags on the way; the result holds one row of `2 * size` floats a token. */
  #encode(forms: readonly string[], starts: Uint32Array, trees: TaggedTrees): number {
    const arena = this.#arena;
    const from = starts[0] as number;
    const count = (starts[starts.length - 1] as number) - from;
    const width = 2 * this.#size;
    let input = arena.take(count * width);
    let output = arena.take(count * width);
    const products = arena.take(count * 3 * width);
    const states = arena.take(count * this.#size);
    this.#words.encode(forms, from, from + count, input, products);
    const tagLayer = taggingLayer(this.#layers.length);
    for (const [i, { matrix, biases }] of this.#layers.entries()) {
      if (matrix !== undefined) multiplyRows(arena, products, input, count, matrix);
      for (let s = 0; s + 1 < starts.length; s++) {
        const first = (starts[s] as number) - from;
        const length = (starts[s + 1] as number) - from - first;
        this.#recur(products, input, output, states, biases, first, length);
      }
      [input, output] = [output, input];
      if (i === tagLayer) this.#nameTags(input, from, count, trees);
    }
    return input;
  }

  #nameTags(encoded: number, from: number, count: number, { tag, tagScores }: TaggedTrees): void {
    const arena = this.#arena;
    const sums = arena.take(count * this.#tags.columns);
    multiplyRows(arena, sums, encoded, count, this.#tags);
    const { floats } = arena.memory;
    for (let i = 0; i < count; i++) {
      const row = (sums >> 2) + i * this.#tags.columns;
      tag[from + i] = bestOf(floats, row, this.#tagBias, this.#tagCount);
      const scores = (from + i) * this.#tagCount;
      for (let t = 0; t < this.#tagCount; t++)
        tagScores[scores + t] = (floats[row + t] as number) + (this.#tagBias[t] as number);
    }
  }

  #recur(
    products: number,
    input: number,
    output: number,
    states: number,
    biases: number,
    first: number,
    length: number,
  ): void {
    const size = this.#size;
    for (const side of [0, 1]) {
      this.#arena.memory.kernels.recur(
        products + (first * 6 * size + side * 3 * size) * 4,
        6 * size,
        input + (first * 2 * size + side * size) * 4,
        2 * size,
        output + (first * 2 * size + side * size) * 4,
        2 * size,
        states,
        biases + side * 4 * size * 4,
        this.#zeros,
        length,
        size,
        side === 1,
        RESIDUAL_SCALE,
      );
    }
  }

  #findHeads(views: number, starts: Uint32Array, head: Int32Array): void {
    const arena = this.#arena;
    const { kernels } = arena.memory;
    const from = starts[0] as number;
    const count = (starts[starts.length - 1] as number) - from;
    const width = this.#arcRoot.length;
    const viewWidth = this.#views.columns;
    const dependents = arena.take(count * width);
    const keys = arena.take((count + 1) * width);
    const queries = arena.take(count * width);
    const { floats } = arena.memory;
    for (let i = 0; i < count; i++) {
      const row = (views >> 2) + i * viewWidth;
      floats.copyWithin((dependents >> 2) + i * width, row, row + width);
      floats.copyWithin((keys >> 2) + (i + 1) * width, row + width, row + 2 * width);
    }
    kernels.rectify(dependents, count * width);
    kernels.rectify(keys, (count + 1) * width);
    multiplyRows(arena, queries, dependents, count, this.#arcProduct);
    kernels.addRow(queries, width, this.#arcProductBias, count, width);
    for (let s = 0; s + 1 < starts.length; s++) {
      const start = starts[s] as number;
      const length = (starts[s + 1] as number) - start;
      // The root's key takes the place before the sentence's first token; that place's own row is read by then.
      arena.memory.floats.set(this.#arcRoot, (keys >> 2) + (start - from) * width);
      const tree = this.#tree(
        queries + (start - from) * width * 4,
        keys + (start - from) * width * 4,
        length,
        width,
      );
      for (let i = 0; i < length; i++)
        head[start + i] = tree[i + 1] === 0 ? ROOT : start + (tree[i + 1] as number) - 1;
    }
  }

  /** The best tree of a sentence: `keys` opens with the root's row. */
  #tree(queries: number, keys: number, length: number, width: number): Int32Array {
    const arena = this.#arena;
    const stride = Math.ceil((length + 1) / 8) * 8;
    const packed = arena.take(stride * width);
    const scores = arena.take((length + 1) * stride);
    const { floats, kernels } = arena.memory;
    kernels.packColumns(keys, width, width, length + 1, packed);
    kernels.multiply(
      scores + stride * 4,
      stride,
      queries,
      width,
      1,
      packed,
      length,
      width,
      length + 1,
      false,
    );
    const rows = floats.subarray(scores >> 2, (scores >> 2) + (length + 1) * stride);
    for (let d = 1; d <= length; d++) {
      rows[d * stride] = (rows[d * stride] as number) + this.#rootBonus;
      for (let h = 1; h <= length; h++) {
        const way = Math.max(-FARTHEST, Math.min(FARTHEST, h - d)) + FARTHEST;
        rows[d * stride + h] = (rows[d * stride + h] as number) + (this.#wayBonus[way] as number);
      }
    }
    return spanningTree(rows, length + 1, stride);
  }

  #nameRelations(views: number, from: number, count: number, trees: TaggedTrees): void {
    const arena = this.#arena;
    const width = this.#relationRoot.length;
    const dependentColumn = 2 * this.#arcRoot.length;
    const headColumn = dependentColumn + width;
    const hidden = arena.take(count * width);
    const scores = arena.take(count * this.#relations.columns);
    const { floats, kernels } = arena.memory;
    const root = this.#relationRoot;
    for (let i = 0; i < count; i++) {
      const head = trees.head[from + i] as number;
      const at = (views >> 2) + i * this.#views.columns + dependentColumn;
      const headAt = (views >> 2) + (head - from) * this.#views.columns + headColumn;
      const out = (hidden >> 2) + i * width;
      for (let j = 0; j < width; j++)
        floats[out + j] =
          (floats[at + j] as number) + ((head === ROOT ? root[j] : floats[headAt + j]) as number);
    }
    kernels.rectify(hidden, count * width);
    multiplyRows(arena, scores, hidden, count, this.#relations);
    for (let i = 0; i < count; i++) {
      const isRoot = trees.head[from + i] === ROOT;
      const row = (scores >> 2) + i * this.#relations.columns;
      trees.deprel[from + i] = isRoot
        ? this.#rootRelation
        : bestOf(floats, row, this.#relationBias, this.deprels.length, this.#rootRelation);
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

/** The layer whose values the tags are read from: words are told apart before sentences are understood. */
export function taggingLayer(layers: number): number {
  return Math.max(0, layers - 2);
}

/** The index with the highest sum of score and bias, other than `except`. */
function bestOf(
  floats: Float32Array,
  row: number,
  bias: Float32Array,
  count: number,
  except?: number,
): number {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c++) {
    const score = (floats[row + c] as number) + (bias[c] as number);
    if (score > bestScore && c !== except) {
      best = c;
      bestScore = score;
    }
  }
  return best;
}
