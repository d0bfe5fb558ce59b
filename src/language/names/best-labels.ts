import { LABEL_COUNT, mayFollow } from "./labels.ts";

const N = LABEL_COUNT;
const FORBIDDEN = -1e9;

/** The best chain of labels for a sentence (Viterbi), by scores of labels and of pairs of neighbours. */
export class BestLabels {
  readonly #pairs = new Float32Array(N * N);
  readonly #open = Float32Array.from({ length: N }, (_, label) =>
    mayFollow(undefined, label) ? 0 : FORBIDDEN,
  );
  readonly #close = Float32Array.from({ length: N }, (_, label) =>
    mayFollow(label, undefined) ? 0 : FORBIDDEN,
  );

  /** @param transitions one row a label before, `stride` apart, one column a label after */
  constructor(transitions: Float32Array, stride: number) {
    for (let a = 0; a < N; a++)
      for (let b = 0; b < N; b++)
        this.#pairs[a * N + b] = mayFollow(a, b) ? (transitions[a * stride + b] as number) : FORBIDDEN;
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
          for (let earlier = 0; earlier < N; earlier++) {
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
