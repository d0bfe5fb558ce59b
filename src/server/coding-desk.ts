import { Piscina } from "piscina";
import type { Document } from "../document/document.ts";
import { ApiError } from "./api-error.ts";
import type { Reading } from "./records.ts";

/** Milliseconds one document may take. */
const PATIENCE = 30_000;
/** Readings kept, so that asking why of one event after the other reads a document once. */
const KEPT = 20;

/** Reads documents on a thread of its own, so that nothing waits for it but whoever asked. */
export class CodingDesk {
  readonly #pool = new Piscina<Document, Reading>({
    filename: new URL("./coding-worker.js", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: 20,
    idleTimeout: 300_000,
  });
  #isClosed = false;
  readonly #kept = new Map<string, Promise<Reading>>();

  /** @throws ApiError where the reading takes too long, or too many wait for theirs */
  async read(document: Document): Promise<Reading> {
    try {
      return await this.#pool.run(document, { signal: AbortSignal.timeout(PATIENCE) });
    } catch (cause) {
      const isLate = cause instanceof Error && cause.name === "AbortError";
      const isFull = cause instanceof Error && cause.message === "Task queue is at limit";
      if (this.#isClosed) throw new ApiError("too_slow", "the reading room is being closed", { cause });
      if (isLate)
        throw new ApiError("too_slow", "reading the text took too long and was given up", { cause });
      if (isFull)
        throw new ApiError("too_slow", "too many texts are waiting to be read; try again", { cause });
      throw cause;
    }
  }

  /** Reads a document of the store, or hands out what was read of it before. */
  readStored(document: Document): Promise<Reading> {
    const kept = this.#kept.get(document.id);
    if (kept !== undefined) return kept;
    const reading = this.read(document);
    this.#kept.set(document.id, reading);
    reading.catch(() => this.#kept.delete(document.id));
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return reading;
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#pool.destroy();
  }
}
