import type { ParserInput } from "./dependency-parser.ts";
import { mixHash, textHash } from "./feature-hash.ts";
import { NONE, type ParserState } from "./parser-state.ts";

const ABSENT = 0x5bd1e995;

/** Hashed words and tags of one sentence, read by the feature templates. */
export interface SentenceHashes {
  readonly words: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
}

export function hashSentence(input: ParserInput, start: number, end: number): SentenceHashes {
  const length = end - start;
  const words = new Int32Array(length);
  const upos = new Int32Array(length);
  const xpos = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    words[i] = textHash((input.forms[start + i] as string).toLowerCase());
    upos[i] = mixHash(1, input.upos[start + i] as number);
    xpos[i] = mixHash(2, input.xpos[start + i] as number);
  }
  return { words, upos, xpos };
}

/** Collects the feature rows of one decision; `count` of `rows` are filled. */
export class FeatureRows {
  readonly rows = new Int32Array(128);
  count = 0;
  readonly #mask: number;

  /** @param size rows of the weight table, a power of two */
  constructor(size: number) {
    this.#mask = size - 1;
  }

  clear(): void {
    this.count = 0;
  }

  add(a: number, b = 0, c = 0, d = 0): void {
    const seed = mixHash(this.count + 1, a);
    const hash = mixHash(mixHash(mixHash(seed, b), c), d);
    this.rows[this.count++] = (hash ^ (hash >>> 16)) & this.#mask;
  }
}

const at = (column: Int32Array, token: number): number => (token < 0 ? ABSENT : (column[token] as number));

const bucket = (distance: number): number =>
  distance < 6 ? distance : distance < 10 ? 6 : distance < 18 ? 7 : 8;

/** Features of the next move: words and tags around the stack's top and the buffer's front. */
export function moveFeatures(state: ParserState, hashes: SentenceHashes, out: FeatureRows): void {
  const { words: w, upos: u, xpos: x } = hashes;
  const s0 = state.stackToken(0);
  const s1 = state.stackToken(1);
  const s2 = state.stackToken(2);
  const b0 = state.bufferToken(0);
  const b1 = state.bufferToken(1);
  const b2 = state.bufferToken(2);
  const child = (column: Int32Array, token: number) => (token < 0 ? NONE : (column[token] as number));
  out.clear();
  out.add(0);
  for (const t of [s0, s1, s2, b0, b1, b2]) {
    out.add(at(w, t), at(x, t));
    out.add(at(x, t));
    out.add(at(u, t));
  }
  for (const [p, q] of [
    [s0, b0],
    [s1, s0],
    [s1, b0],
    [b0, b1],
    [s0, b1],
    [s2, s0],
  ] as const) {
    out.add(at(w, p), at(w, q));
    out.add(at(w, p), at(x, q));
    out.add(at(x, p), at(w, q));
    out.add(at(x, p), at(x, q), bucket(Math.abs(q - p)));
  }
  const s0l = child(state.leftmost, s0);
  const s0r = child(state.rightmost, s0);
  const s1l = child(state.leftmost, s1);
  const s1r = child(state.rightmost, s1);
  const b0l = child(state.leftmost, b0);
  for (const [p, q, r] of [
    [s1, s0, b0],
    [s0, b0, b1],
    [s2, s1, s0],
    [b0, b1, b2],
    [s0, s0l, b0],
    [s0, s0r, b0],
    [s0, b0, b0l],
    [s1, s1r, s0],
    [s1, s1l, s0],
    [s1, s0, s0l],
    [s1, s0, s0r],
    [s0, child(state.leftSecond, s0), s0l],
    [s0, child(state.rightSecond, s0), s0r],
    [b0, child(state.leftSecond, b0), b0l],
  ] as const) {
    out.add(at(u, p), at(u, q), at(u, r));
    out.add(at(x, p), at(x, q), at(x, r));
  }
  for (const t of [s0l, s0r, s1l, s1r, b0l]) out.add(at(w, t), at(x, t));
  const s0Counts = s0 < 0 ? 99 : (state.leftCount[s0] as number) * 16 + (state.rightCount[s0] as number);
  const b0Count = b0 < 0 ? 99 : (state.leftCount[b0] as number);
  out.add(at(w, s0), s0Counts);
  out.add(at(x, s0), s0Counts, at(x, b0));
  out.add(at(w, b0), b0Count);
  out.add(at(x, b0), b0Count, at(x, s0));
  out.add(at(x, s1), s1 < 0 ? 99 : (state.rightCount[s1] as number), at(x, s0));
}

/** Features of an arc's relation, read once the tree is built. */
export function relationFeatures(
  token: number,
  state: ParserState,
  hashes: SentenceHashes,
  out: FeatureRows,
): void {
  const { words: w, upos: u, xpos: x } = hashes;
  const head = state.head[token] as number;
  const side = head < 0 ? 2 : token < head ? 1 : 0;
  const left = state.leftmost[token] as number;
  const right = state.rightmost[token] as number;
  const headLeft = head < 0 ? NONE : (state.leftmost[head] as number);
  const headRight = head < 0 ? NONE : (state.rightmost[head] as number);
  const grand = head < 0 ? NONE : (state.head[head] as number);
  const distance = bucket(Math.abs(token - head));
  out.clear();
  out.add(side);
  out.add(at(w, token), at(x, token), side);
  out.add(at(x, token), side);
  out.add(at(w, head), side);
  out.add(at(x, head), at(x, token), side);
  out.add(at(x, head), at(x, token), side, distance);
  out.add(at(w, head), at(x, token), side);
  out.add(at(x, head), at(w, token), side);
  out.add(at(w, head), at(w, token), side);
  out.add(at(x, token), at(w, left), at(x, head), side);
  out.add(at(x, token), at(x, left), at(x, head), side);
  out.add(at(x, token), at(x, right), at(x, head), side);
  out.add(at(x, token), at(w, right), side);
  out.add(at(x, token), at(x, token - 1 < 0 ? NONE : token - 1), side);
  out.add(at(x, token), at(w, token + 1 < state.length ? token + 1 : NONE), side);
  out.add(at(u, head), at(u, token), at(w, headLeft), side);
  out.add(at(u, head), at(u, token), at(w, headRight), side);
  out.add(at(u, head), at(u, token), token === headLeft ? 1 : token === headRight ? 2 : 3, side);
  out.add(at(x, head), at(x, token), at(x, grand), side);
  out.add(at(w, left), at(w, head), side);
  out.add(at(x, left), at(w, token), side);
}
