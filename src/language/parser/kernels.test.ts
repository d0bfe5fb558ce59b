import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Arena } from "./arena.ts";
import { KernelMemory } from "./kernels.ts";
import { KERNEL_SOURCES } from "./kernels-wasm.ts";
import { multiplyRows, packQuantised } from "./matrices.ts";

const A = 1024;
const B = 16_384;
const C = 32_768;
const D = 49_152;
const E = 60_000 & ~31;

/** Values that differ from cell to cell, between -1 and 1. */
function wave(count: number, phase: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => Math.sin(i * 1.7 + phase));
}

function product(a: Float32Array, b: Float32Array, m: number, k: number, n: number): number[] {
  return Array.from({ length: m * n }, (_, cell) => {
    let sum = 0;
    for (let i = 0; i < k; i++)
      sum += (a[Math.floor(cell / n) * k + i] as number) * (b[i * n + (cell % n)] as number);
    return sum;
  });
}

function expectNear(values: Iterable<number>, expected: readonly number[], tolerance: number): void {
  for (const [i, value] of [...values].entries())
    expect(Math.abs(value - (expected[i] as number)), `value ${i}`).toBeLessThan(tolerance);
}

describe("the compiled kernels", () => {
  it("are those of the sources in assembly/ (else run `npm run kernels`)", () => {
    const folder = new URL("../../../assembly/", import.meta.url);
    const hash = createHash("sha256");
    for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)));
    expect(KERNEL_SOURCES).toBe(hash.digest("hex"));
  });

  it.each([
    ["one row", 1, 5, 8],
    ["rows that fill a tile and some left over", 7, 12, 16],
  ])("multiply %s", (_, m, k, n) => {
    const { kernels, floats } = new KernelMemory(65_536);
    const [a, b] = [wave(m * k, 0), wave(k * n, 1)];
    floats.set(a, A >> 2);
    floats.set(b, B >> 2);
    kernels.packRows(B, n, k, n, D);
    kernels.multiply(C, n, A, k, 1, D, m, k, n, false);
    expectNear(floats.subarray(C >> 2, (C >> 2) + m * n), product(a, b, m, k, n), 1e-5);
  });

  it("multiply by a transposed matrix whose width fills no panel, adding to what is there", () => {
    const { kernels, floats } = new KernelMemory(65_536);
    const [m, k, n] = [5, 6, 3];
    const [a, b] = [wave(m * k, 0), wave(n * k, 1)];
    floats.set(a, A >> 2);
    floats.set(b, B >> 2);
    floats.fill(10, C >> 2, (C >> 2) + m * 8);
    kernels.packColumns(B, k, k, n, D);
    kernels.multiply(C, 8, A, k, 1, D, m, k, n, true);
    const transposed = Float32Array.from(
      { length: k * n },
      (_, i) => b[(i % n) * k + Math.floor(i / n)] as number,
    );
    const expected = product(a, transposed, m, k, n);
    for (let i = 0; i < m; i++)
      expectNear(
        floats.subarray((C >> 2) + i * 8, (C >> 2) + i * 8 + n),
        expected.slice(i * n, (i + 1) * n).map((value) => value + 10),
        1e-5,
      );
  });

  it("multiply in integers to within the steps of the integers", () => {
    const arena = new Arena(65_536);
    const [m, k, n] = [6, 10, 16];
    const [a, b] = [wave(m * k, 0), wave(k * n, 1)];
    const values = Int16Array.from(b, (value) => Math.round(value * 2047));
    const matrix = { rows: k, columns: n, step: 1 / 2047, inputStep: 1 / 4095, values };
    const packed = packQuantised(matrix, arena);
    const input = arena.keep(a);
    const output = arena.take(m * n);
    multiplyRows(arena, output, input, m, packed);
    const result = arena.memory.floats.subarray(output >> 2, (output >> 2) + m * n);
    expectNear(result, product(a, b, m, k, n), 5e-3);
  });

  it.each([
    ["forwards", false],
    ["backwards", true],
  ])("run the recurrent unit %s", (_, backwards) => {
    const { kernels, floats } = new KernelMemory(65_536);
    const [length, size, alpha] = [5, 4, 1.5];
    const [u, x, bias] = [wave(length * 3 * size, 0), wave(length * size, 1), wave(4 * size, 2)];
    floats.set(u, A >> 2);
    floats.set(x, B >> 2);
    floats.set(bias, D >> 2);
    kernels.recur(A, 3 * size, B, size, C, size, C + 4096, D, E, length, size, backwards, alpha);
    const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
    const at = (values: Float32Array, index: number) => values[index] as number;
    const expected = new Array<number>(length * size).fill(0);
    for (let j = 0; j < size; j++) {
      let state = 0;
      for (let step = 0; step < length; step++) {
        const t = backwards ? length - 1 - step : step;
        const [input, forget, reset] = [0, 1, 2].map((part) => at(u, (t * 3 + part) * size + j)) as [
          number,
          number,
          number,
        ];
        const f = sigmoid(forget + at(bias, j) * state + at(bias, 2 * size + j));
        const r = sigmoid(reset + at(bias, size + j) * state + at(bias, 3 * size + j));
        state = f * state + (1 - f) * input;
        expected[t * size + j] = r * state + (1 - r) * at(x, t * size + j) * alpha;
      }
    }
    expectNear(floats.subarray(C >> 2, (C >> 2) + length * size), expected, 1e-5);
  });
});
