import { listValue } from "@duckdb/node-api";
import type { CodedEvent } from "../coding/records.ts";
import { allOf } from "./event-filter.ts";
import type { Correction, CorrectionPage } from "./records.ts";
import type { RoomRow, RoomStore } from "./room-store.ts";
import { present } from "./rows.ts";

/** A correction's columns, as `correctionOf` reads them. */
export const CORRECTION_COLUMNS = `id, record_kind, record, document, author, strftime(made_at, '%Y-%m-%dT%H:%M:%SZ') AS at, verdict,
  changes, added, note, is_undone`;

export interface CorrectionSearch {
  readonly document?: string | undefined;
  /** Those of these records alone. */
  readonly records?: readonly string[];
}

/** Corrections that stand, the latest first. */
export async function findCorrections(
  store: RoomStore,
  { document, records }: CorrectionSearch = {},
): Promise<CorrectionPage> {
  const where = allOf([
    ...(document === undefined ? [] : [{ sql: "document = ?", parameters: [document] }]),
    ...(records === undefined
      ? []
      : [{ sql: "record IN (SELECT unnest(?::VARCHAR[]))", parameters: [listValue([...records])] }]),
  ]);
  const rows = await store.ask(
    `SELECT ${CORRECTION_COLUMNS}, (SELECT title FROM documents WHERE documents.id = corrections.document) AS title
     FROM corrections WHERE NOT coalesce(is_undone, false) AND ${where.sql}
     ORDER BY made_at DESC, id`,
    where.parameters,
  );
  return { corrections: rows.map(correctionOf), total: rows.length };
}

export function correctionOf(row: RoomRow): Correction {
  return {
    id: String(row.id),
    document: String(row.document),
    ...(row.record_kind !== "document" && { record: String(row.record) }),
    verdict: row.verdict as Correction["verdict"],
    author: String(row.author),
    at: String(row.at),
    ...present({ note: row.note, title: row.title }),
    ...(row.changes !== null && { changes: JSON.parse(String(row.changes)) as Correction["changes"] }),
    ...(row.added !== null && { added: JSON.parse(String(row.added)) as CodedEvent[] }),
  };
}
