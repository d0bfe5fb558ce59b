import type { Ontology } from "../ontology/ontology.ts";
import { eventRows } from "./events.ts";
import { countMonths } from "./facets.ts";
import { activePairs } from "./pairs.ts";
import type { Overview } from "./records.ts";
import type { RoomRow, RoomStore } from "./room-store.ts";
import { present } from "./rows.ts";

/** Latest events shown on the first page. */
const LATEST = 6;
const MOST_PAIRS = 12;

/** What a store holds: the first page of the reading room. */
export async function overview(store: RoomStore, ontology: Ontology): Promise<Overview> {
  const [counts, corrections, months, types, statuses, pairs, publishers, latest, run] = await Promise.all([
    store.askOne(
      `SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM events) AS events,
         (SELECT count(*) FROM statements) AS statements, min(date) AS first, max(date) AS last FROM documents`,
    ),
    store.askOne("SELECT count(*) AS n FROM corrections WHERE NOT coalesce(is_undone, false)"),
    countMonths(store, {}),
    store.ask(
      "SELECT type AS value, count(*) AS n, avg(score) AS score FROM room.event GROUP BY type ORDER BY n DESC, type",
    ),
    store.ask(
      "SELECT status AS value, count(*) AS n FROM room.event GROUP BY status ORDER BY n DESC, status",
    ),
    activePairs(store, MOST_PAIRS),
    store.ask(
      `SELECT publisher AS value, count(*) AS n FROM documents WHERE publisher IS NOT NULL
       GROUP BY publisher ORDER BY n DESC, publisher LIMIT 8`,
    ),
    latestEvents(store, ontology),
    store.askOne(
      `SELECT run, version, strftime(started_at, '%Y-%m-%d %H:%M') AS started,
         strftime(ended_at, '%Y-%m-%d %H:%M') AS ended FROM runs ORDER BY run DESC LIMIT 1`,
    ),
  ]);
  return {
    documents: Number(counts?.documents),
    events: Number(counts?.events),
    statements: Number(counts?.statements),
    corrections: Number(corrections?.n),
    ...(counts?.first && { days: [String(counts.first), String(counts.last)] as [string, string] }),
    months,
    types: types.map((row) => ({ ...tally(row), score: Number(row.score) })),
    statuses: statuses.map(tally),
    pairs,
    publishers: publishers.map(tally),
    latest,
    ...(run !== undefined && {
      run: {
        number: Number(run.run),
        version: String(run.version),
        startedAt: String(run.started),
        ...present({ endedAt: run.ended }),
      },
    }),
  };
}

/** Events of the latest documents, the clearest first. */
async function latestEvents(store: RoomStore, ontology: Ontology) {
  const rows = await store.ask(
    `SELECT id FROM room.event WHERE status IN ('occurred', 'ongoing', 'future') AND len(countries) > 1
     ORDER BY published DESC NULLS LAST, confidence DESC, id LIMIT ${LATEST}`,
  );
  return eventRows(
    store,
    ontology,
    rows.map(({ id }) => String(id)),
  );
}

function tally({ value, n }: RoomRow) {
  return { value: String(value), n: Number(n) };
}
