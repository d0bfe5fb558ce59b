const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** Texts are wrapped at some 60 to 100 columns; shorter lines are headlines, list items or addresses. */
const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 130;
/** A wrapped line may fall this much short of the full width, as hyphens and quoted marks shift where tools wrap. */
const SLACK = 0.85;

export function isLineEnd(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN;
}

/**
 * Tells line breaks that only wrap a long paragraph ("...the foreign / ministers met") from those that end a headline, a list item or
 * a paragraph. A text is wrapped where its longest line has a usual width; a break wraps where the next line's first word would not
 * have fitted, and the next line is no list item.
 */
export class LineBreaks {
  readonly #text: string;
  #width: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the line that holds the character before `end` goes on in the next line. */
  isWrapped(end: number): boolean {
    this.#width ??= longestLine(this.#text);
    if (this.#width < NARROWEST_WRAP || this.#width > WIDEST_WRAP) return false;
    const text = this.#text;
    let lineStart = end;
    while (lineStart > 0 && !isLineEnd(text.charCodeAt(lineStart - 1))) lineStart--;
    const next = /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(\S+)/.exec(text.slice(end, end + 2 * WIDEST_WRAP));
    const word = next?.[1];
    if (word === undefined || LIST_MARK.test(word)) return false;
    return end - lineStart + 1 + word.length > SLACK * this.#width;
  }
}

/** Opens an item of a list: a bullet, "1.", "(a)", "b)". */
const LIST_MARK = /^(?:[-–—*•‣◦▪●·○■]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)])$/;

function longestLine(text: string): number {
  let [longest, start] = [0, 0];
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isLineEnd(text.charCodeAt(i))) continue;
    longest = Math.max(longest, i - start);
    start = i + 1;
  }
  return longest;
}
