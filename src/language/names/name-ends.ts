import type { NameRange } from "./labels.ts";
import type { NameWords } from "./name-words.ts";
import { type PhraseClass, type PhraseList, phraseWord } from "./phrase-list.ts";
import { isCapitalised } from "./word-context.ts";

const AREAS: readonly PhraseClass[] = ["country", "place"];
const PLACES: readonly PhraseClass[] = ["country", "place", "town"];

/** The words of a text and what is known of them, as far as it tells where names end. */
export interface NameSurroundings {
  readonly forms: readonly string[];
  /** First token of each sentence, closed by the number of tokens. */
  readonly sentenceStart: ArrayLike<number>;
  readonly phrases: PhraseList;
  readonly words: NameWords;
}

/** Names with their ends put right where single words tell them; in text order, none overlapping another. */
export function withTrueEnds(names: readonly NameRange[], around: NameSurroundings): NameRange[] {
  const ended: NameRange[] = [];
  let sentence = 0;
  for (const found of names) {
    const name = startingAfter(ended.at(-1)?.end ?? 0, found, around.forms);
    if (name === undefined) continue;
    while ((around.sentenceStart[sentence + 1] as number) <= name.start) sentence++;
    const closed = withoutTail(name, around.forms);
    ended.push(
      ...apart(withCompanyForm(closed, around, around.sentenceStart[sentence + 1] as number), around),
    );
  }
  return ended;
}

// "Brandt, Inc. of Oslo": where "Inc. of Oslo" was found as a name, Oslo is left of it.
function startingAfter(from: number, name: NameRange, forms: readonly string[]): NameRange | undefined {
  if (name.start >= from) return name;
  let start = from;
  while (start < name.end && !isCapitalised(forms[start] as string)) start++;
  return start < name.end ? { ...name, start } : undefined;
}

// "accused Congo of lying": a name that opens with a capital does not close with a small word, nor with a hyphen.
function withoutTail(name: NameRange, forms: readonly string[]): NameRange {
  const isSmall = (token: number) => /^(\p{Ll}|[-‐‑–]$)/u.test(forms[token] as string);
  let { end } = name;
  if (isCapitalised(forms[name.start] as string)) while (end - name.start > 1 && isSmall(end - 1)) end--;
  return end === name.end ? name : { ...name, end };
}

// "Norsk Hydro, Ltd.": a company's legal form is part of its name.
function withCompanyForm(
  name: NameRange,
  { forms, words }: NameSurroundings,
  sentenceEnd: number,
): NameRange {
  if (name.kind !== "ORG") return name;
  const at = forms[name.end] === "," ? name.end + 1 : name.end;
  const form = at < sentenceEnd ? (forms[at] as string) : "";
  if (!isCapitalised(form) || !words.company.has(form.replaceAll(".", "").toLowerCase())) return name;
  // The tokenizer sometimes parts the abbreviation from its stop.
  const hasStop = forms[at + 1] === "." && at + 1 < sentenceEnd;
  return { ...name, end: hasStop ? at + 2 : at + 1 };
}

// "Fresno California", "Fresno CA", "Geneva Switzerland": a place and the area it lies in are two names. Not "East Timor", "New York City".
function apart(name: NameRange, { forms, phrases, words }: NameSurroundings): NameRange[] {
  const { start, end, kind } = name;
  if (kind !== "LOC" || end - start < 2) return [name];
  const known = Array.from({ length: end - start }, (_, i) => phraseWord(titled(forms[start + i] as string)));
  const isPlace = (from: number, to: number, classes: readonly PhraseClass[]) =>
    phrases.isKnown(known.slice(from - start, to - start), classes);
  if (isPlace(start, end, PLACES)) return [name];
  const isDirection = (token: number) => words.direction.has((forms[token] as string).toLowerCase());
  for (let cut = start + 1; cut < end; cut++) {
    if (known[cut - start] === "" || isDirection(cut - 1) || isDirection(cut) || isDirection(end - 1))
      continue;
    const isArea =
      isPlace(cut, end, AREAS) ||
      (cut === end - 1 && words.state.has((forms[cut] as string).replaceAll(".", "").toLowerCase()));
    if (isArea && isPlace(start, cut, PLACES))
      return [
        { start, end: cut, kind },
        { start: cut, end, kind },
      ];
  }
  return [name];
}

function titled(form: string): string {
  return /^\p{Ll}/u.test(form) ? (form[0] as string).toUpperCase() + form.slice(1) : form;
}
