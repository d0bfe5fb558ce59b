import { LABEL_COUNT, mayFollow } from "./labels.ts";

const N = LABEL_COUNT;
const FORBIDDEN = -1e9;
const LABELS = Array.from({ length: N }, (_, label) => label);
/** By label, those that may stand before it. */
const BEFORE = LABELS.map((label) => LABELS.filter((before) => mayFollow(before, label)));

/** The best chain of labels for a sentence (Viterbi), by scores of labels and of pairs of neighbours. */
export class BestLabels {
  readonly #pairs: Float32Array;
  readonly #open = Float32Array.from({ length: N }, (_, label) =>
    mayFollow(undefined, label) ? 0 : FORBIDDEN,
  );
  readonly #close = Float32Array.from({ length: N }, (_, label) =>
    mayFollow(label, undefined) ? 0 : FORBIDDEN,
  );

  /** @param transitions one row a label before, `stride` apart, one column a label after */
  constructor(transitions: Float32Array, stride: number) {
    this.#pairs = Float32Array.from(
      { length: N * N },
      (_, pair) => transitions[Math.floor(pair / N) * stride + (pair % N)] as number,
    );
  }

  /**
   * Writes the labels of `length` words.
   * @param from index of the first word's scores, one row of `columns` a word
   */
  write(
    scores: Float32Array,
    from: number,
    columns: number,
    length: number,
    out: Uint8Array,
    outFrom: number,
  ): void {
    const pairs = this.#pairs;
    let before = new Float32Array(N);
    let now = new Float32Array(N);
    const steps = new Uint8Array(length * N);
    for (let i = 0; i < length; i++) {
      const row = from + i * columns;
      for (let label = 0; label < N; label++) {
        let best = i === 0 ? (this.#open[label] as number) : Number.NEGATIVE_INFINITY;
        if (i > 0) {
          for (const earlier of BEFORE[label] as readonly number[]) {
            const value = (before[earlier] as number) + (pairs[earlier * N + label] as number);
            if (value > best) {
              best = value;
              steps[i * N + label] = earlier;
            }
          }
        }
        now[label] = best + (scores[row + label] as number);
      }
      [before, now] = [now, before];
    }
    let label = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let last = 0; last < N; last++) {
      const value = (before[last] as number) + (this.#close[last] as number);
      if (value > best) [best, label] = [value, last];
    }
    for (let i = length - 1; i >= 0; i--) {
      out[outFrom + i] = label;
      label = steps[i * N + label] as number;
    }
  }
}
