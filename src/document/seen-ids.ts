import { createHash } from "node:crypto";

const FIRST_SLOTS = 1024;
const EMPTY = 0n;

/**
 * The ids met so far, kept as 64-bit fingerprints: 16 to 32 bytes a document, so that a run of millions stays
 * small. Two different ids are taken for one with a chance of some 3 in a million over ten million documents.
 */
export class SeenIds {
  #slots = new BigUint64Array(FIRST_SLOTS);
  #count = 0;

  /** Notes an id; whether it was new. */
  add(id: string): boolean {
    if (this.#count * 2 >= this.#slots.length) this.#grow();
    const isNew = place(this.#slots, fingerprint(id));
    if (isNew) this.#count++;
    return isNew;
  }

  #grow(): void {
    const grown = new BigUint64Array(this.#slots.length * 2);
    for (const value of this.#slots) if (value !== EMPTY) place(grown, value);
    this.#slots = grown;
  }
}

function fingerprint(id: string): bigint {
  const value = createHash("sha1").update(id).digest().readBigUInt64LE();
  return value === EMPTY ? 1n : value;
}

/** Open addressing: the slot the value's low bits name, or the next free one. Whether the value was new. */
function place(slots: BigUint64Array, value: bigint): boolean {
  const mask = slots.length - 1; // the length is a power of two
  let slot = Number(value & BigInt(mask));
  for (; slots[slot] !== EMPTY; slot = (slot + 1) & mask) if (slots[slot] === value) return false;
  slots[slot] = value;
  return true;
}
