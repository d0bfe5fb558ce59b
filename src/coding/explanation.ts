import { join } from "node:path";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity, Mention, TimeMention } from "../mentions/mention.ts";
import type { PlaceMention } from "../mentions/places/place.ts";
import type { EventKind, OperatorName } from "../ontology/operators.ts";
import type { Reading } from "./coder.ts";
import { type Confidence, confidenceIn } from "./confidence.ts";
import { eventPlace } from "./event-place.ts";
import type { ToldEvent } from "./events.ts";
import type { Meaning, Step } from "./meaning.ts";
import type { CodedEvent, Statement } from "./records.ts";
import { type StatusReading, statusOf } from "./status.ts";

/** A stretch of the document, with its text. */
export interface Words {
  readonly text: string;
  readonly span: Span;
}

/** What one lexicon entry did for an event. */
export interface StepExplanation {
  readonly entry: string;
  /** Where the entry stands, from the lexicon's folder: `operators/pledge.yaml:3`. */
  readonly line: string;
  /** Absent for the frame. */
  readonly operator?: OperatorName;
  readonly words: readonly Words[];
  readonly form: Step["form"];
  /** What the operator found in its content; absent for a frame, and for an operator that found no event there. */
  readonly before?: EventKind;
  readonly after: EventKind;
  readonly status?: CodedEvent["status"];
}

/** How an actor or recipient was found. */
export interface PartyExplanation {
  readonly role: "actor" | "recipient";
  readonly entity: Entity;
  /** Where its words stand in the sentence's tree; absent where no mention of the sentence gave it. */
  readonly place?: Place;
  /** The rule that resolved the words, and the lexicon line it used: `name actors/countries.tsv:48`. */
  readonly rule?: string;
}

/** A place in a tree: the relation of a phrase to the word it hangs on. */
export interface Place {
  /** Universal relation, with its subtype: `nsubj`, `obl`, `nmod:poss`; `root` at the top. */
  readonly relation: string;
  readonly preposition?: string;
  readonly governor?: string;
}

/** One word of a sentence's tree. */
export interface TreeWord extends Words {
  /** Index in the document, from 0. */
  readonly index: number;
  readonly lemma: string;
  readonly upos: string;
  readonly relation: string;
  /** Index of the word it hangs on; `null` at a root. */
  readonly head: number | null;
  /** What it does for the event; absent for most words. */
  readonly part?: "trigger" | "operator" | "actor" | "recipient" | "time" | "place" | "cue" | "speaker";
  /** At the head of an actor: the whole of its words. */
  readonly phrase?: Span;
}

/** Why an event was coded as it was. */
export interface EventExplanation {
  /** Its place in the document's list, from 1. */
  readonly number: number;
  readonly event: CodedEvent;
  readonly sentence: Words;
  /** In the order in which they built the event: the frame first, the outermost operator last. */
  readonly steps: readonly StepExplanation[];
  readonly parties: readonly PartyExplanation[];
  /** The words that give the date and the rule that read them; absent where the document's day stands in. */
  readonly time?: Words & { readonly rule: string };
  /** The words that say where it happened and how they stand to it; absent where the text says no place. */
  readonly place?: Words & { readonly relation: string; readonly why: string; readonly rule: string };
  readonly status: { readonly by: StatusReading["by"]; readonly word?: Words };
  readonly confidence: Confidence;
  /** The whole sentence, in text order. */
  readonly tree: readonly TreeWord[];
}

/** A statement with its words spelled out. */
export interface StatementExplanation {
  /** Its place in the document's list, from 1. */
  readonly number: number;
  readonly statement: Statement;
  readonly cue: Words;
  readonly content: Words;
  /** Numbers of the events inside the content. */
  readonly events: readonly number[];
}

/** Everything that was read from a document, with the reasons. */
export interface DocumentExplanation {
  readonly document: Reading["coded"]["document"];
  readonly events: readonly EventExplanation[];
  readonly statements: readonly StatementExplanation[];
  /** How many the document has, however many are explained here; `leftOut`: events less sure than is asked for. */
  readonly counts: { readonly events: number; readonly statements: number; readonly leftOut: number };
  /** Names of the actors the text mentions, each once, in text order. */
  readonly actors: readonly string[];
  readonly problems: Reading["coded"]["problems"];
}

/**
 * The reasons behind a document's records, as data: what `explain` prints.
 *
 * @param lexiconFolder the folder the coder's lexicon was read from; places in it are given from there
 */
export function explainReading(
  document: Document,
  reading: Reading,
  lexiconFolder: string,
): DocumentExplanation {
  const { coded, told, leftOut, mentions } = reading;
  const numbers = new Map(coded.events.map((event, i) => [event.id, i + 1]));
  const rule = (written: string) => withinLexicon(written, lexiconFolder);
  return {
    document: coded.document,
    events: told.map((one, i) => explainEvent(one, i + 1, document, reading, rule)),
    statements: coded.statements.map((statement, i) => ({
      number: i + 1,
      statement,
      cue: wordsAt(document.text, statement.cue),
      content: wordsAt(document.text, statement.content),
      events: statement.events.flatMap((id) => numbers.get(id) ?? []),
    })),
    counts: { events: told.length, statements: coded.statements.length, leftOut: leftOut.length },
    actors: [...new Set(mentions.actors.flatMap(({ entities }) => entities.map(({ name }) => name)))],
    problems: coded.problems,
  };
}

function explainEvent(
  { event, meaning }: ToldEvent,
  number: number,
  document: Document,
  { parsed, mentions }: Reading,
  rule: (written: string) => string,
): EventExplanation {
  const near = mentionsNear(event.sentence, parsed, mentions);
  const time = mentions.times.find(({ span }) => sameSpan(span, event.date.span));
  const status = statusOf(meaning, event.date, document.date);
  const place = eventPlace(meaning, mentions);
  return {
    number,
    event,
    sentence: wordsAt(document.text, event.evidence.sentence),
    steps: explainSteps(meaning.steps),
    parties: [
      ...event.actors.map((entity) => explainParty("actor", entity, parsed, near, rule)),
      ...event.recipients.map((entity) => explainParty("recipient", entity, parsed, near, rule)),
    ],
    ...(place !== undefined && {
      place: {
        ...wordsAt(document.text, place.place.span),
        relation: place.relation,
        why: place.place.why,
        rule: rule(place.place.rule),
      },
    }),
    ...(time !== undefined && { time: { ...wordsAt(document.text, time.span), rule: rule(time.rule) } }),
    status: { by: status.by, ...(status.word !== undefined && { word: wordsOf(status.word) }) },
    confidence: confidenceIn({ event, meaning, mentions }),
    tree: treeOf(event, meaning, parsed, near, { time, place: place?.place }),
  };
}

function explainSteps(steps: readonly Step[]): StepExplanation[] {
  return steps
    .map(({ name, line, operator, words, form, kind, status }, i) => {
      const before = steps[i + 1]?.kind;
      return {
        entry: name,
        line,
        ...(operator !== undefined && { operator }),
        words: words.map(wordsOf).sort((a, b) => a.span[0] - b.span[0]),
        form,
        ...(before !== undefined && { before }),
        after: kind,
        ...(status !== undefined && { status }),
      };
    })
    .reverse();
}

function explainParty(
  role: "actor" | "recipient",
  entity: Entity,
  parsed: ParsedDocument,
  mentions: readonly Mention[],
  rule: (written: string) => string,
): PartyExplanation {
  const mention = mentionOf(entity, mentions);
  if (mention === undefined) return { role, entity };
  return { role, entity, place: placeOf(parsed.token(mention.head)), rule: rule(mention.rule) };
}

/** The mentions that can be a party's words: actors, and in the event's sentence seats of government too. */
function mentionsNear(sentence: number, parsed: ParsedDocument, mentions: DocumentMentions): Mention[] {
  const seats = parsed.sentence(sentence).tokens.flatMap(({ index }) => mentions.seatAt(index) ?? []);
  return [...mentions.actors, ...seats];
}

function mentionOf(entity: Entity, mentions: readonly Mention[]): Mention | undefined {
  return mentions.find(
    ({ span, entities }) =>
      sameSpan(span, entity.span) &&
      entities.some(({ name, code }) => name === entity.name && code === entity.code),
  );
}

/** Where a phrase stands; a later member of a coordination stands where its first one does. */
function placeOf(head: Token): Place {
  let first = head;
  while (first.relation === "conj" && first.head !== null) first = first.head;
  const mark = first.children.findLast((child) => child.relation === "case" && child.index < first.index);
  return {
    relation: first.deprel,
    ...(mark !== undefined && mark.text !== "'s" && { preposition: mark.lowerText }),
    ...(first.head !== null && { governor: first.head.text }),
  };
}

function treeOf(
  event: CodedEvent,
  meaning: Meaning,
  parsed: ParsedDocument,
  mentions: readonly Mention[],
  { time, place }: { time: TimeMention | undefined; place: PlaceMention | undefined },
): TreeWord[] {
  const parts = new Map<number, { part: NonNullable<TreeWord["part"]>; phrase?: Span }>();
  const addEntity = (part: "actor" | "recipient" | "speaker", entity: Entity) => {
    const mention = mentionOf(entity, mentions);
    if (mention !== undefined && !parts.has(mention.head))
      parts.set(mention.head, { part, phrase: mention.span });
  };
  for (const entity of event.actors) addEntity("actor", entity);
  for (const entity of event.recipients) addEntity("recipient", entity);
  const cues: Span[] = [];
  for (const { source, cue } of event.attribution) {
    if (cue !== undefined) cues.push(cue);
    if (source !== "publisher") addEntity("speaker", source);
  }
  if (time !== undefined) parts.set(time.head, { part: "time", phrase: time.span });
  if (place !== undefined && !parts.has(place.head))
    parts.set(place.head, { part: "place", phrase: place.span });
  for (const { words, operator } of meaning.steps) {
    for (const word of words)
      parts.set(word.index, { part: operator === undefined ? "trigger" : "operator" });
  }
  return parsed.sentence(event.sentence).tokens.map((token) => ({
    ...wordsOf(token),
    index: token.index,
    lemma: token.lemma,
    upos: token.upos,
    relation: token.deprel,
    head: token.head?.index ?? null,
    ...(cues.some((cue) => sameSpan(token.span, cue)) && { part: "cue" as const }),
    ...parts.get(token.index),
  }));
}

/** A rule with the place of its lexicon line given from the lexicon's folder. */
function withinLexicon(rule: string, folder: string): string {
  const prefix = join(folder, "/");
  return rule.replaceAll(prefix, "");
}

function wordsOf(token: Token): Words {
  return { text: token.text, span: token.span };
}

function wordsAt(text: string, span: Span): Words {
  return { text: text.slice(...span), span };
}

function sameSpan(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}
