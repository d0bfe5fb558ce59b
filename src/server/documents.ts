import type { Attribution, CodedDocument, CodedEvent, Statement } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Entity } from "../mentions/mention.ts";
import { findCorrections } from "./correction-list.ts";
import { allOf, wordsOf } from "./event-filter.ts";
import { cursorOf } from "./events.ts";
import type { DocumentPage, DocumentRow, DocumentView } from "./records.ts";
import type { RoomRow, RoomStore } from "./room-store.ts";
import { grouped, present, presentNumbers } from "./rows.ts";
import { utf16Places } from "./utf16-places.ts";

/** Characters of a document's opening that a list shows. */
const OPENING = 220;

export interface DocumentSearch {
  readonly q?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Documents with every word of a search in title or text, the latest first. */
export async function findDocuments(
  store: RoomStore,
  { q, limit, offset }: DocumentSearch,
): Promise<DocumentPage> {
  const where = allOf(
    wordsOf(q ?? "").map((word) => ({
      sql: "(contains(lower(text), ?) OR contains(lower(coalesce(title, '') || ' ' || id), ?))",
      parameters: [word, word],
    })),
  );
  const [rows, total] = await Promise.all([
    store.ask(
      `WITH found AS (
         SELECT id, date, title, publisher, length(text) AS characters, left(text, ${OPENING}) AS opening
         FROM documents WHERE ${where.sql} ORDER BY date DESC NULLS LAST, id LIMIT ${limit} OFFSET ${offset})
       SELECT found.*, (SELECT count(*) FROM room.event WHERE event.document = found.id) AS n
       FROM found ORDER BY date DESC NULLS LAST, id`,
      where.parameters,
    ),
    store.askOne(`SELECT count(*) AS n FROM documents WHERE ${where.sql}`, where.parameters),
  ]);
  const all = Number(total?.n ?? 0);
  const end = offset + rows.length;
  return {
    documents: rows.map(documentRow),
    total: all,
    ...(rows.length > 0 && end < all && { next: cursorOf(end) }),
  };
}

function documentRow({ id, date, title, publisher, characters, n, opening }: RoomRow): DocumentRow {
  return {
    id: String(id),
    ...present({ date, title, publisher }),
    characters: Number(characters),
    n: Number(n),
    opening: String(opening),
  };
}

/** A document as it was stored, without its records. */
export async function readDocument(store: RoomStore, id: string): Promise<Document | undefined> {
  const row = await store.askOne(
    "SELECT id, date, title, publisher, url, language, text FROM documents WHERE id = ?",
    [id],
  );
  if (row === undefined) return undefined;
  const { date, title, publisher, url } = row;
  return {
    id,
    ...present({ date, title, publisher, url }),
    language: String(row.language),
    text: String(row.text),
  };
}

/** A document with all its records, as the coder gave them; times and places of words are in UTF-16 units. */
export async function viewDocument(store: RoomStore, id: string): Promise<DocumentView | undefined> {
  const document = await readDocument(store, id);
  if (document === undefined) return undefined;
  const of = (sql: string) => store.ask(sql, [id]);
  const [events, evidence, statements, commitments, parties, voices, mentions, sentences, problems] =
    await Promise.all([
      of("FROM events WHERE document = ? ORDER BY trigger_start, trigger_end, id"),
      of("FROM evidence WHERE document = ? ORDER BY position"),
      of("FROM statements WHERE document = ? ORDER BY cue_start, id"),
      of("FROM commitments WHERE document = ?"),
      of("FROM parties WHERE document = ? ORDER BY position"),
      of("FROM attributions WHERE document = ? ORDER BY position"),
      of("FROM mentions WHERE document = ? ORDER BY position"),
      of("FROM sentences WHERE document = ? ORDER BY sentence"),
      of("FROM document_problems WHERE document = ?"),
    ]);
  const reader = new RecordReader(document, { evidence, parties, voices, commitments });
  const { language: _language, text: _text, ...about } = document;
  const coded: CodedDocument = {
    document: about,
    events: events.map((row) => reader.event(row)),
    statements: statements.map((row) => reader.statement(row)),
    mentions: mentions.map((row) => reader.entity(row)),
    sentences: sentences.map((row) => reader.span(row, "span")),
    problems: problems.map((row) => ({
      message: String(row.message),
      ...(row.span_start !== null && { span: reader.span(row, "span") }),
    })),
  };
  const { corrections } = await findCorrections(store, { document: id });
  return { document, coded, corrections };
}

/** Makes records of a document's rows again. */
class RecordReader {
  readonly #document: Document;
  readonly #place: (character: number) => number;
  readonly #evidence: ReadonlyMap<string, RoomRow[]>;
  readonly #parties: ReadonlyMap<string, RoomRow[]>;
  readonly #voices: ReadonlyMap<string, RoomRow[]>;
  readonly #commitments: ReadonlyMap<string, RoomRow[]>;

  constructor(
    document: Document,
    rows: Readonly<Record<"evidence" | "parties" | "voices" | "commitments", RoomRow[]>>,
  ) {
    this.#document = document;
    this.#place = utf16Places(document.text);
    this.#evidence = grouped(rows.evidence, "event");
    this.#parties = grouped(rows.parties, "record");
    this.#voices = grouped(rows.voices, "record");
    this.#commitments = grouped(rows.commitments, "statement");
  }

  /** The span in the columns `NAME_start` and `NAME_end`. */
  span(row: RoomRow, name: string): Span {
    return [this.#place(Number(row[`${name}_start`])), this.#place(Number(row[`${name}_end`]))];
  }

  entity(row: RoomRow): Entity {
    const { country, role, via } = row;
    return {
      name: String(row.name),
      text: String(row.text),
      span: this.span(row, "span"),
      kind: row.kind as Entity["kind"],
      sectors: row.sectors as string[],
      code: String(row.code),
      ...present({ country, role, via }),
    };
  }

  event(row: RoomRow): CodedEvent {
    const id = String(row.id);
    const [first, ...retold] = (this.#evidence.get(id) ?? []).map((telling) => ({
      trigger: this.span(telling, "trigger"),
      sentence: this.span(telling, "sentence"),
    }));
    const trigger = this.span(row, "trigger");
    const { mode, date_start: start, date_end: end, date_occasion: occasion } = row;
    return {
      id,
      document: this.#document.id,
      sentence: Number(row.sentence),
      type: String(row.type),
      ...present({ mode }),
      contexts: row.contexts as string[],
      cameo: String(row.cameo),
      quad: row.quad as CodedEvent["quad"],
      score: Number(row.score),
      goldstein: Number(row.goldstein),
      actors: this.#partiesOf(id, "actor"),
      recipients: this.#partiesOf(id, "recipient"),
      date: {
        ...present({ start, end, occasion }),
        precision: row.date_precision as CodedEvent["date"]["precision"],
        ...(row.date_span_start !== null && { span: this.span(row, "date_span") }),
      },
      ...(row.place !== null && { place: this.#placeOf(row) }),
      status: row.status as CodedEvent["status"],
      attribution: this.#voicesOf(id),
      evidence: first ?? { trigger, sentence: trigger },
      retold,
      rule: String(row.rule),
      lexicon: row.lexicon as string[],
      confidence: Number(row.confidence),
    };
  }

  statement(row: RoomRow): Statement {
    const id = String(row.id);
    const [speaker] = this.#partiesOf(id, "speaker");
    const commitment = this.#commitmentOf(id);
    return {
      id,
      document: this.#document.id,
      sentence: Number(row.sentence),
      speaker: speaker as Entity,
      addressees: this.#partiesOf(id, "addressee"),
      act: row.act as Statement["act"],
      form: row.form as Statement["form"],
      cue: this.span(row, "cue"),
      content: this.span(row, "content"),
      about: this.#partiesOf(id, "about"),
      attribution: this.#voicesOf(id),
      events: row.events as string[],
      ...(commitment !== undefined && { commitment }),
    };
  }

  #commitmentOf(statement: string): Statement["commitment"] {
    const row = this.#commitments.get(statement)?.[0];
    if (row === undefined) return undefined;
    const id = String(row.id);
    const [debtor] = this.#partiesOf(id, "debtor");
    if (debtor === undefined) return undefined;
    const { due_first: start, due_last: end, occasion } = row;
    const due = {
      ...present({ start, end, occasion }),
      precision: row.due_precision as CodedEvent["date"]["precision"],
      span: this.span(row, "due"),
    };
    return {
      debtor,
      beneficiaries: this.#partiesOf(id, "beneficiary"),
      action: this.span(row, "action"),
      ...(row.due_start !== null && { due }),
    };
  }

  #placeOf(row: RoomRow): NonNullable<CodedEvent["place"]> {
    const { latitude, longitude, geonames } = row;
    return {
      name: String(row.place),
      ...present({ country: row.place_country }),
      ...presentNumbers({ latitude, longitude, geonames }),
      span: this.span(row, "place"),
    };
  }

  #partiesOf(record: string, part: string): Entity[] {
    const rows = this.#parties.get(record) ?? [];
    return rows.filter((row) => row.part === part).map((row) => this.entity(row));
  }

  #voicesOf(record: string): Attribution[] {
    return (this.#voices.get(record) ?? []).map((row) => ({
      source: row.kind === "publisher" ? "publisher" : this.entity(row),
      ...(row.cue_start !== null && { cue: this.span(row, "cue") }),
    }));
  }
}
