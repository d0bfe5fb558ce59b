import { type DuckDBValue, listValue } from "@duckdb/node-api";
import { allOf, type Condition, type Period, periodDays } from "./event-filter.ts";
import { cursorOf, partyOf } from "./events.ts";
import type { CommitmentPage, CommitmentRow, StatementRow } from "./records.ts";
import type { RoomRow, RoomStore } from "./room-store.ts";
import { grouped, present } from "./rows.ts";
import { utf16Places } from "./utf16-places.ts";

/** Statements by one party about or to the other, the latest first. */
export async function statementsOf(
  store: RoomStore,
  speaker: string,
  other: string,
  limit: number,
  period: Period = {},
): Promise<StatementRow[]> {
  const rows = await store.ask(
    `SELECT statements.id, statements.document, statements.act, statements.form, cue, content,
       documents.date AS published, documents.title,
       (SELECT any_value(name) FROM parties WHERE record = statements.id AND part = 'speaker') AS speaker
     FROM room.statement AS found JOIN statements ON statements.id = found.id
     JOIN documents ON documents.id = statements.document
     WHERE list_contains(speaker_keys, ?) AND (list_contains(addressee_keys, ?) OR list_contains(about_keys, ?))
       AND coalesce(documents.date, '0001-01-01') BETWEEN ?::DATE AND ?::DATE
     ORDER BY published DESC NULLS LAST, statements.id LIMIT ${limit}`,
    [speaker, other, other, ...periodDays(period)],
  );
  return rows.map((row) => ({
    id: String(row.id),
    document: String(row.document),
    act: String(row.act),
    form: String(row.form),
    speaker: String(row.speaker),
    cue: String(row.cue),
    content: String(row.content),
    ...present({ published: row.published, title: row.title }),
  }));
}

/** Orders of a list of commitments: the columns to sort by. */
export const COMMITMENT_ORDERS = {
  due: "coalesce(due_last, due_first)",
  debtor: "debtor",
  published: "published",
} as const;
export type CommitmentOrder = keyof typeof COMMITMENT_ORDERS;

export interface CommitmentSearch {
  readonly debtor?: string | undefined;
  readonly beneficiary?: string | undefined;
  readonly q?: string | undefined;
  /** Days of publication. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort: CommitmentOrder;
  readonly order: "asc" | "desc";
  readonly limit: number;
  readonly offset: number;
}

/** Who promised what to whom: those without a due day come last where they are sorted by it. */
export async function findCommitments(store: RoomStore, search: CommitmentSearch): Promise<CommitmentPage> {
  const { sort, order, limit, offset } = search;
  const where = commitmentCondition(search);
  const [ids, total] = await Promise.all([
    store.ask(
      `SELECT id FROM room.commitment WHERE ${where.sql}
       ORDER BY ${COMMITMENT_ORDERS[sort]} ${order} NULLS LAST, published DESC NULLS LAST, id
       LIMIT ${limit} OFFSET ${offset}`,
      where.parameters,
    ),
    store.askOne(`SELECT count(*) AS n FROM room.commitment WHERE ${where.sql}`, where.parameters),
  ]);
  const commitments = await commitmentRows(
    store,
    ids.map(({ id }) => String(id)),
  );
  const all = Number(total?.n);
  const end = offset + ids.length;
  return { commitments, total: all, ...(ids.length > 0 && end < all && { next: cursorOf(end) }) };
}

function commitmentCondition({ debtor, beneficiary, q, from, to }: CommitmentSearch): Condition {
  const parts: Condition[] = [];
  if (from !== undefined || to !== undefined) {
    parts.push({ sql: "published BETWEEN ?::DATE AND ?::DATE", parameters: periodDays({ from, to }) });
  }
  if (debtor !== undefined) parts.push({ sql: "list_contains(debtor_keys, ?)", parameters: [debtor] });
  if (beneficiary !== undefined) {
    parts.push({ sql: "list_contains(beneficiary_keys, ?)", parameters: [beneficiary] });
  }
  if (q !== undefined) {
    parts.push({ sql: "contains(lower(action || ' ' || coalesce(debtor, '')), lower(?))", parameters: [q] });
  }
  return allOf(parts);
}

async function commitmentRows(store: RoomStore, ids: readonly string[]): Promise<CommitmentRow[]> {
  if (ids.length === 0) return [];
  const wanted: DuckDBValue[] = [listValue([...ids])];
  const [rows, parties] = await Promise.all([
    store.ask(
      `SELECT commitments.*, statements.act, documents.date AS published, documents.title,
         sentences.text AS sentence_text, sentences.span_start AS sentence_start
       FROM commitments JOIN documents ON documents.id = commitments.document
       LEFT JOIN statements ON statements.id = commitments.statement
       LEFT JOIN sentences ON sentences.document = commitments.document AND sentences.sentence = commitments.sentence
       WHERE commitments.id IN (SELECT unnest(?::VARCHAR[]))`,
      wanted,
    ),
    store.ask(
      `SELECT record, part, name, text, kind, country, code, role, via FROM parties
       WHERE record IN (SELECT unnest(?::VARCHAR[])) AND part IN ('debtor', 'beneficiary') ORDER BY position`,
      wanted,
    ),
  ]);
  const partiesOf = grouped(parties, "record");
  const byId = new Map(
    rows.map((row) => [String(row.id), commitmentRow(row, partiesOf.get(String(row.id)) ?? [])]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function commitmentRow(row: RoomRow, parties: readonly RoomRow[]): CommitmentRow {
  const part = (name: string) => parties.filter((party) => party.part === name).map(partyOf);
  const text = String(row.sentence_text ?? row.action);
  const place = utf16Places(text);
  const within = (position: unknown) =>
    place(Math.max(0, Number(position) - Number(row.sentence_start ?? 0)));
  return {
    id: String(row.id),
    document: String(row.document),
    statement: String(row.statement),
    act: String(row.act),
    ...present({ published: row.published, title: row.title }),
    debtors: part("debtor"),
    beneficiaries: part("beneficiary"),
    action: String(row.action),
    due: present({ words: row.due, first: row.due_first, last: row.due_last, occasion: row.occasion }),
    sentence: { text, action: [within(row.action_start), within(row.action_end)] },
  };
}
