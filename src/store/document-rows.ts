import { recordId } from "../coding/record-id.ts";
import type { Attribution, CodedDocument, CodedEvent, Commitment, Statement } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Entity } from "../mentions/mention.ts";
import { codePointPlaces } from "./code-points.ts";
import { deedOf, isJoinable } from "./deed.ts";
import { documentHash } from "./document-hash.ts";
import type { EntityIds } from "./entity-id.ts";
import { minHashBands } from "./min-hash.ts";
import {
  ATTRIBUTIONS,
  COMMITMENTS,
  DOCUMENT_PROBLEMS,
  DOCUMENTS,
  ENTITIES,
  EVENTS,
  EVIDENCE,
  MENTIONS,
  PARTIES,
  SENTENCES,
  STATEMENTS,
} from "./schema.ts";
import type { Row, Table } from "./table.ts";

/** Takes the rows of a document one after the other. */
export type RowSink = <Definition extends Table>(table: Definition, row: Row<Definition>) => void;

/** A document while its rows are made: where its spans are looked up. */
interface Source {
  readonly document: Document;
  words(span: Span | undefined): string | undefined;
  start(span: Span | undefined): number | undefined;
  end(span: Span | undefined): number | undefined;
  entityId: EntityIds;
}

/** What a document's rows are made of. */
export interface StoredDocument {
  readonly document: Document;
  readonly coded: CodedDocument;
  /** Number of the run that stores it. */
  readonly run: number;
  readonly entityId: EntityIds;
}

/** Hands on every row that a coded document has in the store, its own first. */
export function documentRows({ document, coded, run, entityId }: StoredDocument, add: RowSink): void {
  const source = sourceOf(document, entityId);
  const { id, date, title, publisher, url, language, text } = document;
  const hash = documentHash(document);
  const bands = minHashBands(text);
  add(DOCUMENTS, { id, date, title, publisher, url, language, text, hash, bands, run });
  for (const [sentence, span] of coded.sentences.entries()) {
    add(SENTENCES, { document: id, sentence, text: source.words(span), ...spanCells(source, span) });
  }
  for (const event of coded.events) eventRows(source, event, add);
  for (const statement of coded.statements) statementRows(source, statement, add);
  // Cell by cell, as in `partyRows`: a row put together of others takes several times as long, and there are many of these.
  for (const [position, entity] of coded.mentions.entries()) {
    add(MENTIONS, {
      document: id,
      position,
      entity: source.entityId(entity),
      name: entity.name,
      text: entity.text,
      span_start: source.start(entity.span),
      span_end: source.end(entity.span),
      kind: entity.kind,
      country: entity.country,
      sectors: entity.sectors,
      code: entity.code,
      role: entity.role,
      via: entity.via,
    });
  }
  entityRows(source, coded, add);
  for (const { message, span } of coded.problems) {
    add(DOCUMENT_PROBLEMS, { document: id, message, ...spanCells(source, span) });
  }
}

function sourceOf(document: Document, entityId: EntityIds): Source {
  const place = codePointPlaces(document.text);
  return {
    document,
    words: (span) => (span === undefined ? undefined : document.text.slice(...span)),
    start: (span) => (span === undefined ? undefined : place(span[0])),
    end: (span) => (span === undefined ? undefined : place(span[1])),
    entityId,
  };
}

function eventRows(source: Source, event: CodedEvent, add: RowSink): void {
  const {
    id,
    sentence,
    type,
    mode,
    contexts,
    cameo,
    quad,
    score,
    goldstein,
    status,
    rule,
    lexicon,
    confidence,
  } = event;
  const { date, place, evidence } = event;
  add(EVENTS, {
    id,
    document: source.document.id,
    sentence,
    type,
    mode,
    contexts,
    cameo,
    quad,
    score,
    goldstein,
    date_start: date.start,
    date_end: date.end,
    date_precision: date.precision,
    date_occasion: date.occasion,
    date_words: source.words(date.span),
    date_span_start: source.start(date.span),
    date_span_end: source.end(date.span),
    place: place?.name,
    place_country: place?.country,
    latitude: place?.latitude,
    longitude: place?.longitude,
    geonames: place?.geonames,
    place_start: source.start(place?.span),
    place_end: source.end(place?.span),
    status,
    trigger_words: source.words(evidence.trigger),
    trigger_start: source.start(evidence.trigger),
    trigger_end: source.end(evidence.trigger),
    rule,
    lexicon,
    confidence,
    deed: deedOf(event, source.entityId),
    is_joinable: isJoinable(event),
  });
  for (const [position, telling] of [evidence, ...event.retold].entries()) {
    evidenceRow(source, id, position, telling, add);
  }
  partyRows(source, id, "actor", event.actors, add);
  partyRows(source, id, "recipient", event.recipients, add);
  attributionRows(source, id, event.attribution, add);
}

function evidenceRow(
  source: Source,
  event: string,
  position: number,
  { trigger, sentence }: CodedEvent["evidence"],
  add: RowSink,
): void {
  add(EVIDENCE, {
    event,
    document: source.document.id,
    position,
    trigger_words: source.words(trigger),
    trigger_start: source.start(trigger),
    trigger_end: source.end(trigger),
    sentence_start: source.start(sentence),
    sentence_end: source.end(sentence),
  });
}

function statementRows(source: Source, statement: Statement, add: RowSink): void {
  const { id, sentence, act, form, cue, content, events, commitment } = statement;
  add(STATEMENTS, {
    id,
    document: source.document.id,
    sentence,
    act,
    form,
    cue: source.words(cue),
    cue_start: source.start(cue),
    cue_end: source.end(cue),
    content: source.words(content),
    content_start: source.start(content),
    content_end: source.end(content),
    events,
  });
  partyRows(source, id, "speaker", [statement.speaker], add);
  partyRows(source, id, "addressee", statement.addressees, add);
  partyRows(source, id, "about", statement.about, add);
  attributionRows(source, id, statement.attribution, add);
  if (commitment !== undefined) commitmentRows(source, statement, commitment, add);
}

function commitmentRows(
  source: Source,
  statement: Statement,
  { action, due, debtor, beneficiaries }: Commitment,
  add: RowSink,
): void {
  const id = recordId(statement.id, "commitment", action);
  add(COMMITMENTS, {
    id,
    statement: statement.id,
    document: source.document.id,
    sentence: statement.sentence,
    action: source.words(action),
    action_start: source.start(action),
    action_end: source.end(action),
    due: source.words(due?.span),
    due_first: due?.start,
    due_last: due?.end,
    due_precision: due?.precision,
    occasion: due?.occasion,
    due_start: source.start(due?.span),
    due_end: source.end(due?.span),
  });
  partyRows(source, id, "debtor", [debtor], add);
  partyRows(source, id, "beneficiary", beneficiaries, add);
}

/** The actors of a document, each once: by the mentions, and by the records where a record's party is no mention of its own. */
function entityRows(source: Source, { mentions, events, statements }: CodedDocument, add: RowSink): void {
  const actors = new Map<string, { readonly entity: Entity; role?: string | undefined; mentions: number }>();
  const note = (entity: Entity, count: number) => {
    const id = source.entityId(entity);
    const known = actors.get(id) ?? { entity, mentions: 0 };
    known.mentions += count;
    known.role ??= entity.role;
    actors.set(id, known);
  };
  for (const entity of mentions) note(entity, 1);
  for (const entity of recordEntities(events, statements)) note(entity, 0);
  for (const [id, { entity, role, mentions: count }] of actors) {
    const { name, kind, country, sectors, code } = entity;
    add(ENTITIES, {
      id,
      document: source.document.id,
      name,
      kind,
      country,
      sectors,
      code,
      role,
      mentions: count,
    });
  }
}

function* recordEntities(events: readonly CodedEvent[], statements: readonly Statement[]): Generator<Entity> {
  const voices = (attribution: readonly Attribution[]) =>
    attribution.flatMap(({ source }) => (source === "publisher" ? [] : [source]));
  for (const { actors, recipients, attribution } of events) {
    yield* actors;
    yield* recipients;
    yield* voices(attribution);
  }
  for (const { speaker, addressees, about, attribution, commitment } of statements) {
    yield speaker;
    yield* addressees;
    yield* about;
    yield* voices(attribution);
    if (commitment !== undefined) yield* [commitment.debtor, ...commitment.beneficiaries];
  }
}

function partyRows(
  source: Source,
  record: string,
  part: string,
  entities: readonly Entity[],
  add: RowSink,
): void {
  for (const [position, entity] of entities.entries()) {
    add(PARTIES, {
      record,
      document: source.document.id,
      part,
      position,
      entity: source.entityId(entity),
      name: entity.name,
      text: entity.text,
      span_start: source.start(entity.span),
      span_end: source.end(entity.span),
      kind: entity.kind,
      country: entity.country,
      sectors: entity.sectors,
      code: entity.code,
      role: entity.role,
      via: entity.via,
    });
  }
}

function attributionRows(
  source: Source,
  record: string,
  attribution: readonly Attribution[],
  add: RowSink,
): void {
  for (const [position, { source: voice, cue }] of attribution.entries()) {
    add(ATTRIBUTIONS, {
      record,
      document: source.document.id,
      position,
      cue: source.words(cue),
      cue_start: source.start(cue),
      cue_end: source.end(cue),
      ...(voice === "publisher" ? publisherCells(source.document) : entityCells(source, voice)),
    });
  }
}

function entityCells(source: Source, entity: Entity) {
  const { name, text, span, kind, country, sectors, code, role, via } = entity;
  return {
    entity: source.entityId(entity),
    name,
    text,
    ...spanCells(source, span),
    kind,
    country,
    sectors,
    code,
    role,
    via,
  };
}

/** The publisher is no actor of the text: only its name is known, and not always that. */
function publisherCells({ publisher }: Document) {
  return {
    entity: undefined,
    name: publisher,
    text: undefined,
    span_start: undefined,
    span_end: undefined,
    kind: "publisher",
    country: undefined,
    sectors: [],
    code: undefined,
    role: undefined,
    via: undefined,
  };
}

function spanCells(source: Source, span: Span | undefined) {
  return { span_start: source.start(span), span_end: source.end(span) };
}
