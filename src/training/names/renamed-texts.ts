import type { NamedText, NameSpan } from "../../language/names/names.ts";
import type { SeededRandom } from "../random.ts";

/** Names to put in the place of others. */
export interface NamePools {
  readonly forenames: readonly string[];
  readonly surnames: readonly string[];
  readonly towns: readonly string[];
  readonly bodies: readonly string[];
}

/** Shares that are changed: of documents, of each kind's names in them, of new words by a letter, of lines in small letters and in capitals. */
const DOCUMENTS = 0.9;
const PERSONS = 0.7;
const TOWNS = 0.5;
const BODIES = 0.5;
const MISSPELT = 0.25;
const SMALL_LINES = 0.12;
const CAPITAL_LINES = 0.024;

/**
 * Texts with other names in the place of theirs, the same ones throughout a document, and some lines in small letters or in capitals: names
 * are met that neither the parser nor the word vectors have seen in their places, as in any new text.
 */
export function renamedTexts(
  texts: readonly NamedText[],
  pools: NamePools,
  random: SeededRandom,
): NamedText[] {
  const renaming = new Renaming(pools, random);
  return texts.map((text) => recased(renaming.renamed(text), random));
}

/** The bodies that texts name, as a pool: those that begin with a capital. */
export function bodiesNamedIn(texts: readonly NamedText[]): string[] {
  const bodies = texts.flatMap(({ text, names }) =>
    names.filter(({ kind }) => kind === "ORG").map(({ span }) => text.slice(...span)),
  );
  return [...new Set(bodies)].filter((body) => /^\p{Lu}/u.test(body) && !body.includes("\n"));
}

const PARTICLE = /^(de|la|von|van|al|bin|der|del|ibn|Jr|Sr|II|III|IV)$/i;
const isAcronym = (name: string) => /^[A-Z]{2,5}$/.test(name);

class Renaming {
  readonly #pools: NamePools;
  readonly #forenames: ReadonlySet<string>;
  readonly #surnames: ReadonlySet<string>;
  readonly #towns: ReadonlySet<string>;
  readonly #longBodies: readonly string[];
  readonly #random: SeededRandom;

  constructor(pools: NamePools, random: SeededRandom) {
    this.#pools = pools;
    this.#forenames = new Set(pools.forenames);
    this.#surnames = new Set(pools.surnames);
    this.#towns = new Set(pools.towns);
    this.#longBodies = pools.bodies.filter((body) => !isAcronym(body));
    this.#random = random;
  }

  renamed({ id, text, names }: NamedText): NamedText {
    if (!this.#happens(DOCUMENTS)) return { id, text, names };
    const known = new Map<string, string>();
    const changed: NameSpan[] = [];
    let written = "";
    let from = 0;
    for (const { span, kind } of [...names].sort((a, b) => a.span[0] - b.span[0])) {
      if (span[0] < from) continue;
      written += text.slice(from, span[0]);
      const old = text.slice(...span);
      const key = `${kind} ${old}`;
      const name = known.get(key) ?? this.#another(old, kind, known);
      known.set(key, name);
      changed.push({ span: [written.length, written.length + name.length], kind });
      written += name;
      from = span[1];
    }
    return { id, text: written + text.slice(from), names: changed };
  }

  #another(old: string, kind: NameSpan["kind"], known: Map<string, string>): string {
    switch (kind) {
      case "PER":
        return this.#happens(PERSONS) ? this.#person(old, known) : old;
      case "LOC":
        return this.#towns.has(old) && this.#happens(TOWNS)
          ? this.#misspelt(this.#oneOf(this.#pools.towns))
          : old;
      case "ORG":
        return /^\p{Lu}/u.test(old) && this.#happens(BODIES) ? this.#body(old) : old;
    }
  }

  /** Word by word, so that "Brandt" stays part of "Lena Brandt". */
  #person(old: string, known: Map<string, string>): string {
    const words = old.split(" ");
    return words
      .map((word, i) => {
        if (!/^\p{L}[\p{L}'’-]+$/u.test(word) || PARTICLE.test(word)) return word;
        const isForename =
          words.length > 1
            ? i < words.length - 1
            : this.#forenames.has(word) && (!this.#surnames.has(word) || this.#happens(0.5));
        const key = `word ${word.toLowerCase()}`;
        const pool = isForename ? this.#pools.forenames : this.#pools.surnames;
        const other = known.get(key) ?? this.#misspelt(this.#oneOf(pool));
        known.set(key, other);
        return inCaseOf(word, other);
      })
      .join(" ");
  }

  #body(old: string): string {
    if (!isAcronym(old)) return this.#oneOf(this.#longBodies);
    return Array.from(old, () => this.#oneOf([..."ABCDEFGHIJKLMNOPRSTUVW"])).join("");
  }

  #misspelt(word: string): string {
    if (word.length < 5 || !this.#happens(MISSPELT)) return word;
    const at = 1 + this.#random.below(word.length - 2);
    return word.slice(0, at) + this.#oneOf([..."aeiouklmnrst"]) + word.slice(at + 1);
  }

  #happens(share: number): boolean {
    return this.#random.next() < share;
  }

  #oneOf<T>(list: readonly T[]): T {
    return list[this.#random.below(list.length)] as T;
  }
}

function inCaseOf(old: string, word: string): string {
  if (old === old.toLowerCase()) return word.toLowerCase();
  return old.length > 3 && old === old.toUpperCase() ? word.toUpperCase() : word;
}

/** Names that in small letters are other words: "US", "IT". */
const OTHER_WORD = /(^|\P{L})(US|IT|WHO|AM|IN|OR|ME)(?!\p{L})/u;

function recased({ id, text, names }: NamedText, random: SeededRandom): NamedText {
  const lines = text.split("\n").map((line) => {
    const draw = random.next();
    const changed =
      draw < SMALL_LINES && !OTHER_WORD.test(line)
        ? line.toLowerCase()
        : draw < SMALL_LINES + CAPITAL_LINES
          ? line.toUpperCase()
          : line;
    return changed.length === line.length ? changed : line;
  });
  return { id, text: lines.join("\n"), names };
}
