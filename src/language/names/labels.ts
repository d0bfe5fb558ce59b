import { NAME_KINDS, type NameKind } from "./names.ts";

/**
 * Labels of words: 0 outside any name; then, for each kind of `NAME_KINDS`, the first word of a name, one inside it, its last, and a name of
 * one word.
 */
export const OUTSIDE = 0;
export const LABEL_COUNT = 1 + 4 * NAME_KINDS.length;

const Place = { first: 0, inside: 1, last: 2, single: 3 } as const;
type Place = (typeof Place)[keyof typeof Place];

/** The label of a word in a name of `length` words, counted from 0. */
export function labelOf(kind: NameKind, index: number, length: number): number {
  const place =
    length === 1
      ? Place.single
      : index === 0
        ? Place.first
        : index === length - 1
          ? Place.last
          : Place.inside;
  return 1 + 4 * NAME_KINDS.indexOf(kind) + place;
}

/** All labels of words in names of a kind. */
export function labelsOfKind(kind: NameKind): number[] {
  const first = 1 + 4 * NAME_KINDS.indexOf(kind);
  return [first, first + 1, first + 2, first + 3];
}

/** Whether a word with the second label may stand after one with the first; `undefined` stands for a sentence's start or end. */
export function mayFollow(before: number | undefined, after: number | undefined): boolean {
  const opens =
    before !== undefined &&
    before !== OUTSIDE &&
    (placeOf(before) === Place.first || placeOf(before) === Place.inside);
  const continues =
    after !== undefined &&
    after !== OUTSIDE &&
    (placeOf(after) === Place.inside || placeOf(after) === Place.last);
  if (!opens && !continues) return true;
  return opens && continues && kindIndex(before as number) === kindIndex(after as number);
}

function placeOf(label: number): Place {
  return ((label - 1) % 4) as Place;
}

function kindIndex(label: number): number {
  return (label - 1) >> 2;
}

/** A name as token indexes `[start, end)`. */
export interface NameRange {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

/** The names that labels spell out. */
export function namesOfLabels(labels: ArrayLike<number>): NameRange[] {
  const names: NameRange[] = [];
  let start = 0;
  for (let token = 0; token < labels.length; token++) {
    const label = labels[token] as number;
    if (label === OUTSIDE) continue;
    const place = placeOf(label);
    if (place === Place.first || place === Place.single) start = token;
    if (place === Place.last || place === Place.single)
      names.push({ start, end: token + 1, kind: NAME_KINDS[kindIndex(label)] as NameKind });
  }
  return names;
}
