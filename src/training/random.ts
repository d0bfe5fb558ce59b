/** A seeded stream of numbers in `[0, 1)` (mulberry32): the same seed gives the same model. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers from 0 to `count - 1` in random order. */
export function shuffledIndexes(count: number, random: () => number): Int32Array {
  const indexes = Int32Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swapped = indexes[i] as number;
    indexes[i] = indexes[j] as number;
    indexes[j] = swapped;
  }
  return indexes;
}
