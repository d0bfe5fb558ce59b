import type { Token } from "../language/parsed-document.ts";
import { distinctParties, type Meaning, others, type Party, sameParty } from "./meaning.ts";
import { isOneParty, isSameSide, isStateItself } from "./sides.ts";
import { PRAISE } from "./support-codes.ts";

/** How many sentences open a text: who meets whom is told there. */
const OPENING_SENTENCES = 2;

/** How many sentences later what is said is still said to whoever the text opens with. */
const REACH = 20;

/**
 * Whoever a text opens with as the one other side of a meeting, or as the one it congratulates: "The minister spoke with President
 * Okello of Uganda. … She committed to working together". Nobody where the text opens with several sides, or where it is long.
 *
 * @param word where something is said that two sides do
 * @param own whoever says it
 */
export function counterpart(
  word: Token,
  own: readonly Party[],
  meaningsAt: (token: Token) => readonly Meaning[],
): Party[] {
  const { document } = word;
  const here = word.sentence.index;
  if (own.length === 0 || here > REACH || !isOneParty(own)) return [];
  for (let i = 0; i < Math.min(OPENING_SENTENCES, here); i++) {
    for (const token of document.sentence(i).tokens) {
      for (const meaning of meaningsAt(token)) {
        const theirs = otherSideIn(meaning, own);
        if (theirs.length > 0) return theirs;
      }
    }
  }
  return [];
}

function otherSideIn({ kind, status, actors, recipients }: Meaning, own: readonly Party[]): Party[] {
  const isTold = status === undefined || status === "occurred" || status === "ongoing";
  const isMeeting = kind.type === "CONSULT";
  if (!isTold || !(isMeeting || kind.cameo === PRAISE)) return [];
  const sides = isMeeting ? [...actors, ...recipients] : recipients;
  const isTheirs = (party: Party) =>
    // A country or its government as a whole speaks for whichever of its officials met somebody; its parliament does not.
    own.some((one) => sameParty(one, party) || (isStateItself(one.entity) && isSameSide(party, [one])));
  if (!(isMeeting ? sides : actors).some(isTheirs)) return [];
  const foreign = sides.filter((party) => !isSameSide(party, own));
  // "the president and the mayors agreed": at home, whoever is named together is all there are.
  if (foreign.length === 0 && own.length > 1) return [];
  const theirs = others(distinctParties(foreign.length > 0 ? foreign : sides), own);
  return theirs.length === 1 || isOneParty(theirs) ? theirs : [];
}
