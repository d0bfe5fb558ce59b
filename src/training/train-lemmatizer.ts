import {
  ANY_CASE,
  applyRule,
  caseOf,
  type LemmaRule,
  LONGEST_ENDING,
  lemmaRules,
  ruleByEnding,
} from "../language/lemmatizer.ts";

/** A word with its tag and right lemma. */
export interface LemmaExample {
  readonly form: string;
  /** `xpos/upos`. */
  readonly tag: string;
  readonly lemma: string;
}

/** Fewer word types than this teach no rule for an ending. */
const ENDING_TYPES = 2;
/** Where this share of the capitalized types has a small lemma, all have. */
const FOLDING_SHARE = 0.9;
/** An ending of a changing tag: this many of its types must share a rule for the rule to be tried on unseen words. */
const TRIED_TYPES = 3;

/**
 * Learns lemma rules, in the text form that `Lemmatizer` reads: the best rule for each ending (longer ones only where they change the
 * answer), and the words that still come out wrong.
 *
 * @param vocabulary words in lower case, most frequent first. A word that only one known change turns into another word of the
 *   vocabulary ("provoked": "provoke", as "provok" is none) counts as an example of that change.
 */
export function learnLemmaRules(examples: readonly LemmaExample[], vocabulary: readonly string[]): string {
  const known = examples.filter(({ lemma }) => lemma !== "_");
  const words = lemmasByWord(known);
  const seen = [...words.values()].flatMap(({ tag, forms }) =>
    [...forms].map(([form, lemmas]) => ({ tag, form, lemma: mostFrequent(lemmas) })),
  );
  const guessed = guessedExamples(seen, words, vocabulary);
  const endings = learnEndings([...seen, ...guessed, ...byXpos(seen)]);
  const rules = new Map<string, LemmaRule>();
  const currentLemma = (tag: string, form: string) => {
    const rule =
      rules.get(`${tag}\t${straight(form)}`) ??
      rules.get(`${tag}\t${straight(form).toLowerCase()}`) ??
      rules.get(`${xposOf(tag)}\t${straight(form).toLowerCase()}`) ??
      ruleByEnding(endings, tag, form);
    return applyRule(rule ?? "=0+", form);
  };
  // "had" as an auxiliary is a form of "have" even where only the full verb was seen: xpos first, then what pairs of tags add.
  for (const word of lemmasByWord(byXpos(known)).values()) addExceptions(word, rules, currentLemma);
  for (const { tag, form, lemma } of guessed) {
    if (currentLemma(tag, form) !== lemma)
      rules.set(`${tag}\t${form}`, lemmaRules(form, lemma)[0] as LemmaRule);
  }
  for (const word of words.values()) addExceptions(word, rules, currentLemma);
  return [...endings, ...rules]
    .map(([key, rule]) => `${key}\t${rule}`)
    .sort()
    .join("\n");
}

interface WordLemmas {
  readonly tag: string;
  /** In lower case. */
  readonly lower: string;
  /** Counts of lemmas by form. */
  readonly forms: Map<string, Map<string, number>>;
}

function lemmasByWord(examples: readonly LemmaExample[]): Map<string, WordLemmas> {
  const words = new Map<string, WordLemmas>();
  for (const { form, tag, lemma } of examples) {
    const lower = straight(form).toLowerCase();
    const word = words.get(`${tag}\t${lower}`) ?? {
      tag,
      lower,
      forms: new Map<string, Map<string, number>>(),
    };
    words.set(`${tag}\t${lower}`, word);
    count(word.forms, form, lemma);
  }
  return words;
}

function straight(form: string): string {
  return form.replaceAll("’", "'");
}

/** Adds what a word needs besides the endings: nothing, one rule for all its forms, or one for each. */
function addExceptions(
  { tag, lower, forms }: WordLemmas,
  rules: Map<string, LemmaRule>,
  currentLemma: (tag: string, form: string) => string,
): void {
  const wanted = [...forms].map(([form, lemmas]) => ({ form, lemma: mostFrequent(lemmas) }));
  if (wanted.every(({ form, lemma }) => currentLemma(tag, form) === lemma)) return;
  const candidates = wanted.flatMap(({ form, lemma }) => [...lemmaRules(form, lemma), `!${lemma}`]);
  const common = candidates.find((rule) =>
    wanted.every(({ form, lemma }) => applyRule(rule, form) === lemma),
  );
  if (common !== undefined) rules.set(`${tag}\t${lower}`, common);
  else {
    for (const { form, lemma } of wanted) {
      rules.set(`${tag}\t${straight(form)}`, lemmaRules(form, lemma)[0] as LemmaRule);
    }
  }
}

/** The same examples under their xpos alone, for pairs of tags never seen. */
function byXpos(examples: readonly LemmaExample[]): LemmaExample[] {
  return examples.map(({ form, tag, lemma }) => ({ form, tag: xposOf(tag), lemma }));
}

function xposOf(tag: string): string {
  const slash = tag.lastIndexOf("/");
  return slash < 0 ? tag : tag.slice(0, slash);
}

/** Rules by `tag TAB case TAB ending`; each word type votes once, so that frequent irregular words teach nothing about others. */
function learnEndings(examples: readonly LemmaExample[]): Map<string, LemmaRule> {
  const folding = foldingTags(examples);
  const votes = new Map<string, Map<string, number>>();
  for (const { tag, form, lemma } of examples) {
    const rules = lemmaRules(form, lemma);
    // "Paris" teaches both "keep the case" and "one capital"; the majority of its ending decides between them.
    const best = rules.filter(
      (rule) =>
        rule.slice(1) === (rules[0] as LemmaRule).slice(1) && (!folding.has(tag) || rule.startsWith("=")),
    );
    const lower = form.toLowerCase();
    for (let length = 0; length <= Math.min(LONGEST_ENDING, lower.length - 1); length++) {
      const ending = `${tag}\t${folding.has(tag) ? ANY_CASE : caseOf(form)}\t${length === 0 ? "" : lower.slice(-length)}`;
      for (const rule of best) count(votes, ending, rule);
    }
  }
  const endings = new Map<string, LemmaRule>();
  for (const [key, rules] of [...votes].sort(([a], [b]) => a.length - b.length)) {
    const [tag, written, ending] = key.split("\t") as [string, string, string];
    const best = mostFrequent(rules);
    if (ending !== "" && (rules.get(best) as number) < ENDING_TYPES) continue;
    const shorter = ending === "" ? undefined : shorterRule(endings, tag, written, ending);
    // A longer ending must beat the shorter one's rule clearly, not by one stray word.
    if (
      shorter !== undefined &&
      (shorter === best || (rules.get(best) as number) < 2 * (rules.get(shorter) ?? 0))
    ) {
      continue;
    }
    endings.set(key, best);
  }
  return endings;
}

/** Tags whose lemmas are small nearly always, whatever the form: the case of a form says nothing there. */
function foldingTags(examples: readonly LemmaExample[]): Set<string> {
  const tallies = new Map<string, [small: number, all: number]>();
  for (const { tag, form, lemma } of examples) {
    const tally = tallies.get(tag) ?? [0, 0];
    tallies.set(tag, tally);
    if (caseOf(form) === "l") continue;
    tally[1]++;
    if (lemma === lemma.toLowerCase()) tally[0]++;
  }
  return new Set([...tallies].filter(([, [small, all]]) => small >= FOLDING_SHARE * all).map(([tag]) => tag));
}

function shorterRule(
  endings: ReadonlyMap<string, LemmaRule>,
  tag: string,
  written: string,
  ending: string,
): LemmaRule | undefined {
  for (let length = ending.length - 1; length >= 0; length--) {
    const rule = endings.get(`${tag}\t${written}\t${length === 0 ? "" : ending.slice(-length)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Examples from the vocabulary, for tags whose lemmas mostly differ from their forms. */
function guessedExamples(
  seen: readonly LemmaExample[],
  words: ReadonlyMap<string, WordLemmas>,
  vocabulary: readonly string[],
): LemmaExample[] {
  const known = new Set(vocabulary);
  const guessed: LemmaExample[] = [];
  for (const [tag, rulesByEnding] of changesByTag(seen)) {
    for (const word of vocabulary) {
      if (word.length < 4 || words.has(`${tag}\t${word}`)) continue;
      const rules = rulesByEnding.get(word.slice(-2));
      if (rules === undefined) continue;
      const lemmas = new Set(
        [...rules].map((rule) => applyRule(rule, word)).filter((lemma) => known.has(lemma)),
      );
      if (lemmas.size === 1) guessed.push({ tag, form: word, lemma: [...lemmas][0] as string });
    }
  }
  return guessed;
}

/** The changes tried on unseen words: by tag and the last two letters; only tags that change most of their words. */
function changesByTag(seen: readonly LemmaExample[]): Map<string, Map<string, Set<LemmaRule>>> {
  const votes = new Map<string, Map<string, Map<string, number>>>();
  const changed = new Map<string, [changed: number, all: number]>();
  for (const { tag, form, lemma } of seen) {
    if (caseOf(form) !== "l" || form.length < 4) continue;
    const tally = changed.get(tag) ?? [0, 0];
    changed.set(tag, tally);
    tally[1]++;
    if (form === lemma) continue;
    tally[0]++;
    const endings = votes.get(tag) ?? new Map<string, Map<string, number>>();
    votes.set(tag, endings);
    count(endings, form.slice(-2), lemmaRules(form, lemma)[0] as LemmaRule);
  }
  const frequent = (rules: Map<string, number>) =>
    new Set([...rules].filter(([, types]) => types >= TRIED_TYPES).map(([rule]) => rule));
  return new Map(
    [...votes]
      .filter(([tag]) => {
        const [some, all] = changed.get(tag) as [number, number];
        return some * 2 > all;
      })
      .map(([tag, endings]) => [
        tag,
        new Map([...endings].map(([ending, rules]) => [ending, frequent(rules)])),
      ]),
  );
}

function count(table: Map<string, Map<string, number>>, key: string, value: string): void {
  const counts = table.get(key) ?? new Map<string, number>();
  table.set(key, counts);
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let [best, most] = ["", 0];
  for (const [value, times] of counts) if (times > most) [best, most] = [value, times];
  return best;
}
