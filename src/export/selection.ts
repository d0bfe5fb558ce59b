import { quoted } from "../store/table.ts";

/** Which events of a store are exported; what is absent is no condition. */
export interface Selection {
  /** First and last day, `YYYY-MM-DD`: an event that lasts is taken where a part of it lies between. */
  readonly since?: string;
  readonly until?: string;
  /** ISO 3166-1 alpha-3; an event is taken where one of them acts or is acted upon. */
  readonly countries?: readonly string[];
  readonly types?: readonly string[];
  readonly statuses?: readonly string[];
  /** Takes every telling, where otherwise a happening that several documents tell is taken once. */
  readonly keepsDuplicates?: boolean;
}

/** A query for the ids of the events that are selected. */
export function selectedIds(selection: Selection): string {
  const { since, until, countries, types, statuses, keepsDuplicates } = selection;
  const conditions = [
    ...(keepsDuplicates === true ? [] : ["id IN (SELECT happening FROM tellings)"]),
    ...(since === undefined ? [] : [`date_end >= DATE ${quoted(since)}`]),
    ...(until === undefined ? [] : [`date_start <= DATE ${quoted(until)}`]),
    ...(types === undefined ? [] : [`type IN (${types.map(quoted).join(", ")})`]),
    ...(statuses === undefined ? [] : [`status IN (${statuses.map(quoted).join(", ")})`]),
    ...(countries === undefined
      ? []
      : [
          `id IN (SELECT record FROM parties WHERE part IN ('actor', 'recipient') AND country IN (${countries.map(quoted).join(", ")}))`,
        ]),
  ];
  return `SELECT id FROM events${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`}`;
}
