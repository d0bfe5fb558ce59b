/** A line of a dictionary that says something. */
export interface DictionaryLine {
  /** Without comments; a blank at its beginning is kept, for it tells a code on a line of its own from a name. */
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
}

/** The lines of a PETRARCH dictionary without blank ones and without comments: `# to the end of the line`, `<!-- … -->` over any number of lines. */
export function dictionaryLines(text: string): DictionaryLine[] {
  const lines: DictionaryLine[] = [];
  let isInComment = false;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    let rest = raw;
    if (isInComment) {
      const end = rest.indexOf("-->");
      if (end < 0) continue;
      rest = rest.slice(end + 3);
      isInComment = false;
    }
    if (rest.includes("<!")) {
      rest = rest.replace(/<!\s*--.*?-->/g, "");
      const start = rest.search(/<!\s*--/);
      isInComment = start >= 0;
      if (isInComment) rest = rest.slice(0, start);
    }
    const hash = rest.indexOf("#");
    if (hash >= 0) rest = rest.slice(0, hash);
    rest = rest.trimEnd();
    if (rest !== "") lines.push({ text: rest, line: index + 1 });
  }
  return lines;
}
