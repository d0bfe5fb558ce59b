import { KERNELS_BASE64 } from "./kernels-wasm.ts";

/**
 * The routines of `assembly/`, compiled to WebAssembly. Pointers are byte offsets into the memory, strides and counts are in
 * floats; their meanings stand beside each routine's source.
 */
export interface Kernels {
  packRows(b: number, stride: number, k: number, n: number, packed: number): void;
  packColumns(b: number, stride: number, k: number, n: number, packed: number): void;
  multiply(
    c: number,
    cStride: number,
    a: number,
    rowStride: number,
    columnStride: number,
    packed: number,
    m: number,
    k: number,
    n: number,
    accumulate: boolean,
  ): void;
  add(y: number, x: number, count: number): void;
  addRow(y: number, stride: number, row: number, rows: number, columns: number): void;
  sumRows(row: number, x: number, stride: number, rows: number, columns: number): void;
  maskRows(
    y: number,
    yStride: number,
    x: number,
    xStride: number,
    mask: number,
    rows: number,
    columns: number,
    accumulate: boolean,
  ): void;
  rectify(x: number, count: number): void;
  rectifyBack(gradient: number, y: number, count: number): void;
  scale(y: number, factor: number, count: number): void;
  squareSum(x: number, count: number): number;
  adam(
    weight: number,
    gradient: number,
    mean: number,
    square: number,
    count: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    decay: number,
  ): void;
  recur(
    u: number,
    uStride: number,
    x: number,
    xStride: number,
    h: number,
    hStride: number,
    c: number,
    bias: number,
    zeros: number,
    length: number,
    size: number,
    backwards: boolean,
    alpha: number,
  ): void;
  recurBack(
    u: number,
    uStride: number,
    x: number,
    xStride: number,
    dh: number,
    dhStride: number,
    c: number,
    bias: number,
    zeros: number,
    du: number,
    dx: number,
    dBias: number,
    dc: number,
    length: number,
    size: number,
    backwards: boolean,
    alpha: number,
  ): void;
  sumLookups(
    out: number,
    stride: number,
    table: number,
    width: number,
    ids: number,
    starts: number,
    rows: number,
  ): void;
  sumLookupsBack(
    dOut: number,
    stride: number,
    dTable: number,
    width: number,
    ids: number,
    starts: number,
    rows: number,
  ): void;
}

const PAGE = 65_536;

/** WebAssembly memory with the kernels that work on it. */
export interface KernelMemory {
  readonly kernels: Kernels;
  readonly floats: Float32Array;
  readonly integers: Int32Array;
}

/** @param bytes how much memory to set aside; pages are only used once written */
export function kernelMemory(bytes: number): KernelMemory {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const module = new WebAssembly.Module(Buffer.from(KERNELS_BASE64, "base64"));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return {
    kernels: exports as unknown as Kernels,
    floats: new Float32Array(memory.buffer),
    integers: new Int32Array(memory.buffer),
  };
}
