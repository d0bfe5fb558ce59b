import { codeWords } from "../../../src/server/code-words.ts";
import type { Names } from "../../../src/server/records.ts";
import { get } from "./api.ts";

const EMPTY: Names = { version: "", store: "", corrections: false, countries: {}, types: [], cameo: {} };

/** Names by code, once they are there; codes stand in until then. */
export const names = $state<{ known: Names }>({ known: EMPTY });

export async function loadNames(): Promise<void> {
  names.known = await get<Names>("/api/names");
}

/** A country's name, or an actor's code in words; what is no code is a name already. */
export function nameOf(key: string): string {
  return names.known.countries[key] ?? codeWords(key, names.known.countries) ?? key;
}

/** An actor's code with what it says, to stand beside the actor's name: "CHNGOV: China, government". */
export function codeOf(code: string): string {
  const words = codeWords(code, names.known.countries);
  return words === undefined ? (code === "---" ? "of no known country" : code) : `${code}: ${words}`;
}

/** A CAMEO code with its name: "CAMEO 040, consult". */
export function cameoOf(code: string): string {
  const name = names.known.cameo[code];
  return `CAMEO ${code}${name === undefined ? "" : `, ${name.charAt(0).toLowerCase()}${name.slice(1)}`}`;
}
