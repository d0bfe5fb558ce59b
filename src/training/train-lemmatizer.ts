import { applyRule, type LemmaRule, LONGEST_ENDING, lemmaRule } from "../language/lemmatizer.ts";

/** A word with its tag and right lemma. */
export interface LemmaExample {
  readonly form: string;
  /** `xpos/upos`. */
  readonly tag: string;
  readonly lemma: string;
}

/**
 * Learns lemma rules, in the text form that `Lemmatizer` reads: the best rule for each ending (longer ones only where they change the
 * answer), and the words that still come out wrong.
 */
export function learnLemmaRules(examples: readonly LemmaExample[]): string {
  const words = new Map<string, Map<string, number>>();
  const formOf = new Map<string, string>();
  for (const { form, tag, lemma } of examples) {
    const key = `${tag}\t${form.toLowerCase()}`;
    const rules = words.get(key) ?? new Map<string, number>();
    words.set(key, rules);
    const rule = lemmaRule(form, lemma);
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
    formOf.set(key, form);
  }
  const endings = learnEndings(words);
  const lines = [...endings].map(([key, rule]) => {
    const [tag, ending] = key.split("\t") as [string, string];
    return `${tag}\t-${ending}\t${rule}`;
  });
  for (const [key, rules] of words) {
    const [tag, lower] = key.split("\t") as [string, string];
    const best = mostFrequent(rules);
    const form = formOf.get(key) as string;
    if (applyRule(best, form) !== applyRule(ruleFor(endings, tag, lower), form)) {
      lines.push(`${tag}\t${lower}\t${best}`);
    }
  }
  return lines.sort().join("\n");
}

/** Rules by `tag TAB ending`; each word type votes once, so that frequent irregular words teach nothing about others. */
function learnEndings(words: ReadonlyMap<string, Map<string, number>>): Map<string, LemmaRule> {
  const votes = new Map<string, Map<string, number>>();
  for (const [key, rules] of words) {
    const [tag, lower] = key.split("\t") as [string, string];
    const rule = mostFrequent(rules);
    for (let length = 0; length <= Math.min(LONGEST_ENDING, lower.length - 1); length++) {
      const ending = `${tag}\t${length === 0 ? "" : lower.slice(-length)}`;
      const counts = votes.get(ending) ?? new Map<string, number>();
      votes.set(ending, counts);
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  const endings = new Map<string, LemmaRule>();
  const byLength = [...votes].sort(([a], [b]) => a.length - b.length);
  for (const [key, counts] of byLength) {
    const [tag, ending] = key.split("\t") as [string, string];
    const best = mostFrequent(counts);
    const [support] = [counts.get(best) as number];
    if (ending !== "" && support < 2) continue;
    if (ending === "" || ruleFor(endings, tag, ending.slice(1)) !== best) endings.set(key, best);
  }
  return endings;
}

function ruleFor(endings: ReadonlyMap<string, LemmaRule>, tag: string, lower: string): LemmaRule {
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const rule = endings.get(`${tag}\t${length === 0 ? "" : lower.slice(-length)}`);
    if (rule !== undefined) return rule;
  }
  return "=0+";
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let [best, most] = ["", 0];
  for (const [rule, times] of counts) if (times > most) [best, most] = [rule, times];
  return best;
}
