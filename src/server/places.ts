import { type EventFilter, eventCondition } from "./event-filter.ts";
import type { Places } from "./records.ts";
import type { RoomStore } from "./room-store.ts";
import { presentNumbers } from "./rows.ts";

/** Places one answer names at most. */
const MOST_PLACES = 2000;

/** Where the events that meet a filter happened, and how many are not known to have happened anywhere. */
export async function findPlaces(store: RoomStore, filter: EventFilter): Promise<Places> {
  const where = eventCondition(filter);
  const [rows, totals] = await Promise.all([
    store.ask(
      `SELECT place, latitude, longitude, count(*) AS n, avg(score) AS score FROM room.event
       WHERE place IS NOT NULL AND ${where.sql}
       GROUP BY place, latitude, longitude ORDER BY n DESC, place LIMIT ${MOST_PLACES}`,
      where.parameters,
    ),
    store.askOne(
      `SELECT count(*) AS total, count(*) FILTER (place IS NULL) AS unknown,
         count(*) FILTER (place IS NOT NULL AND latitude IS NULL) AS unplaced
       FROM room.event WHERE ${where.sql}`,
      where.parameters,
    ),
  ]);
  return {
    total: Number(totals?.total),
    unknown: Number(totals?.unknown),
    unplaced: Number(totals?.unplaced),
    places: rows.map(({ place, latitude, longitude, n, score }) => ({
      name: String(place),
      ...presentNumbers({ latitude, longitude }),
      n: Number(n),
      score: Number(score),
    })),
  };
}
