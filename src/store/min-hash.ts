/*
 * MinHash (Broder 1997) with bands: texts that have most of their five-word sequences in common share a band almost surely, texts that
 * do not almost never. Our own, since the npm packages for it are either unkept (minhash 0.0.9) or bring lodash and a hash function of
 * their own that is called sixty-four times a word (bloom-filters); this is fifty lines.
 */

/** Words in a sequence: long enough that two texts on one subject share few. */
const SEQUENCE_WORDS = 5;
const BANDS = 16;
const ROWS = 4;
/** What every hash is less than, or equal to. */
const MOST = 0x7fffffff;

// Odd multipliers and offsets for the hash functions, the same in every run: a multiplicative generator's numbers.
const multipliers = new Int32Array(BANDS * ROWS);
const offsets = new Int32Array(BANDS * ROWS);
for (let index = 0, state = 0x2545f491; index < multipliers.length; index++) {
  state = (Math.imul(state, 0x5bd1e995) + 0x3c6ef372) | 0;
  multipliers[index] = state | 1;
  state = (Math.imul(state, 0x5bd1e995) + 0x3c6ef372) | 0;
  offsets[index] = state;
}

/** The hashes of a text's five-word sequences, each once, ascending, as texts are compared by them. */
export function wordSequences(text: string): Int32Array {
  const sequences = sequencesInOrder(text).sort();
  return sequences.filter((hash, index) => index === 0 || hash !== sequences[index - 1]);
}

/** The hashes of a text's five-word sequences; of all its words together where it has fewer. Case and punctuation do not count. */
function sequencesInOrder(text: string): Int32Array {
  const words = wordHashes(text.toLowerCase());
  if (words.length === 0) return new Int32Array(0);
  const count = Math.max(words.length - SEQUENCE_WORDS, 0) + 1;
  const sequences = new Int32Array(count);
  for (let start = 0; start < count; start++) {
    const end = Math.min(start + SEQUENCE_WORDS, words.length);
    let hash = 0;
    for (let index = start; index < end; index++)
      hash = mixed(Math.imul(hash, 31) + (words[index] as number));
    sequences[start] = hash;
  }
  return sequences;
}

/** How many sequences two texts have in common. */
export function commonSequences(left: Int32Array, right: Int32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const difference = (left[i] as number) - (right[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common;
}

/**
 * Sixteen numbers of which two texts share at least one with a chance of 1 - (1 - s^4)^16, where s is the share of sequences they have
 * in common: 0.64 for a half, 0.9998 for four fifths, 0.002 for a tenth. None for a text without words.
 */
export function minHashBands(text: string): number[] {
  const sequences = sequencesInOrder(text); // neither order nor repetition changes what is least
  if (sequences.length === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => bandHash(sequences, band));
}

/** The least values of a band's four hash functions, hashed together; one pass for the four takes half as long as four. */
function bandHash(sequences: Int32Array, band: number): number {
  const first = band * ROWS;
  const [a = 0, b = 0, c = 0, d = 0] = multipliers.subarray(first, first + ROWS);
  const [e = 0, f = 0, g = 0, h = 0] = offsets.subarray(first, first + ROWS);
  let [least0, least1, least2, least3] = [MOST, MOST, MOST, MOST];
  for (let place = 0; place < sequences.length; place++) {
    const sequence = sequences[place] as number;
    const hash0 = (Math.imul(sequence, a) + e) | 0;
    const hash1 = (Math.imul(sequence, b) + f) | 0;
    const hash2 = (Math.imul(sequence, c) + g) | 0;
    const hash3 = (Math.imul(sequence, d) + h) | 0;
    if (hash0 < least0) least0 = hash0;
    if (hash1 < least1) least1 = hash1;
    if (hash2 < least2) least2 = hash2;
    if (hash3 < least3) least3 = hash3;
  }
  return [least0, least1, least2, least3].reduce((hash, least) => mixed(Math.imul(hash, 31) + least), band);
}

/** A hash of each word, FNV-1a over its UTF-16 units; words are runs of letters and figures. */
function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = 0x811c9dc5;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isWordUnit(unit)) {
      hash = Math.imul(hash ^ unit, 0x01000193);
      isInWord = true;
    } else if (isInWord) {
      hashes.push(mixed(hash));
      hash = 0x811c9dc5;
      isInWord = false;
    }
  }
  if (isInWord) hashes.push(mixed(hash));
  return hashes;
}

const letterOrFigure = /[\p{L}\p{N}]/u;

/** Whether a unit is of a word, in a text in small letters. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return letterOrFigure.test(String.fromCharCode(unit));
}

/** Murmur3's finaliser: every bit of the result depends on every bit of the number. */
function mixed(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
