import type { DuckDBConnection } from "@duckdb/node-api";
import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { InputProblem } from "../document/input-problem.ts";
import { documentHash } from "./document-hash.ts";
import { documentRows } from "./document-rows.ts";
import { linkDuplicates } from "./duplicates.ts";
import { rememberedEntityIds } from "./entity-id.ts";
import { type OpenStore, openStore } from "./open-store.ts";
import { brokenOff } from "./output-error.ts";
import { RowBuffer } from "./row-buffer.ts";
import { beginRun, type Run, type RunDescription } from "./run.ts";
import { DOCUMENT_TABLES, DOCUMENTS, INPUT_PROBLEMS, RUNS } from "./schema.ts";
import { table } from "./table.ts";

/** Rows and characters of text gathered before they are stored: enough to be fast, few enough to need little memory. */
const BATCH_ROWS = 200_000;
const BATCH_CHARACTERS = 8_000_000;
/** Longest time that a document waits to be stored while others follow: what a killed run has to do again. */
const BATCH_MILLISECONDS = 5_000;
/**
 * How long the log of changes may get before DuckDB works it into the file, which writes the last, part-filled group of rows of each table
 * anew: at its own 16 MB that takes four times as long as storing them, at 128 MB a fifth of all the time of loading 400,000 events. A killed
 * run leaves a log this long to be read once more.
 */
const LONGEST_LOG = "512MB";
/** What DuckDB may keep in memory; without a limit of ours it takes most of the machine's, next to the threads that code. */
const MOST_MEMORY = "1GB";
/**
 * Ways to compress that DuckDB need not try: they make a store a seventh smaller, and finding that out takes two thirds of the time of
 * writing it.
 */
const SLOW_COMPRESSION = "fsst,zstd,alp,alprd,dict_fsst";

const BATCH_IDS = table("batch_ids", "Documents about to be stored.", {
  id: { type: "VARCHAR", meaning: "id of the document" },
});

/** Documents that are stored together. */
interface Batch {
  readonly rows: RowBuffer;
  readonly ids: Set<string>;
  /** Of the documents' texts; their rows hold some three times as much. */
  characters: number;
  events: number;
  problems: number;
  /** When its first document came. */
  since: number;
}

export interface StoreWriterOptions {
  readonly run?: RunDescription;
  /** The clock by which the run is dated. */
  readonly now?: () => Date;
}

/**
 * Stores coded documents, a batch in one transaction: a document is in the store whole or not at all, and coding it
 * again replaces all it had there. While DuckDB stores a batch, the next one is gathered.
 */
export class StoreWriter {
  readonly #path: string;
  readonly #store: OpenStore;
  readonly #run: Run;
  readonly #now: () => Date;
  readonly #entityId = rememberedEntityIds();
  #batch = newBatch();
  /** The batch before, on its way into the store; it settles without an error, which is kept. */
  #storing: Promise<void> = Promise.resolve();
  #error: unknown;

  private constructor(path: string, store: OpenStore, run: Run, now: () => Date) {
    this.#path = path;
    this.#store = store;
    this.#run = run;
    this.#now = now;
  }

  /**
   * Opens or makes a store, and notes in it that a run begins, or goes on: the last run does where it has no end and was asked for the
   * same with the same program, model and lexicon.
   * @throws OutputError in one sentence
   */
  static async open(path: string, options: StoreWriterOptions = {}): Promise<StoreWriter> {
    const { run = { version: "unknown", command: {} }, now = () => new Date() } = options;
    const store = await openStore(path);
    try {
      const { connection } = store;
      await connection.run(`SET wal_autocheckpoint = '${LONGEST_LOG}'; SET memory_limit = '${MOST_MEMORY}';
        SET disabled_compression_methods = '${SLOW_COMPRESSION}'`);
      await connection.run("CREATE TEMP TABLE IF NOT EXISTS batch_ids (id VARCHAR)");
      return new StoreWriter(path, store, await beginRun(connection, run, now()), now);
    } catch (error) {
      store.close();
      throw brokenOff(path, error);
    }
  }

  /** Whether this run stored the document before it was cut off. */
  has(document: Document): boolean {
    return this.#run.stored.size > 0 && this.#run.stored.has(documentHash(document));
  }

  /** Takes a document; it is in the store when its batch is full and stored, or the store closed. */
  async write(coded: CodedDocument, document: Document): Promise<void> {
    if (this.has(document)) return;
    if (this.#batch.ids.has(document.id)) await this.#storeBatch();
    const batch = this.#batch;
    if (batch.ids.size === 0) batch.since = performance.now();
    documentRows({ document, coded, run: this.#run.number, entityId: this.#entityId }, (definition, row) =>
      batch.rows.add(definition, row),
    );
    batch.ids.add(document.id);
    batch.characters += document.text.length;
    batch.events += coded.events.length;
    if (isFull(batch)) await this.#storeBatch();
  }

  async note({ file, line, message }: InputProblem): Promise<void> {
    this.#batch.rows.add(INPUT_PROBLEMS, { run: this.#run.number, file, line, message });
    this.#batch.problems++;
  }

  /** Stores what is left, links the documents that are copies, notes the end of the run, and lets go of the file. */
  async close(): Promise<void> {
    await this.#finish(async (connection) => {
      await linkDuplicates(connection);
      await connection.run(`UPDATE ${RUNS.name} SET ended_at = $1::TIMESTAMP WHERE run = $2`, [
        this.#now().toISOString(),
        this.#run.number,
      ]);
    });
  }

  /** Stores what is left and lets go of the file; the run has no end, and goes on when the same is asked for again. */
  async pause(): Promise<void> {
    await this.#finish(async () => undefined);
  }

  /** Lets go of the file at once; what earlier batches stored stays, and the run has no end. */
  async abort(): Promise<void> {
    this.#batch = newBatch();
    await this.#storing;
    this.#store.close();
  }

  async #finish(last: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
    try {
      await this.#storeBatch();
      await this.#stored();
      await last(this.#store.connection);
      await this.#store.connection.run("CHECKPOINT");
    } catch (error) {
      throw brokenOff(this.#path, error);
    } finally {
      this.#store.close();
    }
  }

  /** Begins to store the batch once the one before is stored. */
  async #storeBatch(): Promise<void> {
    await this.#stored();
    const batch = this.#batch;
    if (batch.rows.rowCount === 0) return;
    this.#batch = newBatch();
    this.#storing = storeBatch(this.#store.connection, this.#run.number, batch).catch((error: unknown) => {
      this.#error = error;
    });
  }

  /** Resolves when the batch before is in the store. */
  async #stored(): Promise<void> {
    await this.#storing;
    if (this.#error !== undefined) throw brokenOff(this.#path, this.#error);
  }
}

function newBatch(): Batch {
  return { rows: new RowBuffer(), ids: new Set(), characters: 0, events: 0, problems: 0, since: 0 };
}

function isFull({ rows, characters, since }: Batch): boolean {
  if (rows.rowCount >= BATCH_ROWS || characters >= BATCH_CHARACTERS) return true;
  return performance.now() - since >= BATCH_MILLISECONDS;
}

/** Stores a batch, in one transaction: all of it or nothing. */
async function storeBatch(connection: DuckDBConnection, run: number, batch: Batch): Promise<void> {
  try {
    await connection.run("BEGIN");
    await deleteEarlier(connection, batch.ids);
    await batch.rows.appendTo(connection);
    await connection.run(
      `UPDATE ${RUNS.name} SET documents = documents + $1, events = events + $2, problems = problems + $3 WHERE run = $4`,
      [batch.ids.size, batch.events, batch.problems, run],
    );
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

/** Takes out what earlier runs stored for these documents. */
async function deleteEarlier(connection: DuckDBConnection, documents: ReadonlySet<string>): Promise<void> {
  const ids = new RowBuffer();
  for (const id of documents) ids.add(BATCH_IDS, { id });
  await connection.run("DELETE FROM batch_ids");
  if (ids.rowCount > 0) await ids.appendTo(connection);
  const known = await connection.runAndReadAll(
    `SELECT count(*) FROM ${DOCUMENTS.name} WHERE id IN (FROM batch_ids)`,
  );
  if (Number(known.getRows()[0]?.[0]) === 0) return;
  for (const { name } of DOCUMENT_TABLES) {
    const key = name === DOCUMENTS.name ? "id" : "document";
    await connection.run(`DELETE FROM ${name} WHERE ${key} IN (FROM batch_ids)`);
  }
}
