import { ROOT } from "../parsed-document.ts";

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** No token at this place of a state. */
export const NONE = -2;

/**
 * The state of an arc-hybrid parse of one sentence: a stack, a buffer that is the rest of the sentence, and the arcs so far.
 * The root symbol stands after the last token, so the one token left on the stack at the end is the sentence's root.
 */
export class ParserState {
  readonly stack: Int32Array;
  readonly head: Int32Array;
  readonly leftmost: Int32Array;
  readonly leftSecond: Int32Array;
  readonly rightmost: Int32Array;
  readonly rightSecond: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
  readonly length: number;
  stackSize = 0;
  next = 0;

  constructor(length: number) {
    this.length = length;
    this.stack = new Int32Array(length);
    this.head = new Int32Array(length).fill(NONE);
    this.leftmost = new Int32Array(length).fill(NONE);
    this.leftSecond = new Int32Array(length).fill(NONE);
    this.rightmost = new Int32Array(length).fill(NONE);
    this.rightSecond = new Int32Array(length).fill(NONE);
    this.leftCount = new Uint8Array(length);
    this.rightCount = new Uint8Array(length);
  }

  /** Token `depth` places below the stack's top, `NONE` beyond its bottom. */
  stackToken(depth: number): number {
    return depth < this.stackSize ? (this.stack[this.stackSize - 1 - depth] as number) : NONE;
  }

  bufferToken(offset: number): number {
    return this.next + offset < this.length ? this.next + offset : NONE;
  }

  isFinal(): boolean {
    return this.next === this.length && this.stackSize <= 1;
  }

  isPossible(move: number): boolean {
    if (move === SHIFT) return this.next < this.length;
    if (move === LEFT) return this.stackSize > 0 && this.next < this.length;
    return this.stackSize > 1;
  }

  apply(move: number): void {
    if (move === SHIFT) {
      this.stack[this.stackSize++] = this.next++;
      return;
    }
    const dependent = this.stackToken(0);
    this.attach(dependent, move === LEFT ? this.next : this.stackToken(1));
    this.stackSize--;
  }

  /** Makes the last token of the stack the root. */
  finish(): void {
    this.head[this.stackToken(0)] = ROOT;
  }

  /** Takes a whole tree (heads within the sentence) in place of moves; dependents are attached nearest first. */
  setTree(heads: Int32Array): void {
    for (let i = this.length - 1; i >= 0; i--)
      if ((heads[i] as number) > i) this.attach(i, heads[i] as number);
    for (let i = 0; i < this.length; i++) {
      const head = heads[i] as number;
      if (head === ROOT) this.head[i] = ROOT;
      else if (head < i) this.attach(i, head);
    }
  }

  private attach(dependent: number, head: number): void {
    this.head[dependent] = head;
    if (dependent < head) {
      this.leftSecond[head] = this.leftmost[head] as number;
      this.leftmost[head] = dependent;
      this.leftCount[head] = (this.leftCount[head] as number) + 1;
    } else {
      this.rightSecond[head] = this.rightmost[head] as number;
      this.rightmost[head] = dependent;
      this.rightCount[head] = (this.rightCount[head] as number) + 1;
    }
  }
}
