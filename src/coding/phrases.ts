import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import { isClausal } from "./clauses.ts";
import { members } from "./coordination.ts";
import { perToken } from "./per-token.ts";
import { referent } from "./referent.ts";

/** Which phrase carries which preposition, and which phrases belong to a verb or a noun. */

/** The preposition of a phrase ("on" in "on Russia"), lower case; the last where several stand together ("out of"). */
export function prepositionOf(token: Token): string | undefined {
  return caseMarks(token).at(-1)?.lowerText;
}

// "a motion by former president Hosni Mubarak": parsers often hang the preposition on the title before the name.
const caseMarks = perToken((token: Token): readonly Token[] => {
  const marks = token.children.filter((child) => child.relation === "case" && child.index < token.index);
  if (marks.length > 0) return marks;
  // "called on Oslo to act": to the tree, the preposition is the verb's particle and the phrase has none.
  const particle = token.deprel === "obl" ? particleBefore(token) : undefined;
  if (particle !== undefined) return [particle];
  const over = token.deprel === "obl" ? overNumber(token) : undefined;
  if (over !== undefined) return [over];
  const title = token.children.find(
    ({ deprel, index }) => index < token.index && (deprel === "nmod:desc" || deprel === "compound"),
  );
  return title === undefined ? [] : caseMarks(title);
});

// "complained over two raids": to the tree, more than two.
function overNumber(token: Token): Token | undefined {
  const parts = [token, ...token.dependents("nummod")].flatMap(({ children }) => children);
  return parts.find(({ lowerText, relation, index }) => {
    return lowerText === "over" && relation === "advmod" && index < token.index;
  });
}

function particleBefore(phrase: Token): Token | undefined {
  return phrase.head?.children.find(
    ({ deprel, index }) => deprel === "compound:prt" && index === firstWord(phrase) - 1,
  );
}

/** Index of the first word of a phrase. */
export function firstWord(phrase: Token): number {
  return Math.min(phrase.index, ...phrase.children.map(({ index }) => index));
}

/** All prepositions of a phrase as one string: "on behalf of", "out of". */
export function caseOf(token: Token): string | undefined {
  return caseWords(token).words;
}

const caseWords = perToken((token: Token): { readonly words: string | undefined } => {
  const marks = gathered(caseMarks(token), (mark) => [mark, ...mark.dependents("fixed")]);
  return { words: marks.length > 0 ? marks.map(({ lowerText }) => lowerText).join(" ") : undefined };
});

/** Whether an oblique has no preposition, and so is none: that would be `obl:unmarked`, and a time. */
export function isBareOblique(noun: Token): boolean {
  return noun.deprel === "obl" && ["NOUN", "PROPN"].includes(noun.upos) && caseOf(noun) === undefined;
}

/** Phrases with this preposition among a verb's obliques or a noun's modifiers. */
export function obliques(head: Token, preposition: string): Token[] {
  const phrases = prepositionalPhrases(head).filter(
    ({ last, all }) => last === preposition || all === preposition,
  );
  return gathered(phrases, ({ token }) => members(token)).map(referent);
}

interface PrepositionalPhrase {
  readonly token: Token;
  /** Its last preposition ("of"), and all of them ("out of"). */
  readonly last: string | undefined;
  readonly all: string;
}

const prepositionalPhrases = perToken((head: Token): readonly PrepositionalPhrase[] =>
  gathered(head.dependents("obl", "nmod", "advmod"), (token) => {
    const all = caseOf(token);
    return all === undefined ? [] : [{ token, last: prepositionOf(token), all }];
  }),
);

/**
 * Phrases with this preposition that belong to a noun; where it has none of its own, those that follow it on its verb: parsers
 * often hang "with Oslo" in "cancelled its talks with Oslo" on the verb.
 */
export function complements(noun: Token, preposition: string): readonly Token[] {
  const own = obliques(noun, preposition);
  const { head } = noun;
  if (own.length > 0 || head === null || !isOpenToPhrases(noun)) return own;
  return obliques(head, preposition).filter((phrase) => phrase.index > noun.index);
}

// "engagement and collaboration with Oslo": what stands behind a list of nouns hangs on its first.
function isOpenToPhrases({ relation, head }: Token): boolean {
  if (relation === "conj") return head !== null && !isClausal(head);
  return relation === "obj" || relation === "obl" || relation === "nsubj";
}
