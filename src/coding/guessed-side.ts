import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import { clauseOf } from "./clauses.ts";
import { members } from "./coordination.ts";
import { distinctParties, type Meaning, others, type Party, without, withoutOwned } from "./meaning.ts";
import { ownedPartiesOf } from "./mentioned-parties.ts";
import { isNew } from "./newness.ts";

/**
 * Whoever an event may be done to where nothing in its words says so: the nearest other party, or place standing for those who live
 * there, that its own phrases name; else one in the clauses of its content; else one in the clauses beside it; else the nearest of the
 * sentence. "agreed to set up a clinic in Mopti", "announced funds to fight cholera in Haiti". It is a guess, and nobody where the
 * sentence names nobody else.
 *
 * @param speakers whoever reports the event's clause: nobody it is done to
 */
export function guessedSide(
  meaning: Meaning,
  mentions: DocumentMentions,
  speakers: readonly Party[],
): readonly Party[] {
  const own = wordsOfActors(meaning, mentions);
  const isOpen = (token: Token) => !own.has(token.index) && !isMeans(token, meaning, mentions);
  const partiesAt = (token: Token) =>
    isOpen(token) ? without(othersAt(token, meaning, mentions), speakers) : [];
  const below = wordsBelow(meaning, own);
  const zones = [
    below.filter(({ inside, beside }) => inside + beside === 0),
    below.filter(({ beside }) => beside === 0),
    below,
  ].map((words) => words.map(({ token }) => token));
  for (const words of [...zones, wordsAround(meaning)]) {
    for (const word of words) {
      const isNamed = partiesAt(word).length > 0;
      if (isNamed) return distinctParties(members(word).flatMap(partiesAt));
    }
  }
  return [];
}

/** A word below an event's words, and how many clauses the way to it goes through: in what is done, and beside it. */
interface WordBelow {
  readonly token: Token;
  readonly inside: number;
  readonly beside: number;
}

const INSIDE: ReadonlySet<string> = new Set(["xcomp", "ccomp", "acl"]);
const BESIDE: ReadonlySet<string> = new Set(["advcl", "parataxis", "csubj"]);

/** The words below an event's, the nearest first; nothing that is said of whoever does it. */
function wordsBelow({ anchor, trigger }: Meaning, own: ReadonlySet<number>): WordBelow[] {
  const seen = new Set(own);
  const found: WordBelow[] = [];
  const top = [anchor, ...trigger.filter(({ index }) => index !== anchor.index)];
  let level: WordBelow[] = top.map((token) => ({ token, inside: 0, beside: 0 }));
  while (level.length > 0) {
    const fresh = level.filter(({ token }) => !seen.has(token.index));
    for (const { token } of fresh) seen.add(token.index);
    found.push(...fresh);
    level = fresh.flatMap(({ token, inside, beside }) =>
      token.children.map((child) => ({
        token: child,
        inside: inside + Number(INSIDE.has(child.relation)),
        beside: beside + Number(BESIDE.has(child.relation) || isNextDeed(child)),
      })),
    );
  }
  return found;
}

function isNextDeed({ relation, upos }: Token): boolean {
  return relation === "conj" && upos === "VERB";
}

// "In talks with Oslo, Rome agreed to wait": the words of the sentence, the nearest first, but not whoever does another thing.
function wordsAround({ anchor }: Meaning): Token[] {
  return anchor.sentence.tokens
    .filter((token) => !isInSubject(token))
    .sort((a, b) => Math.abs(a.index - anchor.index) - Math.abs(b.index - anchor.index));
}

function isInSubject(token: Token): boolean {
  const clause = clauseOf(token);
  for (let node: Token | null = token; node !== null && node !== clause; node = node.head)
    if (node.relation === "nsubj" || node.relation === "csubj") return true;
  return false;
}

/** The words of whoever does it. */
function wordsOfActors({ actors }: Meaning, mentions: DocumentMentions): ReadonlySet<number> {
  const own = new Set<number>();
  for (const { span, tokens } of mentions.actors) {
    if (!actors.some(({ entity }) => entity.span[0] === span[0] && entity.span[1] === span[1])) continue;
    for (let i = tokens[0]; i < tokens[1]; i++) own.add(i);
  }
  return own;
}

function othersAt({ index }: Token, { actors }: Meaning, mentions: DocumentMentions): Party[] {
  const mention = mentions.actorAt(index);
  const isBorder = mentions.placeAt(index)?.kind === "border";
  if (isBorder) return [];
  const named = ownedPartiesOf(mention?.head === index ? mention : mentions.peopleAt(index), mentions);
  return withoutOwned(others(named, actors), actors);
}

// "agreed to set up a joint force": there is none yet; "mobilised the army for an assault on Kivu": it is not aimed at whoever is sent.
function isMeans(token: Token, { kind: { type } }: Meaning, mentions: DocumentMentions): boolean {
  if (token.relation === "obj" && isNew(token)) return true;
  const sent = type === "MOBILIZE" ? (mentions.actorAt(token.index)?.entities ?? []) : [];
  return sent.length > 0 && sent.every(({ sectors }) => sectors.includes("MIL") || sectors.includes("COP"));
}
