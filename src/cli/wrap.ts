import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Breaks text at its spaces into lines of at most `width` columns; a word wider than a line (an address, Chinese)
 * is broken between its characters. Wide characters count double, escape sequences nothing.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const breakLine = () => {
    lines.push(line);
    line = "";
    used = 0;
  };
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const wordWidth = stringWidth(word);
    if (line !== "" && used + 1 + wordWidth > width) breakLine();
    if (line !== "") {
      line += " ";
      used++;
    }
    if (wordWidth <= width) {
      line += word;
      used += wordWidth;
      continue;
    }
    for (const { segment } of graphemes.segment(word)) {
      const segmentWidth = stringWidth(segment);
      if (used + segmentWidth > width) breakLine();
      line += segment;
      used += segmentWidth;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}
