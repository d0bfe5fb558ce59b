/** The class with the highest sum of score and bias, other than `except`; scores stand in `floats` from `row` on, one a bias. */
export function bestClass(floats: Float32Array, row: number, bias: Float32Array, except?: number): number {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < bias.length; c++) {
    const score = (floats[row + c] as number) + (bias[c] as number);
    if (score > bestScore && c !== except) {
      best = c;
      bestScore = score;
    }
  }
  return best;
}
