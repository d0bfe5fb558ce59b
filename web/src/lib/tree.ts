import type { TreeWord } from "../../../src/coding/explanation.ts";

/** A word with its place in a drawing. */
export interface PlacedWord {
  readonly word: TreeWord;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PlacedTree {
  readonly words: readonly PlacedWord[];
  readonly links: readonly { readonly from: PlacedWord; readonly to: PlacedWord }[];
  readonly width: number;
  readonly height: number;
}

const LEVEL = 52;
const LETTER = 8.6;
const GAP = 18;

/** Words in text order from left to right, each below the word it hangs on. Without `isWhole`, only those that matter. */
export function placeTree(
  words: readonly TreeWord[],
  { isWhole }: { readonly isWhole: boolean },
): PlacedTree {
  const byIndex = new Map(words.map((word) => [word.index, word]));
  const kept = isWhole ? words : words.filter(({ index }) => needed(words, byIndex).has(index));
  const shown = new Map<number, PlacedWord>();
  let x = 8;
  for (const word of kept) {
    const label = Math.max(word.text.length, word.relation.length * 0.8, (word.part?.length ?? 0) * 0.9);
    const width = label * LETTER;
    shown.set(word.index, { word, x: x + width / 2, y: 26 + depthOf(word, byIndex) * LEVEL, width });
    x += width + GAP;
  }
  const placed = [...shown.values()];
  const links = placed.flatMap((to) => {
    const from = to.word.head === null ? undefined : shown.get(to.word.head);
    return from === undefined ? [] : [{ from, to }];
  });
  return { words: placed, links, width: x, height: Math.max(...placed.map(({ y }) => y), 0) + 40 };
}

function needed(words: readonly TreeWord[], byIndex: ReadonlyMap<number, TreeWord>): Set<number> {
  const keep = new Set<number>();
  for (const start of words.filter(({ part }) => part !== undefined)) {
    let word: TreeWord | undefined = start;
    while (word !== undefined && !keep.has(word.index)) {
      keep.add(word.index);
      word = word.head === null ? undefined : byIndex.get(word.head);
    }
  }
  return keep;
}

function depthOf(word: TreeWord, byIndex: ReadonlyMap<number, TreeWord>): number {
  let depth = 0;
  let head = word.head;
  while (head !== null && depth < byIndex.size) {
    head = byIndex.get(head)?.head ?? null;
    depth++;
  }
  return depth;
}
