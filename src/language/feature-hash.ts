/** FNV-1a over the UTF-16 units `[start, end)` of a text. Feature values are 32-bit integers throughout the language core. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** One feature value made of two, order kept. */
export function pair(a: number, b: number): number {
  const mixed = Math.imul(a, 0x85ebca6b) ^ Math.imul(b ^ 0x27d4eb2f, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

/** The features of one decision, as 32-bit hashes; reused from decision to decision. */
export class FeatureBuffer {
  readonly values: Int32Array;
  count = 0;

  /** @param capacity the most features one decision has */
  constructor(capacity: number) {
    this.values = new Int32Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds a feature: which question (`template`, a small number of its own) and what the answer was. */
  add(template: number, value: number): void {
    let mixed = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
    mixed ^= mixed >>> 13;
    this.values[this.count++] = Math.imul(mixed, 0xc2b2ae35);
  }
}
