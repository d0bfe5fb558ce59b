/** One bad line of a data file. */
export interface LexiconProblem {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

/** A mistake in lexicon files: names every bad line, not only the first. */
export class LexiconError extends Error {
  readonly problems: readonly LexiconProblem[];

  constructor(problems: readonly LexiconProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}: ${p.message}`).join("\n"));
    this.name = "LexiconError";
    this.problems = problems;
  }
}
