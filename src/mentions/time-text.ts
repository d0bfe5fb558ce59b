import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Reading } from "./reading.ts";
import type { TimeLexicon, TimeWord } from "./time-lexicon.ts";

/** A text as the matchers of time expressions read it: by token, with the words of time marked. */
export class TimeText {
  readonly parsed: ParsedDocument;
  readonly #reading: Reading;
  readonly #lexicon: TimeLexicon;

  constructor(reading: Reading, lexicon: TimeLexicon) {
    this.parsed = reading.parsed;
    this.#reading = reading;
    this.#lexicon = lexicon;
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
    return word?.kind === kind ? word.value : undefined;
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

  /** The number of a month by its name, whatever its case. */
  monthNamed(name: string): number | undefined {
    const word = this.#lexicon.get(name.toLowerCase());
    return word?.kind === "month" ? Number(word.value) : undefined;
  }

  isCapitalised(token: number): boolean {
    const char = this.parsed.text[this.parsed.columns.start[token] as number] ?? "";
    return char !== char.toLowerCase();
  }
}
