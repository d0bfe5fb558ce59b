import { mixHash, textHash } from "../parser/feature-hash.ts";

/** What a phrase is known as; a phrase may be several. */
export const PHRASE_CLASSES = [
  "country",
  "nationality",
  "place",
  "organisation",
  "group",
  "person",
  "forename",
  "surname",
  "role",
  "title word",
  "other",
  "town",
] as const;

export type PhraseClass = (typeof PHRASE_CLASSES)[number];

/** Bit of an entry that longer phrases begin with these words. */
const GOES_ON = 1 << 15;
const LONGEST_PHRASE = 6;

/** Where a token stands in a phrase. */
const PLACES = 4;
/** Rows that `phraseFeatures` may name. */
export const PHRASE_ROWS = PHRASE_CLASSES.length * PLACES;

/**
 * Names and roles known beforehand, by hashes of their words. Words count with their capitals; hyphens part words, full stops in
 * abbreviations do not count.
 */
export class PhraseList {
  /** A hash table with open addresses, at least half of it empty (classes 0): every word of a text is looked up in it. */
  readonly #keys: Uint32Array;
  readonly #classes: Uint16Array;

  /**
   * @param keys hashes of phrases and of the beginnings of phrases
   * @param classes for each of them a bit for each class, and one where longer phrases go on
   */
  constructor(keys: Uint32Array, classes: Uint16Array) {
    const size = 2 ** Math.ceil(Math.log2(2 * keys.length + 1));
    this.#keys = new Uint32Array(size);
    this.#classes = new Uint16Array(size);
    for (const [i, key] of keys.entries()) {
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#classes[slot] = classes[i] as number;
    }
  }

  /** As the constructor takes them, sorted. */
  written(): { keys: Uint32Array; classes: Uint16Array } {
    const keys = this.#keys.filter((_, slot) => this.#classes[slot] !== 0).sort();
    return { keys, classes: Uint16Array.from(keys, (key) => this.#classesOf(key)) };
  }

  /** Where a key stands, or would stand. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (this.#classes[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** 0 where nothing is known by this key. */
  #classesOf(key: number): number {
    return this.#classes[this.#slotOf(key)] as number;
  }

  /**
   * What each token of `[start, end)` is known as: rows `class * 4 + place` (first, inside, last word of a phrase, or all of it), each once.
   * Of phrases that begin at one token the longest counts; phrases may overlap.
   */
  features(words: readonly string[], start: number, end: number): number[][] {
    const rows: number[][] = [];
    for (let token = start; token < end; token++) rows.push([]);
    for (let from = start; from < end; from++) {
      const match = this.#longestAt(words, from, end);
      if (match === undefined) continue;
      for (let bit = 0; bit < PHRASE_CLASSES.length; bit++) {
        if ((match.classes & (1 << bit)) === 0) continue;
        for (let token = from; token < match.end; token++) {
          const place = match.end - from === 1 ? 3 : token === from ? 0 : token === match.end - 1 ? 2 : 1;
          const row = bit * PLACES + place;
          const known = rows[token - start] as number[];
          if (!known.includes(row)) known.push(row);
        }
      }
    }
    return rows;
  }

  /** Whether words, all of them as `phraseWord` makes them, are a phrase of one of the classes. */
  isKnown(words: readonly string[], classes: readonly PhraseClass[]): boolean {
    let hash = 0;
    for (const word of words) if (word !== "") hash = mixHash(hash, textHash(word));
    const entry = this.#classesOf(hash >>> 0);
    return classes.some((phraseClass) => (entry & (1 << PHRASE_CLASSES.indexOf(phraseClass))) !== 0);
  }

  #longestAt(
    words: readonly string[],
    from: number,
    end: number,
  ): { end: number; classes: number } | undefined {
    let hash = 0;
    let longest: { end: number; classes: number } | undefined;
    const last = Math.min(end, from + 2 * LONGEST_PHRASE);
    for (let token = from; token < last; token++) {
      const word = words[token] as string;
      if (word === "") {
        if (token === from) return undefined;
        continue;
      }
      hash = mixHash(hash, textHash(word));
      const entry = this.#classesOf(hash >>> 0);
      if ((entry & ~GOES_ON) !== 0) longest = { end: token + 1, classes: entry & ~GOES_ON };
      if ((entry & GOES_ON) === 0) break;
    }
    return longest;
  }
}

/** A token as phrases are looked up by; empty for one that only parts words. */
export function phraseWord(form: string): string {
  if (form.length === 1 && /[-‐‑–]/.test(form)) return "";
  const plain = form.includes("’") ? form.replaceAll("’", "'") : form;
  if (plain.length > 2 && plain.includes(".")) return plain.replaceAll(".", "");
  // Headlines and shouted names: "PARIS".
  return plain.length > 4 && plain === plain.toUpperCase() ? plain[0] + plain.slice(1).toLowerCase() : plain;
}

/** Collects phrases for a list. */
export class PhraseListMaker {
  readonly #entries = new Map<number, number>();

  add(phrase: string, phraseClass: PhraseClass): void {
    const words = phrase
      .replace(/('s|’s)(?= |$)/g, " 's")
      .replace(/([,()&])/g, " $1 ")
      .split(/[\s‐‑–-]+/)
      .map(phraseWord)
      .filter((word) => word !== "");
    if (words.length === 0 || words.length > LONGEST_PHRASE) return;
    let hash = 0;
    for (const [index, word] of words.entries()) {
      hash = mixHash(hash, textHash(word));
      const isLast = index === words.length - 1;
      const bit = isLast ? 1 << PHRASE_CLASSES.indexOf(phraseClass) : GOES_ON;
      this.#entries.set(hash >>> 0, (this.#entries.get(hash >>> 0) ?? 0) | bit);
    }
  }

  make(): PhraseList {
    return new PhraseList(Uint32Array.from(this.#entries.keys()), Uint16Array.from(this.#entries.values()));
  }
}
