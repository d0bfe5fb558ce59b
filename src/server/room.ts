import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { loadCountryNames } from "../mentions/country-names.ts";
import { CameoCodes } from "../mentions/dictionary/cameo-codes.ts";
import { loadOntology, type Ontology } from "../ontology/ontology.ts";
import { CodingDesk } from "./coding-desk.ts";
import type { Coder } from "./records.ts";
import { RoomStore } from "./room-store.ts";
import { present } from "./rows.ts";

/** All that answers are made of. */
export interface Room {
  readonly store: RoomStore;
  readonly ontology: Ontology;
  readonly desk: CodingDesk;
  /** Names of countries by code, for people. */
  readonly countries: Readonly<Record<string, string>>;
  /** What codes of actors say. */
  readonly codes: CameoCodes;
  /** What coded the latest documents; absent where no run has stored any. */
  readonly coder: Coder | undefined;
  /** Whether corrections may be written. */
  readonly isWritable: boolean;
  readonly version: string;
  close(): Promise<void>;
}

export interface RoomOptions {
  readonly isWritable: boolean;
  readonly version: string;
  /** Told what is being done meanwhile. */
  readonly opening?: (words: string) => void;
}

/**
 * Opens a store as a reading room.
 * @throws OutputError in one sentence where the file cannot be opened as a store
 */
export async function openRoom(
  path: string,
  { isWritable, version, ...options }: RoomOptions,
): Promise<Room> {
  const store = await RoomStore.open(path, { isWritable, ...options });
  const desk = new CodingDesk();
  const countries = { ...(await unlistedNames(store)), ...Object.fromEntries(loadCountryNames()), ...UNIONS };
  return {
    store,
    desk,
    ontology: loadOntology(),
    countries,
    codes: new CameoCodes(bundledLexiconFolder("en"), Object.keys(countries)),
    coder: await latestCoder(store),
    isWritable,
    version,
    async close() {
      await desk.close();
      store.close();
    },
  };
}

/** Codes that stand where a country's does, of actors that are none and so in no table of countries. */
const UNIONS = { EUR: "European Union" } as const;

/** Codes that a dictionary of the user's brought have the name that the store calls them by most. */
async function unlistedNames(store: RoomStore): Promise<Record<string, string>> {
  const rows = await store.ask(
    `SELECT country, mode(name) AS name FROM parties
     WHERE country IS NOT NULL AND kind IN ('country', 'organisation') AND code = country GROUP BY country`,
  );
  return Object.fromEntries(rows.map(({ country, name }) => [String(country), String(name)]));
}

async function latestCoder(store: RoomStore): Promise<Coder | undefined> {
  const run = await store.askOne(
    "SELECT version, model, lexicon FROM runs WHERE documents > 0 ORDER BY run DESC LIMIT 1",
  );
  return run && { version: String(run.version), ...present({ model: run.model, lexicon: run.lexicon }) };
}
