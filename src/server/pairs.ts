import type { Ontology } from "../ontology/ontology.ts";
import { type EventFilter, eventCondition, type Period, periodDays } from "./event-filter.ts";
import { findEvents } from "./events.ts";
import { countMonths } from "./facets.ts";
import type { Network, PairRow, PairView } from "./records.ts";
import type { RoomStore } from "./room-store.ts";
import { findCommitments, statementsOf } from "./statements.ts";

/** Statements and events a pair's page shows of each kind. */
const SHOWN = 8;

/** What counts as having happened between two parties: told as real, and once however often it is told. */
const TOLD: EventFilter = { status: ["occurred", "ongoing", "historical"], telling: "first" };

/** Two actors over time; each is a country's code, an actor's code or a name. */
export async function viewPair(
  store: RoomStore,
  ontology: Ontology,
  a: string,
  b: string,
  period: Period = {},
): Promise<PairView> {
  const between: EventFilter = { between: [a, b], ...period };
  const told: EventFilter = { ...between, ...TOLD };
  const where = eventCondition(told);
  const commitmentsOf = async (debtor: string, beneficiary: string) =>
    findCommitments(store, {
      debtor,
      beneficiary,
      sort: "published",
      order: "desc",
      ...period,
      limit: SHOWN,
      offset: 0,
    });
  const [months, types, total, latest, aOfB, bOfA, aOwes, bOwes] = await Promise.all([
    countMonths(store, told),
    store.ask(
      `SELECT type AS value, count(*) AS n, avg(score) AS score FROM room.event WHERE ${where.sql}
       GROUP BY type ORDER BY n DESC, type`,
      where.parameters,
    ),
    store.askOne(
      `SELECT count(*) AS n, avg(score) AS score FROM room.event WHERE ${where.sql}`,
      where.parameters,
    ),
    findEvents(store, ontology, between, { sort: "published", order: "desc", limit: SHOWN, offset: 0 }),
    statementsOf(store, a, b, SHOWN, period),
    statementsOf(store, b, a, SHOWN, period),
    commitmentsOf(a, b),
    commitmentsOf(b, a),
  ]);
  return {
    a,
    b,
    n: Number(total?.n),
    all: latest.total,
    score: Number(total?.score ?? 0),
    months,
    types: types.map(({ value, n, score }) => ({ value: String(value), n: Number(n), score: Number(score) })),
    latest: latest.events,
    statements: { a: aOfB, b: bOfA },
    commitments: { a: aOwes.commitments, b: bOwes.commitments },
  };
}

/** Pairs of countries by the happenings between them, each pair once, whichever of the two acts. */
export async function activePairs(
  store: RoomStore,
  limit: number,
  { from, to }: Period = {},
): Promise<PairRow[]> {
  const rows = await store.ask(
    `WITH told AS (FROM room.event WHERE is_first AND status IN ('occurred', 'ongoing', 'historical')
       AND day >= ?::DATE AND day <= ?::DATE),
     pair AS (
       SELECT id, score, unnest(actor_countries) AS one, NULL AS other, recipient_keys, recipient_countries, actor_countries FROM told)
     SELECT least(one, two) AS a, greatest(one, two) AS b, count(DISTINCT id) AS n, avg(score) AS score
     FROM (SELECT id, score, one,
       unnest(if(len(recipient_keys) > 0, recipient_countries, actor_countries)) AS two FROM pair)
     WHERE one <> two GROUP BY a, b ORDER BY n DESC, a, b LIMIT ${limit}`,
    periodDays({ from, to }),
  );
  return rows.map(({ a, b, n, score }) => ({
    a: String(a),
    b: String(b),
    n: Number(n),
    score: Number(score),
  }));
}

/** Who deals with whom in a period: the most active pairs, and the countries in them. */
export async function viewNetwork(store: RoomStore, period: Period, limit: number): Promise<Network> {
  const [links, days] = await Promise.all([
    activePairs(store, limit, period),
    store.askOne("SELECT min(day) AS first, max(day) AS last FROM room.event WHERE is_first"),
  ]);
  const nodes = new Map<string, number>();
  for (const { a, b, n } of links) {
    for (const country of [a, b]) nodes.set(country, (nodes.get(country) ?? 0) + n);
  }
  return {
    nodes: [...nodes].map(([country, n]) => ({ country, n })),
    links,
    ...(days?.first && { days: [String(days.first), String(days.last)] as [string, string] }),
  };
}
