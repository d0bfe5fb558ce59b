// The simple recurrent unit (Lei et al. 2018): all matrix products are done beforehand, only products value by value run along the sentence.
//   forget f = sigmoid(uf + vf c' + bf), state c = f c' + (1 - f) u, reset r = sigmoid(ur + vr c' + br), output h = r c + (1 - r) x a

import { sigmoid } from "./elementwise";

/**
 * Runs one direction over one sentence. `u` holds rows of [u, uf, ur], each `size` floats; the gates replace uf and ur there.
 * `bias` holds [vf, vr, bf, br]. States are kept at `c`, one row of `size` floats a token.
 */
export function recur(
  u: usize,
  uStride: i32,
  x: usize,
  xStride: i32,
  h: usize,
  hStride: i32,
  c: usize,
  bias: usize,
  zeros: usize,
  length: i32,
  size: i32,
  backwards: bool,
  alpha: f32,
): void {
  const bytes = (<usize>size) << 2;
  const a = f32x4.splat(alpha);
  let previous = zeros;
  for (let step = 0; step < length; step++) {
    const t = backwards ? length - 1 - step : step;
    const ut = u + ((<usize>(t * uStride)) << 2);
    const xt = x + ((<usize>(t * xStride)) << 2);
    const ht = h + ((<usize>(t * hStride)) << 2);
    const ct = c + <usize>t * bytes;
    for (let j: usize = 0; j < bytes; j += 16) {
      const before = v128.load(previous + j);
      const f = sigmoid(
        f32x4.add(
          f32x4.add(v128.load(ut + bytes + j), v128.load(bias + 2 * bytes + j)),
          f32x4.mul(v128.load(bias + j), before),
        ),
      );
      const r = sigmoid(
        f32x4.add(
          f32x4.add(v128.load(ut + 2 * bytes + j), v128.load(bias + 3 * bytes + j)),
          f32x4.mul(v128.load(bias + bytes + j), before),
        ),
      );
      const input = v128.load(ut + j);
      const state = f32x4.add(input, f32x4.mul(f, f32x4.sub(before, input)));
      const skip = f32x4.mul(v128.load(xt + j), a);
      v128.store(ut + bytes + j, f);
      v128.store(ut + 2 * bytes + j, r);
      v128.store(ct + j, state);
      v128.store(ht + j, f32x4.add(skip, f32x4.mul(r, f32x4.sub(state, skip))));
    }
    previous = ct;
  }
}

/** The gradients of `recur`: `du` is set, `dx` and `dBias` are added to. `dc` is a row of `size` floats to work in. */
export function recurBack(
  u: usize,
  uStride: i32,
  x: usize,
  xStride: i32,
  dh: usize,
  dhStride: i32,
  c: usize,
  bias: usize,
  zeros: usize,
  du: usize,
  dx: usize,
  dBias: usize,
  dc: usize,
  length: i32,
  size: i32,
  backwards: bool,
  alpha: f32,
): void {
  const bytes = (<usize>size) << 2;
  const one = f32x4.splat(1);
  const a = f32x4.splat(alpha);
  memory.fill(dc, 0, bytes);
  for (let step = length - 1; step >= 0; step--) {
    const t = backwards ? length - 1 - step : step;
    const ut = u + ((<usize>(t * uStride)) << 2);
    const dut = du + ((<usize>(t * uStride)) << 2);
    const xt = x + ((<usize>(t * xStride)) << 2);
    const dxt = dx + ((<usize>(t * xStride)) << 2);
    const dht = dh + ((<usize>(t * dhStride)) << 2);
    const ct = c + <usize>t * bytes;
    const previous = step === 0 ? zeros : backwards ? ct + bytes : ct - bytes;
    for (let j: usize = 0; j < bytes; j += 16) {
      const before = v128.load(previous + j);
      const state = v128.load(ct + j);
      const input = v128.load(ut + j);
      const f = v128.load(ut + bytes + j);
      const r = v128.load(ut + 2 * bytes + j);
      const skip = f32x4.mul(v128.load(xt + j), a);
      const g = v128.load(dht + j);
      const gr = f32x4.mul(g, r);
      v128.store(dxt + j, f32x4.add(v128.load(dxt + j), f32x4.mul(a, f32x4.sub(g, gr))));
      const dState = f32x4.add(v128.load(dc + j), gr);
      const dr = f32x4.mul(f32x4.mul(f32x4.mul(g, f32x4.sub(state, skip)), r), f32x4.sub(one, r));
      const dStateF = f32x4.mul(dState, f);
      v128.store(dut + j, f32x4.sub(dState, dStateF));
      const df = f32x4.mul(f32x4.mul(dStateF, f32x4.sub(one, f)), f32x4.sub(before, input));
      v128.store(dut + bytes + j, df);
      v128.store(dut + 2 * bytes + j, dr);
      v128.store(
        dc + j,
        f32x4.add(
          dStateF,
          f32x4.add(f32x4.mul(df, v128.load(bias + j)), f32x4.mul(dr, v128.load(bias + bytes + j))),
        ),
      );
      v128.store(dBias + j, f32x4.add(v128.load(dBias + j), f32x4.mul(df, before)));
      v128.store(dBias + bytes + j, f32x4.add(v128.load(dBias + bytes + j), f32x4.mul(dr, before)));
      v128.store(dBias + 2 * bytes + j, f32x4.add(v128.load(dBias + 2 * bytes + j), df));
      v128.store(dBias + 3 * bytes + j, f32x4.add(v128.load(dBias + 3 * bytes + j), dr));
    }
  }
}
