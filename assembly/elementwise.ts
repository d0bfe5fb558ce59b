// Work done value by value on rows of 32-bit floats; counts are multiples of 4, pointers are byte offsets.

const LOG2E: f32 = Mathf.LOG2E;
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;

/** 1.5 * 2^23: a float this large has no bits for fractions, so adding it rounds, and leaves the integer in its lowest bits. */
const ROUNDING: f32 = 12582912.0;

/** e^x to about 7 digits. The range is cut to ±87, where 32-bit floats end. */
export function exponential(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87)), f32x4.splat(87));
  const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2E)), f32x4.splat(ROUNDING));
  const n = f32x4.sub(rounded, f32x4.splat(ROUNDING));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let p = f32x4.splat(1.0 / 720.0);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 120.0));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 24.0));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 6.0));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  // The shift leaves nothing of the upper bits.
  const power = i32x4.shl(i32x4.add(rounded, i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** 1 / (1 + e^-x) */
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

/** y += x, `count` floats. */
export function add(y: usize, x: usize, count: i32): void {
  const end = x + ((<usize>count) << 2);
  for (; x < end; x += 16, y += 16) v128.store(y, f32x4.add(v128.load(y), v128.load(x)));
}

/** y = x * mask for each of `rows` rows of `columns` floats, the mask being one row. */
export function maskRows(
  y: usize,
  yStride: i32,
  x: usize,
  xStride: i32,
  mask: usize,
  rows: i32,
  columns: i32,
  accumulate: bool,
): void {
  for (let i = 0; i < rows; i++) {
    const to = y + ((<usize>(i * yStride)) << 2);
    const from = x + ((<usize>(i * xStride)) << 2);
    for (let j: usize = 0; j < (<usize>columns) << 2; j += 16) {
      let value = f32x4.mul(v128.load(from + j), v128.load(mask + j));
      if (accumulate) value = f32x4.add(value, v128.load(to + j));
      v128.store(to + j, value);
    }
  }
}

/** Adds one row to each of `rows` rows. */
export function addRow(y: usize, yStride: i32, row: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) add(y + ((<usize>(i * yStride)) << 2), row, columns);
}

/** Adds each of `rows` rows to one row. */
export function sumRows(row: usize, x: usize, xStride: i32, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) add(row, x + ((<usize>(i * xStride)) << 2), columns);
}

/** Negative values become 0. */
export function rectify(x: usize, count: i32): void {
  const end = x + ((<usize>count) << 2);
  const zero = f32x4.splat(0);
  for (; x < end; x += 16) v128.store(x, f32x4.max(v128.load(x), zero));
}

/** A gradient becomes 0 where the rectified value y is 0. */
export function rectifyBack(gradient: usize, y: usize, count: i32): void {
  const end = y + ((<usize>count) << 2);
  const zero = f32x4.splat(0);
  for (; y < end; y += 16, gradient += 16)
    v128.store(gradient, v128.and(v128.load(gradient), f32x4.gt(v128.load(y), zero)));
}

/** One step of Adam on `count` weights; the gradient is used up and becomes 0. */
export function adam(
  weight: usize,
  gradient: usize,
  mean: usize,
  square: usize,
  count: i32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const b1Rest = f32x4.splat(1 - beta1);
  const b2 = f32x4.splat(beta2);
  const b2Rest = f32x4.splat(1 - beta2);
  const step = f32x4.splat(rate);
  const eps = f32x4.splat(epsilon);
  const zero = f32x4.splat(0);
  for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
    const g = v128.load(gradient + i);
    const m = f32x4.add(f32x4.mul(b1, v128.load(mean + i)), f32x4.mul(b1Rest, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(square + i)), f32x4.mul(b2Rest, f32x4.mul(g, g)));
    v128.store(mean + i, m);
    v128.store(square + i, v);
    const change = f32x4.div(f32x4.mul(step, m), f32x4.add(f32x4.sqrt(v), eps));
    v128.store(weight + i, f32x4.sub(v128.load(weight + i), change));
    v128.store(gradient + i, zero);
  }
}

/** Sum of squares of `count` floats. */
export function squareSum(x: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  const end = x + ((<usize>count) << 2);
  for (; x < end; x += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(x), v128.load(x)));
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    f32x4.extract_lane(sum, 2) +
    f32x4.extract_lane(sum, 3)
  );
}

/** y *= factor, `count` floats. */
export function scale(y: usize, factor: f32, count: i32): void {
  const end = y + ((<usize>count) << 2);
  const by = f32x4.splat(factor);
  for (; y < end; y += 16) v128.store(y, f32x4.mul(v128.load(y), by));
}
