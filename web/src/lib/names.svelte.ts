import type { Names } from "../../../src/server/records.ts";
import { get } from "./api.ts";

const EMPTY: Names = { version: "", store: "", corrections: false, countries: {}, types: [] };

/** Names by code, once they are there; codes stand in until then. */
export const names = $state<{ known: Names }>({ known: EMPTY });

export async function loadNames(): Promise<void> {
  names.known = await get<Names>("/api/names");
}

/** A country's name; what is no country's code is a name already. */
export function nameOf(key: string): string {
  return names.known.countries[key] ?? key;
}
