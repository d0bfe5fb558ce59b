import { ROOT } from "../../language/parsed-document.ts";
import type { ParserSections, TrainingTrees } from "../../language/parser/dependency-parser.ts";
import { FeatureRows, hashSentence, moveFeatures, relationFeatures } from "../../language/parser/features.ts";
import {
  bestMove,
  bestOf,
  greedySections,
  MOVE_ROWS,
  MOVES,
  RELATION_ROWS,
  scoreRows,
} from "../../language/parser/greedy-parser.ts";
import { LEFT, ParserState, SHIFT } from "../../language/parser/parser-state.ts";

export interface ParserTrainingOptions {
  readonly seed: number;
  /** Passes over the sentences. */
  readonly epochs: number;
  /** Told after each pass, with the share of decisions that were right. */
  readonly onEpoch?: (epoch: number, moveAccuracy: number, relationAccuracy: number) => void;
}

/** Weights of an averaged perceptron: the running sum is kept by the time of each change. */
class AveragedTable {
  readonly weights: Float32Array;
  readonly #classes: number;
  readonly #corrections: Float32Array;
  #time = 1;

  constructor(rows: number, classes: number) {
    this.#classes = classes;
    this.weights = new Float32Array(rows * classes);
    this.#corrections = new Float32Array(rows * classes);
  }

  update(features: FeatureRows, right: number, wrong: number): void {
    for (let f = 0; f < features.count; f++) {
      const base = (features.rows[f] as number) * this.#classes;
      this.#change(base + right, 1);
      this.#change(base + wrong, -1);
    }
  }

  tick(): void {
    this.#time++;
  }

  /** The average weights, scaled into a signed byte. */
  quantised(): Int8Array {
    const averages = this.weights.map((w, i) => w - (this.#corrections[i] as number) / this.#time);
    const magnitudes = averages
      .filter((a) => a !== 0)
      .map(Math.abs)
      .sort();
    const top = magnitudes[Math.floor(magnitudes.length * 0.9995)] ?? 1;
    return Int8Array.from(averages, (a) => Math.max(-127, Math.min(127, Math.round((a / top) * 127))));
  }

  #change(index: number, by: number): void {
    this.weights[index] = (this.weights[index] as number) + by;
    this.#corrections[index] = (this.#corrections[index] as number) + by * this.#time;
  }
}

function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Gold arcs that a move makes impossible (Goldberg and Nivre 2013, arc-hybrid); heads count within the sentence. */
function moveCost(state: ParserState, gold: Int32Array, move: number): number {
  const s0 = state.stackToken(0);
  const s1 = state.stackToken(1);
  const b0 = state.bufferToken(0);
  let cost = 0;
  if (move === SHIFT) {
    for (let depth = 0; depth < state.stackSize; depth++) {
      const token = state.stackToken(depth);
      if (gold[token] === b0) cost++;
      if (depth > 0 && gold[b0] === token) cost++;
    }
    return cost;
  }
  if (move === LEFT) {
    if (gold[s0] === s1 || gold[s0] === ROOT) cost++;
    for (let i = state.next; i < state.length; i++) {
      if (gold[i] === s0) cost++;
      if (i > b0 && gold[s0] === i) cost++;
    }
    return cost;
  }
  for (let i = state.next; i < state.length; i++) if (gold[i] === s0 || gold[s0] === i) cost++;
  if (gold[s0] === ROOT) cost++;
  return cost;
}

const EXPLORATION = 0.9;

/** Trains a greedy arc-hybrid parser with a dynamic oracle; the same input and seed give the same bytes. */
export function trainParser(
  trees: TrainingTrees,
  deprels: readonly string[],
  options: ParserTrainingOptions,
): ParserSections {
  const random = seededRandom(options.seed);
  const moves = new AveragedTable(MOVE_ROWS, MOVES);
  const relations = new AveragedTable(RELATION_ROWS, deprels.length);
  const order = Array.from({ length: trees.sentenceStart.length - 1 }, (_, i) => i);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random);
    const tally = { moves: 0, rightMoves: 0, relations: 0, rightRelations: 0 };
    for (const sentence of order) {
      const start = trees.sentenceStart[sentence] as number;
      const end = trees.sentenceStart[sentence + 1] as number;
      const hashes = hashSentence(trees, start, end);
      const gold = trees.head.slice(start, end).map((h) => (h === ROOT ? ROOT : h - start));
      trainMoves(moves, hashes, gold, tally, epoch > 1 ? random : () => 1);
      trainRelations(relations, hashes, gold, trees.deprel.subarray(start, end), tally);
    }
    options.onEpoch?.(epoch, tally.rightMoves / tally.moves, tally.rightRelations / tally.relations);
  }
  return greedySections({ deprels, moves: moves.quantised(), relations: relations.quantised() });
}

function trainMoves(
  table: AveragedTable,
  hashes: ReturnType<typeof hashSentence>,
  gold: Int32Array,
  tally: { moves: number; rightMoves: number },
  random: () => number,
): void {
  const state = new ParserState(gold.length);
  const rows = new FeatureRows(MOVE_ROWS);
  const scores = new Float32Array(MOVES);
  while (!state.isFinal()) {
    moveFeatures(state, hashes, rows);
    scoreRows(table.weights, rows, MOVES, scores);
    const guess = bestMove(state, scores);
    const right = bestRightMove(state, gold, scores);
    tally.moves++;
    if (moveCost(state, gold, guess) <= moveCost(state, gold, right)) tally.rightMoves++;
    else table.update(rows, right, guess);
    table.tick();
    state.apply(random() < EXPLORATION ? guess : right);
  }
}

function bestRightMove(state: ParserState, gold: Int32Array, scores: Float32Array): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let move = 0; move < MOVES; move++) {
    if (!state.isPossible(move)) continue;
    const cost = moveCost(state, gold, move);
    const isBetter =
      cost < bestCost || (cost === bestCost && (scores[move] as number) > (scores[best] as number));
    if (isBetter) {
      best = move;
      bestCost = cost;
    }
  }
  return best;
}

function trainRelations(
  table: AveragedTable,
  hashes: ReturnType<typeof hashSentence>,
  gold: Int32Array,
  goldDeprel: Uint16Array,
  tally: { relations: number; rightRelations: number },
): void {
  const state = new ParserState(gold.length);
  const rows = new FeatureRows(RELATION_ROWS);
  const scores = new Float32Array(table.weights.length / RELATION_ROWS);
  state.setTree(gold);
  for (let token = 0; token < gold.length; token++) {
    relationFeatures(token, state, hashes, rows);
    scoreRows(table.weights, rows, scores.length, scores);
    const guess = bestOf(scores);
    const right = goldDeprel[token] as number;
    tally.relations++;
    if (guess === right) tally.rightRelations++;
    else table.update(rows, right, guess);
    table.tick();
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}
