import type { ParsedDocument } from "../language/parsed-document.ts";

/**
 * A text's words in the form in which names are compared: accents and the full stops of abbreviations dropped, hyphens
 * taken as word breaks, so that "U.S.-China" reads `US`, `China` and "Türkiye" reads `Turkiye`.
 */
export interface ComparableWords {
  /** In text order; a token gives one word, several where hyphens part it, or none where it is a hyphen itself. */
  readonly words: readonly string[];
  /** The same in lower case. */
  readonly lower: readonly string[];
  /** Token index of each word. */
  readonly tokenOf: Uint32Array;
  /** Index of the first word of each token (or, for a token without words, of the next); closed by the number of words. */
  readonly firstWord: Uint32Array;
}

const HYPHEN = /[-‐‑–]/;

/** The words of a lexicon phrase, as they will be found in a text. */
export function comparableWords(phrase: string): string[] {
  if (/^[A-Za-z]+( [A-Za-z]+)*$/.test(phrase)) return phrase.split(" ");
  return phrase
    .replace(/[’‘]/g, "'")
    .replace(/('s|')(?= |$)/g, " $1")
    .replace(/([,()&])/g, " $1 ")
    .split(/[\s‐‑–-]+/)
    .map(comparable)
    .filter((word) => word !== "");
}

/** "QUITO" as a name is written elsewhere: "Quito". */
export function withoutCapitals(word: string): string {
  return /^\p{Lu}{3,}$/u.test(word) ? `${word.charAt(0)}${word.slice(1).toLowerCase()}` : word;
}

/** The comparable words of a parsed text. */
export function comparableWordsOf(parsed: ParsedDocument): ComparableWords {
  const { form, lowerForm } = parsed.columns;
  const words: string[] = [];
  const lower: string[] = [];
  const tokenOf: number[] = [];
  const firstWord = new Uint32Array(parsed.tokenCount + 1);
  const add = (word: string, lowerWord: string, token: number) => {
    words.push(word);
    lower.push(lowerWord);
    tokenOf.push(token);
  };
  for (let token = 0; token < parsed.tokenCount; token++) {
    firstWord[token] = words.length;
    const text = form[token] as string;
    const hasHyphen = HYPHEN.test(text);
    if (hasHyphen && text.length > 1) {
      for (const part of text.split(HYPHEN)) {
        if (part === "") continue;
        const word = comparable(part);
        add(word, word.toLowerCase(), token);
      }
    } else if (!(hasHyphen && isInsideWord(parsed, token))) {
      const word = comparable(text);
      add(word, word === text ? (lowerForm[token] as string) : word.toLowerCase(), token);
    }
  }
  firstWord[parsed.tokenCount] = words.length;
  return {
    words,
    lower,
    tokenOf: Uint32Array.from(tokenOf),
    firstWord,
  };
}

function isInsideWord(parsed: ParsedDocument, token: number): boolean {
  const { start, end } = parsed.columns;
  return end[token - 1] === start[token] && end[token] === start[token + 1];
}

function comparable(word: string): string {
  let plain = word;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: asks whether the word is all ASCII
  if (!/^[\x00-\x7f]*$/.test(word)) {
    plain = word
      .replace(/[’‘]/g, "'")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[łŁøØđĐı]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
  }
  return plain.length > 1 && plain.includes(".") && /\p{L}/u.test(plain) ? plain.replaceAll(".", "") : plain;
}

/** Letters with a stroke, and the dotless i, which Unicode does not take apart. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ı: "i",
};
