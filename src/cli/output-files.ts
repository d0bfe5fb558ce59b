import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { RecordWriter } from "../export/record-writer.ts";
import { coderHashes } from "../pipeline/coder-hashes.ts";
import { CliError } from "./cli-error.ts";
import { packageVersion } from "./package-version.ts";

/** What was asked for, as a store remembers it. */
export interface CodingCommand extends Readonly<Record<string, unknown>> {
  readonly command: string;
  readonly files: readonly string[];
  readonly lexicon?: string | undefined;
}

/**
 * Opens the files of `--out`, before any document is read. A store is told what was asked for.
 * @throws CliError where one is given twice or is an input too; OutputError where one cannot be written
 */
export async function openOutputFiles(
  paths: readonly string[],
  inputs: readonly string[],
  command: CodingCommand,
): Promise<RecordWriter[]> {
  if (paths.length === 0) return [];
  const inputFiles = new Set(inputs.map(realPath));
  const outputFiles = new Set<string>();
  for (const path of paths) {
    const file = realPath(path);
    if (inputFiles.has(file)) throw new CliError(`--out: ${path} is an input too, and would be overwritten`);
    if (outputFiles.has(file)) throw new CliError(`--out: ${path} is given twice`);
    outputFiles.add(file);
  }
  // Loaded where it is needed: the database engine behind it takes longer than a short text.
  const { openWriter } = await import("../export/open-writer.ts");
  const run = {
    version: packageVersion(),
    ...coderHashes(command.lexicon === undefined ? {} : { lexicon: command.lexicon }),
    command,
  };
  const writers: RecordWriter[] = [];
  try {
    for (const path of paths) writers.push(await openWriter(path, { run }));
  } catch (error) {
    for (const writer of writers) await writer.abort();
    throw error;
  }
  return writers;
}

/** The path with its links followed; a file that is not there yet has none. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
