import { gathered } from "../document/gathered.ts";
import { COUNTING_NOUNS } from "../language/counting-nouns.ts";
import type { Token } from "../language/parsed-document.ts";
import { caseOf, complements, obliques } from "./phrases.ts";

// Words and signs of money, as lemmas.
const MONEY_NOUNS: ReadonlySet<string> = new Set(
  "dollar euro pound yen yuan rouble ruble rupee franc lira krone krona won rand peso real $ € £ ¥".split(
    " ",
  ),
);

// Words that stand for part of what follows with "of", as lemmas; figures do so too.
const PARTITIVES: ReadonlySet<string> = new Set(
  "all any both each few half many more most much none one several some".split(" "),
);

/**
 * What a counting word counts ("protesters" in "thousands of protesters", "some of the protesters"); money and what it is given as
 * ("five million dollars in aid", "90 million euros of support"); any other token itself.
 */
export function counted(token: Token): readonly Token[] {
  if (MONEY_NOUNS.has(token.lemma)) return [token, ...complements(token, "in"), ...complements(token, "of")];
  // Not "forced thousands out of the country".
  const things = isCounting(token)
    ? obliques(token, "of").filter((thing) => !/ of$/.test(caseOf(thing) ?? ""))
    : [];
  return things.length > 0 ? gathered(things, counted) : [token];
}

function isCounting({ lemma, upos }: Token): boolean {
  return COUNTING_NOUNS.has(lemma) || PARTITIVES.has(lemma) || upos === "NUM";
}
