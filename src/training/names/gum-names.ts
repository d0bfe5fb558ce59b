import { NAME_KINDS, type NamedText, type NameKind, type NameSpan } from "../../language/names/names.ts";
import { spacedText } from "../../language/names/spaced-text.ts";

type GumMention = [
  sentence: number,
  begin: number,
  end: number,
  group: string | number,
  type: string,
  status: string,
  link: string,
  head: number,
  isProper: boolean,
];

interface GumDocument {
  readonly id: string;
  readonly sentences: readonly (readonly string[])[];
  readonly mentions: readonly GumMention[];
}

const KINDS: Readonly<Record<string, NameKind>> = { person: "PER", place: "LOC", organization: "ORG" };

/**
 * Names out of GUM's mentions, which are whole phrases: of "the late Senator Lena Brandt of Oslo", the capitalised words around the head.
 * @param isTitle whether words in small letters are a title or a nationality, which are no part of a person's name
 */
export function readGumNames(content: string, isTitle: (words: string) => boolean): NamedText[] {
  return content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => namedText(JSON.parse(line) as GumDocument, isTitle));
}

function namedText({ id, sentences, mentions }: GumDocument, isTitle: (words: string) => boolean): NamedText {
  const names: NameSpan[] = [];
  let text = "";
  for (const [index, words] of sentences.entries()) {
    if (text !== "") text += "\n";
    const { text: written, starts, ends } = spacedText(words);
    const ranges = mentions
      .filter(
        ([sentence, , , , type, , , , isProper]) =>
          sentence === index && isProper && KINDS[type] !== undefined,
      )
      .map((mention) => rangeOf(words, mention, isTitle))
      .filter((range) => range !== undefined);
    for (const { start, end, kind } of outermost(ranges)) {
      const span = [
        text.length + (starts[start] as number),
        text.length + (ends[end - 1] as number),
      ] as const;
      names.push({ span, kind });
    }
    text += written;
  }
  return { id, text, names };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

const INSIDE = /^(of|the|and|&|for|de|la|del|von|van|der|al|el|bin|ibn|-|'s|’s|du|des|di|da|'|’|,)$/;
const JOINS_PERSON = /^(de|la|del|von|van|der|al|el|bin|ibn|-|du|des|di|da|['’])$/;

function rangeOf(
  words: readonly string[],
  [, begin, end, , type, , , head]: GumMention,
  isTitle: (words: string) => boolean,
): Range | undefined {
  const kind = KINDS[type] as NameKind;
  const joins = kind === "PER" ? JOINS_PERSON : INSIDE;
  const isNamed = (index: number) =>
    /^[\p{Lu}\d]/u.test(words[index] ?? "") && index >= begin && index <= end;
  if (!isNamed(head)) return undefined;
  const reach = (step: 1 | -1) => {
    let last = head;
    for (let i = head + step; i >= begin && i <= end; i += step) {
      if (isNamed(i)) last = i;
      else if (!joins.test(words[i] as string) || (words[i] === "," && kind !== "ORG")) break;
      else if (words[i] === ",") break;
    }
    return last;
  };
  let start = reach(-1);
  const last = reach(1);
  while (
    start < last &&
    (/^(The|A|An|This|Our|My)$/.test(words[start] as string) || !/^[\p{Lu}]/u.test(words[start] as string))
  )
    start++;
  if (kind === "PER") {
    // "Mr. President", "the Senators", "Norwegians": nobody's name.
    const all = words
      .slice(start, last + 1)
      .join(" ")
      .toLowerCase();
    if (isTitle(all) || isTitle(all.replace(/s$/, ""))) return undefined;
    for (let length = last - start; length > 0; length--) {
      if (
        isTitle(
          words
            .slice(start, start + length)
            .join(" ")
            .toLowerCase(),
        )
      ) {
        start += length;
        break;
      }
    }
  }
  return { start, end: last + 1, kind };
}

/** Of names inside one another, the longest. */
function outermost(ranges: readonly Range[]): Range[] {
  const longestFirst = [...ranges].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || NAME_KINDS.indexOf(a.kind) - NAME_KINDS.indexOf(b.kind),
  );
  const kept: Range[] = [];
  for (const range of longestFirst)
    if (kept.every(({ start, end }) => range.end <= start || range.start >= end)) kept.push(range);
  return kept.sort((a, b) => a.start - b.start);
}
