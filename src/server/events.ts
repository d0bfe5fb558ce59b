import { type DuckDBValue, listValue } from "@duckdb/node-api";
import type { Ontology } from "../ontology/ontology.ts";
import { ApiError } from "./api-error.ts";
import { findCorrections } from "./correction-list.ts";
import { type Condition, type EventFilter, eventCondition } from "./event-filter.ts";
import type { EventPage, EventRow, Party, Voice } from "./records.ts";
import type { RoomRow, RoomStore } from "./room-store.ts";
import { grouped, present, presentNumbers } from "./rows.ts";
import { utf16Places } from "./utf16-places.ts";

/** Orders of a list of events: the columns to sort by. */
export const EVENT_ORDERS = {
  date: "day",
  published: "published",
  score: "score",
  confidence: "confidence",
  type: "type",
  actor: "actor_names[1]",
  recipient: "recipient_names[1]",
} as const;
export type EventOrder = keyof typeof EVENT_ORDERS;

export interface EventListing {
  readonly sort: EventOrder;
  readonly order: "asc" | "desc";
  readonly limit: number;
  readonly offset: number;
}

/** A stretch of the events that meet a filter, in order; those without a value to sort by come last. */
export async function findEvents(
  store: RoomStore,
  ontology: Ontology,
  filter: EventFilter,
  listing: EventListing,
): Promise<EventPage> {
  const where = eventCondition(filter);
  const [ids, total] = await Promise.all([
    eventIds(store, where, listing),
    store.askOne(`SELECT count(*) AS n FROM room.event WHERE ${where.sql}`, where.parameters),
  ]);
  const events = await eventRows(store, ontology, ids);
  const end = listing.offset + ids.length;
  const all = Number(total?.n ?? 0);
  return { events, total: all, ...(end < all && ids.length > 0 && { next: cursorOf(end) }) };
}

async function eventIds(
  store: RoomStore,
  where: Condition,
  { sort, order, limit, offset }: EventListing,
): Promise<string[]> {
  const rows = await store.ask(
    `SELECT id FROM room.event WHERE ${where.sql}
     ORDER BY ${EVENT_ORDERS[sort]} ${order} NULLS LAST, id LIMIT ${limit} OFFSET ${offset}`,
    where.parameters,
  );
  return rows.map(({ id }) => String(id));
}

/** A place in a list as an opaque word. */
export function cursorOf(offset: number): string {
  return Buffer.from(`@${offset}`).toString("base64url");
}

/** @throws ApiError for a word that no answer gave */
export function offsetOf(cursor: string): number {
  const offset = /^@(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (offset === undefined) {
    throw new ApiError("bad_request", "this cursor was not given by an earlier answer", { field: "cursor" });
  }
  return Number(offset);
}

/** Events by id, in the order of the ids; unknown ids are left out. */
export async function eventRows(
  store: RoomStore,
  ontology: Ontology,
  ids: readonly string[],
): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  const wanted: DuckDBValue[] = [listValue([...ids])];
  const [events, parties, voices, { corrections }] = await Promise.all([
    store.ask(
      // The events first, so that of the sentences only those near them are read.
      `WITH wanted AS MATERIALIZED (FROM events WHERE id IN (SELECT unnest(?::VARCHAR[])))
       SELECT wanted.*, documents.title, documents.date AS published, sentences.text AS sentence_text,
         sentences.span_start AS sentence_start
       FROM wanted JOIN documents ON documents.id = wanted.document
       JOIN sentences ON sentences.document = wanted.document AND sentences.sentence = wanted.sentence`,
      wanted,
    ),
    store.ask(
      `SELECT record, part, name, text, kind, country, code, role, via FROM parties
       WHERE record IN (SELECT unnest(?::VARCHAR[])) AND part IN ('actor', 'recipient') ORDER BY position`,
      wanted,
    ),
    store.ask(
      `SELECT record, name, kind, code, cue FROM attributions
       WHERE record IN (SELECT unnest(?::VARCHAR[])) ORDER BY position`,
      wanted,
    ),
    findCorrections(store, { records: ids }),
  ]);
  const partiesOf = grouped(parties, "record");
  const voicesOf = grouped(voices, "record");
  const byId = new Map(
    events.map((row) => {
      const id = String(row.id);
      const event = eventRow(row, partiesOf.get(id) ?? [], voicesOf.get(id) ?? [], ontology);
      return [id, { ...event, corrections: corrections.filter(({ record }) => record === id) }] as const;
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function eventRow(
  row: RoomRow,
  parties: readonly RoomRow[],
  voices: readonly RoomRow[],
  ontology: Ontology,
): EventRow {
  const part = (name: string) => parties.filter((party) => party.part === name).map(partyOf);
  const cameo = String(row.cameo);
  const text = String(row.sentence_text ?? "");
  const place = utf16Places(text);
  const within = (position: unknown) =>
    place(Math.max(0, Number(position) - Number(row.sentence_start ?? 0)));
  return {
    id: String(row.id),
    document: String(row.document),
    ...present({ title: row.title, published: row.published, mode: row.mode }),
    date: {
      ...present({ start: row.date_start, end: row.date_end, occasion: row.date_occasion }),
      precision: row.date_precision as EventRow["date"]["precision"],
    },
    type: String(row.type),
    contexts: row.contexts as string[],
    cameo,
    ...(ontology.isCameo(cameo) && { cameoName: ontology.cameoName(cameo) }),
    quad: row.quad as EventRow["quad"],
    score: Number(row.score),
    goldstein: Number(row.goldstein),
    status: row.status as EventRow["status"],
    actors: part("actor"),
    recipients: part("recipient"),
    ...(row.place !== null && {
      place: {
        name: String(row.place),
        ...presentNumbers({ latitude: row.latitude, longitude: row.longitude }),
      },
    }),
    voices: voices.map(voiceOf),
    confidence: Number(row.confidence),
    sentence: {
      number: Number(row.sentence),
      text,
      trigger: [within(row.trigger_start), within(row.trigger_end)],
    },
    corrections: [],
  };
}

export function partyOf({ name, text, kind, country, code, role, via }: RoomRow): Party {
  return {
    name: String(name),
    text: String(text),
    kind: kind as Party["kind"],
    code: String(code),
    ...present({ country, role, via }),
  };
}

function voiceOf({ name, kind, code, cue }: RoomRow): Voice {
  return { kind: String(kind), ...present({ name, code, cue }) };
}
