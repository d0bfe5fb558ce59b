/** The longest phrase found at one place. */
export interface PhraseMatch<Value> {
  /** In words. */
  readonly length: number;
  /** Every value added for the phrase, in the order added. */
  readonly values: readonly Value[];
}

/** What may follow a word, made only where something does: most phrases end with their first or second word. */
interface Node<Value> {
  values: Value[] | undefined;
  next: Map<string, Node<Value>> | undefined;
}

/** Phrases as word sequences, looked up by their longest match at a place in a text. */
export class PhraseTrie<Value> {
  readonly #first = new Map<string, Node<Value>>();

  /** @param words one at least */
  add(words: readonly string[], value: Value): void {
    const node = this.#nodeOf(words);
    if (node.values === undefined) node.values = [value];
    else node.values.push(value);
  }

  /**
   * Puts values in the place of those that a phrase has.
   * @param words one at least
   */
  set(words: readonly string[], values: readonly Value[]): void {
    this.#nodeOf(words).values = [...values];
  }

  /** The values of exactly these words. */
  get(words: readonly string[]): readonly Value[] {
    const found = this.longestAt(words, 0, (end) => end === words.length);
    return found?.values ?? [];
  }

  /** Every phrase with its values. */
  *entries(): Generator<readonly [words: readonly string[], values: readonly Value[]]> {
    yield* entriesOf(this.#first, []);
  }

  #nodeOf(words: readonly string[]): Node<Value> {
    let level = this.#first;
    let node: Node<Value> | undefined;
    for (const word of words) {
      if (node !== undefined) {
        node.next ??= new Map();
        level = node.next;
      }
      node = level.get(word);
      if (node === undefined) {
        node = { values: undefined, next: undefined };
        level.set(word, node);
      }
    }
    if (node === undefined) throw new RangeError("a phrase without words");
    return node;
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
    let node = this.#first.get(words[from] as string);
    let found: PhraseMatch<Value> | undefined;
    for (let end = from + 1; node !== undefined; end++) {
      if (node.values !== undefined && accepts(end)) found = { length: end - from, values: node.values };
      node = end < words.length ? node.next?.get(words[end] as string) : undefined;
    }
    return found;
  }
}

function* entriesOf<Value>(
  level: ReadonlyMap<string, Node<Value>>,
  before: readonly string[],
): Generator<readonly [words: readonly string[], values: readonly Value[]]> {
  for (const [word, { values, next }] of level) {
    const words = [...before, word];
    if (values !== undefined) yield [words, values];
    if (next !== undefined) yield* entriesOf(next, words);
  }
}
