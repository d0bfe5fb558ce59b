import type { Actor } from "./actor.ts";
import { actorOf } from "./actor-names.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { ownCountry } from "./own-voice.ts";
import { relationOf, textOf } from "./reading.ts";
import type { Scene } from "./scene.ts";
import type { Turn } from "./turns.ts";

/** Who is meant by a word of the first person, and how that is known. */
interface Voice {
  readonly actors: readonly Actor[];
  readonly rule: string;
}

/**
 * Who "we" and "I" are. In a quotation the speaker: "I" the person, "we" the speaker's country; in a transcript whoever has the word;
 * elsewhere whoever speaks by the title, the parties of a joint text, or the government in whose voice the document is written.
 */
export function resolveFirstPerson(scene: Scene, token: number, kind: "we" | "I"): MentionDraft | undefined {
  const voice = scene.reading.quotes.isInside(token)
    ? quotedVoice(scene, token, kind)
    : (turnVoice(scene, token, kind) ?? (kind === "we" ? writtenVoice(scene, token) : writersVoice(scene)));
  if (voice === undefined || voice.actors.length === 0) return undefined;
  return {
    tokens: [token, token + 1],
    form: "pronoun",
    actors: voice.actors,
    rule: voice.rule,
    via: `${kind} -> ${voice.actors.map(({ name }) => name).join(", ")}`,
  };
}

/** A speaker is looked for only in the quotation's own sentence and, where the quotation goes on, in those before it. */
function quotedVoice(scene: Scene, token: number, kind: "we" | "I"): Voice | undefined {
  const speaker = speakerOf(scene, token);
  const actor = speaker && (kind === "I" ? onlyPerson(speaker) : countryOfSpeaker(scene, speaker));
  return actor && { actors: [actor], rule: "speaker of the quotation" };
}

/** Nobody in the mouth of somebody of whom the text does not say whose they are; undefined outside a transcript. */
function turnVoice(scene: Scene, token: number, kind: "we" | "I"): Voice | undefined {
  const turn = scene.turns.find(({ tokens: [start, end] }) => start <= token && token < end);
  if (turn === undefined) return undefined;
  const rule = "speaker of the turn";
  if (turn.part !== "speaker") return { actors: [], rule };
  const speaker = speakerOfTurn(scene, turn);
  if (kind === "I") return { actors: speaker === undefined ? [] : [speaker], rule };
  const country = speaker === undefined ? undefined : countryOfSpeaker(scene, speaker);
  const actor = country ?? (isForeignOffice(scene, turn) ? undefined : ownCountryOf(scene));
  return { actors: actor === undefined ? [] : [actor], rule };
}

/** Whom the label names, or the one person of the text whose name ends as it does: "MR. PRICE". */
export function speakerOfTurn({ reading, discourse, cast }: Scene, { label }: Turn): Actor | undefined {
  const { parsed } = reading;
  for (let token = label[0]; token < label[1]; token++) {
    const placed = discourse.at(token);
    const [actor] = placed?.draft.actors ?? [];
    if (actor?.kind === "person" && actor.nameWords.length > 0) return actor;
  }
  const last = textOf(parsed, label[1] - 1).toLowerCase();
  const named = cast.people.filter(
    ({ kind, nameWords }) => kind === "person" && nameWords.at(-1)?.toLowerCase() === last,
  );
  return named.length === 1 ? named[0] : undefined;
}

// "PREMIER BERG", "FOREIGN MINISTER RUIZ": of another government than the publisher's, unless the text says otherwise.
function isForeignOffice({ reading }: Scene, { label }: Turn): boolean {
  for (let token = label[0]; token < label[1]; token++) {
    const role = reading.roleAt(token)?.senses[0]?.role;
    if (role?.also.some((wider) => wider === "leader" || wider === "minister") === true) return true;
  }
  return false;
}

/** Words that say of "our" that it is not one side's: "our shared goals". */
const SHARED = /^(shared|joint|common|mutual|respective|collective|bilateral|trilateral)$/;

/** "I" of a text without turns: who speaks by its title, else somebody of the government in whose voice it is written. */
function writersVoice(scene: Scene): Voice | undefined {
  if (scene.turns.length > 0) return undefined;
  const { speaker } = scene.title;
  if (speaker !== undefined) return { actors: [speaker], rule: "speaker of the title" };
  const own = scene.joint === undefined ? ownCountryOf(scene) : undefined;
  return own && { actors: [own], rule: "publisher's voice" };
}

function writtenVoice(scene: Scene, token: number): Voice | undefined {
  const { reading, joint } = scene;
  if (joint !== undefined) return { actors: joint, rule: "joint voice" };
  const isShared =
    relationOf(reading.parsed, token) === "nmod" &&
    SHARED.test(textOf(reading.parsed, token + 1).toLowerCase());
  const both = isShared ? sharers(scene, token) : undefined;
  if (both !== undefined) return { actors: both, rule: "sharers" };
  const own = ownCountryOf(scene) ?? (scene.title.speaker && countryOfSpeaker(scene, scene.title.speaker));
  return own && { actors: [own], rule: "publisher's voice" };
}

// "The two presidents reviewed our shared goals": several subjects of the clause.
function sharers({ discourse }: Scene, token: number): readonly Actor[] | undefined {
  for (const subject of discourse.clauseSubjects(token)) {
    const actors = discourse.coordinated(subject);
    if (actors.length > 1) return actors;
  }
  return undefined;
}

function ownCountryOf(scene: Scene): Actor | undefined {
  return scene.publisher === undefined ? undefined : ownCountry(scene, scene.publisher);
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
