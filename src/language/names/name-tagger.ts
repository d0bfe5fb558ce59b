import { Arena } from "../parser/arena.ts";
import { type Chunk, eachSentence } from "../parser/chunk.ts";
import type { StateReader } from "../parser/dependency-parser.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "../parser/matrices.ts";
import { RESIDUAL_SCALE } from "../parser/token-encoder.ts";
import { BestLabels } from "./best-labels.ts";
import { LABEL_COUNT, type NameRange, namesOfLabels } from "./labels.ts";
import type { NameModel } from "./name-model.ts";
import { TextWords } from "./word-context.ts";
import { WordRows } from "./word-rows.ts";

const MEMORY_BYTES = 8 * 2 ** 20;

/** The corpus of training whose idea of a name is followed: persons without titles, nationalities left out, countries as places. */
const CORPUS = 0;

/** The names of one text, known once the parser has shown all its states. */
export interface NameRun extends StateReader {
  /** Token ranges in text order. */
  readonly names: NameRange[];
}

/**
 * Finds names of persons, places and bodies: a hidden layer over words, their neighbours, what is known of them, and the parser's states; a
 * recurrent layer; the best chain of labels. Holds the memory it works in, so it reads one text at a time.
 */
export class NameTagger {
  readonly #model: NameModel;
  readonly #arena = new Arena(MEMORY_BYTES);
  readonly #rows: WordRows;
  readonly #best: BestLabels;
  readonly #hidden: QuantisedMatrix;
  readonly #hiddenBias: number;
  readonly #layer: QuantisedMatrix;
  readonly #layerBias: number;
  readonly #output: QuantisedMatrix;
  readonly #outputBias: number;
  readonly #zeros: number;

  constructor(model: NameModel) {
    this.#model = model;
    this.#rows = new WordRows(model);
    this.#best = new BestLabels(model.floats("transitions"), model.matrix("output").columns);
    const arena = this.#arena;
    this.#hidden = packQuantised(model.matrix("hidden"), arena);
    this.#hiddenBias = arena.keep(model.floats("hiddenBias"));
    this.#layer = packQuantised(model.matrix("layer"), arena);
    this.#layerBias = arena.keep(model.floats("layerBias"));
    this.#output = packQuantised(model.matrix("output"), arena);
    this.#outputBias = arena.keep(model.floats("outputBias"));
    this.#zeros = arena.keep(new Float32Array(this.#hidden.columns));
    arena.seal();
  }

  /** Begins a text; hand the result to the parser that reads it. */
  begin(forms: readonly string[], sentenceStart: ArrayLike<number>): NameRun {
    const words = new TextWords(forms, sentenceStart);
    const labels = new Uint8Array(forms.length);
    return {
      read: (chunk, top) => this.#label(chunk, words, top, labels),
      get names() {
        return namesOfLabels(labels).map((name) => withoutTail(name, forms));
      },
    };
  }

  #label(chunk: Chunk, words: TextWords, states: Float32Array, labels: Uint8Array): void {
    const arena = this.#arena;
    arena.reset();
    const { count, first } = chunk;
    const seen = arena.take(count * this.#hidden.rows);
    this.#see(chunk, words, states, seen);
    const size = this.#hidden.columns;
    const hidden = arena.take(count * size);
    multiplyRows(arena, hidden, seen, count, this.#hidden);
    const { kernels } = arena.memory;
    kernels.addRow(hidden, size, this.#hiddenBias, count, size);
    kernels.rectify(hidden, count * size);
    const products = arena.take(count * this.#layer.columns);
    multiplyRows(arena, products, hidden, count, this.#layer);
    const recurred = arena.take(count * size);
    eachSentence(chunk, (start, length) => this.#recur(products, hidden, recurred, start - first, length));
    const scores = arena.take(count * this.#output.columns);
    multiplyRows(arena, scores, recurred, count, this.#output);
    arena.memory.kernels.addRow(scores, this.#output.columns, this.#outputBias, count, LABEL_COUNT);
    const { floats } = arena.memory;
    eachSentence(chunk, (start, length) => {
      const from = (scores >> 2) + (start - first) * this.#output.columns;
      this.#best.write(floats, from, this.#output.columns, length, labels, start);
    });
  }

  /** Writes what the hidden layer sees: the word before, the word, the word after, the parser's state. */
  #see(chunk: Chunk, words: TextWords, states: Float32Array, seen: number): void {
    const { forms, first, count } = chunk;
    const { width } = this.#rows;
    const stride = this.#hidden.rows;
    const stateWidth = stride - 3 * width;
    const { floats } = this.#arena.memory;
    const at = seen >> 2;
    floats.fill(0, at, at + count * stride);
    for (let i = 0; i < count; i++)
      floats.set(states.subarray(i * stateWidth, (i + 1) * stateWidth), at + i * stride + 3 * width);
    const row = new Float32Array(width);
    eachSentence(chunk, (start, length) => {
      const context = words.rows(this.#model.phrases, start, start + length, CORPUS);
      for (let i = 0; i < length; i++) {
        this.#rows.write(forms[start + i] as string, context[i] as readonly number[], row);
        const own = at + (start - first + i) * stride;
        floats.set(row, own + width);
        if (i > 0) floats.set(row, own - stride + 2 * width);
        if (i + 1 < length) floats.set(row, own + stride);
      }
    });
  }

  #recur(products: number, input: number, output: number, row: number, length: number): void {
    const width = this.#hidden.columns;
    const size = width / 2;
    const states = this.#arena.take(length * size);
    for (const side of [0, 1]) {
      this.#arena.memory.kernels.recur(
        products + (row * 3 * width + side * 3 * size) * 4,
        3 * width,
        input + (row * width + side * size) * 4,
        width,
        output + (row * width + side * size) * 4,
        width,
        states,
        this.#layerBias + side * 4 * size * 4,
        this.#zeros,
        length,
        size,
        side === 1,
        RESIDUAL_SCALE,
      );
    }
  }
}

// "accused Congo of lying": a name that opens with a capital does not close with a small word, nor with a hyphen.
function withoutTail(name: NameRange, forms: readonly string[]): NameRange {
  const isCapital = (token: number) => /^\p{Lu}/u.test(forms[token] as string);
  const isSmall = (token: number) => /^(\p{Ll}|[-‐‑–]$)/u.test(forms[token] as string);
  let { end } = name;
  if (isCapital(name.start)) while (end - name.start > 1 && isSmall(end - 1)) end--;
  return end === name.end ? name : { ...name, end };
}
