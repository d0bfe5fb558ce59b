import type { FeatureBuffer } from "./feature-hash.ts";

/** Scores classes by summed weights of hashed features. */
export interface LinearScorer {
  /** The score of one class under the features in the buffer; higher is better. */
  score(features: FeatureBuffer, classIndex: number): number;
}

/** Where the weight of a feature and a class lies in a table of `2 ** bits` weights. */
export function weightSlot(feature: number, classSalt: number, bits: number): number {
  return Math.imul(feature ^ classSalt, 0x9e3779b1) >>> (32 - bits);
}

/** What sets the slots of one class apart from another's. */
export function classSalt(classIndex: number): number {
  return Math.imul(classIndex + 1, 0x7feb352d);
}

/** A trained table of weights, rounded to 16 bits; scores are in units of the table's own step. */
export class TrainedScorer implements LinearScorer {
  readonly #weights: Int16Array;
  readonly #bits: number;

  /** @param weights as many as a power of two */
  constructor(weights: Int16Array) {
    this.#weights = weights;
    this.#bits = Math.log2(weights.length);
    if (!Number.isInteger(this.#bits)) throw new RangeError(`${weights.length} weights are no power of two`);
  }

  score(features: FeatureBuffer, classIndex: number): number {
    const { values, count } = features;
    const weights = this.#weights;
    const shift = 32 - this.#bits;
    const salt = classSalt(classIndex);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      sum += weights[Math.imul((values[i] as number) ^ salt, 0x9e3779b1) >>> shift] as number;
    }
    return sum;
  }
}
