import { LABEL_COUNT, mayFollow } from "../../language/names/labels.ts";
import type { Parameter, SentenceStarts, Tape, Tensor } from "../parser/tape.ts";

const N = LABEL_COUNT;

/** Pairs of labels that may stand side by side, as `before * N + after`. */
const ALLOWED = Uint8Array.from({ length: N * N }, (_, pair) =>
  mayFollow(Math.floor(pair / N), pair % N) ? 1 : 0,
);
const MAY_OPEN = Uint8Array.from({ length: N }, (_, label) => (mayFollow(undefined, label) ? 1 : 0));
const MAY_CLOSE = Uint8Array.from({ length: N }, (_, label) => (mayFollow(label, undefined) ? 1 : 0));

/**
 * The loss of a linear-chain conditional random field over the sentences' labels, a word; its gradients are added to those of the scores and of
 * the transitions.
 *
 * @param transitions one row a label before, one column a label after
 */
export function chainLoss(
  tape: Tape,
  scores: Tensor,
  transitions: Parameter,
  sentences: SentenceStarts,
  gold: ArrayLike<number>,
): number {
  const total = scores.rows;
  const pass = new ChainPass(tape.values(transitions), transitions.columns);
  const gradients = tape.gradients(scores);
  const steps = tape.gradients(transitions);
  let loss = 0;
  for (let s = 0; s + 1 < sentences.length; s++) {
    const start = sentences[s] as number;
    const length = (sentences[s + 1] as number) - start;
    const rows = tape.values(scores).subarray(start * scores.columns, (start + length) * scores.columns);
    const out = gradients.subarray(start * scores.columns, (start + length) * scores.columns);
    const weight = 1 / total;
    loss +=
      weight * pass.run(rows, scores.columns, length, (i) => gold[start + i] as number, weight, out, steps);
  }
  return loss;
}

/** Forwards and backwards over one sentence, in probabilities scaled to sum to 1 at each word. */
class ChainPass {
  readonly #stride: number;
  readonly #transition = new Float64Array(N * N);
  readonly #raw: Float32Array;

  constructor(transitions: Float32Array, stride: number) {
    this.#raw = transitions;
    this.#stride = stride;
    for (let a = 0; a < N; a++)
      for (let b = 0; b < N; b++)
        this.#transition[a * N + b] =
          ALLOWED[a * N + b] === 1 ? Math.exp(transitions[a * stride + b] as number) : 0;
  }

  run(
    scores: Float32Array,
    columns: number,
    length: number,
    gold: (index: number) => number,
    weight: number,
    out: Float32Array,
    steps: Float32Array,
  ): number {
    const t = this.#transition;
    const emission = new Float64Array(length * N);
    const alpha = new Float64Array(length * N);
    const beta = new Float64Array(length * N);
    const scale = new Float64Array(length);
    let logZ = 0;
    for (let i = 0; i < length; i++) {
      let high = Number.NEGATIVE_INFINITY;
      for (let y = 0; y < N; y++) high = Math.max(high, scores[i * columns + y] as number);
      logZ += high;
      let sum = 0;
      for (let y = 0; y < N; y++) {
        const e = Math.exp((scores[i * columns + y] as number) - high);
        emission[i * N + y] = e;
        let before = 0;
        if (i === 0) before = MAY_OPEN[y] as number;
        else
          for (let x = 0; x < N; x++) before += (alpha[(i - 1) * N + x] as number) * (t[x * N + y] as number);
        const value = before * e * (i === length - 1 ? (MAY_CLOSE[y] as number) : 1);
        alpha[i * N + y] = value;
        sum += value;
      }
      scale[i] = sum;
      logZ += Math.log(sum);
      for (let y = 0; y < N; y++) alpha[i * N + y] = (alpha[i * N + y] as number) / sum;
    }
    for (let y = 0; y < N; y++) beta[(length - 1) * N + y] = MAY_CLOSE[y] as number;
    for (let i = length - 2; i >= 0; i--) {
      for (let x = 0; x < N; x++) {
        let sum = 0;
        for (let y = 0; y < N; y++)
          sum +=
            (t[x * N + y] as number) *
            (emission[(i + 1) * N + y] as number) *
            (beta[(i + 1) * N + y] as number);
        beta[i * N + x] = sum / (scale[i + 1] as number);
      }
    }
    let path = 0;
    for (let i = 0; i < length; i++) {
      const y = gold(i);
      path += scores[i * columns + y] as number;
      if (i > 0) path += this.#raw[gold(i - 1) * this.#stride + y] as number;
      for (let label = 0; label < N; label++) {
        // At the last word alpha already has MAY_CLOSE in it.
        const p = (alpha[i * N + label] as number) * (i === length - 1 ? 1 : (beta[i * N + label] as number));
        out[i * columns + label] =
          (out[i * columns + label] as number) + weight * (p - (label === y ? 1 : 0));
      }
      if (i === 0) continue;
      for (let x = 0; x < N; x++) {
        const a = alpha[(i - 1) * N + x] as number;
        if (a === 0) continue;
        for (let label = 0; label < N; label++) {
          const p =
            (a *
              (t[x * N + label] as number) *
              (emission[i * N + label] as number) *
              (beta[i * N + label] as number)) /
            (scale[i] as number);
          if (p === 0) continue;
          const at = x * this.#stride + label;
          steps[at] = (steps[at] as number) + weight * p;
        }
      }
      const at = gold(i - 1) * this.#stride + y;
      steps[at] = (steps[at] as number) - weight;
    }
    return logZ - path;
  }
}
