import type { Actor } from "./actor.ts";
import { actorOf } from "./actor-names.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { ownCountry } from "./own-voice.ts";
import type { Scene } from "./scene.ts";

/**
 * Who "we" and "I" are. In a quotation the speaker: "I" the person, "we" the speaker's country; outside one the government
 * in whose voice the document is written. A speaker is looked for only in the quotation's own sentence and, where the
 * quotation goes on, in those before it.
 */
export function resolveFirstPerson(scene: Scene, token: number, kind: "we" | "I"): MentionDraft | undefined {
  const { publisher, reading } = scene;
  const isQuoted = reading.quotes.isInside(token);
  const speaker = isQuoted ? speakerOf(scene, token) : undefined;
  const actor = isQuoted
    ? speaker && (kind === "I" ? onlyPerson(speaker) : countryOfSpeaker(scene, speaker))
    : kind === "we" && publisher !== undefined
      ? ownCountry(scene, publisher)
      : undefined;
  if (actor === undefined) return undefined;
  return {
    tokens: [token, token + 1],
    form: "pronoun",
    actors: [actor],
    rule: isQuoted ? "speaker of the quotation" : "publisher's voice",
    via: `${kind} -> ${actor.name}`,
  };
}

function onlyPerson(speaker: Actor): Actor | undefined {
  return speaker.kind === "person" ? speaker : undefined;
}

const SENTENCES_BACK = 3;

function speakerOf({ reading, discourse }: Scene, token: number): Actor | undefined {
  const own = reading.parsed.sentenceOf(token);
  for (let sentence = own; sentence >= Math.max(0, own - SENTENCES_BACK); sentence--) {
    for (const subject of discourse.subjectsIn(sentence)) {
      const [actor] = subject.draft.actors;
      const isOutside = !reading.quotes.isInside(subject.draft.tokens[0]);
      const isOne = subject.draft.actors.length === 1 && actor?.plural === false;
      if (isOutside && isOne) return actor;
    }
  }
  return undefined;
}

function countryOfSpeaker({ reading, cast }: Scene, speaker: Actor): Actor | undefined {
  if (speaker.kind !== "person") return speaker;
  const known = speaker.country === undefined ? undefined : reading.lexicon.countries.get(speaker.country);
  return known === undefined ? undefined : actorOf(cast, known);
}
