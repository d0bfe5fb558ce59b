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
