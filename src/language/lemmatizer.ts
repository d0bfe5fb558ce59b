import { CharacterKind, characterKind } from "./characters.ts";
import type { Lexeme } from "./lexemes.ts";

export const LEMMA_RULES = "lemmas.rules";

/**
 * How a lemma is made from a form. `=3+y`: fold the case, take three units off the end, put "y" there ("Studies", "study").
 * `^` in front keeps the form's case, `~` makes all but the first letter small ("TEHRAN", "Tehran"); `!of` is the lemma itself.
 */
export type LemmaRule = string;

/** The rules that make a lemma of a form, one for each treatment of case, shortest change first. */
export function lemmaRules(form: string, lemma: string): LemmaRule[] {
  return ["=", "^", "~"]
    .map((mode) => {
      const base = recased(mode, form);
      let shared = 0;
      while (shared < base.length && shared < lemma.length && base[shared] === lemma[shared]) shared++;
      return `${mode}${base.length - shared}+${lemma.slice(shared)}`;
    })
    .sort((a, b) => changeOf(a) - changeOf(b));
}

/** How much a rule changes: units cut and added. */
function changeOf(rule: LemmaRule): number {
  const plus = rule.indexOf("+");
  return Number(rule.slice(1, plus)) + rule.length - plus;
}

function recased(mode: string, form: string): string {
  if (mode === "=") return form.toLowerCase();
  return mode === "~" ? form.slice(0, 1).toUpperCase() + form.slice(1).toLowerCase() : form;
}

export function applyRule(rule: LemmaRule, form: string): string {
  if (rule.startsWith("!")) return rule.slice(1);
  const plus = rule.indexOf("+");
  const base = recased(rule.slice(0, 1), form);
  const cut = Number(rule.slice(1, plus));
  const lemma = base.slice(0, Math.max(0, base.length - cut)) + rule.slice(plus + 1);
  return lemma === "" ? form : lemma;
}

/** How a form is written: `l` small, `T` with a capital, `U` short in capitals, `V` long in capitals, `m` otherwise. */
export function caseOf(form: string): string {
  let [upper, lower] = [0, 0];
  for (let i = 0; i < form.length; i++) {
    const kind = characterKind(form.charCodeAt(i));
    if (kind === CharacterKind.upper) upper++;
    else if (kind === CharacterKind.lower) lower++;
  }
  if (upper === 0) return "l";
  if (lower === 0 && upper > 1) return upper <= SHORT_CAPITALS ? "U" : "V";
  return upper === 1 && characterKind(form.charCodeAt(0)) === CharacterKind.upper ? "T" : "m";
}

const SHORT_CAPITALS = 4;
export const LONGEST_ENDING = 6;

/** Lemma rules: by tag and word, else by tag, case and the longest known ending; a tag never seen falls back on its xpos. */
export class Lemmatizer {
  /** Keys are `tag TAB word` (or `xpos TAB word`), the word in lower case, or as written where its case decides. */
  readonly #words = new Map<string, LemmaRule>();
  /** Keys are `tag TAB case TAB ending`. */
  readonly #endings = new Map<string, LemmaRule>();
  readonly #byLexeme = new WeakMap<Lexeme, Map<string, string>>();

  /** @param rules a line a rule: `tag TAB word TAB rule`, or `tag TAB case TAB ending TAB rule` */
  constructor(rules: string) {
    for (const line of rules.split("\n")) {
      const last = line.lastIndexOf("\t");
      const key = line.slice(0, last);
      const isEnding = key.indexOf("\t") !== key.lastIndexOf("\t");
      (isEnding ? this.#endings : this.#words).set(key, line.slice(last + 1));
    }
  }

  /** @param tag `xpos/upos` */
  lemma(lexeme: Lexeme, tag: string): string {
    let lemmas = this.#byLexeme.get(lexeme);
    if (lemmas === undefined) {
      lemmas = new Map();
      this.#byLexeme.set(lexeme, lemmas);
    }
    let lemma = lemmas.get(tag);
    if (lemma === undefined) {
      lemma = applyRule(this.#rule(lexeme.form, tag), lexeme.form);
      lemmas.set(tag, lemma);
    }
    return lemma;
  }

  #rule(form: string, tag: string): LemmaRule {
    const straight = form.replaceAll("’", "'");
    const lower = straight.toLowerCase();
    const xpos = tag.slice(0, tag.lastIndexOf("/"));
    return (
      this.#words.get(`${tag}\t${straight}`) ??
      this.#words.get(`${tag}\t${lower}`) ??
      this.#words.get(`${xpos}\t${lower}`) ??
      ruleByEnding(this.#endings, tag, form) ??
      ruleByEnding(this.#endings, xpos, form) ??
      "=0+"
    );
  }
}

/** Stands for every case in the keys of endings, where a tag's lemmas do not depend on the case of the form. */
export const ANY_CASE = "a";

/** The rule of the longest ending known with a tag and case. */
export function ruleByEnding(
  endings: ReadonlyMap<string, LemmaRule>,
  tag: string,
  form: string,
): LemmaRule | undefined {
  const lower = form.toLowerCase();
  const written = endings.has(`${tag}\t${ANY_CASE}\t`) ? ANY_CASE : caseOf(form);
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const rule = endings.get(`${tag}\t${written}\t${length === 0 ? "" : lower.slice(-length)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}
