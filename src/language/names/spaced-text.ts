/** Words as a running text, and where each lies in it: UTF-16 offsets. */
export interface SpacedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Words as they stand in their text; where there is none, or not all of them are found in it, as they would be written: "Oslo, he said", not
 * "Oslo , he said".
 */
export function spacedText(words: readonly string[], text?: string): SpacedText {
  return (text === undefined ? undefined : placedIn(text, words)) ?? written(words);
}

function placedIn(text: string, words: readonly string[]): SpacedText | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  for (const word of words) {
    const start = text.indexOf(word, from);
    if (start < 0 || text.slice(from, start).trim() !== "") return undefined;
    starts.push(start);
    from = start + word.length;
    ends.push(from);
  }
  return { text, starts, ends };
}

const NO_BLANK_BEFORE = /^([,.;:!?%)\]}’”]|'s|’s|n't|'ll|'re|'ve|'d|'m|'|'')$/;
const NO_BLANK_AFTER = /^([([{$£€“‘]|``)$/;

function written(words: readonly string[]): SpacedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let isInQuotes = false;
  let glue = true;
  for (const word of words) {
    const isClosingQuote = word === '"' && isInQuotes;
    if (!(glue || isClosingQuote || NO_BLANK_BEFORE.test(word))) text += " ";
    glue = NO_BLANK_AFTER.test(word) || (word === '"' && !isInQuotes);
    if (word === '"') isInQuotes = !isInQuotes;
    starts.push(text.length);
    text += word;
    ends.push(text.length);
  }
  return { text, starts, ends };
}
