import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Holiday } from "./occasion-lexicon.ts";
import type { Reading } from "./reading.ts";
import type { TimeLexicon, TimeWord } from "./time-lexicon.ts";

/** A text as the matchers of time expressions read it: by token, with the words of time marked. */
export class TimeText {
  readonly parsed: ParsedDocument;
  readonly #reading: Reading;
  readonly #lexicon: TimeLexicon;
  readonly #surnames: ReadonlySet<string>;

  constructor(reading: Reading, lexicon: TimeLexicon) {
    this.parsed = reading.parsed;
    this.#reading = reading;
    this.#lexicon = lexicon;
    this.#surnames = monthsAsSurnames(reading, lexicon);
  }

  /** A token in lower case, without the full stop of an abbreviation; "" past the end, and for a hyphen inside a word. */
  lower(token: number): string {
    const { words } = this.#reading;
    if (token < 0 || token >= this.parsed.tokenCount) return "";
    const first = words.firstWord[token] as number;
    return words.tokenOf[first] === token ? (words.lower[first] as string) : "";
  }

  word(token: number): TimeWord | undefined {
    return this.#lexicon.get(this.lower(token));
  }

  /** The value of a word of one kind. */
  value(token: number, kind: TimeWord["kind"]): string | undefined {
    const word = this.word(token);
    return word?.kind === kind && !(kind === "unit" && this.#isHyphened(token)) ? word.value : undefined;
  }

  // "month-long", "year-old"
  #isHyphened(token: number): boolean {
    return /^[-‐‑]\p{L}/u.test(
      this.parsed.text.slice(this.parsed.columns.end[token], (this.parsed.columns.end[token] ?? 0) + 2),
    );
  }

  /** The same as a number: 1 for "Monday" as a weekday. */
  count(token: number, kind: TimeWord["kind"]): number | undefined {
    const value = this.value(token, kind);
    return value === undefined ? undefined : Number(value);
  }

  /** A cardinal number in figures or words. */
  cardinal(token: number): number | undefined {
    const lower = this.lower(token);
    return /^\d{1,3}$/.test(lower) ? Number(lower) : this.count(token, "number");
  }

  /** "three", "a couple of", "a hundred": how many, and the token where what is counted begins. */
  counted(token: number): { readonly count: number; readonly next: number } | undefined {
    const first = this.cardinal(token);
    if (first === undefined) return undefined;
    const second = this.lower(token) === "a" ? this.cardinal(token + 1) : undefined;
    const next = second === undefined ? token + 1 : token + 2;
    return { count: second ?? first, next: this.lower(next) === "of" ? next + 1 : next };
  }

  /** A day of a month: "10", "10th". */
  dayNumber(token: number): number | undefined {
    const match = /^(\d{1,2})(st|nd|rd|th)?$/.exec(this.lower(token));
    const day = match === null ? 0 : Number(match[1]);
    return day >= 1 && day <= 31 ? day : undefined;
  }

  /** A year in four figures. */
  year(token: number): number | undefined {
    const lower = this.lower(token);
    return /^(1[5-9]|20|21)\d\d$/.test(lower) ? Number(lower) : undefined;
  }

  /** "30th", "second". */
  ordinal(token: number): number | undefined {
    const match = /^(\d{1,3})(st|nd|rd|th)$/.exec(this.lower(token));
    return match === null ? this.count(token, "ordinal") : Number(match[1]);
  }

  /** The number of a month by its name, whatever its case. */
  monthNamed(name: string): number | undefined {
    return this.#named(name, "month", Number);
  }

  /** The part of a stretch that a word names: `middle` for "mid". */
  partNamed(name: string): string {
    return this.#named(name, "part", String) ?? "";
  }

  #named<Value>(name: string, kind: TimeWord["kind"], as: (value: string) => Value): Value | undefined {
    const word = this.#lexicon.get(name.toLowerCase());
    return word?.kind === kind ? as(word.value) : undefined;
  }

  /** A holiday by its name: "Christmas Eve". */
  holidayAt(token: number): { readonly holiday: Holiday; readonly end: number } | undefined {
    const { words, lexicon } = this.#reading;
    const from = words.firstWord[token] as number;
    if (words.tokenOf[from] !== token || !this.isCapitalised(token)) return undefined;
    const accepts = (end: number) => words.tokenOf[end] !== words.tokenOf[end - 1];
    const found = lexicon.occasions.holidays.longestAt(words.words, from, accepts);
    const holiday = found?.values[0];
    if (found === undefined || holiday === undefined) return undefined;
    return { holiday, end: (words.tokenOf[from + found.length - 1] as number) + 1 };
  }

  /** Whether the text calls somebody by this word: "Theresa May", "Prime Minister May". */
  isSurname(token: number): boolean {
    return this.#surnames.has(this.lower(token));
  }

  isCapitalised(token: number): boolean {
    const char = this.parsed.text[this.parsed.columns.start[token] as number] ?? "";
    return char !== char.toLowerCase();
  }
}

// A month's name right behind a forename or a title.
function monthsAsSurnames(
  { words: { words, lower }, lexicon: { forenames, roles } }: Reading,
  lexicon: TimeLexicon,
): Set<string> {
  const found = new Set<string>();
  for (let word = 1; word < words.length; word++) {
    if (lexicon.get(lower[word] as string)?.kind !== "month" || !/^\p{Lu}/u.test(words[word] as string))
      continue;
    const isCalled =
      forenames.has(words[word - 1] as string) || roles.longestAt(lower, word - 1, () => true) !== undefined;
    if (isCalled && /^\p{Lu}/u.test(words[word - 1] as string)) found.add(lower[word] as string);
  }
  return found;
}
