import stringWidth from "string-width";
import type { TreeWord } from "../coding/explanation.ts";
import type { Span } from "../document/span.ts";
import { printable } from "./marked-text.ts";
import { relationWords } from "./relation-words.ts";
import type { Colours } from "./terminal.ts";

export interface TreeTextOptions {
  /** Columns to fill at most; longer words are cut. */
  readonly width: number;
  readonly colours: Colours;
  /** All words of the sentence; by default only those that matter and what holds them together. */
  readonly whole: boolean;
}

/** What a word does for an event, as it stands behind it. */
const PART_WORDS: Readonly<Record<NonNullable<TreeWord["part"]>, string>> = {
  trigger: "event",
  operator: "operator",
  actor: "actor",
  recipient: "recipient",
  place: "place",
  time: "date",
  cue: "says so",
  speaker: "speaker",
};

/**
 * A sentence's tree, one word or phrase a line, each under the word it hangs on:
 *
 *     met  <- event
 *     ├─ subject: the Indian foreign minister  <- actor
 *     └─ phrase: in Tokyo
 *
 * @param text the document's text, for phrases
 * @returns no lines for a tree without words
 */
export function treeLines(text: string, tree: readonly TreeWord[], options: TreeTextOptions): string[] {
  const kept = options.whole ? new Set(tree) : wordsThatMatter(tree);
  const lines: string[] = [];
  const draw = (word: TreeWord, margin: string, branch: string) => {
    lines.push(lineOf(text, word, margin + branch, options));
    const below = options.whole ? tree : tree.filter((other) => !isInside(other, word));
    const children = below.filter((other) => other.head === word.index && kept.has(other));
    const inner = margin + (branch === "" ? "" : branch.startsWith("└") ? "   " : "│  ");
    children.forEach((child, i) => {
      draw(child, inner, i === children.length - 1 ? "└─ " : "├─ ");
    });
  };
  for (const word of tree) {
    if (kept.has(word) && !tree.some((other) => other.index === word.head && kept.has(other)))
      draw(word, "", "");
  }
  return lines;
}

/** The words that do something for the event, and those that hold them together. */
function wordsThatMatter(tree: readonly TreeWord[]): Set<TreeWord> {
  const marked = tree.filter((word) => word.part !== undefined);
  const byIndex = new Map(tree.map((word) => [word.index, word]));
  const paths = marked.map((word) => pathToRoot(word, byIndex));
  const kept = new Set(paths.flat());
  // Above the last word that all of them share, a line that leads to nothing else.
  const shared = (word: TreeWord) => paths.every((path) => path.includes(word));
  for (const word of [...kept].filter(shared)) {
    const isLast = !tree.some((other) => other.head === word.index && kept.has(other) && shared(other));
    if (!isLast && word.part === undefined) kept.delete(word);
  }
  return kept;
}

function pathToRoot(word: TreeWord, byIndex: ReadonlyMap<number, TreeWord>): TreeWord[] {
  const path: TreeWord[] = [];
  let node: TreeWord | undefined = word;
  while (node !== undefined && !path.includes(node)) {
    path.push(node);
    node = node.head === null ? undefined : byIndex.get(node.head);
  }
  return path;
}

// A party's own words are shown as one phrase, and not again below it.
function isInside(word: TreeWord, { phrase }: TreeWord): boolean {
  return (
    phrase !== undefined && word.part === undefined && phrase[0] <= word.span[0] && word.span[1] <= phrase[1]
  );
}

function lineOf(
  text: string,
  word: TreeWord,
  margin: string,
  { width, colours, whole }: TreeTextOptions,
): string {
  const relation = word.head === null ? "" : `${relationWords(word.relation)}: `;
  const tag = word.part === undefined ? "" : `  <- ${PART_WORDS[word.part]}`;
  const span: Span = whole ? word.span : (word.phrase ?? word.span);
  const room = Math.max(4, width - stringWidth(margin + relation + tag));
  const shown = clipped(printable(text.slice(...span)), room);
  const styled = word.part === undefined ? shown : colours.bold(shown);
  return `${margin}${colours.dim(relation)}${styled}${colours.cyan(tag)}`;
}

function clipped(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
