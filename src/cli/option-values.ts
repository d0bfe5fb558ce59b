import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import { parseBytes } from "../document/byte-size.ts";
import { dateSchema } from "../document/document.ts";

/** Most threads that can be asked for: each holds its own coder. */
const MOST_WORKERS = 256;
/** Longest document that can be allowed: one string of the JavaScript engine holds some 512 MB. */
const MOST_DOCUMENT_BYTES = 400e6;

/**
 * Longest document unless `--max-document` says otherwise: longer than any novel, and coded in less than 1 GB of
 * memory. Anything longer is most likely many documents in one file.
 */
export const DEFAULT_MAX_DOCUMENT = "5MB";

/** As many threads as the machine has cores. */
export function defaultWorkers(): number {
  return Math.min(availableParallelism(), MOST_WORKERS);
}

/** A calendar day, `YYYY-MM-DD`. */
export function dateValue(text: string): string {
  const date = dateSchema.safeParse(text);
  if (!date.success) throw new InvalidArgumentError("Expected a calendar day such as 2022-01-10.");
  return date.data;
}

/** A number of threads. */
export function workersValue(text: string): number {
  const workers = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(workers <= MOST_WORKERS)) {
    throw new InvalidArgumentError(`Expected a whole number from 0 to ${MOST_WORKERS}.`);
  }
  return workers;
}

/** A share of one, as 0.5. */
export function shareValue(text: string): number {
  const share = /^(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(share <= 1)) throw new InvalidArgumentError("Expected a number from 0 to 1, such as 0.5.");
  return share;
}

/** How many of something are shown. */
export function countValue(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number, 0 or more.");
  return Number(text);
}

/** A size, in bytes. */
export function sizeValue(text: string): number {
  const bytes = parseBytes(text);
  if (bytes === undefined || bytes < 1 || bytes > MOST_DOCUMENT_BYTES) {
    throw new InvalidArgumentError("Expected a size up to 400MB, such as 500KB or 20MB.");
  }
  return bytes;
}

/** Gathers the values of an option that may be given several times. */
export function collectValue(text: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, text];
}

/** The start of a stream of random numbers. */
export function seedValue(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError("Expected a whole number.");
  return seed;
}
