import { DISTANCE_BUCKETS, distanceBucket } from "../../language/parser/distance.ts";
import type { KernelMemory } from "../../language/parser/kernels.ts";
import { spanningTree } from "../../language/parser/spanning-tree.ts";
import { taggingLayer } from "../../language/parser/token-encoder.ts";
import { AFFIX_ROWS } from "../../language/parser/word-features.ts";
import type { SeededRandom } from "../random.ts";
import { type Parameter, padded, type SentenceStarts, Tape, type Tensor } from "./tape.ts";

/** Sizes of the network's parts. */
export interface NetworkShape {
  readonly words: number;
  readonly wordWidth: number;
  readonly affixWidth: number;
  readonly vectorWidth: number;
  /** Width of one direction of a recurrent layer. */
  readonly size: number;
  readonly layers: number;
  readonly arcWidth: number;
  readonly relationWidth: number;
  readonly tags: number;
  readonly deprels: number;
}

/** Shares dropped at random in training. */
export interface DropRates {
  /** Of the known words, which are then known by their letters and text vectors only. */
  readonly word: number;
  /** Of words, which are then known by their letters only, as a name never met before. */
  readonly all: number;
  readonly input: number;
  readonly layer: number;
  readonly hidden: number;
}

const NOTHING_DROPPED: DropRates = { word: 0, all: 0, input: 0, layer: 0, hidden: 0 };

/** A batch of sentences as columns; heads count within the batch, `ROOT` (-1) at a root. */
export interface Batch {
  readonly starts: SentenceStarts;
  /** Rows of the word table, 0 for an unknown word. */
  readonly words: Int32Array;
  readonly affixes: readonly (readonly number[])[];
  /** One row of `vectorWidth` floats a token. */
  readonly vectors: Float32Array;
  readonly tag: ArrayLike<number>;
  readonly head: ArrayLike<number>;
  readonly deprel: ArrayLike<number>;
}

export interface Losses {
  arc: number;
  relation: number;
  tag: number;
}

/** The parser's network while it learns: embeddings, recurrent layers, a biaffine scorer of arcs, relations and tags. */
export class Network {
  readonly tape: Tape;
  readonly shape: NetworkShape;
  readonly #random: SeededRandom;
  readonly #p: ReturnType<typeof makeParameters>;

  constructor(memory: KernelMemory, shape: NetworkShape, random: SeededRandom) {
    this.tape = new Tape(memory);
    this.shape = shape;
    this.#random = random;
    this.#p = makeParameters(this.tape, shape, random);
  }

  #encode(batch: Batch, drop: DropRates): { top: Tensor; tagging: Tensor } {
    const { tape, shape } = this;
    const p = this.#p;
    const random = this.#random;
    const count = batch.words.length;
    const isDropped = (rate: number) => tape.isTraining && random.next() < rate;
    const isBlind = Uint8Array.from(batch.words, () => (isDropped(drop.all) ? 1 : 0));
    const wordIds = batch.words.map((id, i) => (isBlind[i] || isDropped(drop.word) ? 0 : id));
    const each = Int32Array.from({ length: count + 1 }, (_, i) => i);
    const affixStarts = new Int32Array(count + 1);
    for (let i = 0; i < count; i++)
      affixStarts[i + 1] = (affixStarts[i] as number) + (batch.affixes[i] as readonly number[]).length;
    const vectors = tape.tensor(count, shape.vectorWidth);
    tape.values(vectors).set(batch.vectors);
    for (let i = 0; i < count; i++)
      if (isBlind[i]) tape.values(vectors).fill(0, i * vectors.columns, (i + 1) * vectors.columns);
    const input = tape.beside([
      tape.lookup(p.words, wordIds, each),
      tape.lookup(p.affixes, Int32Array.from(batch.affixes.flat()), affixStarts),
      vectors,
    ]);
    let x = tape.linear(input, p.input, p.inputBias);
    x = tape.dropout(x, drop.input, batch.starts, random);
    let tagging = x;
    for (const [i, layer] of p.layers.entries()) {
      const seen = i === 0 ? tape.withNeighbours(x, batch.starts) : x;
      const u = tape.linear(seen, layer.weight, undefined);
      x = tape.recur(u, x, layer.bias, batch.starts);
      x = tape.dropout(x, drop.layer, batch.starts, random);
      if (i === taggingLayer(p.layers.length)) tagging = x;
    }
    return { top: x, tagging };
  }

  /** Both sides of the arcs: as vectors whose products score pairs, and as scores of how far the other side is, and where. */
  #arcs(top: Tensor, batch: Batch, drop: DropRates): ArcSides {
    const { tape } = this;
    const p = this.#p;
    const random = this.#random;
    const hidden = (weight: Parameter, bias: Parameter) =>
      tape.dropout(tape.rectify(tape.linear(top, weight, bias)), drop.hidden, batch.starts, random);
    const dependent = hidden(p.arcDependent, p.arcDependentBias);
    const key = hidden(p.arcHead, p.arcHeadBias);
    return {
      query: tape.linear(dependent, p.arcProduct, p.arcProductBias),
      key,
      dependentWays: tape.linear(dependent, p.dependentWays, p.waysBias),
      headWays: tape.linear(key, p.headWays, undefined),
    };
  }

  /** Runs a batch forwards and backwards; gradients are added to the parameters'. */
  learn(batch: Batch, drop: DropRates): Losses {
    const { tape, shape } = this;
    const p = this.#p;
    tape.begin({ isTraining: true });
    const { top, tagging } = this.#encode(batch, drop);
    const arcs = this.#arcs(top, batch, drop);
    const tag = tape.linear(tagging, p.tags, p.tagsBias);
    const relation = this.#relations(top, batch.head, batch, drop);
    const losses = {
      arc: this.#arcLoss(arcs, batch),
      relation: softmaxLoss(tape, relation, shape.deprels, batch.deprel, 1),
      tag: softmaxLoss(tape, tag, shape.tags, batch.tag, 1),
    };
    tape.backward();
    return losses;
  }

  /** Hidden values of a token and its head, added, rectified, and turned into scores of the relations. */
  #relations(top: Tensor, heads: ArrayLike<number>, batch: Batch, drop: DropRates): Tensor {
    const { tape } = this;
    const p = this.#p;
    const dependent = tape.linear(top, p.relationDependent, p.relationBias);
    const head = tape.linear(top, p.relationHead, undefined);
    const width = dependent.columns;
    const sum = tape.tensor(dependent.rows, width);
    const [d, h, root] = [tape.values(dependent), tape.values(head), tape.values(p.relationRoot)];
    const s = tape.values(sum);
    for (let i = 0; i < sum.rows; i++) {
      const at = heads[i] as number;
      for (let j = 0; j < width; j++)
        s[i * width + j] = (d[i * width + j] as number) + ((at < 0 ? root[j] : h[at * width + j]) as number);
    }
    tape.onBackward(() => {
      const { kernels } = tape.memory;
      for (let i = 0; i < sum.rows; i++) {
        const at = heads[i] as number;
        const from = sum.gradient + i * width * 4;
        kernels.add(dependent.gradient + i * width * 4, from, width);
        kernels.add(at < 0 ? p.relationRoot.gradient : head.gradient + at * width * 4, from, width);
      }
    });
    const hidden = tape.dropout(tape.rectify(sum), drop.hidden, batch.starts, this.#random);
    return tape.linear(hidden, p.relationOutput, p.relationOutputBias);
  }

  /** Scores of every head (column; 0 is the root) for every token (row, from 1) of a sentence, with the root's key in front. */
  #scores({ query, key, dependentWays, headWays }: ArcSides, start: number, length: number) {
    const { tape } = this;
    const { kernels, floats } = tape.memory;
    const width = key.columns;
    const stride = padded(length + 1);
    const keys = tape.allocate((length + 1) * width);
    floats.copyWithin(keys >> 2, this.#p.arcRoot.data >> 2, (this.#p.arcRoot.data >> 2) + width);
    const from = (key.data >> 2) + start * width;
    floats.copyWithin((keys >> 2) + width, from, from + length * width);
    const packed = tape.allocate(stride * width);
    const scores = tape.allocate((length + 1) * stride);
    kernels.packColumns(keys, width, width, length + 1, packed);
    const queryAt = query.data + start * width * 4;
    kernels.multiply(
      scores + stride * 4,
      stride,
      queryAt,
      width,
      1,
      packed,
      length,
      width,
      length + 1,
      false,
    );
    const rows = floats.subarray(scores >> 2, (scores >> 2) + (length + 1) * stride);
    const ofDependent = tape.values(dependentWays).subarray(start * DISTANCE_BUCKETS);
    const ofHead = tape.values(headWays).subarray(start * DISTANCE_BUCKETS);
    eachArc(length, stride, (cell, dependentWay, headWay) => {
      rows[cell] =
        (rows[cell] as number) +
        (ofDependent[dependentWay] as number) +
        (headWay < 0 ? 0 : (ofHead[headWay] as number));
    });
    return { rows, scores, stride, keys };
  }

  #arcLoss(sides: ArcSides, batch: Batch): number {
    const { tape } = this;
    const { kernels } = tape.memory;
    const { query, key, dependentWays, headWays } = sides;
    const width = key.columns;
    const total = query.rows;
    let loss = 0;
    for (let s = 0; s + 1 < batch.starts.length; s++) {
      const start = batch.starts[s] as number;
      const length = (batch.starts[s + 1] as number) - start;
      const { rows, scores, stride, keys } = this.#scores(sides, start, length);
      for (let d = 1; d <= length; d++) {
        const gold = batch.head[start + d - 1] as number;
        const row = rows.subarray(d * stride, (d + 1) * stride);
        loss += softmaxRow(row, length + 1, gold < 0 ? 0 : gold - start + 1, 1 / total, d);
        row.fill(0, length + 1);
      }
      tape.onBackward(() => {
        const ofDependent = tape.gradients(dependentWays).subarray(start * DISTANCE_BUCKETS);
        const ofHead = tape.gradients(headWays).subarray(start * DISTANCE_BUCKETS);
        eachArc(length, stride, (cell, dependentWay, headWay) => {
          const gradient = rows[cell] as number;
          ofDependent[dependentWay] = (ofDependent[dependentWay] as number) + gradient;
          if (headWay >= 0) ofHead[headWay] = (ofHead[headWay] as number) + gradient;
        });
        const dScores = scores + stride * 4;
        const packed = tape.allocate(Math.max(stride, length + 8) * width);
        const dKeys = tape.zeros((length + 8) * width);
        const queryAt = query.data + start * width * 4;
        const dQuery = query.gradient + start * width * 4;
        kernels.packRows(keys, width, length + 1, width, packed);
        kernels.multiply(dQuery, width, dScores, stride, 1, packed, length, length + 1, width, true);
        kernels.packRows(queryAt, width, length, width, packed);
        kernels.multiply(dKeys, width, dScores, 1, stride, packed, length + 1, length, width, false);
        kernels.add(this.#p.arcRoot.gradient, dKeys, width);
        kernels.add(key.gradient + start * width * 4, dKeys + width * 4, length * width);
      });
    }
    return loss / total;
  }

  /** Trees and tags of a batch; heads count within the batch. */
  predict(batch: Batch) {
    const { tape, shape } = this;
    const p = this.#p;
    tape.begin({ isTraining: false });
    const { top, tagging } = this.#encode(batch, NOTHING_DROPPED);
    const arcs = this.#arcs(top, batch, NOTHING_DROPPED);
    const head = new Int32Array(batch.words.length);
    for (let s = 0; s + 1 < batch.starts.length; s++) {
      const start = batch.starts[s] as number;
      const length = (batch.starts[s + 1] as number) - start;
      const { rows, stride } = this.#scores(arcs, start, length);
      const tree = spanningTree(rows, length + 1, stride);
      for (let d = 1; d <= length; d++)
        head[start + d - 1] = tree[d] === 0 ? -1 : start + (tree[d] as number) - 1;
    }
    const scores = {
      deprel: this.#relations(top, head, batch, NOTHING_DROPPED),
      tag: tape.linear(tagging, p.tags, p.tagsBias),
    };
    const best = (tensor: Tensor, count: number) =>
      Uint16Array.from(head, (_, i) => bestOf(tape.values(tensor), i * tensor.columns, count));
    return {
      head,
      deprel: best(scores.deprel, shape.deprels),
      tag: best(scores.tag, shape.tags),
    };
  }
}

/** The two sides of all possible arcs of a batch. */
interface ArcSides {
  readonly query: Tensor;
  readonly key: Tensor;
  /** For each token one score a bucket of `distanceBucket`: how well heads there suit it. */
  readonly dependentWays: Tensor;
  /** For each token one score a bucket, counted from the dependent: how well dependents from there suit it. */
  readonly headWays: Tensor;
}

/** Visits the arcs of a sentence: the cell of their score, and of the way's score in the dependent's row and in the head's (-1 at the root). */
function eachArc(
  length: number,
  stride: number,
  visit: (cell: number, dependentWay: number, headWay: number) => void,
): void {
  for (let d = 1; d <= length; d++) {
    const own = (d - 1) * DISTANCE_BUCKETS;
    visit(d * stride, own, -1);
    for (let h = 1; h <= length; h++) {
      const bucket = distanceBucket(d, h);
      visit(d * stride + h, own + bucket, (h - 1) * DISTANCE_BUCKETS + bucket);
    }
  }
}

function bestOf(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let c = 1; c < count; c++)
    if ((values[from + c] as number) > (values[from + best] as number)) best = c;
  return best;
}

/** Turns scores into the gradient of their loss, in place; `except` takes no part (a token is not its own head). */
function softmaxRow(row: Float32Array, count: number, gold: number, weight: number, except = -1): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c++) if (c !== except && (row[c] as number) > high) high = row[c] as number;
  let sum = 0;
  for (let c = 0; c < count; c++) {
    const value = c === except ? 0 : Math.exp((row[c] as number) - high);
    row[c] = value;
    sum += value;
  }
  const loss = -Math.log(Math.max(1e-20, (row[gold] as number) / sum));
  for (let c = 0; c < count; c++) row[c] = ((row[c] as number) / sum - (c === gold ? 1 : 0)) * weight;
  return loss;
}

function softmaxLoss(
  tape: Tape,
  scores: Tensor,
  count: number,
  gold: ArrayLike<number>,
  weight: number,
): number {
  const values = tape.values(scores);
  const gradients = tape.gradients(scores);
  let loss = 0;
  for (let i = 0; i < scores.rows; i++) {
    const from = i * scores.columns;
    const row = gradients.subarray(from, from + count);
    row.set(values.subarray(from, from + count));
    loss += softmaxRow(row, count, gold[i] as number, weight / scores.rows);
  }
  return loss / scores.rows;
}

/** Rows of the tables start near 0: what training never looks up must not add noise. */
const TABLE_SPREAD = 0.02;

function makeParameters(tape: Tape, shape: NetworkShape, random: SeededRandom) {
  const width = 2 * shape.size;
  const weight = (name: string, rows: number, columns: number) =>
    tape.parameter(name, rows, columns, Math.sqrt(3 / rows), random);
  const bias = (name: string, columns: number) => tape.parameter(name, 1, columns, 0, random);
  const inputWidth = padded(shape.wordWidth) + padded(shape.affixWidth) + padded(shape.vectorWidth);
  return {
    words: tape.parameter("words", shape.words, shape.wordWidth, TABLE_SPREAD, random, true),
    affixes: tape.parameter("affixes", AFFIX_ROWS, shape.affixWidth, TABLE_SPREAD, random, true),
    input: weight("input", inputWidth, width),
    inputBias: bias("inputBias", width),
    layers: Array.from({ length: shape.layers }, (_, i) => ({
      weight: weight(`layer${i}`, i === 0 ? 3 * width : width, 6 * shape.size),
      bias: tape.parameter(`layer${i}Bias`, 2, 4 * shape.size, 0, random),
    })),
    arcDependent: weight("arcDependent", width, shape.arcWidth),
    arcDependentBias: bias("arcDependentBias", shape.arcWidth),
    arcHead: weight("arcHead", width, shape.arcWidth),
    arcHeadBias: bias("arcHeadBias", shape.arcWidth),
    arcProduct: tape.parameter("arcProduct", shape.arcWidth, shape.arcWidth, 0.1, random),
    arcProductBias: bias("arcProductBias", shape.arcWidth),
    arcRoot: tape.parameter("arcRoot", 1, shape.arcWidth, 0.5, random),
    dependentWays: tape.parameter("dependentWays", shape.arcWidth, DISTANCE_BUCKETS, 0.05, random),
    headWays: tape.parameter("headWays", shape.arcWidth, DISTANCE_BUCKETS, 0.05, random),
    waysBias: bias("waysBias", DISTANCE_BUCKETS),
    relationDependent: weight("relationDependent", width, shape.relationWidth),
    relationHead: weight("relationHead", width, shape.relationWidth),
    relationBias: bias("relationBias", shape.relationWidth),
    relationRoot: tape.parameter("relationRoot", 1, shape.relationWidth, 0.5, random),
    relationOutput: weight("relationOutput", shape.relationWidth, shape.deprels),
    relationOutputBias: bias("relationOutputBias", shape.deprels),
    tags: weight("tags", width, shape.tags),
    tagsBias: bias("tagsBias", shape.tags),
  };
}
