import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { readFailure } from "../document/open-input.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";

/**
 * The text of a gold file.
 *
 * @throws CliError in a sentence when the file cannot be read
 */
export function readGold(file: string): string {
  return orFailure(file, () => readFileSync(file, "utf8"));
}

const OPENING_BYTES = 16 * 1024;

/**
 * The first characters of a gold file: enough to tell what it holds.
 *
 * @throws CliError in a sentence when the file cannot be read
 */
export function openingOf(file: string): string {
  return orFailure(file, () => {
    const descriptor = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(OPENING_BYTES);
      return bytes.toString("utf8", 0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  });
}

function orFailure<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new CliError(`${file}: ${readFailure(error)}`, EXIT_FAILURE, { cause: error });
  }
}
