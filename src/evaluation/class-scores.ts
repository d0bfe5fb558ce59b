/** How one class came out: how often it is right, and among what. */
export interface ClassScore {
  readonly name: string;
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
}

/** A classifier's answers against the gold, over all rows and by class. */
export interface ClassReport {
  readonly rows: number;
  /** Share of rows with the right class, 0 to 1. */
  readonly accuracy: number;
  /** Mean F1 over the classes that the gold has, 0 to 1. */
  readonly macroF1: number;
  /** Classes of the gold, the most frequent first. */
  readonly classes: readonly ClassScore[];
  /** Wrong pairs `gold > predicted` with their counts, the most frequent first. */
  readonly confusions: readonly (readonly [string, number])[];
}

/** Scores pairs of gold and predicted class. */
export function classReport(pairs: readonly (readonly [gold: string, predicted: string])[]): ClassReport {
  const counts = new Map<string, { gold: number; predicted: number; right: number }>();
  const countOf = (name: string) => {
    const known = counts.get(name);
    if (known !== undefined) return known;
    const fresh = { gold: 0, predicted: 0, right: 0 };
    counts.set(name, fresh);
    return fresh;
  };
  const confused = new Map<string, number>();
  for (const [gold, predicted] of pairs) {
    countOf(gold).gold++;
    countOf(predicted).predicted++;
    if (gold === predicted) countOf(gold).right++;
    else confused.set(`${gold} > ${predicted}`, (confused.get(`${gold} > ${predicted}`) ?? 0) + 1);
  }
  const classes = [...counts]
    .map(([name, count]) => ({ name, ...count }))
    .filter(({ gold }) => gold > 0)
    .sort((a, b) => b.gold - a.gold || a.name.localeCompare(b.name));
  const right = classes.reduce((sum, score) => sum + score.right, 0);
  return {
    rows: pairs.length,
    accuracy: pairs.length === 0 ? 0 : right / pairs.length,
    macroF1: classes.length === 0 ? 0 : classes.reduce((sum, score) => sum + f1Of(score), 0) / classes.length,
    classes,
    confusions: [...confused].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
  };
}

/** Harmonic mean of precision and recall, 0 to 1. */
export function f1Of({ gold, predicted, right }: ClassScore): number {
  return right === 0 ? 0 : (2 * right) / (gold + predicted);
}
