import type { Arena } from "./arena.ts";
import type { MatrixHeader } from "./network-file.ts";

/** A weight matrix packed for `multiplyQuantised`. */
export interface QuantisedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly packed: number;
  /** Inputs times this are the integers multiplied. */
  readonly inputScale: number;
  /** Integer products times this are the outputs. */
  readonly outputScale: number;
}

/** A matrix as the model file holds it. */
export interface StoredMatrix extends MatrixHeader {
  readonly values: Int16Array;
}

/** @param matrix with an even number of rows, and columns a multiple of 8 */
export function packQuantised(matrix: StoredMatrix, arena: Arena): QuantisedMatrix {
  const { rows, columns, step, inputStep, values } = matrix;
  const packed = arena.take((rows * columns) / 2);
  const out = new Int16Array(arena.memory.floats.buffer, packed, rows * columns);
  let at = 0;
  for (let panel = 0; panel < columns; panel += 8) {
    for (let row = 0; row < rows; row += 2) {
      for (let column = panel; column < panel + 8; column++) {
        out[at++] = values[row * columns + column] as number;
        out[at++] = values[(row + 1) * columns + column] as number;
      }
    }
  }
  return { rows, columns, packed, inputScale: 1 / inputStep, outputScale: step * inputStep };
}

/**
 * Rows of floats times a matrix.
 *
 * @param output byte offset of the rows to write
 * @param input byte offset of rows side by side
 * @param outputStride floats from one row of the output to the next
 */
export function multiplyRows(
  arena: Arena,
  output: number,
  input: number,
  rows: number,
  matrix: QuantisedMatrix,
  outputStride = matrix.columns,
): void {
  const { kernels } = arena.memory;
  const integers = arena.take((rows * matrix.rows) / 2);
  kernels.quantise(integers, input, rows * matrix.rows, matrix.inputScale);
  kernels.multiplyQuantised(
    output,
    outputStride,
    integers,
    matrix.packed,
    rows,
    matrix.rows,
    matrix.columns,
    matrix.outputScale,
  );
}
