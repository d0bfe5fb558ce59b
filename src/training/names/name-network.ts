import { LABEL_COUNT } from "../../language/names/labels.ts";
import { CONTEXT_ROWS } from "../../language/names/word-context.ts";
import type { KernelMemory } from "../../language/parser/kernels.ts";
import { type Parameter, type SentenceStarts, Tape, type Tensor } from "../parser/tape.ts";
import type { SeededRandom } from "../random.ts";
import { chainLoss } from "./chain-loss.ts";

/** Sizes of the network's parts. */
export interface NameShape {
  readonly formRows: number;
  readonly vectorWidth: number;
  readonly stateWidth: number;
  readonly wordWidth: number;
  /** Width of the hidden layer and of the recurrent one above it. */
  readonly hidden: number;
}

/** Shares dropped at random in training. */
export interface NameDrops {
  /** Of words, which are then known by their letters and text vectors only. */
  readonly word: number;
  /** Of text vectors. */
  readonly vector: number;
  /** Of the columns of the parser's states, in all words of a sentence. */
  readonly state: number;
  readonly hidden: number;
}

/** A batch of sentences as columns. */
export interface NameBatch {
  readonly starts: SentenceStarts;
  /** Rows of the form table: the word itself first, then its affixes and shape. */
  readonly forms: readonly (readonly number[])[];
  /** One row of `vectorWidth` floats a token. */
  readonly vectors: Float32Array;
  readonly context: readonly (readonly number[])[];
  readonly states: Float32Array;
  readonly labels: ArrayLike<number>;
}

const NONE: NameDrops = { word: 0, vector: 0, state: 0, hidden: 0 };
const TABLE_SPREAD = 0.02;

/** The name tagger's network while it learns: words and their neighbours beside the parser's states, a hidden layer, a chain of labels. */
export class NameNetwork {
  readonly tape: Tape;
  readonly shape: NameShape;
  readonly #random: SeededRandom;
  readonly #p: ReturnType<typeof makeParameters>;

  constructor(memory: KernelMemory, shape: NameShape, random: SeededRandom) {
    this.tape = new Tape(memory);
    this.shape = shape;
    this.#random = random;
    this.#p = makeParameters(this.tape, shape, random);
  }

  /** Runs a batch forwards and backwards; gradients are added to the parameters'. Gives the loss a word. */
  learn(batch: NameBatch, drops: NameDrops): number {
    const { tape } = this;
    tape.begin({ isTraining: true });
    const scores = this.#scores(batch, drops);
    const loss = chainLoss(tape, scores, this.#p.transitions, batch.starts, batch.labels);
    tape.backward();
    return loss;
  }

  /** Scores of the labels, one row a token; valid until the next batch. */
  predict(batch: NameBatch): Float32Array {
    this.tape.begin({ isTraining: false });
    return this.tape.values(this.#scores(batch, NONE));
  }

  #scores(batch: NameBatch, drops: NameDrops): Tensor {
    const { tape, shape } = this;
    const p = this.#p;
    const random = this.#random;
    const count = batch.forms.length;
    const isDropped = (rate: number) => tape.isTraining && random.next() < rate;
    const vectors = tape.tensor(count, shape.vectorWidth);
    tape.values(vectors).set(batch.vectors);
    const forms = batch.forms.map((rows) => (isDropped(drops.word) ? rows.slice(1) : rows));
    for (let i = 0; i < count; i++)
      if (isDropped(drops.vector))
        tape.values(vectors).fill(0, i * vectors.columns, (i + 1) * vectors.columns);
    const word = this.#sum([
      this.#lookup(p.forms, forms),
      this.#lookup(p.context, batch.context),
      tape.linear(vectors, p.vectors, undefined),
    ]);
    const states = tape.tensor(count, shape.stateWidth);
    tape.values(states).set(batch.states);
    const seen = tape.beside([
      tape.withNeighbours(word, batch.starts),
      tape.dropout(states, drops.state, batch.starts, random),
    ]);
    let x = tape.rectify(tape.linear(seen, p.hidden, p.hiddenBias));
    x = tape.dropout(x, drops.hidden, batch.starts, random);
    x = tape.recur(tape.linear(x, p.layer, undefined), x, p.layerBias, batch.starts);
    x = tape.dropout(x, drops.hidden, batch.starts, random);
    return tape.linear(x, p.output, p.outputBias);
  }

  #lookup(table: Parameter, rows: readonly (readonly number[])[]): Tensor {
    const starts = new Int32Array(rows.length + 1);
    for (const [i, row] of rows.entries()) starts[i + 1] = (starts[i] as number) + row.length;
    return this.tape.lookup(table, Int32Array.from(rows.flat()), starts);
  }

  #sum(parts: readonly Tensor[]): Tensor {
    const { tape } = this;
    const { rows, columns } = parts[0] as Tensor;
    const sum = tape.tensor(rows, columns);
    tape.values(sum).fill(0);
    for (const part of parts) {
      tape.memory.kernels.add(sum.data, part.data, rows * columns);
      tape.onBackward(() => tape.memory.kernels.add(part.gradient, sum.gradient, rows * columns));
    }
    return sum;
  }
}

function makeParameters(tape: Tape, shape: NameShape, random: SeededRandom) {
  const weight = (name: string, rows: number, columns: number) =>
    tape.parameter(name, rows, columns, Math.sqrt(3 / rows), random);
  const { hidden, wordWidth } = shape;
  return {
    forms: tape.parameter("forms", shape.formRows, wordWidth, TABLE_SPREAD, random, true),
    context: tape.parameter("context", CONTEXT_ROWS, wordWidth, TABLE_SPREAD, random, true),
    vectors: weight("vectors", shape.vectorWidth, wordWidth),
    hidden: weight("hidden", 3 * wordWidth + shape.stateWidth, hidden),
    hiddenBias: tape.parameter("hiddenBias", 1, hidden, 0, random),
    layer: weight("layer", hidden, 3 * hidden),
    layerBias: tape.parameter("layerBias", 2, 2 * hidden, 0, random),
    output: weight("output", hidden, LABEL_COUNT),
    outputBias: tape.parameter("outputBias", 1, LABEL_COUNT, 0, random),
    transitions: tape.parameter("transitions", LABEL_COUNT, LABEL_COUNT, 0, random),
  };
}
