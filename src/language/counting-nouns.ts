/** The English nouns that count what follows with "of" and say nothing else of it, as lemmas. */
export const COUNTING_NOUNS: ReadonlySet<string> = new Set(
  "dozen score ten hundred thousand million number group majority handful part pair series".split(" "),
);
