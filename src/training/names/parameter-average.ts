import type { Parameter, Tape } from "../parser/tape.ts";

/** The mean of a network's parameters over some of the steps of its training: steadier than any one of them (Izmailov et al. 2018). */
export class ParameterAverage {
  readonly #tape: Tape;
  readonly #sums = new Map<Parameter, Float32Array>();
  #count = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Counts the parameters as they are now in. */
  add(): void {
    this.#count++;
    for (const parameter of this.#tape.parameters) {
      const values = this.#tape.values(parameter);
      const sum = this.#sums.get(parameter) ?? new Float32Array(values.length);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (values[i] as number);
      this.#sums.set(parameter, sum);
    }
  }

  /** Puts the mean in the place of the parameters. */
  use(): void {
    for (const [parameter, sum] of this.#sums) {
      const values = this.#tape.values(parameter);
      for (let i = 0; i < sum.length; i++) values[i] = (sum[i] as number) / this.#count;
    }
  }
}
