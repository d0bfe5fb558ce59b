/** Something that keeps one document, or one whole input, from being coded: one clear sentence and where it holds. */
export interface InputProblem {
  /** The path as given, or "standard input". */
  readonly file: string;
  /** Counts from 1; absent where the sentence is about the whole file. */
  readonly line?: number;
  /** A sentence without its full stop. */
  readonly message: string;
  /** Where in the program it arose; kept for whoever mends the program. */
  readonly stack?: string;
}

/** The problem as one line of text: `notes.jsonl:12: "text" is missing`. */
export function describeProblem(problem: InputProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.message}`;
}

/** The sentence for an input with no text in it. */
export const EMPTY_INPUT = "it is empty; expected text";
/** The sentence for an input of bytes that are no text. */
export const NOT_TEXT = "this is a binary file; expected text";
