/**
 * The pairing of rows with columns whose weights sum to the most; each row and each column is in one pair at most.
 * The Hungarian method, after Jonker and Volgenant: one shortest augmenting path a row, O(rows² · columns).
 *
 * @param weights rows of equal length, none negative
 * @returns sum of the paired weights
 */
export function bestAssignment(weights: readonly (readonly number[])[]): number {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return 0;
  if (rows > columns) return bestAssignment(transposed(weights));
  const cost = (row: number, column: number) => -(weights[row]?.[column] ?? 0);
  // Potentials of rows and columns, and the row of each column; 0 is the place before the first.
  const [rowPotential, columnPotential] = [new Float64Array(rows + 1), new Float64Array(columns + 1)];
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(columns + 1);
    const isReached = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      isReached[column] = 1;
      const from = rowOf[column] as number;
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let to = 1; to <= columns; to++) {
        if (isReached[to]) continue;
        const reduced = cost(from - 1, to - 1) - at(rowPotential, from) - at(columnPotential, to);
        if (reduced < at(least, to)) [least[to], cameFrom[to]] = [reduced, column];
        if (at(least, to) < step) [step, next] = [at(least, to), to];
      }
      for (let to = 0; to <= columns; to++) {
        if (!isReached[to]) least[to] = at(least, to) - step;
        else {
          rowPotential[rowOf[to] as number] = at(rowPotential, rowOf[to] as number) + step;
          columnPotential[to] = at(columnPotential, to) - step;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = cameFrom[column] as number) {
      rowOf[column] = rowOf[cameFrom[column] as number] as number;
    }
  }
  let sum = 0;
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] as number;
    if (row > 0) sum += weights[row - 1]?.[column - 1] ?? 0;
  }
  return sum;
}

const at = (values: Float64Array, index: number): number => values[index] as number;

function transposed(weights: readonly (readonly number[])[]): number[][] {
  return (weights[0] ?? []).map((_, column) => weights.map((row) => row[column] ?? 0));
}
