import { createReadStream } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import { EMPTY_INPUT } from "./input-problem.ts";

/** The input argument that stands for standard input. */
export const STANDARD_INPUT = "-";

/** An input ready to be read. */
export interface OpenedInput {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Length in bytes; absent for pipes and other inputs that do not tell. */
  readonly size?: number;
}

const CHUNK_BYTES = 256 * 1024;

/** Opens a file or a named pipe; a string says in a sentence why that cannot be. */
export async function openInput(path: string): Promise<OpenedInput | string> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) {
      return `this is a folder; to code the files in it, give ${path.replace(/\/+$/, "")}/*`;
    }
    if (stats.isFile() && stats.size === 0) return EMPTY_INPUT;
    await access(path, constants.R_OK);
    const chunks = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    return stats.isFile() ? { chunks, size: stats.size } : { chunks };
  } catch (error) {
    return readFailure(error);
  }
}

/** Size of all inputs together in bytes; undefined where one of them does not tell (a pipe, a missing file). */
export async function totalSize(inputs: readonly string[]): Promise<number | undefined> {
  let total = 0;
  for (const path of inputs) {
    if (path === STANDARD_INPUT) return undefined;
    const stats = await stat(path).catch(() => undefined);
    if (stats !== undefined && !stats.isFile() && !stats.isDirectory()) return undefined;
    if (stats?.isFile()) total += stats.size;
  }
  return total;
}

const SENTENCE_OF_CODE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder; expected a file",
  ENOTDIR: "there is no such file",
  EACCES: "the file may not be read (permission denied)",
  EPERM: "the file may not be read (permission denied)",
  ENAMETOOLONG: "the file name is too long",
  ELOOP: "the file is a link that leads back to itself",
};

/** Why a file could not be read, in a sentence. */
export function readFailure(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return SENTENCE_OF_CODE[code ?? ""] ?? `the file could not be read (${code ?? message})`;
}
