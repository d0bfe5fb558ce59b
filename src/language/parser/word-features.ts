import { mixHash, textHash } from "./feature-hash.ts";

/** Rows of the affix table, a power of two. */
export const AFFIX_ROWS = 1 << 14;

/** What the network knows of a form before it sees the sentence. */
export interface WordFeatures {
  /** The form as it is looked up among known words: small letters, digits as 0, straight quotes. */
  readonly key: string;
  /** Rows of the affix table, one for each beginning, ending and the shape. */
  readonly affixes: readonly number[];
}

const PREFIX = 1;
const SUFFIX = 2;
const SHAPE = 3;
const LONGEST_PREFIX = 3;
const LONGEST_SUFFIX = 4;

export function wordFeatures(form: string): WordFeatures {
  const key = wordKey(form);
  const affixes = [affixRow(SHAPE, shapeOf(form))];
  const text = `<${key}>`;
  for (let length = 2; length <= Math.min(LONGEST_PREFIX + 1, text.length); length++)
    affixes.push(affixRow(PREFIX, text.slice(0, length)));
  for (let length = 2; length <= Math.min(LONGEST_SUFFIX + 1, text.length); length++)
    affixes.push(affixRow(SUFFIX, text.slice(-length)));
  return { key, affixes };
}

export function wordKey(form: string): string {
  return form
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]|''/g, '"')
    .replace(/[–—―]/g, "--")
    .replace(/\d/g, "0");
}

/** "Xx" for "Oslo", "XxXx" for "McCain", "X.X." for "U.S.", "0-x" for "12-year": runs of one kind count once. */
function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}+/gu, "X")
    .replace(/[\p{Ll}\p{Lo}]+/gu, "x")
    .replace(/\d+/g, "0")
    .slice(0, 8);
}

function affixRow(kind: number, text: string): number {
  const hash = mixHash(kind, textHash(text));
  return (hash ^ (hash >>> 16)) & (AFFIX_ROWS - 1);
}
