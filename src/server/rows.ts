import type { Json } from "@duckdb/node-api";
import type { RoomRow } from "./room-store.ts";

/** The columns of text that have a value. */
export function present<Name extends string>(
  columns: Readonly<Record<Name, Json | undefined>>,
): Partial<Record<Name, string>> {
  return known(columns) as Partial<Record<Name, string>>;
}

/** The columns of numbers that have a value. */
export function presentNumbers<Name extends string>(
  columns: Readonly<Record<Name, Json | undefined>>,
): Partial<Record<Name, number>> {
  return known(columns) as Partial<Record<Name, number>>;
}

function known(columns: Readonly<Record<string, Json | undefined>>): Record<string, Json | undefined> {
  const entries = Object.entries(columns).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries);
}

/** Rows by the value of a column, in the order in which they come. */
export function grouped(rows: readonly RoomRow[], column: string): Map<string, RoomRow[]> {
  const groups = new Map<string, RoomRow[]>();
  for (const row of rows) {
    const key = String(row[column]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
