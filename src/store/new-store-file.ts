import { existsSync, linkSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/**
 * Makes a DuckDB file that is there whole or not at all: it is made under another name, and gets its own when it can be opened. A process
 * that is killed meanwhile leaves a file that the next one takes away; of two processes one makes the file, and both find it.
 */
export async function makeStoreFile(path: string, statements: readonly string[]): Promise<void> {
  removeLeftovers(path);
  // The log of a store that was taken away: DuckDB would work it into the new one, or fail at that.
  rmSync(`${path}.wal`, { force: true });
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  const instance = await DuckDBInstance.create(partial);
  const connection = await instance.connect();
  try {
    // In one transaction: of some two hundred, each on its own would be written to the disk and waited for.
    await connection.run(["BEGIN", ...statements, "COMMIT", "CHECKPOINT"].join(";\n"));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  giveName(partial, path);
}

function giveName(partial: string, path: string): void {
  try {
    linkSync(partial, path); // unlike a renaming, this does not replace what another process has made meanwhile
    rmSync(partial);
  } catch {
    if (existsSync(path)) rmSync(partial);
    else renameSync(partial, path); // a file system without links
  }
}

/** Takes away what processes that are no more have left of the same file. */
function removeLeftovers(path: string): void {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start)) continue;
    const process = /^(\d+)\.partial(\.wal)?$/.exec(name.slice(start.length))?.[1];
    if (process !== undefined && !isRunning(Number(process))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0); // sends nothing
    return processId !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
