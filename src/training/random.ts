/** A stream of numbers in `[0, 1)` fixed by its seed (mulberry32); `state` can be saved and set to go on later. */
export class SeededRandom {
  state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer in `[0, limit)`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** Puts the items in a random order. */
  shuffle<T>(items: T[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [items[i], items[j]] = [items[j] as T, items[i] as T];
    }
  }

  /** The numbers from 0 to `count - 1` in a random order. */
  order(count: number): number[] {
    const order = Array.from({ length: count }, (_, index) => index);
    this.shuffle(order);
    return order;
  }
}
