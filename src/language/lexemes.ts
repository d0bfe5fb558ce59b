import type { Abbreviations } from "./abbreviations.ts";
import { CharacterKind, characterKind } from "./characters.ts";
import { hashText, pair } from "./feature-hash.ts";

/** What the form of a word says by itself, computed once for each form. */
export interface Lexeme {
  readonly form: string;
  readonly lowerForm: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  readonly formHash: number;
  readonly lowerHash: number;
  /** Kinds of characters with runs of more than two cut short: "Xx-dd" for "Wx-11". */
  readonly shapeHash: number;
  /** Hashes of the last one to five units of `lower`. */
  readonly suffixes: Int32Array;
  /** Hashes of the first one to three units of `lower`. */
  readonly prefixes: Int32Array;
  /** Bits: 1 opens with a capital, 2 all capitals, 4 has a digit, 8 has a hyphen or dash inside, 16 has no letter or digit, 32 is one unit long, 64 ends in a full stop. */
  readonly traits: number;
  /** Kind of abbreviation, 0 for none. */
  readonly abbreviation: number;
}

const CACHE_LIMIT = 100_000;

/** Lexemes by form; forgets all at 100,000 forms, so that a long run stays within its memory. */
export class Lexemes {
  readonly #byForm = new Map<string, Lexeme>();
  readonly #abbreviations: Abbreviations;

  constructor(abbreviations: Abbreviations) {
    this.#abbreviations = abbreviations;
  }

  /** Those of a text's tokens. */
  of(text: string, { start, end }: { readonly start: Uint32Array; readonly end: Uint32Array }): Lexeme[] {
    const words: Lexeme[] = new Array(start.length);
    for (let i = 0; i < start.length; i++) words[i] = this.get(text.slice(start[i], end[i]));
    return words;
  }

  get(form: string): Lexeme {
    let lexeme = this.#byForm.get(form);
    if (lexeme === undefined) {
      lexeme = lexemeOf(form, this.#abbreviations);
      if (this.#byForm.size >= CACHE_LIMIT) this.#byForm.clear();
      this.#byForm.set(form, lexeme);
    }
    return lexeme;
  }
}

function lexemeOf(form: string, abbreviations: Abbreviations): Lexeme {
  const straight = form.replaceAll("’", "'");
  const lower = straight.toLowerCase();
  return {
    form,
    lowerForm: straight === form ? lower : form.toLowerCase(),
    lower,
    formHash: hashText(straight),
    lowerHash: hashText(lower),
    shapeHash: shapeHash(form),
    suffixes: Int32Array.from({ length: 5 }, (_, i) => hashText(lower, Math.max(0, lower.length - i - 1))),
    prefixes: Int32Array.from({ length: 3 }, (_, i) => hashText(lower, 0, Math.min(i + 1, lower.length))),
    traits: traitsOf(form),
    abbreviation: abbreviations.get(lower) ?? 0,
  };
}

function shapeHash(form: string): number {
  let hash = 1;
  let previous = -1;
  let run = 0;
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    const kind = characterKind(unit);
    // Punctuation stands for itself in a shape.
    const symbol = kind === CharacterKind.other ? unit + 16 : kind;
    run = symbol === previous ? run + 1 : 1;
    previous = symbol;
    if (run <= 2) hash = pair(hash, symbol);
  }
  return hash;
}

function traitsOf(form: string): number {
  let [letters, uppers, digits, dashes] = [0, 0, 0, 0];
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    const kind = characterKind(unit);
    if (kind === CharacterKind.upper) uppers++;
    if (kind === CharacterKind.upper || kind === CharacterKind.lower || kind === CharacterKind.caseless)
      letters++;
    if (kind === CharacterKind.digit) digits++;
    if (unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015)) dashes++;
  }
  const opensWithCapital = characterKind(form.charCodeAt(0)) === CharacterKind.upper;
  return (
    (opensWithCapital ? 1 : 0) |
    (uppers > 1 && uppers === letters ? 2 : 0) |
    (digits > 0 ? 4 : 0) |
    (dashes > 0 && form.length > dashes ? 8 : 0) |
    (letters + digits === 0 ? 16 : 0) |
    (form.length === 1 ? 32 : 0) |
    (letters > 0 && form.endsWith(".") ? 64 : 0)
  );
}
