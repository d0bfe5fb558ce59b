interface TrieNode<Value> {
  readonly next: Map<string, TrieNode<Value>>;
  readonly values: Value[];
}

/** The longest phrase found at one place. */
export interface PhraseMatch<Value> {
  /** In words. */
  readonly length: number;
  /** Every value added for the phrase, in the order added. */
  readonly values: readonly Value[];
}

/** Phrases as word sequences, looked up by their longest match at a place in a text. */
export class PhraseTrie<Value> {
  readonly #root: TrieNode<Value> = { next: new Map(), values: [] };

  add(words: readonly string[], value: Value): void {
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), values: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    node.values.push(value);
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
    let node = this.#root.next.get(words[from] as string);
    let found: PhraseMatch<Value> | undefined;
    for (let end = from + 1; node !== undefined; end++) {
      if (node.values.length > 0 && accepts(end)) found = { length: end - from, values: node.values };
      node = end < words.length ? node.next.get(words[end] as string) : undefined;
    }
    return found;
  }
}
