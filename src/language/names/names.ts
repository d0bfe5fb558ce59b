import type { Span } from "../../document/span.ts";

/** Kinds of named entities: persons, places with a government or none, and bodies of people. */
export const NAME_KINDS = ["PER", "LOC", "ORG"] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** A name in a text: UTF-16 offsets `[start, end)` and what it names. */
export interface NameSpan {
  readonly span: Span;
  readonly kind: NameKind;
}

/** A text with every name in it. */
export interface NamedText {
  readonly id: string;
  readonly text: string;
  readonly names: readonly NameSpan[];
}
