/** A stretch of a document's text: `[start, end)` in UTF-16 units, counted from 0. */
export type Span = readonly [start: number, end: number];

/** The smallest span that covers both. */
export function coveringSpan(a: Span, b: Span): Span {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether `outer` holds every character of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}
