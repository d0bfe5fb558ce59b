/** Kinds of characters, as far as tokenization cares. */
export const CharacterKind = {
  space: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  /** Punctuation and symbols, each of which may stand alone. */
  other: 4,
  /** Combining marks, joiners, variation selectors, the second half of a surrogate pair: never begins a token. */
  extending: 5,
  /** Neither upper nor lower: Chinese characters, Arabic letters, modifier letters. */
  caseless: 6,
} as const;

const UNKNOWN = 255;
const kinds = new Uint8Array(65536).fill(UNKNOWN);

/** Kind of one UTF-16 unit; the first half of a surrogate pair counts as `other`. */
export function characterKind(unit: number): number {
  const known = kinds[unit] as number;
  if (known !== UNKNOWN) return known;
  const kind = classify(unit);
  kinds[unit] = kind;
  return kind;
}

function classify(unit: number): number {
  if (unit >= 0xdc00 && unit <= 0xdfff) return CharacterKind.extending;
  if (unit >= 0xd800 && unit <= 0xdbff) return CharacterKind.other;
  const character = String.fromCharCode(unit);
  // Zero-width joiner and non-joiner, soft hyphen: inside a word, not between words.
  if (/\p{M}|\u200c|\u200d|\u00ad/u.test(character)) return CharacterKind.extending;
  if (/[\s\u200b\ufeff]/.test(character)) return CharacterKind.space;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return CharacterKind.upper;
  if (/\p{Ll}/u.test(character)) return CharacterKind.lower;
  if (/\p{L}/u.test(character)) return CharacterKind.caseless;
  if (/\p{N}/u.test(character)) return CharacterKind.digit;
  return CharacterKind.other;
}

/** Whether a unit is a letter of any script. */
export function isLetter(unit: number): boolean {
  const kind = characterKind(unit);
  return kind === CharacterKind.lower || kind === CharacterKind.upper || kind === CharacterKind.caseless;
}

export function isSpace(unit: number): boolean {
  return characterKind(unit) === CharacterKind.space;
}
