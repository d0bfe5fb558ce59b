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
  readonly #entries: Map<number, number>;

  /** @param entries by hash of a phrase or of the beginning of one: a bit for each class, and one where longer phrases go on */
  constructor(entries: Map<number, number>) {
    this.#entries = entries;
  }

  static read(keys: Uint32Array, classes: Uint16Array): PhraseList {
    const entries = new Map<number, number>();
    for (let i = 0; i < keys.length; i++) entries.set(keys[i] as number, classes[i] as number);
    return new PhraseList(entries);
  }

  /** As `read` takes them. */
  written(): { keys: Uint32Array; classes: Uint16Array } {
    const sorted = [...this.#entries].sort(([a], [b]) => a - b);
    return {
      keys: Uint32Array.from(sorted, ([key]) => key),
      classes: Uint16Array.from(sorted, ([, classes]) => classes),
    };
  }

  /**
   * What each token of `[start, end)` is known as: rows `class * 4 + place` (first, inside, last word of a phrase, or all of it), each once.
   * Of phrases that begin at one token the longest counts; phrases may overlap.
   */
  features(words: readonly string[], start: number, end: number): number[][] {
    const rows: number[][] = Array.from({ length: end - start }, () => []);
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
    const entry = this.#entries.get(hash >>> 0) ?? 0;
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
      const entry = this.#entries.get(hash >>> 0);
      if (entry === undefined) break;
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
    return new PhraseList(this.#entries);
  }
}
