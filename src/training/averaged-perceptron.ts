import type { FeatureBuffer } from "../language/feature-hash.ts";
import { classSalt, type LinearScorer, weightSlot } from "../language/linear-scorer.ts";

/** A linear scorer in training: a perceptron whose final weights are the mean over all steps. */
export class AveragedPerceptron implements LinearScorer {
  readonly #bits: number;
  readonly #weights: Float32Array;
  /** Each change times the step it came at, so that the mean needs no pass over the table at each step. */
  readonly #weighted: Float64Array;
  #step = 1;

  /** @param bits the table has `2 ** bits` weights */
  constructor(bits: number) {
    this.#bits = bits;
    this.#weights = new Float32Array(2 ** bits);
    this.#weighted = new Float64Array(2 ** bits);
  }

  score(features: FeatureBuffer, classIndex: number): number {
    const { values, count } = features;
    const weights = this.#weights;
    const salt = classSalt(classIndex);
    const shift = 32 - this.#bits;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      sum += weights[Math.imul((values[i] as number) ^ salt, 0x9e3779b1) >>> shift] as number;
    }
    return sum;
  }

  /** Counts one decision; call it once a decision, before any `add`. */
  step(): void {
    this.#step++;
  }

  /** Moves the score of a class under these features by `amount` a feature. */
  add(features: FeatureBuffer, classIndex: number, amount: number): void {
    const salt = classSalt(classIndex);
    for (let i = 0; i < features.count; i++) {
      const slot = weightSlot(features.values[i] as number, salt, this.#bits);
      this.#weights[slot] = (this.#weights[slot] as number) + amount;
      this.#weighted[slot] = (this.#weighted[slot] as number) + amount * this.#step;
    }
  }

  /** The mean weights, rounded to 16 bits with one common factor. */
  average(): Int16Array {
    const mean = this.#weights.map((weight, slot) => weight - (this.#weighted[slot] as number) / this.#step);
    let largest = 1e-9;
    for (const weight of mean) largest = Math.max(largest, Math.abs(weight));
    const factor = 32767 / largest;
    return Int16Array.from(mean, (weight) => Math.round(weight * factor));
  }
}
