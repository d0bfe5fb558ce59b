import type { Document } from "../document/document.ts";
import { contains, coveringSpan, type Span } from "../document/span.ts";
import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { answeredParties } from "./answers.ts";
import { attributionOf } from "./attribution.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { confidenceIn, MIN_CONFIDENCE } from "./confidence.ts";
import { eventDate } from "./event-date.ts";
import { eventPlace, placeRecord } from "./event-place.ts";
import { guessedSide } from "./guessed-side.ts";
import { headlineOf, isToldByHeadline } from "./headline.ts";
import type { Interpreter } from "./interpreter.ts";
import { hasRequiredParties, type Meaning, type Party } from "./meaning.ts";
import { obliques } from "./phrases.ts";
import { recordId } from "./record-id.ts";
import type { CodedEvent, Status } from "./records.ts";
import type { FoundReport } from "./reports.ts";
import { withResults } from "./results.ts";
import { isOfSameMeeting } from "./same-meeting.ts";
import { isStateItself } from "./sides.ts";
import { UNKNOWN_CODE } from "./sources.ts";
import { statusOf } from "./status.ts";
import { MERE_SUPPORT } from "./support-codes.ts";
import { voicesOver } from "./voices.ts";

/** What the coder needs to make records of meanings. */
export interface CodingContext {
  readonly document: Document;
  readonly parsed: ParsedDocument;
  readonly mentions: DocumentMentions;
  readonly lexicon: CodingLexicon;
  readonly ontology: Ontology;
  /** Who says what in the document. */
  readonly reports: readonly FoundReport[];
  /** Whether the other side of an event may be guessed where its words name none. */
  readonly guesses: boolean;
}

/** An event with the meaning it was made of: what `explain` shows. */
export interface ToldEvent {
  readonly event: CodedEvent;
  /** Of its first telling. */
  readonly meaning: Meaning;
  /** Where its other side is guessed, the event without it; absent where it is none without. */
  readonly unguessed?: CodedEvent;
}

/** The coded events of a document, in text order, each happening once. */
export function codeEvents(interpreter: Interpreter, context: CodingContext): ToldEvent[] {
  const events: ToldEvent[] = [];
  const earlier: Meaning[] = [];
  const headline = headlineOf(context.document);
  for (const stated of withResults(interpreter.outermost())) {
    const answered = answeredParties(stated, earlier, context.parsed, context.lexicon);
    const meaning = answered.length === 0 ? stated : { ...stated, recipients: answered };
    earlier.push(meaning);
    if (isOnlyAsked(meaning, context)) continue;
    if (!isEvent(meaning, context.ontology)) {
      const guess = withGuess(meaning, interpreter, context);
      if (guess !== undefined) events.push(guess);
      continue;
    }
    tell(events, { event: codeEvent(meaning, context), meaning }, headline, context.mentions);
  }
  return events.map((told) => {
    const guess = isUnsureOfSide(told) ? withGuess(told.meaning, interpreter, context) : undefined;
    return guess === undefined ? told : { ...guess, unguessed: told.event };
  });
}

/** Adds an event to those told before it; or, where it is one of them, what it tells of it. */
function tell(
  events: ToldEvent[],
  told: ToldEvent,
  headline: Span | undefined,
  mentions: DocumentMentions,
): void {
  const same = events.findIndex((other) => isTold(other) && isSameHappening(other.event, told.event));
  const place =
    same === -1 ? events.findLastIndex((other) => isTold(other) && isOfSameMeeting(other, told)) : same;
  const isShort = (other: ToldEvent) => isTold(other) && isToldByHeadline(headline, other.event, told.event);
  const above = events.findIndex(isShort);
  const known = events[place];
  if (known !== undefined && place !== above) events[place] = withRetelling(known, told.event, mentions);
  else {
    const [short] = above === -1 ? [] : events.splice(above, 1);
    events.push(short === undefined ? told : withRetelling(told, short.event, mentions));
  }
}

/** What a document's words tell by themselves. */
export function withoutGuesses(told: readonly ToldEvent[]): CodedEvent[] {
  return told.flatMap(({ event, meaning, unguessed }) => (meaning.isGuessed ? (unguessed ?? []) : event));
}

function isTold({ meaning }: ToldEvent): boolean {
  return !meaning.isGuessed;
}

// What is written by default stays as its words tell it.
function isUnsureOfSide({ event, meaning }: ToldEvent): boolean {
  return !meaning.isGuessed && event.confidence < MIN_CONFIDENCE && event.retold.length === 0;
}

/** An event with the other side that its sentence lets one guess; none where nobody does it, or several do it between them. */
function withGuess(
  meaning: Meaning,
  interpreter: Interpreter,
  context: CodingContext,
): ToldEvent | undefined {
  const { actors, recipients, reciprocal, kind } = meaning;
  const isBetween = reciprocal || context.ontology.quadOf(kind.type) === "verbal cooperation";
  const isOpen = actors.length === 1 || (actors.length > 1 && !isBetween);
  if (!context.guesses || recipients.length > 0 || !isOpen) return undefined;
  // "held talks with them in Oman": the others are told, though not who they are.
  if (reciprocal && [meaning.anchor, ...meaning.trigger].some((word) => obliques(word, "with").length > 0))
    return undefined;
  const side = guessedSide(meaning, context.mentions, interpreter.speakersOver(meaning.anchor));
  if (side.length === 0) return undefined;
  const parties = reciprocal ? { actors: [...actors, ...side] } : { recipients: side };
  const guess = { ...meaning, ...parties, isGuessed: true };
  return hasRequiredParties(guess) ? { event: codeEvent(guess, context), meaning: guess } : undefined;
}

/**
 * Whether a meaning has the parties its words ask for, and the second one that its type asks for. What several do in words - "Oslo and
 * Rome agreed to a ceasefire" - they do between them.
 */
function isEvent(meaning: Meaning, ontology: Ontology): boolean {
  if (!hasRequiredParties(meaning)) return false;
  const { kind, actors, recipients, reciprocal, steps } = meaning;
  if (!ontology.entryOf(kind.type).requiresRecipient || recipients.length > 0) return true;
  // "welcomed the release of the hostages": what is welcomed is nobody's on either side.
  // "reaffirmed their support for free navigation": a principle that two share is no second party.
  const isOfOthers = steps[0]?.operator === "SUPPORT" || (isMere(meaning) && !isMutual(meaning));
  const isBetween = reciprocal || (ontology.quadOf(kind.type).startsWith("verbal") && !isOfOthers);
  return isBetween && actors.length > 1;
}

function isMere({ kind: { type, cameo } }: Meaning): boolean {
  return type === "SUPPORT" && cameo === MERE_SUPPORT;
}

// "expressed support for each other", "reaffirmed their mutual support"
function isMutual({ trigger }: Meaning): boolean {
  const isOther = ({ lowerText }: Token) => lowerText === "other" || lowerText === "another";
  return trigger
    .flatMap(({ children }) => children)
    .some((word) => word.lowerText === "mutual" || [word, ...word.children].some(isOther));
}

// "Will Rome attack?", "QUESTION: I heard that …", "MODERATOR: We go to …": who asks, or leads through a conversation, tells nothing.
function isOnlyAsked({ anchor }: Meaning, { reports }: CodingContext): boolean {
  const isQuestion = anchor.sentence.tokens
    .findLast(({ text }) => /^[.!?…]+$/.test(text))
    ?.text.startsWith("?");
  return (
    isQuestion === true ||
    reports.some(
      ({ part, content }) => part !== undefined && part !== "speaker" && contains(content, anchor.span),
    )
  );
}

function codeEvent(meaning: Meaning, context: CodingContext): CodedEvent {
  const { document, parsed, mentions, lexicon, ontology } = context;
  const { type, mode } = meaning.kind;
  const cameo = meaning.kind.cameo ?? ontology.defaultCameo(type, mode, meaning.contexts);
  const sentence = parsed.sentenceOf(meaning.anchor.index);
  const date = eventDate(meaning.anchor, mentions, document.date);
  const place = eventPlace(meaning, mentions);
  const trigger = meaning.trigger.map((token) => token.span).reduce(coveringSpan);
  const event = {
    id: recordId(document.id, trigger, type, entityNames(meaning.actors), entityNames(meaning.recipients)),
    document: document.id,
    sentence,
    type,
    ...(mode !== undefined && { mode }),
    contexts: [...meaning.contexts],
    cameo,
    quad: ontology.quadOf(type),
    score: ontology.scoreOf(type, mode),
    goldstein: ontology.goldsteinOf(cameo),
    actors: meaning.actors.map((party) => party.entity),
    recipients: meaning.recipients.map((party) => party.entity),
    date,
    ...(place !== undefined && { place: placeRecord(place) }),
    status: statusOf(meaning, date, document.date).status,
    attribution: attributionOf(
      meaning.anchor,
      mentions,
      lexicon,
      voicesOver(meaning.anchor, context.reports),
    ),
    evidence: { trigger, sentence: parsed.sentence(sentence).span },
    retold: [],
    rule: meaning.steps.reduceRight((inner, { name }) => (inner === "" ? name : `${name}(${inner})`), ""),
    lexicon: meaning.steps.map((step) => step.line),
  };
  return { ...event, confidence: confidenceIn({ event, meaning, mentions }).value };
}

function entityNames(parties: readonly Party[]): string {
  return parties.map((party) => party.entity.name).join(";");
}

/**
 * Whether a document tells one happening twice: same kind, same words' sense, same parties, and no other day.
 * A later telling without a time of its own ("the call") is the earlier one's; talks are the same talks however they are named,
 * and whether they are told of the ministers or of their countries.
 */
function isSameHappening(earlier: CodedEvent, later: CodedEvent): boolean {
  if (earlier.type !== later.type || !isSameStatus(earlier, later)) return false;
  if (later.date.span !== undefined && earlier.date.start !== later.date.start) return false;
  if (later.type === "CONSULT") {
    const isModeKnown = later.mode === undefined || earlier.mode === later.mode;
    return (
      isModeKnown &&
      sameSides([...earlier.actors, ...earlier.recipients], [...later.actors, ...later.recipients])
    );
  }
  // What is given to a country and to its government may be two gifts; in words, and in working together, they are one.
  const keyOf = later.quad.startsWith("material") && later.recipients.length > 0 ? partyKey : sideKey;
  return (
    earlier.mode === later.mode &&
    senseOf(earlier) === senseOf(later) &&
    sameActors(earlier.actors, later.actors, keyOf) &&
    (sameActors(earlier.recipients, later.recipients, keyOf) || isLegOf(earlier, later))
  );
}

// "we are urging them to leave … we urge them to": what is done by saying so is done as often as it is said.
function isSameStatus(earlier: CodedEvent, later: CodedEvent): boolean {
  if (earlier.status === later.status) return true;
  const isSaid = (status: Status) => status === "occurred" || status === "ongoing";
  return (
    (later.type === "REQUEST" || later.type === "ACCUSE") && isSaid(earlier.status) && isSaid(later.status)
  );
}

// "will continue to stand with them … will stand with them": going on with it is no other promise. What is worked on may be another thing.
function senseOf({ rule }: CodedEvent): string {
  return rule.replace(/\bcontinue\(support\)/, "support");
}

// "will travel to Chad, Mali and Niger … From Chad, he will travel to Mali": a leg of the journey.
function isLegOf(earlier: CodedEvent, later: CodedEvent): boolean {
  const isJourney = /^future\((visit|travel|set off)/.test(later.rule);
  return (
    isJourney &&
    earlier.recipients.length > 1 &&
    later.recipients.every((place) => earlier.recipients.some((other) => sideKey(other) === sideKey(place)))
  );
}

// Whoever is told of again may be fewer ("the two sides"), or named by their part only ("the members", "the leaders").
function sameSides(earlier: CodedEvent["actors"], later: CodedEvent["actors"]): boolean {
  const sideOf = ({ country, code, name }: CodedEvent["actors"][number]) =>
    country ?? (code.startsWith(UNKNOWN_CODE) ? UNKNOWN_CODE : name);
  const sides = (list: CodedEvent["actors"]) => new Set(list.map(sideOf));
  const [before, again] = [sides(earlier), sides(later)];
  if (before.size === 1) return later.length > 1 && later.every((party) => isOneOf(earlier, party));
  const known = [...again].filter((side) => side !== UNKNOWN_CODE);
  return again.size > 1 && known.length > 0 && [...again].every((side) => before.has(side));
}

// Where all are of one country, each must be met again: "the minister met mayors … the minister and the mayors", "and the group".
function isOneOf(earlier: CodedEvent["actors"], { name, code, kind }: CodedEvent["actors"][number]): boolean {
  const isPartOnly = kind !== "person" && code === UNKNOWN_CODE;
  return (
    isPartOnly || earlier.some((other) => other.name === name || (kind === "group" && other.code === code))
  );
}

type Key = (entity: CodedEvent["actors"][number]) => string;

function sameActors(a: CodedEvent["actors"], b: CodedEvent["actors"], keyOf: Key): boolean {
  const keys = (list: CodedEvent["actors"]) => list.map(keyOf).sort();
  const [left, right] = [keys(a), keys(b)];
  return left.length === right.length && left.every((key, i) => key === right[i]);
}

function partyKey({ code, name }: CodedEvent["actors"][number]): string {
  return `${code} ${name}`;
}

// A country and its government are one: "works with Lima … with the Peruvian government".
function sideKey(entity: CodedEvent["actors"][number]): string {
  const { country } = entity;
  return country !== undefined && isStateItself(entity) ? country : partyKey(entity);
}

/** A told event that the document tells again, which makes it surer. */
function withRetelling(told: ToldEvent, retelling: CodedEvent, mentions: DocumentMentions): ToldEvent {
  const { event, meaning } = told;
  const seen: Span = event.evidence.trigger;
  if (seen[0] === retelling.evidence.trigger[0] && seen[1] === retelling.evidence.trigger[1]) return told;
  const again = { ...event, retold: [...event.retold, retelling.evidence] };
  return {
    meaning,
    event: { ...again, confidence: confidenceIn({ event: again, meaning, mentions }).value },
  };
}
