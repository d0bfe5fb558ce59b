/** The longest phrase found at one place. */
export interface PhraseMatch<Value> {
  /** In words. */
  readonly length: number;
  /** Every value added for the phrase, in the order added. */
  readonly values: readonly Value[];
}

/** Parts the words of a key; no word holds it. */
const SEPARATOR = "\u0000";

/** Phrases as word sequences, looked up by their longest match at a place in a text. */
export class PhraseTrie<Value> {
  /** Every phrase, and every beginning of one, with its values: a flat map is quicker to build than a tree of them. */
  readonly #byPrefix = new Map<string, Value[]>();
  readonly #none: Value[] = [];

  add(words: readonly string[], value: Value): void {
    let key = "";
    for (const [index, word] of words.entries()) {
      key = index === 0 ? word : key + SEPARATOR + word;
      if (index < words.length - 1 && !this.#byPrefix.has(key)) this.#byPrefix.set(key, this.#none);
    }
    const values = this.#byPrefix.get(key);
    if (values === undefined || values === this.#none) this.#byPrefix.set(key, [value]);
    else values.push(value);
  }

  /**
   * The longest phrase that begins at `from`.
   * @param accepts says whether a phrase may end before the word of that index, e.g. because a token ends there
   */
  longestAt(
    words: readonly string[],
    from: number,
    accepts: (end: number) => boolean,
  ): PhraseMatch<Value> | undefined {
    let key = words[from] as string;
    let values = this.#byPrefix.get(key);
    let found: PhraseMatch<Value> | undefined;
    for (let end = from + 1; values !== undefined; end++) {
      if (values.length > 0 && accepts(end)) found = { length: end - from, values };
      if (end >= words.length) break;
      key += SEPARATOR + words[end];
      values = this.#byPrefix.get(key);
    }
    return found;
  }
}
