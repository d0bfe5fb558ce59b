import type { CoreferenceDocument, WordRange } from "./coreference-gold.ts";
import type { FoundMention } from "./found-clusters.ts";

/**
 * How a mention of somebody mentioned before comes out: with one of the same people before it in its chain (`right`), with only
 * others (`wrong`), as somebody new (`new`), or as no mention at all (`nobody`).
 */
export const HOP_OUTCOMES = ["right", "wrong", "new", "nobody"] as const;
export type HopOutcome = (typeof HOP_OUTCOMES)[number];

export interface Hop {
  readonly form: string;
  readonly outcome: HopOutcome;
  /** The mention in its place, who it is and who was found. */
  readonly text: string;
}

/** The gold mentions of actors that point back, in text order, and what became of each. */
export function hopsOf(
  gold: CoreferenceDocument,
  found: readonly FoundMention[],
  headOf: (range: WordRange) => number,
): Hop[] {
  const clusterOf = new Map<number, number>();
  for (const [cluster, { mentions }] of gold.clusters.entries()) {
    for (const range of mentions) if (!clusterOf.has(headOf(range))) clusterOf.set(headOf(range), cluster);
  }
  const byHead = new Map(found.map((mention) => [mention.mention.head, mention]));
  const hops: Hop[] = [];
  for (const [cluster, { mentions, isActor }] of gold.clusters.entries()) {
    if (!isActor) continue;
    const inOrder = [...mentions].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    for (const [i, range] of inOrder.entries()) {
      const first = inOrder[0] as WordRange;
      if (i === 0 || headOf(range) === headOf(first)) continue;
      const ours = byHead.get(headOf(range));
      const before = ours === undefined ? [] : found.filter((other) => isBefore(other, ours));
      const isRight = before.some((other) => clusterOf.get(other.mention.head) === cluster);
      const outcome =
        ours === undefined ? "nobody" : before.length === 0 ? "new" : isRight ? "right" : "wrong";
      hops.push({
        form: formOf(gold, range),
        outcome,
        text: hopText(gold, range, inOrder[i - 1] as WordRange, ours),
      });
    }
  }
  return hops;
}

function isBefore(other: FoundMention, ours: FoundMention): boolean {
  return other.chain === ours.chain && other.mention.head < ours.mention.head;
}

const PRONOUN =
  /^(he|she|it|they|we|i|you|him|her|them|us|me|his|hers|its|their|theirs|our|ours|my|mine|your|yours|(him|her|it|my|your)self|(our|them|your)selves|who|whom|whose|which|that|this|these|those)$/i;

const DETERMINER = /^(the|an?|this|that|these|those|his|her|its|their|our|my|your|both|all)$/i;

function formOf({ text, words }: CoreferenceDocument, [first, last]: WordRange): string {
  const word = text.slice(...(words[first] as readonly [number, number]));
  if (first === last && PRONOUN.test(word)) return word.toLowerCase();
  return /^\p{Lu}/u.test(word) && !DETERMINER.test(word) ? "name" : "nominal";
}

const CONTEXT_WORDS = 12;

function hopText(
  { id, text, words }: CoreferenceDocument,
  range: WordRange,
  before: WordRange,
  ours: FoundMention | undefined,
): string {
  const start = (word: number) => words[Math.max(0, word)]?.[0] ?? 0;
  const end = (word: number) => words[Math.min(words.length - 1, word)]?.[1] ?? 0;
  const part = ([first, last]: WordRange) => text.slice(start(first), end(last));
  const context = [
    text.slice(start(range[0] - CONTEXT_WORDS), start(range[0])),
    `[${part(range)}]`,
    text.slice(end(range[1]), end(range[1] + CONTEXT_WORDS / 2)),
  ].join("");
  const who =
    ours?.mention.entities.map(({ name, via }) => (via === undefined ? name : via)).join(", ") ?? "nobody";
  return `${id}: ${context} = ${part(before)}; ours: ${who}`.replace(/\s+/g, " ");
}
