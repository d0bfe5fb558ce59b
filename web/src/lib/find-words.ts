import type { Span } from "../../../src/document/span.ts";

/**
 * Where words stand in a text, whatever the white space between them; the first place from `near` on, else the first.
 * `undefined` where the text does not hold them.
 */
export function findWords(text: string, words: string, near = 0): Span | undefined {
  const parts = words
    .trim()
    .split(/\s+/)
    .filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  const pattern = new RegExp(
    parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"),
    "g",
  );
  pattern.lastIndex = near;
  const found = pattern.exec(text) ?? new RegExp(pattern.source).exec(text);
  return found === null ? undefined : [found.index, found.index + found[0].length];
}
