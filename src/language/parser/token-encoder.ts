import type { Arena } from "./arena.ts";
import { type Chunk, eachSentence } from "./chunk.ts";
import { multiplyRows, packQuantised, type QuantisedMatrix } from "./matrices.ts";
import type { NetworkFile } from "./network-file.ts";
import { WordEncoder } from "./word-encoder.ts";
import type { WordTables } from "./word-tables.ts";

/** The part of a recurrent layer's input that goes past it, scaled so that values keep their size from layer to layer. */
export const RESIDUAL_SCALE = Math.sqrt(3);

/** The layer whose values the tags are read from, the last but one: words are told apart before sentences are understood. */
export function taggingLayer(layers: number): number {
  return Math.max(0, layers - 2);
}

/** Byte offsets of one row of `width` floats a token. */
export interface EncodedTokens {
  /** What the last layer makes of each token. */
  readonly top: number;
  /** What the tagging layer makes of it. */
  readonly tagging: number;
}

interface RecurrentLayer {
  /** Absent in the first layer, whose products the word encoder makes. */
  readonly matrix: QuantisedMatrix | undefined;
  readonly biases: number;
}

/** The recurrent layers: what each word means in its sentence. */
export class TokenEncoder {
  readonly width: number;
  readonly #arena: Arena;
  readonly #words: WordEncoder;
  readonly #size: number;
  readonly #layers: readonly RecurrentLayer[];
  readonly #zeros: number;

  constructor(file: NetworkFile, arena: Arena) {
    this.#arena = arena;
    this.#size = file.header.size;
    this.width = 2 * this.#size;
    this.#words = new WordEncoder(file, arena);
    this.#layers = Array.from({ length: file.header.layers }, (_, i) => ({
      matrix: i === 0 ? undefined : packQuantised(file.matrix(`layer${i}`), arena),
      biases: arena.keep(file.floats(`layer${i}Bias`)),
    }));
    this.#zeros = arena.keep(new Float32Array(this.#size));
  }

  get wordTables(): WordTables {
    return this.#words.tables;
  }

  encode(chunk: Chunk): EncodedTokens {
    const arena = this.#arena;
    const { count, first } = chunk;
    let input = arena.take(count * this.width);
    let output = arena.take(count * this.width);
    const products = arena.take(count * 3 * this.width);
    const states = arena.take(count * this.#size);
    this.#words.encode(chunk, input, products);
    for (const { matrix, biases } of this.#layers) {
      if (matrix !== undefined) multiplyRows(arena, products, input, count, matrix);
      eachSentence(chunk, (start, length) =>
        this.#recur(products, input, output, states, biases, start - first, length),
      );
      [input, output] = [output, input];
    }
    // The last layer read the tagging layer's values and left them standing.
    return { top: input, tagging: this.#layers.length > 1 ? output : input };
  }

  #recur(
    products: number,
    input: number,
    output: number,
    states: number,
    biases: number,
    row: number,
    length: number,
  ): void {
    const size = this.#size;
    for (const side of [0, 1]) {
      this.#arena.memory.kernels.recur(
        products + (row * 6 * size + side * 3 * size) * 4,
        6 * size,
        input + (row * 2 * size + side * size) * 4,
        2 * size,
        output + (row * 2 * size + side * size) * 4,
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
}
