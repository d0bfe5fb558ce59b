import { ROOT } from "../parsed-document.ts";
import type { DependencyParser, ParserInput, ParserSections, Trees } from "./dependency-parser.ts";
import { FeatureRows, hashSentence, moveFeatures, relationFeatures } from "./features.ts";
import { ParserState } from "./parser-state.ts";

export const MOVES = 3;
/** Rows of the weight tables, powers of two. */
export const MOVE_ROWS = 1 << 20;
export const RELATION_ROWS = 1 << 16;

/** Linear weights, `classes` to a feature row. */
export interface GreedyWeights {
  readonly deprels: readonly string[];
  readonly moves: Int8Array;
  readonly relations: Int8Array;
}

/** Sums the weights of the feature rows into `scores`. */
export function scoreRows(
  weights: Int8Array | Float32Array,
  features: FeatureRows,
  classes: number,
  scores: Float32Array,
): void {
  scores.fill(0);
  for (let f = 0; f < features.count; f++) {
    const base = (features.rows[f] as number) * classes;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number);
  }
}

/** The possible move with the highest score. */
export function bestMove(state: ParserState, scores: Float32Array): number {
  let best = -1;
  for (let move = 0; move < MOVES; move++)
    if (state.isPossible(move) && (best < 0 || (scores[move] as number) > (scores[best] as number)))
      best = move;
  return best;
}

export function bestOf(scores: Float32Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[best] as number)) best = c;
  return best;
}

/** Parses left to right, taking the best move each time, then names the relations of the finished tree. Projective trees only. */
export class GreedyParser implements DependencyParser {
  readonly deprels: readonly string[];
  readonly #weights: GreedyWeights;

  constructor(weights: GreedyWeights) {
    this.#weights = weights;
    this.deprels = weights.deprels;
  }

  parse(input: ParserInput): Trees {
    const trees = {
      head: new Int32Array(input.forms.length),
      deprel: new Uint16Array(input.forms.length),
    };
    for (let s = 0; s + 1 < input.sentenceStart.length; s++)
      this.#parseSentence(
        input,
        input.sentenceStart[s] as number,
        input.sentenceStart[s + 1] as number,
        trees,
      );
    return trees;
  }

  #parseSentence(input: ParserInput, start: number, end: number, trees: Trees): void {
    const hashes = hashSentence(input, start, end);
    const state = new ParserState(end - start);
    const moveRows = new FeatureRows(MOVE_ROWS);
    const moveScores = new Float32Array(MOVES);
    while (!state.isFinal()) {
      moveFeatures(state, hashes, moveRows);
      scoreRows(this.#weights.moves, moveRows, MOVES, moveScores);
      state.apply(bestMove(state, moveScores));
    }
    state.finish();
    const relationRows = new FeatureRows(RELATION_ROWS);
    const relationScores = new Float32Array(this.deprels.length);
    for (let i = 0; i < state.length; i++) {
      const head = state.head[i] as number;
      relationFeatures(i, state, hashes, relationRows);
      scoreRows(this.#weights.relations, relationRows, this.deprels.length, relationScores);
      trees.head[start + i] = head === ROOT ? ROOT : start + head;
      trees.deprel[start + i] = bestOf(relationScores);
    }
  }
}

/** The parser's parts of a model file. */
export function greedySections(weights: GreedyWeights): ParserSections {
  return new Map([
    ["parser.deprels", new TextEncoder().encode(weights.deprels.join("\n"))],
    ["parser.moves", new Uint8Array(weights.moves.buffer, weights.moves.byteOffset, weights.moves.length)],
    [
      "parser.relations",
      new Uint8Array(weights.relations.buffer, weights.relations.byteOffset, weights.relations.length),
    ],
  ]);
}

/** @throws Error when a section is missing */
export function loadParser(sections: ParserSections): DependencyParser {
  const bytes = (name: string): Uint8Array => {
    const section = sections.get(name);
    if (section === undefined) throw new Error(`the model has no section ${name}`);
    return section;
  };
  const signed = (name: string): Int8Array => {
    const section = bytes(name);
    return new Int8Array(section.buffer, section.byteOffset, section.length);
  };
  return new GreedyParser({
    deprels: new TextDecoder().decode(bytes("parser.deprels")).split("\n"),
    moves: signed("parser.moves"),
    relations: signed("parser.relations"),
  });
}
