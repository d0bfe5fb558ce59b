import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import type { Meaning, Party } from "./meaning.ts";
import { patients } from "./objects.ts";
import { isOneSide } from "./own-side.ts";

/** How many sentences back an answer may look for what it answers. */
const REACH = 3;

/** What a word for mere talk may stand for, where somebody rejects it: "the remarks". */
const TALK = ["ACCUSE", "REQUEST"];

/**
 * Whom an answer is given to, where only what was told before says so: "Rome accused Oslo of fraud. Oslo rejected the accusation."
 * "Mali expelled two envoys. France condemned the expulsion." Nobody where nothing of the kind was told, and nobody is answered who was not
 * addressed; but a deed is condemned by others too.
 *
 * @param earlier the events told before, in the order of their words
 */
export function answeredParties(
  answer: Meaning,
  earlier: readonly Meaning[],
  parsed: ParsedDocument,
  lexicon: CodingLexicon,
): readonly Party[] {
  const { type } = answer.kind;
  if ((type !== "REJECT" && type !== "ACCUSE") || answer.recipients.length > 0) return [];
  const types = new Set(thingsAnswered(answer).flatMap((thing) => typesNamed(thing, lexicon)));
  const isOfAnswerer = (party: Party) => answer.actors.some((actor) => isOneSide(party.entity, actor.entity));
  const answered = earlier.findLast(
    ({ kind, recipients, actors, anchor }) =>
      types.has(kind.type) &&
      actors.length > 0 &&
      parsed.sentenceOf(answer.anchor.index) - parsed.sentenceOf(anchor.index) <= REACH &&
      (type === "ACCUSE" ? !actors.some(isOfAnswerer) : recipients.some(isOfAnswerer)),
  );
  return answered?.actors ?? [];
}

// "the accusation", "the remarks": definite, and nobody is said to have made it.
function thingsAnswered({ anchor, trigger }: Meaning): Token[] {
  const things = new Set([...patients(anchor), ...trigger]);
  return [...things].filter((thing) =>
    /^(the|this|these|those|such)$/.test(thing.dependent("det")?.lowerText ?? ""),
  );
}

/** The types of events that a noun names by itself: of "accusation" and "expulsion", whatever else stands with it. */
function typesNamed({ lemma, upos }: Token, { triggers }: CodingLexicon): string[] {
  if (upos !== "NOUN") return [];
  return (triggers.get(lemma) ?? []).flatMap(({ sense, pattern: { form } }) => {
    if (sense.kind === "cue") return TALK;
    return form === "noun" && sense.kind === "frame" ? [sense.entry.event.replace(/\/.*/, "")] : [];
  });
}
