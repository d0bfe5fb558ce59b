import { describeProblem, type InputProblem } from "../document/input-problem.ts";
import { totalSize } from "../document/open-input.ts";
import { readDocuments } from "../document/read-documents.ts";
import type { ReadItem, ReadOptions } from "../document/read-item.ts";
import type { RecordWriter } from "../export/record-writer.ts";
import { type CodingItem, codeDocuments } from "../pipeline/code-documents.ts";
import type { CoderModule } from "../pipeline/coder-module.ts";
import { EXIT_FAILURE, EXIT_INTERRUPTED } from "./cli-error.ts";
import { count, counted, duration, rate } from "./figures.ts";
import { printable } from "./marked-text.ts";
import { ProgressBar } from "./progress.ts";

/** What a run does with its documents, and what it says. */
export interface RunOptions {
  /**
   * Each is given every document; a slow one slows the run down, so that nothing piles up. All are closed at the end,
   * also of a run that was stopped, and aborted where the run breaks off with an error.
   */
  readonly writers: readonly RecordWriter[];
  /** Says nothing on standard error but problems: no progress, warnings or closing line. */
  readonly isQuiet: boolean;
  /** Whether results are written to the terminal: there is no progress bar between them. */
  readonly isOnTerminal: boolean;
  /** Ends the run early where the reader of the output has left. */
  readonly closed: AbortSignal;
}

export interface CodingRunOptions extends RunOptions {
  readonly reading: ReadOptions;
  readonly coder: CoderModule;
  readonly workers: number;
}

/** What a run came to. */
interface CodingSummary {
  readonly documents: number;
  /** Documents that the same command stored before it was cut off. */
  readonly stored: number;
  readonly events: number;
  /** Documents without a day of publication. */
  readonly undated: number;
  readonly problems: number;
  readonly milliseconds: number;
}

/**
 * Reads, codes and hands on all documents, telling on standard error how it goes. An interrupt from the keyboard
 * ends the run between two documents; what was coded is kept.
 * @returns the exit status
 */
export function runCoding(inputs: readonly string[], options: CodingRunOptions): Promise<number> {
  return runItems(inputs, options, (signal, onLeftOut) => {
    const wanted = withoutWritten(readDocuments(inputs, options.reading), options.writers, onLeftOut);
    return codeDocuments(wanted, { ...options, signal });
  });
}

/** Gives the items of a run; told of documents that are left out, by their bytes, it counts them. */
type ItemSource = (signal: AbortSignal, onLeftOut: (bytes: number) => void) => AsyncIterable<CodingItem>;

/**
 * Hands all items on, telling on standard error how it goes, as `runCoding` does.
 * @param inputs the files whose bytes are the way to go
 */
export async function runItems(
  inputs: readonly string[],
  options: RunOptions,
  source: ItemSource,
): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, onSignal);
  const signal = AbortSignal.any([interrupt.signal, options.closed]);
  try {
    const summary = await takeAll(inputs, options, source, signal);
    for (const writer of options.writers) {
      if (interrupt.signal.aborted && writer.pause !== undefined) await writer.pause();
      else await writer.close();
    }
    if (interrupt.signal.aborted) process.stderr.write(`Stopped after ${summaryLine(summary)}\n`);
    else if (!options.isQuiet && !options.closed.aborted) process.stderr.write(`${summaryLine(summary)}\n`);
    if (interrupt.signal.aborted) return EXIT_INTERRUPTED;
    return summary.problems > 0 ? EXIT_FAILURE : 0;
  } catch (error) {
    for (const writer of options.writers) await writer.abort();
    throw error;
  } finally {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, onSignal);
  }
}

async function takeAll(
  inputs: readonly string[],
  options: RunOptions,
  source: ItemSource,
  signal: AbortSignal,
): Promise<CodingSummary> {
  const startedAt = performance.now();
  const progress = await progressOf(inputs, options);
  const done = { documents: 0, stored: 0, events: 0, undated: 0, problems: 0, bytes: 0 };
  const items = source(signal, (bytes) => {
    done.stored++;
    done.bytes += bytes;
  });
  for await (const item of items) {
    done.bytes += item.bytes;
    if (item.kind === "coded") {
      for (const writer of options.writers) await writer.write(item.coded, item.document);
      done.documents++;
      if (item.document.date === undefined) done.undated++;
      done.events += item.coded.events.length;
    } else {
      if (item.kind === "problem") {
        done.problems++;
        for (const writer of options.writers) await writer.note?.(item.problem);
      }
      progress?.clear();
      if (item.kind === "problem" || !options.isQuiet) tell(item.problem);
    }
    if (signal.aborted) break;
    progress?.advance(done.documents, done.bytes);
  }
  progress?.clear();
  return { ...done, milliseconds: performance.now() - startedAt };
}

/** The items but for the documents that all writers have already: those need not be coded. */
async function* withoutWritten(
  items: AsyncIterable<ReadItem>,
  writers: readonly RecordWriter[],
  onLeftOut: (bytes: number) => void,
): AsyncGenerator<ReadItem> {
  for await (const item of items) {
    const isWritten = item.kind === "document" && writers.every((writer) => writer.has?.(item.document));
    if (isWritten) onLeftOut(item.bytes);
    else yield item;
  }
}

async function progressOf(
  inputs: readonly string[],
  { isQuiet, isOnTerminal }: RunOptions,
): Promise<ProgressBar | undefined> {
  if (isQuiet || isOnTerminal || !process.stderr.isTTY) return undefined;
  const totalBytes = await totalSize(inputs);
  return new ProgressBar({
    stream: process.stderr,
    now: () => performance.now(),
    ...(totalBytes === undefined ? {} : { totalBytes }),
  });
}

function tell(problem: InputProblem): void {
  process.stderr.write(`${printable(describeProblem(problem))}\n`);
  if (process.env.DRAGOMAN_DEBUG === "1" && problem.stack !== undefined) {
    process.stderr.write(`${problem.stack}\n`);
  }
}

/** "12 documents, 140 events, 3.2 s (3.8 documents/s), 2 without a date (--date gives one), 1 problem" */
function summaryLine({ documents, stored, events, undated, problems, milliseconds }: CodingSummary): string {
  return [
    counted(documents, "document"),
    ...(stored === 0 ? [] : [`${count(stored)} stored before`]),
    counted(events, "event"),
    `${duration(milliseconds)} (${rate(documents, milliseconds)} documents/s)`,
    ...(undated === 0 ? [] : [`${count(undated)} without a date (--date gives one)`]),
    ...(problems === 0 ? [] : [counted(problems, "problem")]),
  ].join(", ");
}
