import { QUADS } from "../ontology/event-types.ts";
import { type EventFilter, eventCondition, type FilterName } from "./event-filter.ts";
import type { Facets, FacetTally, Month } from "./records.ts";
import type { RoomRow, RoomStore } from "./room-store.ts";

/** Values a facet names at most. */
const MOST_VALUES = 40;

/** What each facet counts by: a column, or the values of a list. */
const FACETS: readonly { readonly name: FilterName; readonly value: string }[] = [
  { name: "type", value: "type" },
  { name: "mode", value: "coalesce(mode, 'none')" },
  { name: "status", value: "status" },
  { name: "quad", value: "quad" },
  { name: "voice", value: "voice" },
  { name: "actor", value: "unnest(list_distinct(actor_names))" },
  { name: "recipient", value: "unnest(list_distinct(recipient_names))" },
  { name: "country", value: "unnest(countries)" },
  { name: "sector", value: "unnest(sectors)" },
  { name: "context", value: "unnest(contexts)" },
  { name: "place", value: "coalesce(place, 'unknown')" },
];

/** Lowest confidences to choose from: how likely an event is wholly right. */
const CONFIDENCES = [0.75, 0.5, 0.25] as const;

/** How the events that meet a filter fall into months and facets; a facet is counted without its own filter. */
export async function countFacets(store: RoomStore, filter: EventFilter): Promise<Facets> {
  const [months, totals, confidence, ...tallies] = await Promise.all([
    countMonths(store, filter, ["from", "to"]),
    countTotals(store, filter),
    countConfidences(store, filter),
    ...FACETS.map(({ name, value }) => countValues(store, filter, name, value)),
  ]);
  const facets = Object.fromEntries(FACETS.map(({ name }, index) => [name, tallies[index] as FacetTally]));
  return { ...totals, months, facets: { ...facets, confidence } };
}

async function countTotals(store: RoomStore, filter: EventFilter) {
  const where = eventCondition(filter);
  const row = await store.askOne(
    `SELECT count(*) AS total, count(*) FILTER (day IS NULL) AS undated FROM room.event WHERE ${where.sql}`,
    where.parameters,
  );
  return { total: Number(row?.total), undated: Number(row?.undated) };
}

async function countValues(
  store: RoomStore,
  filter: EventFilter,
  name: FilterName,
  value: string,
): Promise<FacetTally> {
  const where = eventCondition(filter, [name]);
  const rows = await store.ask(
    `SELECT value, count(*) AS n FROM (SELECT ${value} AS value FROM room.event WHERE ${where.sql})
     GROUP BY value ORDER BY n DESC, value LIMIT ${MOST_VALUES}`,
    where.parameters,
  );
  return rows.map((row) => ({ value: String(row.value), n: Number(row.n) }));
}

async function countConfidences(store: RoomStore, filter: EventFilter): Promise<FacetTally> {
  const where = eventCondition(filter, ["confidence"]);
  const counts = CONFIDENCES.map((least, index) => `count(*) FILTER (confidence >= ${least}) AS n${index}`);
  const row = await store.askOne(
    `SELECT ${counts.join(", ")} FROM room.event WHERE ${where.sql}`,
    where.parameters,
  );
  return CONFIDENCES.map((least, index) => ({ value: String(least), n: Number(row?.[`n${index}`]) }));
}

/** Events that meet a filter month by month, months without events left out. */
export async function countMonths(
  store: RoomStore,
  filter: EventFilter,
  except: readonly FilterName[] = [],
): Promise<Month[]> {
  const where = eventCondition(filter, except);
  const counts = QUADS.map((quad) => `count(*) FILTER (quad = '${quad}') AS "${quad}"`);
  const rows = await store.ask(
    `SELECT month, ${counts.join(", ")}, avg(score) AS score FROM room.event
     WHERE month IS NOT NULL AND ${where.sql} GROUP BY month ORDER BY month`,
    where.parameters,
  );
  return rows.map(monthOf);
}

export function monthOf(row: RoomRow): Month {
  const quads = Object.fromEntries(QUADS.map((quad) => [quad, Number(row[quad])])) as Month["quads"];
  return { month: String(row.month), quads, score: Number(row.score) };
}
