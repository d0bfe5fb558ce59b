/*
 * MinHash (Broder 1997) with bands: texts that have most of their five-word sequences in common share a band almost surely, texts that
 * do not almost never. Our own, since the npm packages for it are either unkept (minhash 0.0.9) or bring lodash and a hash function of
 * their own that is called sixty-four times a word (bloom-filters); this is thirty lines.
 */

/** Words in a sequence: long enough that two texts on one subject share few. */
const SEQUENCE_WORDS = 5;
const BANDS = 16;
const ROWS = 4;

// Odd multipliers and offsets for the hash functions, the same in every run: a multiplicative generator's numbers.
const multipliers = new Int32Array(BANDS * ROWS);
const offsets = new Int32Array(BANDS * ROWS);
for (let index = 0, state = 0x2545f491; index < multipliers.length; index++) {
  state = Math.imul(state, 0x5bd1e995) + 0x3c6ef372;
  multipliers[index] = state | 1;
  state = Math.imul(state, 0x5bd1e995) + 0x3c6ef372;
  offsets[index] = state;
}

/** The hashes of a text's five-word sequences, each once; of all its words together where it has fewer. Case and punctuation do not count. */
export function wordSequences(text: string): Set<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const sequences = new Set<number>();
  const last = Math.max(words.length - SEQUENCE_WORDS, 0);
  for (let start = 0; start <= last && words.length > 0; start++) {
    let hash = 0;
    for (const word of words.slice(start, start + SEQUENCE_WORDS)) hash = mixed(Math.imul(hash, 31) + word);
    sequences.add(hash);
  }
  return sequences;
}

/**
 * Sixteen numbers of which two texts share at least one with a chance of 1 - (1 - s^4)^16, where s is the share of sequences they have
 * in common: 0.64 for a half, 0.9998 for four fifths, 0.002 for a tenth. None for a text without words.
 */
export function minHashBands(sequences: ReadonlySet<number>): number[] {
  if (sequences.size === 0) return [];
  const minima = new Int32Array(BANDS * ROWS).fill(0x7fffffff);
  for (const sequence of sequences) {
    for (let index = 0; index < minima.length; index++) {
      const hash = Math.imul(sequence, multipliers[index] as number) + (offsets[index] as number);
      if ((hash | 0) < (minima[index] as number)) minima[index] = hash;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band;
    for (let row = 0; row < ROWS; row++)
      hash = mixed(Math.imul(hash, 31) + (minima[band * ROWS + row] as number));
    return hash;
  });
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mixed(hash);
}

/** Murmur3's finaliser: every bit of the result depends on every bit of the number. */
function mixed(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
