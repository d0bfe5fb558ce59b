import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity } from "../mentions/mention.ts";
import { sourcesAt, UNKNOWN_CODE } from "./sources.ts";

/** Whether two actors are one, or of one country: a minister and the state the minister speaks for. */
export function isOneSide(a: Entity, b: Entity): boolean {
  if (a.code !== UNKNOWN_CODE && a.code === b.code && a.name === b.name) return true;
  if (a.country !== undefined || b.country !== undefined) return a.country === b.country;
  return a.name === b.name;
}

/**
 * Whom of a speaker's own side these tokens name: "China" in a Chinese minister's mouth, "we" in anybody's, the speaker's own pronoun.
 *
 * @returns none where they name somebody else, or nobody
 */
export function ownSideAt(tokens: readonly Token[], speaker: Entity, mentions: DocumentMentions): Entity[] {
  return tokens.flatMap((token) => {
    const [entity] = sourcesAt([token], mentions);
    if (entity === undefined) return [];
    if (isOneSide(entity, speaker)) return [entity];
    // "We will help": of whomever the text knows no more, the speaker is one.
    const isFirstPerson = token.upos === "PRON" && /^(we|i|us)$/i.test(token.text);
    return isFirstPerson && entity.code === UNKNOWN_CODE ? [speaker] : [];
  });
}
