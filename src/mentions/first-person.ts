import type { Actor } from "./actor.ts";
import { actorOf } from "./actor-names.ts";
import type { Placed } from "./discourse.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { ownCountry } from "./own-voice.ts";
import type { Quotation } from "./quote-spans.ts";
import { headOf, type Reading, relationOf, textOf } from "./reading.ts";
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

/** A speaker is looked for in the quotation's own sentence, in the one that closes it, and, where it goes on, in those before it. */
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
  return own === undefined ? reportedVoice(scene, token) : { actors: [own], rule: "publisher's voice" };
}

// "The Swiss minister said we will help": without quotation marks, too, of a text that is nobody's own.
function reportedVoice(scene: Scene, token: number): Voice | undefined {
  const { parsed } = scene.reading;
  const clause = headOf(parsed, token);
  if (relationOf(parsed, token) !== "nsubj" || relationOf(parsed, clause) !== "ccomp") return undefined;
  const speaker = scene.discourse.subjectOf(headOf(parsed, clause));
  const [actor] = speaker !== undefined && isOne(speaker) ? speaker.draft.actors : [];
  const country = actor && countryOfSpeaker(scene, actor);
  return country && { actors: [country], rule: "reported voice" };
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
  const { publisher, body, cast } = scene;
  if (publisher !== undefined) return ownCountry(scene, publisher);
  return body === undefined ? undefined : actorOf(cast, body);
}

function onlyPerson(speaker: Actor): Actor | undefined {
  return speaker.kind === "person" ? speaker : undefined;
}

const SENTENCES_BACK = 3;

function speakerOf({ reading, discourse }: Scene, token: number): Actor | undefined {
  const { parsed, quotes } = reading;
  const own = parsed.sentenceOf(token);
  // "We condemn it. They must leave," said the minister: the sentence in which the quotation ends comes before those that went before it.
  const quotation = quotes.quotations.find(({ start, end }) => start <= token && token < end);
  const last = quotation === undefined ? own : parsed.sentenceOf(quotation.end - 1);
  const sentences = [own, ...(last > own ? [last] : [])];
  for (let back = own - 1; back >= Math.max(0, own - SENTENCES_BACK); back--) sentences.push(back);
  const isOutside = ({ draft }: Placed) => !quotes.isInside(draft.tokens[0]);
  for (const sentence of sentences) {
    for (const subject of discourse.subjectsIn(sentence))
      if (isOutside(subject) && isOne(subject)) return subject.draft.actors[0];
    const closing = discourse
      .inSentence(sentence)
      .find(({ draft }) => quotation !== undefined && followsCue(reading, draft.tokens[0], quotation));
    if (closing !== undefined && isOne(closing)) return closing.draft.actors[0];
  }
  return undefined;
}

function isOne({ draft: { actors } }: Placed): boolean {
  return actors.length === 1 && actors[0]?.plural === false;
}

/**
 * The quotation before whoever speaks it, in one sentence: "“We urge Oslo to vote,” the Swiss minister said". Who speaks is known before
 * what they say is read.
 */
export function quotationSpokenBy(reading: Reading, token: number, head: number): Quotation | undefined {
  const { parsed, quotes } = reading;
  const [start] = parsed.sentence(parsed.sentenceOf(token)).tokenRange;
  const before = quotes.quotations.find(({ end }) => start < end && end <= token);
  if (before === undefined) return undefined;
  return relationOf(parsed, head) === "nsubj" || followsCue(reading, token, before) ? before : undefined;
}

// "“…,” said the Swiss minister": a finite verb between the closing mark and somebody is theirs, whatever the tree says.
function followsCue({ parsed }: Reading, token: number, { end }: Quotation): boolean {
  return (
    token === end + 2 && /^VB[DZ]$/.test(parsed.names.xpos[parsed.columns.xpos[end + 1] as number] as string)
  );
}

function countryOfSpeaker({ reading, cast }: Scene, speaker: Actor): Actor | undefined {
  if (speaker.kind !== "person") return speaker;
  const known = speaker.country === undefined ? undefined : reading.lexicon.countries.get(speaker.country);
  return known === undefined ? undefined : actorOf(cast, known);
}
