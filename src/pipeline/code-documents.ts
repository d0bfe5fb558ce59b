import { setImmediate as nextTurn } from "node:timers/promises";
import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { InputProblem } from "../document/input-problem.ts";
import type { ReadItem } from "../document/read-item.ts";
import { batches } from "./batches.ts";
import {
  type CoderModule,
  type CodingResult,
  codeOne,
  type DocumentCoder,
  loadCoder,
} from "./coder-module.ts";
import { untilAborted } from "./until-aborted.ts";
import { WorkerPool } from "./worker-pool.ts";

/** What coding gives for each item read, in the order of reading; `bytes` as in `ReadItem`. */
export type CodingItem =
  | {
      readonly kind: "coded";
      readonly document: Document;
      readonly coded: CodedDocument;
      readonly bytes: number;
    }
  | { readonly kind: "problem" | "warning"; readonly problem: InputProblem; readonly bytes: number };

type DocumentItem = Extract<ReadItem, { kind: "document" }>;

export interface CodingOptions {
  readonly coder: CoderModule;
  /** Threads that code; with 0 or 1, and for a few short documents, the calling thread does. Changes no output. */
  readonly workers: number;
  /** Ends the run early: the items already given stand, nothing more comes. */
  readonly signal?: AbortSignal;
}

/**
 * Codes documents as they are read, holding only a few batches at a time. A document whose coding fails, even by
 * bringing down its thread, becomes a problem in its place.
 * @throws what the coder module throws when no coder can be made of it
 */
export async function* codeDocuments(
  items: AsyncIterable<ReadItem>,
  { coder, workers, signal = new AbortController().signal }: CodingOptions,
): AsyncGenerator<CodingItem> {
  if (workers <= 1) return yield* codeHere(untilAborted(items, signal), coder);

  const input = batches(untilAborted(items, signal));
  const first = await input.next();
  const second = first.done ? first : await input.next();
  if (first.done) return;
  if (second.done && isShort(first.value)) return yield* codeHere(first.value, coder);
  async function* all() {
    if (!first.done) yield first.value;
    if (!second.done) yield second.value;
    yield* input;
  }
  yield* codeOnThreads(all(), coder, workers, signal);
}

/** Most characters coded without a thread: a thread loads a coder of its own, but coding on it can be broken off. */
const MOST_CHARACTERS_HERE = 100_000;

function isShort(batch: readonly ReadItem[]): boolean {
  const lengths = batch.map((item) => (item.kind === "document" ? item.document.text.length : 0));
  return lengths.reduce((sum, length) => sum + length, 0) <= MOST_CHARACTERS_HERE;
}

async function* codeHere(
  items: AsyncIterable<ReadItem> | Iterable<ReadItem>,
  module: CoderModule,
): AsyncGenerator<CodingItem> {
  let coder: DocumentCoder | undefined; // made at the first document: where none can be read, none is needed
  for await (const item of items) {
    if (item.kind !== "document") {
      yield item;
      continue;
    }
    if (coder === undefined) {
      coder = await loadCoder(module);
      yield* warningsOf(coder.problems);
    }
    yield resultItem(item, codeOne(coder, item.document));
    await nextTurn(); // lets signals in: coding itself never waits
  }
}

async function* codeOnThreads(
  input: AsyncIterable<readonly ReadItem[]>,
  coder: CoderModule,
  workers: number,
  signal: AbortSignal,
): AsyncGenerator<CodingItem> {
  const pool = new WorkerPool(coder, workers);
  const stop = () => pool.destroy();
  signal.addEventListener("abort", stop, { once: true });
  // Two batches a thread: one being coded, one ready for when it is done.
  const lookAhead = workers * 2;
  const running: Promise<readonly CodingItem[]>[] = [];
  let isFirst = true;
  try {
    for await (const batch of input) {
      const coding = isFirst ? withWarnings(pool, batch) : codeBatch(pool, batch);
      isFirst = false;
      coding.catch(() => undefined); // thrown where its turn comes
      running.push(coding);
      if (running.length >= lookAhead) yield* whileWanted(running.shift(), signal);
    }
    for (const coding of running) yield* whileWanted(coding, signal);
  } catch (error) {
    if (!signal.aborted) throw error; // batches on their way fall with the pool
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.destroy();
  }
}

async function* whileWanted(
  coding: Promise<readonly CodingItem[]> | undefined,
  signal: AbortSignal,
): AsyncGenerator<CodingItem> {
  for (const item of (await coding) ?? []) {
    if (signal.aborted) return;
    yield item;
  }
}

/** Where what the coders could not read of their files comes: before the run's first document. */
async function withWarnings(pool: WorkerPool, batch: readonly ReadItem[]): Promise<readonly CodingItem[]> {
  const items = await codeBatch(pool, batch);
  return [...warningsOf(pool.problems), ...items];
}

function warningsOf(problems: readonly InputProblem[] = []): CodingItem[] {
  return problems.map((problem) => ({ kind: "warning", problem, bytes: 0 }));
}

async function codeBatch(pool: WorkerPool, batch: readonly ReadItem[]): Promise<readonly CodingItem[]> {
  const documents = batch.flatMap((item) => (item.kind === "document" ? [item.document] : []));
  const results = (await pool.code(documents)).values();
  return batch.map((item) => {
    if (item.kind !== "document") return item;
    const result = results.next().value ?? { kind: "failed", message: "its thread gave no answer" };
    return resultItem(item, result);
  });
}

function resultItem({ document, place, bytes }: DocumentItem, result: CodingResult): CodingItem {
  if (result.kind === "coded") return { kind: "coded", document, coded: result.coded, bytes };
  const name = document.id === place.file ? "" : ` ${JSON.stringify(document.id)}`;
  const message = `the document${name} could not be coded (${result.message})`;
  const stack = result.stack === undefined ? {} : { stack: result.stack };
  return { kind: "problem", problem: { ...place, message, ...stack }, bytes };
}
