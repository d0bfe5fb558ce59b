// Linear algebra over rows of 32-bit floats. All pointers are byte offsets into the memory; rows are contiguous unless a stride is given in floats.

/** Copies B (K rows of N floats, row stride ldb) into panels of 8 columns: panel p holds K groups of 8 floats. The last panel is filled up with zeros. */
export function packRows(b: usize, ldb: i32, k: i32, n: i32, packed: usize): void {
  for (let j = 0; j < n; j += 8) {
    const width = min(8, n - j);
    if (width === 8) {
      for (let i = 0; i < k; i++) {
        const from = b + ((<usize>(i * ldb + j)) << 2);
        v128.store(packed, v128.load(from));
        v128.store(packed, v128.load(from, 16), 16);
        packed += 32;
      }
    } else {
      for (let i = 0; i < k; i++) {
        for (let c = 0; c < 8; c++)
          store<f32>(packed + (c << 2), c < width ? load<f32>(b + ((<usize>(i * ldb + j + c)) << 2)) : 0);
        packed += 32;
      }
    }
  }
}

/** Like `packRows` for the transpose of B: B has N rows of K floats. */
export function packColumns(b: usize, ldb: i32, k: i32, n: i32, packed: usize): void {
  for (let j = 0; j < n; j += 8) {
    const width = min(8, n - j);
    for (let i = 0; i < k; i++) {
      for (let c = 0; c < 8; c++)
        store<f32>(packed + (c << 2), c < width ? load<f32>(b + ((<usize>((j + c) * ldb + i)) << 2)) : 0);
      packed += 32;
    }
  }
}

/** C = A B, or C += A B: A has M rows and K columns at the given strides, B is packed, C's rows are ldc apart and hold N rounded up to 8 floats. */
export function multiply(
  c: usize,
  ldc: i32,
  a: usize,
  rowStride: i32,
  columnStride: i32,
  packed: usize,
  m: i32,
  k: i32,
  n: i32,
  accumulate: bool,
): void {
  const rs = (<usize>rowStride) << 2;
  const cs = (<usize>columnStride) << 2;
  const ldcBytes = (<usize>ldc) << 2;
  for (let j = 0; j < n; j += 8) {
    const panel = packed + <usize>j * <usize>k * 4;
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let a0 = a + <usize>i * rs;
      let a1 = a0 + rs;
      let a2 = a1 + rs;
      let a3 = a2 + rs;
      let out = c + <usize>i * ldcBytes + ((<usize>j) << 2);
      let c00 = f32x4.splat(0),
        c01 = c00,
        c10 = c00,
        c11 = c00,
        c20 = c00,
        c21 = c00,
        c30 = c00,
        c31 = c00;
      let b = panel;
      const end = panel + ((<usize>k) << 5);
      while (b < end) {
        const b0 = v128.load(b),
          b1 = v128.load(b, 16);
        b += 32;
        let s = v128.load32_splat(a0);
        a0 += cs;
        c00 = f32x4.add(c00, f32x4.mul(s, b0));
        c01 = f32x4.add(c01, f32x4.mul(s, b1));
        s = v128.load32_splat(a1);
        a1 += cs;
        c10 = f32x4.add(c10, f32x4.mul(s, b0));
        c11 = f32x4.add(c11, f32x4.mul(s, b1));
        s = v128.load32_splat(a2);
        a2 += cs;
        c20 = f32x4.add(c20, f32x4.mul(s, b0));
        c21 = f32x4.add(c21, f32x4.mul(s, b1));
        s = v128.load32_splat(a3);
        a3 += cs;
        c30 = f32x4.add(c30, f32x4.mul(s, b0));
        c31 = f32x4.add(c31, f32x4.mul(s, b1));
      }
      put(out, c00, c01, accumulate);
      out += ldcBytes;
      put(out, c10, c11, accumulate);
      out += ldcBytes;
      put(out, c20, c21, accumulate);
      out += ldcBytes;
      put(out, c30, c31, accumulate);
    }
    for (; i < m; i++) {
      let a0 = a + <usize>i * rs;
      let c00 = f32x4.splat(0),
        c01 = c00;
      let b = panel;
      const end = panel + ((<usize>k) << 5);
      while (b < end) {
        const s = v128.load32_splat(a0);
        a0 += cs;
        c00 = f32x4.add(c00, f32x4.mul(s, v128.load(b)));
        c01 = f32x4.add(c01, f32x4.mul(s, v128.load(b, 16)));
        b += 32;
      }
      put(c + <usize>i * ldcBytes + ((<usize>j) << 2), c00, c01, accumulate);
    }
  }
}

function put(out: usize, low: v128, high: v128, accumulate: bool): void {
  if (accumulate) {
    low = f32x4.add(low, v128.load(out));
    high = f32x4.add(high, v128.load(out, 16));
  }
  v128.store(out, low);
  v128.store(out, high, 16);
}
