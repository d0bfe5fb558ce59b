// Matrix products in 16-bit integers: twice as many products an instruction as 32-bit floats. Pointers are byte offsets.

/** Rounds `count` floats (a multiple of 8), times `scale`, into 16-bit integers; values out of range are cut off. */
export function quantise(out: usize, x: usize, count: i32, scale: f32): void {
  const by = f32x4.splat(scale);
  const end = x + ((<usize>count) << 2);
  for (; x < end; x += 32, out += 16) {
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x), by)));
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x, 16), by)));
    v128.store(out, i16x8.narrow_i32x4_s(low, high));
  }
}

/**
 * C = A B times `scale`: A has M rows of K 16-bit integers (K even). B is packed in panels of 8 columns; a panel holds, for each two of the K
 * rows, the pairs of columns 0 to 7. C's rows of floats are `ldc` apart.
 */
export function multiplyQuantised(
  c: usize,
  ldc: i32,
  a: usize,
  packed: usize,
  m: i32,
  k: i32,
  n: i32,
  scale: f32,
): void {
  const rowBytes = (<usize>k) << 1;
  const ldcBytes = (<usize>ldc) << 2;
  const by = f32x4.splat(scale);
  for (let j = 0; j < n; j += 8) {
    const panel = packed + <usize>j * <usize>k * 2;
    const end = panel + ((<usize>k) << 4);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let row = a + <usize>i * rowBytes;
      const out = c + <usize>i * ldcBytes + ((<usize>j) << 2);
      let c00 = i32x4.splat(0);
      let c01 = c00;
      let c10 = c00;
      let c11 = c00;
      let c20 = c00;
      let c21 = c00;
      let c30 = c00;
      let c31 = c00;
      for (let b = panel; b < end; b += 32, row += 4) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        let s = v128.load32_splat(row);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(s, b0));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(s, b1));
        s = v128.load32_splat(row + rowBytes);
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(s, b0));
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(s, b1));
        s = v128.load32_splat(row + 2 * rowBytes);
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(s, b0));
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(s, b1));
        s = v128.load32_splat(row + 3 * rowBytes);
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(s, b0));
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(s, b1));
      }
      putScaled(out, c00, c01, by);
      putScaled(out + ldcBytes, c10, c11, by);
      putScaled(out + 2 * ldcBytes, c20, c21, by);
      putScaled(out + 3 * ldcBytes, c30, c31, by);
    }
    for (; i < m; i++) {
      let row = a + <usize>i * rowBytes;
      let c00 = i32x4.splat(0);
      let c01 = c00;
      for (let b = panel; b < end; b += 32, row += 4) {
        const s = v128.load32_splat(row);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(s, v128.load(b)));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(s, v128.load(b, 16)));
      }
      putScaled(c + <usize>i * ldcBytes + ((<usize>j) << 2), c00, c01, by);
    }
  }
}

function putScaled(out: usize, low: v128, high: v128, by: v128): void {
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(low), by));
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(high), by), 16);
}
