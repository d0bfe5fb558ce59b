import { createHash } from "node:crypto";
import type { CodedEvent } from "../coding/records.ts";
import type { Span } from "../document/span.ts";
import type { CorrectedDocument } from "../evaluation/corrections.ts";
import type { Entity } from "../mentions/mention.ts";
import { isEventType } from "../ontology/event-types.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { actorGiven } from "./actors.ts";
import { ApiError } from "./api-error.ts";
import { CORRECTION_COLUMNS, correctionOf, findCorrections } from "./correction-list.ts";
import { viewDocument } from "./documents.ts";
import type { Correction, DocumentView, GivenCorrection, GivenParties } from "./records.ts";
import type { Room } from "./room.ts";
import type { RoomStore } from "./room-store.ts";

/**
 * Keeps what a person says of an event, beside the machine's coding; what the same person said of it before is taken back.
 * @throws ApiError where there is no such event or document, or the change is none
 */
export async function addCorrection(room: Room, given: GivenCorrection, now: Date): Promise<Correction> {
  const { store } = room;
  const view = await viewDocument(store, given.document);
  if (view === undefined)
    throw new ApiError("not_found", `there is no document ${given.document} in this store`);
  const event = view.coded.events.find(({ id }) => id === given.record);
  if (given.verdict !== "missed" && event === undefined) {
    throw new ApiError("not_found", `there is no event ${given.record ?? "named"} in this document`, {
      field: "record",
    });
  }
  const changes =
    given.verdict === "changed" && event !== undefined
      ? await changesOf(given, event, view, room)
      : undefined;
  const added = given.verdict === "missed" ? [await addedEvent(given, view, room)] : undefined;
  const at = now.toISOString();
  const record = event?.id ?? given.document;
  const id = createHash("sha256")
    .update(`${record} ${given.author} ${at} ${given.verdict}`)
    .digest("hex")
    .slice(0, 16);
  if (event !== undefined) {
    await store.ask(
      `UPDATE corrections SET is_undone = true, undone_at = ?::TIMESTAMP
       WHERE record = ? AND author = ? AND NOT coalesce(is_undone, false)`,
      [at.slice(0, -1), record, given.author],
    );
  }
  await store.ask(
    `INSERT INTO corrections (id, record_kind, record, document, author, made_at, verdict, changes, added, note, is_undone)
     VALUES (?, ?, ?, ?, ?, ?::TIMESTAMP, ?, ?, ?, ?, false)`,
    [
      id,
      event === undefined ? "document" : "event",
      record,
      given.document,
      given.author,
      at.slice(0, -1),
      given.verdict,
      changes === undefined ? null : JSON.stringify(changes),
      added === undefined ? null : JSON.stringify(added),
      given.note ?? null,
    ],
  );
  store.touch();
  const row = await store.askOne(`SELECT ${CORRECTION_COLUMNS} FROM corrections WHERE id = ?`, [id]);
  if (row === undefined) throw new Error(`the correction ${id} was not kept`);
  return correctionOf(row);
}

/** Takes a correction back: it is kept, but stands no longer. */
export async function undoCorrection(store: RoomStore, id: string, now: Date): Promise<void> {
  const rows = await store.ask(
    `UPDATE corrections SET is_undone = true, undone_at = ?::TIMESTAMP
     WHERE id = ? AND NOT coalesce(is_undone, false) RETURNING id`,
    [now.toISOString().slice(0, -1), id],
  );
  if (rows.length === 0) throw new ApiError("not_found", `there is no correction ${id} that stands`);
  store.touch();
}

async function changesOf(given: GivenCorrection, event: CodedEvent, view: DocumentView, room: Room) {
  const kind = given.type === undefined ? {} : kindOf(given.type, given.mode, room.ontology);
  const [at] = event.evidence.trigger;
  const parties = async (field: "actors" | "recipients") =>
    given[field] === undefined ? {} : { [field]: await partiesOf(given[field], view, room, at, field) };
  const changes = {
    ...kind,
    ...(given.status !== undefined && { status: given.status }),
    ...(await parties("actors")),
    ...(await parties("recipients")),
  };
  if (Object.keys(changes).length === 0) {
    throw new ApiError(
      "bad_request",
      "a correction that changes an event says what it changes: type, status, parties",
    );
  }
  return changes;
}

async function addedEvent(given: GivenCorrection, view: DocumentView, room: Room): Promise<CodedEvent> {
  const { document, coded } = view;
  if (given.trigger === undefined) {
    throw new ApiError("bad_request", "a missed event needs the words that tell it", { field: "trigger" });
  }
  if (given.type === undefined) {
    throw new ApiError("bad_request", "a missed event needs a type", { field: "type" });
  }
  const [start, end] = given.trigger;
  if (start >= end || end > document.text.length) {
    throw new ApiError("bad_request", "these words are not in the text", { field: "trigger" });
  }
  const sentence = coded.sentences.findIndex((span) => span[0] <= start && start < span[1]);
  const kind = kindOf(given.type, given.mode, room.ontology);
  const actors = await partiesOf(given.actors ?? [], view, room, start, "actors");
  const recipients = await partiesOf(given.recipients ?? [], view, room, start, "recipients");
  const names = [...actors, ...recipients].map(({ name }) => name);
  return {
    id: createHash("sha256")
      .update([document.id, start, end, kind.type, ...names].join("\n"))
      .digest("hex")
      .slice(0, 16),
    document: document.id,
    sentence: Math.max(0, sentence),
    ...kind,
    contexts: [],
    actors,
    recipients,
    date:
      document.date === undefined
        ? { precision: "unresolved" }
        : { start: document.date, end: document.date, precision: "day" },
    status: given.status ?? "occurred",
    attribution: [{ source: "publisher" }],
    evidence: {
      trigger: [start, end] as Span,
      sentence: coded.sentences[Math.max(0, sentence)] ?? [start, end],
    },
    retold: [],
    rule: "added by hand",
    lexicon: [],
    confidence: 1,
  };
}

/** Type and mode with all that follows from them. */
function kindOf(type: string, mode: string | undefined, ontology: Ontology) {
  if (!isEventType(type))
    throw new ApiError("bad_request", `there is no event type ${type}`, { field: "type" });
  if (mode !== undefined && !ontology.isMode(type, mode)) {
    throw new ApiError("bad_request", `${type} has no mode ${mode}`, { field: "mode" });
  }
  const cameo = ontology.defaultCameo(type, mode);
  return {
    type,
    ...(mode !== undefined && { mode }),
    cameo,
    quad: ontology.quadOf(type),
    score: ontology.scoreOf(type, mode),
    goldstein: ontology.goldsteinOf(cameo),
  };
}

/** @param at where the event is told: actors whom the document does not name are put there */
function partiesOf(
  given: GivenParties,
  { coded }: DocumentView,
  room: Room,
  at: number,
  field: string,
): Promise<Entity[]> {
  return Promise.all(
    given.map(async (party) => {
      if (typeof party !== "number") return actorGiven(room, party, at, field);
      const mention = coded.mentions[party];
      if (mention === undefined) {
        throw new ApiError("bad_request", `the document has no mention number ${party}`, { field });
      }
      return mention;
    }),
  );
}

/** Every document with corrections; events that nobody judged are in neither list. */
export async function* goldDocuments(store: RoomStore): AsyncGenerator<CorrectedDocument> {
  const { corrections } = await findCorrections(store);
  for (const id of [...new Set(corrections.map(({ document }) => document))].sort()) {
    const view = await viewDocument(store, id);
    if (view !== undefined)
      yield goldOf(
        view,
        corrections.filter(({ document }) => document === id),
      );
  }
}

function goldOf({ document, coded }: DocumentView, corrections: readonly Correction[]): CorrectedDocument {
  const latest = new Map<string, Correction>();
  for (const correction of [...corrections].reverse()) {
    if (correction.record !== undefined) latest.set(correction.record, correction);
  }
  const judged = coded.events.flatMap((event) => {
    const correction = latest.get(event.id);
    return correction === undefined
      ? []
      : [{ event: { ...event, ...correction.changes } as CodedEvent, correction }];
  });
  const added = corrections.flatMap((correction) => correction.added ?? []);
  return {
    document,
    events: [
      ...judged.filter(({ correction }) => correction.verdict !== "wrong").map(({ event }) => event),
      ...added,
    ],
    wrong: judged.filter(({ correction }) => correction.verdict === "wrong").map(({ event }) => event),
  };
}
