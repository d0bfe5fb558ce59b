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

/**
 * Learns lemma rules, in the text form that `Lemmatizer` reads: the best rule for each ending (longer ones only where they change the
 * answer), and the words that still come out wrong.
 *
 * @param vocabulary words in lower case, most frequent first. Words of the vocabulary that a known change turns into others of its
 *   words count as examples, too.
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
    if (isSuppletion(rules[0] as LemmaRule, form)) continue;
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

/**
 * Examples from the vocabulary, for tags whose lemmas mostly differ from their forms: of the known changes that turn a word into
 * another word of the vocabulary, the one most usual for its ending and with the most frequent result ("provoked": "provoke",
 * "provok" being no word; "stared": "stare", as no word in "-ared" just drops its "ed").
 */
function guessedExamples(
  seen: readonly LemmaExample[],
  words: ReadonlyMap<string, WordLemmas>,
  vocabulary: readonly string[],
): LemmaExample[] {
  const rank = new Map(vocabulary.map((word, index) => [word, index]));
  const byUpos = lemmasByUpos(seen);
  const guessed: LemmaExample[] = [];
  for (const [tag, changes] of changesByTag(seen)) {
    const known = byUpos.get(uposOf(tag)) as ReadonlyMap<string, string>;
    for (const word of vocabulary) {
      if (word.length < SHORTEST_GUESSED || words.has(`${tag}\t${word}`)) continue;
      if (!changes.has(word.slice(-SHORTEST_ENDING))) continue;
      const lemma = known.get(word) ?? likeliestLemma(word, changes, known, rank);
      if (lemma !== undefined) guessed.push({ tag, form: word, lemma });
    }
  }
  return guessed;
}

const SHORTEST_GUESSED = 4;
const SHORTEST_ENDING = 2;
/** Weights of the shares a rule has among words with the same last 2, 3, 4 letters. */
const ENDING_WEIGHTS = [0.1, 0.3, 0.6];
/** What "held" becoming "hold" says for "withheld". */
const KNOWN_PART_SHARE = 0.9;
/** How much a frequent result counts against a usual change. */
const RANK_WEIGHT = 0.4;

function likeliestLemma(
  word: string,
  changes: EndingChanges,
  known: ReadonlyMap<string, string>,
  rank: ReadonlyMap<string, number>,
): string | undefined {
  const shares = new Map<LemmaRule, number>();
  for (const [i, weight] of ENDING_WEIGHTS.entries()) {
    const rules = changes.get(word.slice(-SHORTEST_ENDING - i));
    if (rules === undefined) continue;
    let total = 0;
    for (const types of rules.values()) total += types;
    for (const [change, types] of rules) {
      const rule = change.replace(DOUBLING, "");
      if (change !== changeName(rule, word)) continue;
      shares.set(rule, (shares.get(rule) ?? 0) + (weight * types) / total);
    }
  }
  for (let start = 1; start <= word.length - 3; start++) {
    const part = word.slice(start);
    const lemma = known.get(part);
    if (lemma === undefined || lemma === part) continue;
    shares.set(lemmaRules(part, lemma)[0] as LemmaRule, KNOWN_PART_SHARE);
    break;
  }
  let best: string | undefined;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const [rule, share] of shares) {
    const lemma = applyRule(rule, word);
    const frequency = rank.get(lemma);
    if (frequency === undefined || lemma === word || lemma.length < 2) continue;
    const value = Math.log(share) - RANK_WEIGHT * Math.log(frequency + 10);
    if (value > bestValue) [best, bestValue] = [lemma, value];
  }
  return best;
}

function uposOf(tag: string): string {
  return tag.slice(tag.lastIndexOf("/") + 1);
}

/** Lemmas of small words by universal tag and word: what a form is of, whichever its Penn tag ("shot" seen as a participle only). */
function lemmasByUpos(seen: readonly LemmaExample[]): Map<string, Map<string, string>> {
  const table = new Map<string, Map<string, string>>();
  for (const { tag, form, lemma } of seen) {
    const lemmas = table.get(uposOf(tag)) ?? new Map<string, string>();
    table.set(uposOf(tag), lemmas);
    // A form that is its own lemma under one tag ("hit", "set", "shot" as a noun of the same tag) is no evidence for another.
    if (caseOf(form) === "l" && form !== lemma) lemmas.set(form, lemma);
  }
  return table;
}

/** Counts of the rules (as `changeName` writes them) of a tag's words by their last 2, 3 and 4 letters. */
type EndingChanges = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Changes of words in small letters, for the tags that change most of theirs. */
function changesByTag(seen: readonly LemmaExample[]): Map<string, EndingChanges> {
  const votes = new Map<string, Map<string, Map<string, number>>>();
  const tallies = new Map<string, [changed: number, all: number]>();
  for (const { tag, form, lemma } of seen) {
    if (caseOf(form) !== "l" || form.length < SHORTEST_GUESSED) continue;
    const tally = tallies.get(tag) ?? [0, 0];
    tallies.set(tag, tally);
    tally[1]++;
    const rule = lemmaRules(form, lemma)[0] as LemmaRule;
    if (form === lemma || isSuppletion(rule, form)) continue;
    tally[0]++;
    const endings = votes.get(tag) ?? new Map<string, Map<string, number>>();
    votes.set(tag, endings);
    for (const i of ENDING_WEIGHTS.keys()) {
      count(endings, form.slice(-SHORTEST_ENDING - i), changeName(rule, form));
    }
  }
  return new Map(
    [...votes].filter(([tag]) => {
      const [changed, all] = tallies.get(tag) as [number, number];
      return changed * 2 > all;
    }),
  );
}

const DOUBLING = /^2x/;

/** The rule, marked where it undoes a doubling ("planned", "plan"): such a change says nothing about words without one ("probed"). */
function changeName(rule: LemmaRule, form: string): string {
  const cut = form.length - Number(rule.slice(1, rule.indexOf("+")));
  return cut > 0 && cut < form.length && form[cut - 1] === form[cut] ? `2x${rule}` : rule;
}

/** Whether a rule leaves nothing of the form ("went", "go"): such a change says nothing about other words. */
function isSuppletion(rule: LemmaRule, form: string): boolean {
  return Number(rule.slice(1, rule.indexOf("+"))) >= form.length;
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
