import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import { documentRows } from "./document-rows.ts";
import { type OpenStore, openStore } from "./open-store.ts";
import { brokenOff } from "./output-error.ts";
import { RowBuffer } from "./row-buffer.ts";
import { DOCUMENT_TABLES, DOCUMENTS, RUNS } from "./schema.ts";
import { table } from "./table.ts";

/** Rows and characters of text gathered before they are stored: enough to be fast, few enough to need little memory. */
const BATCH_ROWS = 20_000;
const BATCH_CHARACTERS = 8_000_000;
/**
 * How long the log of changes may get before DuckDB works it into the file. At its own 16 MB it does so every few
 * batches, which takes four times as long as storing them; a killed run leaves a log this long to be read once more.
 */
const LONGEST_LOG = "128MB";
/** What DuckDB may keep in memory; without a limit of ours it takes most of the machine's, next to the threads that code. */
const MOST_MEMORY = "1GB";

const BATCH_IDS = table("batch_ids", "Documents about to be stored.", {
  id: { type: "VARCHAR", meaning: "id of the document" },
});

/** How a run is remembered in the store. */
export interface RunDescription {
  /** Version of the program. */
  readonly version: string;
  /** SHA-256 of the language model. */
  readonly model?: string;
  /** SHA-256 over the lexicon's files. */
  readonly lexicon?: string;
  /** What was asked for: files, options. */
  readonly command: Readonly<Record<string, unknown>>;
}

export interface StoreWriterOptions {
  readonly run?: RunDescription;
  /** The clock by which the run is dated. */
  readonly now?: () => Date;
}

/**
 * Stores coded documents, a batch in one transaction: a document is in the store whole or not at all, and coding it
 * again replaces all it had there.
 */
export class StoreWriter {
  readonly #path: string;
  readonly #store: OpenStore;
  readonly #run: number;
  readonly #now: () => Date;
  readonly #buffer = new RowBuffer();
  #batch = new Set<string>();
  #batchEvents = 0;

  private constructor(path: string, store: OpenStore, run: number, now: () => Date) {
    this.#path = path;
    this.#store = store;
    this.#run = run;
    this.#now = now;
  }

  /**
   * Opens or makes a store, and notes in it that a run begins.
   * @throws OutputError in one sentence
   */
  static async open(path: string, options: StoreWriterOptions = {}): Promise<StoreWriter> {
    const { run = { version: "unknown", command: {} }, now = () => new Date() } = options;
    const store = await openStore(path);
    try {
      const { connection } = store;
      await connection.run(`SET wal_autocheckpoint = '${LONGEST_LOG}'; SET memory_limit = '${MOST_MEMORY}'`);
      await connection.run("CREATE TEMP TABLE IF NOT EXISTS batch_ids (id VARCHAR)");
      const reader = await connection.runAndReadAll(`SELECT coalesce(max(run), 0) + 1 FROM ${RUNS.name}`);
      const number = Number(reader.getRows()[0]?.[0]);
      await connection.run(
        `INSERT INTO ${RUNS.name} VALUES ($1, $2, $3, $4, $5, $6::TIMESTAMP, NULL, 0, 0, 0)`,
        [
          number,
          run.version,
          run.model ?? null,
          run.lexicon ?? null,
          JSON.stringify(run.command),
          now().toISOString(),
        ],
      );
      return new StoreWriter(path, store, number, now);
    } catch (error) {
      store.close();
      throw brokenOff(path, error);
    }
  }

  /** Takes a document; it is in the store when its batch is full, or the store closed. */
  async write(coded: CodedDocument, document: Document): Promise<void> {
    if (this.#batch.has(document.id)) await this.#storeBatch();
    documentRows(document, coded, this.#run, (definition, row) => this.#buffer.add(definition, row));
    this.#batch.add(document.id);
    this.#batchEvents += coded.events.length;
    if (this.#buffer.rowCount >= BATCH_ROWS || this.#buffer.characters >= BATCH_CHARACTERS) {
      await this.#storeBatch();
    }
  }

  /** Stores what is left, notes the end of the run, and lets go of the file. */
  async close(): Promise<void> {
    try {
      await this.#storeBatch();
      await this.#store.connection.run(`UPDATE ${RUNS.name} SET ended_at = $1::TIMESTAMP WHERE run = $2`, [
        this.#now().toISOString(),
        this.#run,
      ]);
      await this.#store.connection.run("CHECKPOINT");
    } catch (error) {
      throw brokenOff(this.#path, error);
    } finally {
      this.#store.close();
    }
  }

  /** Lets go of the file at once; what earlier batches stored stays, and the run has no end. */
  async abort(): Promise<void> {
    this.#buffer.clear();
    this.#store.close();
  }

  async #storeBatch(): Promise<void> {
    if (this.#batch.size === 0) return;
    const { connection } = this.#store;
    try {
      await connection.run("BEGIN");
      await this.#deleteEarlier();
      await this.#buffer.appendTo(connection);
      await connection.run(
        `UPDATE ${RUNS.name} SET documents = documents + $1, events = events + $2 WHERE run = $3`,
        [this.#batch.size, this.#batchEvents, this.#run],
      );
      await connection.run("COMMIT");
    } catch (error) {
      await connection.run("ROLLBACK").catch(() => undefined); // the first error is the one to tell
      throw brokenOff(this.#path, error);
    }
    this.#batch = new Set();
    this.#batchEvents = 0;
  }

  /** Takes out what earlier runs stored for the documents of this batch. */
  async #deleteEarlier(): Promise<void> {
    const { connection } = this.#store;
    const ids = new RowBuffer();
    for (const id of this.#batch) ids.add(BATCH_IDS, { id });
    await connection.run("DELETE FROM batch_ids");
    await ids.appendTo(connection);
    const known = await connection.runAndReadAll(
      `SELECT count(*) FROM ${DOCUMENTS.name} WHERE id IN (FROM batch_ids)`,
    );
    if (Number(known.getRows()[0]?.[0]) === 0) return;
    for (const { name } of DOCUMENT_TABLES) {
      const key = name === DOCUMENTS.name ? "id" : "document";
      await connection.run(`DELETE FROM ${name} WHERE ${key} IN (FROM batch_ids)`);
    }
  }
}
