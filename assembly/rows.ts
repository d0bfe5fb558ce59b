// Rows looked up in tables, by 32-bit indexes.

import { add } from "./elementwise";

/** out row i = the sum of table rows ids[starts[i] .. starts[i+1]). */
export function sumLookups(
  out: usize,
  outStride: i32,
  table: usize,
  width: i32,
  ids: usize,
  starts: usize,
  rows: i32,
): void {
  for (let i = 0; i < rows; i++) {
    const to = out + ((<usize>(i * outStride)) << 2);
    memory.fill(to, 0, (<usize>width) << 2);
    const end = load<i32>(starts + ((<usize>(i + 1)) << 2));
    for (let k = load<i32>(starts + ((<usize>i) << 2)); k < end; k++)
      add(to, table + ((<usize>(load<i32>(ids + ((<usize>k) << 2)) * width)) << 2), width);
  }
}

/** The gradient of `sumLookups`: each looked-up row of the table's gradient gets the output's gradient. */
export function sumLookupsBack(
  dOut: usize,
  outStride: i32,
  dTable: usize,
  width: i32,
  ids: usize,
  starts: usize,
  rows: i32,
): void {
  for (let i = 0; i < rows; i++) {
    const from = dOut + ((<usize>(i * outStride)) << 2);
    const end = load<i32>(starts + ((<usize>(i + 1)) << 2));
    for (let k = load<i32>(starts + ((<usize>i) << 2)); k < end; k++)
      add(dTable + ((<usize>(load<i32>(ids + ((<usize>k) << 2)) * width)) << 2), from, width);
  }
}

/**
 * Puts the words of one sentence side by side. A word's table row holds its projection, `split` floats, then three rows of `width` floats:
 * what it adds to the products of the word after it, to its own, and to those of the word before it. `ids` are the words' table rows.
 */
export function joinWords(
  products: usize,
  projected: usize,
  table: usize,
  ids: usize,
  count: i32,
  split: i32,
  width: i32,
): void {
  const splitBytes = (<usize>split) << 2;
  const bytes = (<usize>width) << 2;
  const rowBytes = splitBytes + 3 * bytes;
  let before: usize = 0;
  let row = table + <usize>load<i32>(ids) * rowBytes;
  for (let i = 1; i <= count; i++) {
    const next = i < count ? table + <usize>load<i32>(ids + ((<usize>i) << 2)) * rowBytes : 0;
    for (let j: usize = 0; j < splitBytes; j += 16) v128.store(projected + j, v128.load(row + j));
    const own = row + splitBytes + bytes;
    const after = next + splitBytes + 2 * bytes;
    for (let j: usize = 0; j < bytes; j += 16) {
      let sum = v128.load(own + j);
      if (before !== 0) sum = f32x4.add(v128.load(before + j), sum);
      if (next !== 0) sum = f32x4.add(sum, v128.load(after + j));
      v128.store(products + j, sum);
    }
    before = row + splitBytes;
    row = next;
    products += bytes;
    projected += splitBytes;
  }
}
