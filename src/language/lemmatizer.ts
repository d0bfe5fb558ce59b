import type { Lexeme } from "./lexemes.ts";

export const LEMMA_RULES = "lemmas.rules";

/**
 * How a lemma is made from a form: take units off the end, put a string there, and keep or fold the case.
 * Written `[^|=]CUT+ADDED`: `^` keeps the form's case, `=` folds it; `=3+y` makes "study" of "Studies".
 */
export type LemmaRule = string;

/** The rule that makes a lemma of a form: the shortest change at the end. */
export function lemmaRule(form: string, lemma: string): LemmaRule {
  const keeps = ruleBetween(form, lemma);
  const folds = ruleBetween(form.toLowerCase(), lemma);
  return folds.length <= keeps.length ? `=${folds}` : `^${keeps}`;
}

function ruleBetween(form: string, lemma: string): string {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++;
  return `${form.length - shared}+${lemma.slice(shared)}`;
}

export function applyRule(rule: LemmaRule, form: string): string {
  const plus = rule.indexOf("+");
  const base = rule.startsWith("=") ? form.toLowerCase() : form;
  const cut = Number(rule.slice(1, plus));
  const lemma = base.slice(0, Math.max(0, base.length - cut)) + rule.slice(plus + 1);
  return lemma === "" ? form : lemma;
}

/** Lemma rules by tag (`xpos/upos`) and longest known ending; exceptions by whole word. */
export class Lemmatizer {
  /** Keys are `tag TAB word`. */
  readonly #words = new Map<string, LemmaRule>();
  /** Keys are `tag TAB ending`. */
  readonly #endings = new Map<string, LemmaRule>();
  readonly #cache = new Map<string, string>();

  /** @param rules a line a rule: `tag TAB word TAB rule`, or `tag TAB -ending TAB rule` */
  constructor(rules: string) {
    for (const line of rules.split("\n")) {
      const [tag, word, rule] = line.split("\t") as [string, string, string];
      if (word.startsWith("-") && word !== "--") this.#endings.set(`${tag}\t${word.slice(1)}`, rule);
      else this.#words.set(`${tag}\t${word}`, rule);
    }
  }

  /** @param tag `xpos/upos` */
  lemma(lexeme: Lexeme, tag: string): string {
    const key = `${tag}\t${lexeme.form}`;
    let lemma = this.#cache.get(key);
    if (lemma === undefined) {
      lemma = applyRule(this.#rule(lexeme, tag), lexeme.form);
      if (this.#cache.size > CACHE_LIMIT) this.#cache.clear();
      this.#cache.set(key, lemma);
    }
    return lemma;
  }

  #rule(lexeme: Lexeme, tag: string): LemmaRule {
    const known = this.#words.get(`${tag}\t${lexeme.lower}`);
    if (known !== undefined) return known;
    for (let length = Math.min(LONGEST_ENDING, lexeme.lower.length); length >= 0; length--) {
      const ending = length === 0 ? "" : lexeme.lower.slice(-length);
      const rule = this.#endings.get(`${tag}\t${ending}`);
      if (rule !== undefined) return rule;
    }
    return "=0+";
  }
}

export const LONGEST_ENDING = 6;
const CACHE_LIMIT = 200_000;
