import { join } from "node:path";
import { z } from "zod";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { readTable } from "../lexicon/table.ts";
import { loadOntology, type Ontology } from "../ontology/ontology.ts";
import { CodingDesk } from "./coding-desk.ts";
import { RoomStore } from "./room-store.ts";

/** All that answers are made of. */
export interface Room {
  readonly store: RoomStore;
  readonly ontology: Ontology;
  readonly desk: CodingDesk;
  /** Names of countries by code, for people. */
  readonly countries: Readonly<Record<string, string>>;
  /** Whether corrections may be written. */
  readonly isWritable: boolean;
  readonly version: string;
  close(): Promise<void>;
}

export interface RoomOptions {
  readonly isWritable: boolean;
  readonly version: string;
}

/**
 * Opens a store as a reading room.
 * @throws OutputError in one sentence where the file cannot be opened as a store
 */
export async function openRoom(path: string, { isWritable, version }: RoomOptions): Promise<Room> {
  const store = await RoomStore.open(path, { isWritable });
  const desk = new CodingDesk();
  return {
    store,
    desk,
    ontology: loadOntology(),
    countries: { ...(await unlistedNames(store)), ...countryNames() },
    isWritable,
    version,
    async close() {
      await desk.close();
      store.close();
    },
  };
}

/** Codes of actors that are no country have the name that the store calls them by most: EUR is the European Union. */
async function unlistedNames(store: RoomStore): Promise<Record<string, string>> {
  const rows = await store.ask(
    `SELECT country, mode(name) AS name FROM parties
     WHERE country IS NOT NULL AND kind IN ('country', 'organisation') AND code = country GROUP BY country`,
  );
  return Object.fromEntries(rows.map(({ country, name }) => [String(country), String(name)]));
}

const countryRow = z.object({ code: z.string(), name: z.string() });

function countryNames(): Record<string, string> {
  const rows = readTable(join(bundledLexiconFolder("en"), "actors/countries.tsv"), countryRow);
  return Object.fromEntries(rows.map(({ row }) => [row.code, row.name]));
}
