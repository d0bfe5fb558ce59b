import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";

/** Why an output cannot be opened or written: one sentence for whoever asked for it, without a stack. */
export class OutputError extends Error {
  /** Whether another command line would have been right (a wrong ending or folder), and no work was lost. */
  readonly isUsage: boolean;

  constructor(message: string, options: ErrorOptions & { readonly isUsage: boolean }) {
    super(message, options);
    this.name = "OutputError";
    this.isUsage = options.isUsage;
  }
}

/**
 * Makes sure that a file can be made at a path, or replaced there, before any work is put into it.
 * @throws OutputError in one sentence where the folder is missing or may not be written to, or the path is a folder
 */
export async function checkWritable(path: string): Promise<void> {
  const folder = dirname(path);
  const refuse = (reason: string, cause?: unknown) => {
    throw new OutputError(`cannot write ${path}: ${reason}`, { cause, isUsage: true });
  };
  const found = await stat(folder).catch((cause: unknown) => refuse(`there is no folder ${folder}`, cause));
  if (!found?.isDirectory()) refuse(`${folder} is no folder`);
  await access(folder, constants.W_OK).catch((cause: unknown) =>
    refuse(`the folder ${folder} may not be written to`, cause),
  );
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory()) refuse(`${basename(path)} is a folder`);
}

/** The sentence for an output that broke off: a full disk, a file taken away, … */
export function brokenOff(path: string, cause: unknown): OutputError {
  return new OutputError(`cannot write ${path}: ${reasonOf(cause)}`, { cause, isUsage: false });
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const isFull =
    (cause as NodeJS.ErrnoException).code === "ENOSPC" || cause.message.includes("No space left on device");
  return isFull
    ? "the disk is full"
    : (cause.message.split("\n")[0] as string).replace(/^[A-Z][A-Za-z ]*Error: /, "");
}
