import type { EventRow } from "../../../src/server/records.ts";

const counting = new Intl.NumberFormat("en");

export function count(n: number): string {
  return counting.format(n);
}

/** "1 event", "7,369 events". */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : plural}`;
}

export function signed(score: number): string {
  const shown = Math.abs(score).toFixed(1);
  return `${shown === "0.0" ? "" : score > 0 ? "+" : "−"}${shown}`;
}

const day = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

export function dayName(date: string): string {
  return day.format(new Date(`${date}T00:00Z`));
}

export function monthName(date: string): string {
  return month.format(new Date(`${date}T00:00Z`));
}

/** When an event was, as exactly as the text says. */
export function whenOf({ start, end, precision, occasion }: EventRow["date"]): string {
  if (start === undefined && end === undefined && occasion !== undefined) return occasion;
  if (start === undefined) return end === undefined ? "no date" : `until ${dayName(end)}`;
  if (precision === "year") return start.slice(0, 4);
  if (precision === "month") return monthName(start);
  return end === undefined || end === start ? dayName(start) : `${dayName(start)} to ${dayName(end)}`;
}

/** Last day of a month given by its first. */
export function monthEnd(first: string): string {
  const [year = 0, number = 1] = first.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** "CONSULT, phone": type and mode. */
export function kindOf({
  type,
  mode,
}: {
  readonly type: string;
  readonly mode?: string | undefined;
}): string {
  return mode === undefined ? type : `${type}, ${mode.replaceAll("-", " ")}`;
}

/**
 * What a document calls itself or somebody, to stand in a line with other words: without marks that turn the direction of writing, since one
 * that is left open would turn those words, too. The letters bring their own direction.
 */
export function inLine(text: string): string {
  return text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "");
}

/** "A", "A and B", "A, B and C". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

export function documentAddress(id: string, event?: string): string {
  const path = `/document/${encodeURIComponent(id)}`;
  return event === undefined ? path : `${path}?event=${encodeURIComponent(event)}`;
}

/** @param period as a query, empty for all time */
export function pairAddress(a: string, b: string, period = ""): string {
  return `/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}${period === "" ? "" : `?${period}`}`;
}

/** The map, with a ring round a place. */
export function mapAddress({
  name,
  latitude,
  longitude,
}: {
  readonly name: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}): string {
  const query = new URLSearchParams({ place: name });
  if (latitude !== undefined && longitude !== undefined) query.set("at", `${latitude},${longitude}`);
  return `/map?${query}`;
}
