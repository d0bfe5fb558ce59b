import { Piscina } from "piscina";
import type { Document } from "../document/document.ts";
import type { InputProblem } from "../document/input-problem.ts";
import { type CoderModule, type CodingResult, failureOf } from "./coder-module.ts";
import type { BatchAnswer } from "./worker.ts";

/** Threads that each hold a coder. */
export class WorkerPool {
  readonly #threads: Piscina<readonly Document[], BatchAnswer>;
  #isDestroyed = false;
  #problems: readonly InputProblem[] = [];

  constructor(coder: CoderModule, workers: number) {
    this.#threads = new Piscina({
      filename: new URL("./worker.js", import.meta.url).href,
      workerData: coder,
      // A thread takes a while to load its coder: it is started when there is work for it, and kept.
      minThreads: 1,
      maxThreads: workers,
      idleTimeout: Number.POSITIVE_INFINITY,
      stricterFIFO: true, // results are waited for in this order
    });
    // Answers that come after `destroy`, and threads that break while idle: no batch waits for either.
    this.#threads.on("error", () => undefined);
  }

  /** What the coders could not read of their files, known once a batch is coded: the same for all threads. */
  get problems(): readonly InputProblem[] {
    return this.#problems;
  }

  /**
   * Codes a batch on one thread: one result a document, in order. Where the thread breaks down, the documents are
   * tried again one by one, so that only the one that broke it fails.
   * @throws what kept the thread from making its coder; any error once the pool is destroyed
   */
  async code(documents: readonly Document[]): Promise<readonly CodingResult[]> {
    if (documents.length === 0) return [];
    try {
      const answer = await this.#threads.run(documents);
      if (answer.kind === "results") {
        this.#problems = answer.problems;
        return answer.results;
      }
      throw new NoCoder(answer.error);
    } catch (error) {
      if (error instanceof NoCoder) throw error.cause;
      if (this.#isDestroyed) throw error;
      if (documents.length === 1) return [failureOf(error)];
    }
    const results: CodingResult[] = [];
    for (const document of documents) results.push(...(await this.code([document])));
    return results;
  }

  /** Ends all threads at once; batches on their way are rejected. */
  async destroy(): Promise<void> {
    this.#isDestroyed = true;
    await this.#threads.destroy();
  }
}

/** Tells a coder that could not be made from a thread that broke down. */
class NoCoder extends Error {
  constructor(cause: unknown) {
    super("the thread has no coder", { cause });
  }
}
