import type { Document } from "../document/document.ts";
import { coveringSpan, type Span } from "../document/span.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { attributionOf } from "./attribution.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { eventDate } from "./event-date.ts";
import type { Interpreter } from "./interpreter.ts";
import { distinctParties, type Meaning, type Party } from "./meaning.ts";
import { recordId } from "./record-id.ts";
import type { CodedEvent } from "./records.ts";
import { statusOf } from "./status.ts";

/** What the coder needs to make records of meanings. */
export interface CodingContext {
  readonly document: Document;
  readonly parsed: ParsedDocument;
  readonly mentions: DocumentMentions;
  readonly lexicon: CodingLexicon;
  readonly ontology: Ontology;
}

/** An event with the meaning it was made of: what `explain` shows. */
export interface ToldEvent {
  readonly event: CodedEvent;
  /** Of its first telling. */
  readonly meaning: Meaning;
}

/** The coded events of a document, in text order, each happening once. */
export function codeEvents(interpreter: Interpreter, context: CodingContext): ToldEvent[] {
  const events: ToldEvent[] = [];
  for (const meaning of interpreter.outermost()) {
    if (!isEvent(meaning, context.ontology)) continue;
    const event = codeEvent(meaning, context);
    const place = events.findIndex((other) => isSameHappening(other.event, event));
    const told = events[place];
    if (told === undefined) events.push({ event, meaning });
    else events[place] = { ...told, event: withRetelling(told.event, event) };
  }
  return events;
}

/**
 * Whether a meaning has the parties an event of its type needs: PLOVER's AID, COOPERATE and SANCTION want a recipient, a
 * meeting takes two, and nothing is an event that no political actor does or undergoes.
 */
function isEvent(meaning: Meaning, ontology: Ontology): boolean {
  const { kind, actors, recipients } = meaning;
  if (meaning.reciprocal && kind.type === "CONSULT" && distinctParties(actors).length < 2) return false;
  if (meaning.requires.includes("actor") && actors.length === 0) return false;
  const needsRecipient =
    meaning.requires.includes("recipient") || ontology.entryOf(kind.type).requiresRecipient;
  if (needsRecipient && !meaning.reciprocal && recipients.length === 0) return false;
  return actors.length + recipients.length > 0;
}

function codeEvent(meaning: Meaning, context: CodingContext): CodedEvent {
  const { document, parsed, mentions, lexicon, ontology } = context;
  const { type, mode } = meaning.kind;
  const cameo = meaning.kind.cameo ?? ontology.defaultCameo(type, mode, meaning.contexts);
  const sentence = parsed.sentenceOf(meaning.anchor.index);
  const date = eventDate(meaning.anchor, mentions, document.date);
  const trigger = meaning.trigger.map((token) => token.span).reduce(coveringSpan);
  return {
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
    status: statusOf(meaning, date, document.date).status,
    attribution: attributionOf(meaning.anchor, mentions, lexicon),
    evidence: { trigger, sentence: parsed.sentence(sentence).span },
    retold: [],
    rule: meaning.steps.reduceRight((inner, { name }) => (inner === "" ? name : `${name}(${inner})`), ""),
    lexicon: meaning.steps.map((step) => step.line),
    confidence: confidenceOf(meaning),
  };
}

function entityNames(parties: readonly Party[]): string {
  return parties.map((party) => party.entity.name).join(";");
}

/** Each party that is known only through coreference makes an event less sure. */
function confidenceOf(meaning: Meaning): number {
  const resolved = [...meaning.actors, ...meaning.recipients].filter(
    (party) => party.entity.via !== undefined,
  );
  return Math.round(meaning.confidence * 0.93 ** resolved.length * 100) / 100;
}

/**
 * Whether a document tells one happening twice: same kind, same words' sense, same parties, and no other day.
 * A later telling without a time of its own ("the call") is the earlier one's.
 */
function isSameHappening(earlier: CodedEvent, later: CodedEvent): boolean {
  return (
    earlier.type === later.type &&
    earlier.mode === later.mode &&
    earlier.status === later.status &&
    (earlier.rule === later.rule || earlier.type === "CONSULT") &&
    sameActors(earlier.actors, later.actors) &&
    sameActors(earlier.recipients, later.recipients) &&
    (later.date.span === undefined || earlier.date.start === later.date.start)
  );
}

function sameActors(a: CodedEvent["actors"], b: CodedEvent["actors"]): boolean {
  const keys = (list: CodedEvent["actors"]) => list.map((entity) => `${entity.code} ${entity.name}`).sort();
  const [left, right] = [keys(a), keys(b)];
  return left.length === right.length && left.every((key, i) => key === right[i]);
}

function withRetelling(event: CodedEvent, retelling: CodedEvent): CodedEvent {
  const seen: Span = event.evidence.trigger;
  if (seen[0] === retelling.evidence.trigger[0] && seen[1] === retelling.evidence.trigger[1]) return event;
  return { ...event, retold: [...event.retold, retelling.evidence] };
}
