import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import { perToken } from "./per-token.ts";

/** Which words a tree lists together, and which of them belong together. */

/** The members of a coordination headed by this token, itself first: "Germany", "France", "the UK". */
export const members = perToken((token: Token): readonly Token[] => {
  const others = token.dependents("conj").filter((other) => isNominal(token) === isNominal(other));
  const all = gathered(others, members);
  return isNominal(token) && areReporting(token, all) ? [token] : [token, ...all];
});

function areReporting(token: Token, others: readonly Token[]): boolean {
  const [first, last] = [others[0], others.at(-1)];
  return (
    first !== undefined && last !== undefined && hasCommaBetween(token, first) && isReporter(last, token)
  );
}

/**
 * Whether a list's last member stands right before the verb that reports it all: "abducted dozens of women, residents and police said".
 * To the tree, residents and police are abducted too, and nobody says so.
 */
export function isReporter(last: Token, first: Token): boolean {
  const { document, index } = last;
  if (index + 1 >= document.tokenCount) return false;
  const verb = document.token(index + 1);
  return (
    (verb.xpos === "VBD" || verb.xpos === "VBZ") &&
    verb.dependent("nsubj") === undefined &&
    verb.dependents("ccomp").some((clause) => clause.index < first.index)
  );
}

// "welcomed the return of calm and called on them": a verb is no fellow of a noun, whatever the tree says.
function isNominal(token: Token): boolean {
  return !token.xpos.startsWith("VB") || token.dependent("cop") !== undefined;
}

/** Whether a comma stands anywhere between two words, the first of them before the second. */
export function hasCommaBetween(first: Token, second: Token): boolean {
  const { document, index } = first;
  for (let i = index + 1; i < second.index; i++) if (document.token(i).text === ",") return true;
  return false;
}
