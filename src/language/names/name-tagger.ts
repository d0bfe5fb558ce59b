import { Arena } from "../parser/arena.ts";
import { type Chunk, eachSentence } from "../parser/chunk.ts";
import type { StateReader } from "../parser/dependency-parser.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "../parser/matrices.ts";
import { RESIDUAL_SCALE } from "../parser/token-encoder.ts";
import { agree } from "./agreement.ts";
import { BestLabels } from "./best-labels.ts";
import { heedCues } from "./cues.ts";
import { LABEL_COUNT, type NameRange, namesOfLabels } from "./labels.ts";
import { withTrueEnds } from "./name-ends.ts";
import type { NameModel } from "./name-model.ts";
import type { NameWords } from "./name-words.ts";
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
 * recurrent layer; scores on which the places of one word agree; the best chain of labels. Holds the memory it works in, so it reads one text at a time.
 */
export class NameTagger {
  readonly #model: NameModel;
  readonly #words: NameWords;
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

  /** @param words that tell where names end */
  constructor(model: NameModel, words: NameWords) {
    this.#model = model;
    this.#words = words;
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
    const namesOf = (scores: Float32Array) => this.#names(scores, forms, sentenceStart);
    const scores = new Float32Array(forms.length * LABEL_COUNT);
    let names: NameRange[] | undefined;
    return {
      read: (chunk, top) => this.#score(chunk, words, top, scores),
      get names() {
        names ??= namesOf(scores);
        return names;
      },
    };
  }

  #names(scores: Float32Array, forms: readonly string[], sentenceStart: ArrayLike<number>): NameRange[] {
    heedCues(scores, forms, this.#words);
    agree(scores, forms);
    const labels = new Uint8Array(forms.length);
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      const start = sentenceStart[s] as number;
      const length = (sentenceStart[s + 1] as number) - start;
      if (length > 0) this.#best.write(scores, start * LABEL_COUNT, LABEL_COUNT, length, labels, start);
    }
    const { phrases } = this.#model;
    return withTrueEnds(namesOfLabels(labels), { forms, sentenceStart, phrases, words: this.#words });
  }

  /** Writes the scores of a chunk's labels, `LABEL_COUNT` a token. */
  #score(chunk: Chunk, words: TextWords, states: Float32Array, out: Float32Array): void {
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
    const { columns } = this.#output;
    const scores = arena.take(count * columns);
    multiplyRows(arena, scores, recurred, count, this.#output);
    arena.memory.kernels.addRow(scores, columns, this.#outputBias, count, LABEL_COUNT);
    const { floats } = arena.memory;
    for (let i = 0; i < count; i++) {
      const from = (scores >> 2) + i * columns;
      const to = (first + i) * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) out[to + label] = floats[from + label] as number;
    }
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
