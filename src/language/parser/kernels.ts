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
  quantise(out: number, x: number, count: number, scale: number): void;
  multiplyQuantised(
    c: number,
    cStride: number,
    a: number,
    packed: number,
    m: number,
    k: number,
    n: number,
    scale: number,
  ): void;
  joinWords(
    products: number,
    projected: number,
    table: number,
    ids: number,
    count: number,
    split: number,
    width: number,
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

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The part of the WebAssembly interface used here; TypeScript's own types of it come only with the browser's. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Memory: new (size: { initial: number }) => Memory;
    Module: new (bytes: Uint8Array) => object;
    Instance: new (module: object, imports: object) => { readonly exports: object };
  };
};

/** WebAssembly memory with the kernels that work on it. Its views are new ones whenever it has grown. */
export class KernelMemory {
  readonly kernels: Kernels;
  floats: Float32Array;
  integers: Int32Array;
  readonly #memory: Memory;

  /** @param bytes how much memory to set aside; pages are only used once written */
  constructor(bytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const module = new WebAssembly.Module(Buffer.from(KERNELS_BASE64, "base64"));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernels = exports as unknown as Kernels;
    this.floats = new Float32Array(this.#memory.buffer);
    this.integers = new Int32Array(this.#memory.buffer);
  }

  /** Grows the memory to at least so many bytes. */
  reserve(bytes: number): void {
    const missing = bytes - this.floats.byteLength;
    if (missing <= 0) return;
    this.#memory.grow(Math.ceil(Math.max(missing, this.floats.byteLength / 4) / PAGE));
    this.floats = new Float32Array(this.#memory.buffer);
    this.integers = new Int32Array(this.#memory.buffer);
  }
}
