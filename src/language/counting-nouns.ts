/** The English nouns that count what follows with "of" and say nothing else of it, as lemmas. */
export const COUNTING_NOUNS: ReadonlySet<string> = new Set(
  "dozen score ten hundred thousand million number group majority handful part pair series".split(" "),
);

/** Words and signs of money, as lemmas: "10 million dollars in aid" is aid. */
export const MONEY_NOUNS: ReadonlySet<string> = new Set(
  "dollar euro pound yen yuan rouble ruble rupee franc lira krone krona won rand peso real $ € £ ¥".split(
    " ",
  ),
);
