import { personNameEnd } from "./person-name.ts";
import { isCapitalised, type Reading, TAG } from "./reading.ts";

/** Capitalised words in a row that may be a person's name: token indexes `[start, end)`. */
export interface NameRun {
  readonly start: number;
  readonly end: number;
}

/** All runs of words that may be names, titles and lexicon names left out, in text order. */
export function nameRuns(reading: Reading, isTaken: (token: number) => boolean): NameRun[] {
  const { parsed } = reading;
  const runs: NameRun[] = [];
  for (let start = 0; start < parsed.tokenCount; start++) {
    if (isTaken(start) || parsed.columns.upos[start] !== TAG.PROPN) continue;
    const end = personNameEnd(reading, start);
    if (end === start) continue;
    runs.push({ start, end });
    start = end - 1;
  }
  return runs;
}

/** Whether the name of something else begins with these words: "the Nelson Mandela Foundation". */
export function nameGoesOn({ parsed }: Reading, end: number): boolean {
  return (
    isCapitalised(parsed, end) &&
    parsed.sentenceOf(end) === parsed.sentenceOf(end - 1) &&
    parsed.columns.start[end] === (parsed.columns.end[end - 1] as number) + 1
  );
}
