import { PartialFile } from "./partial-file.ts";
import type { RecordWriter } from "./record-writer.ts";

/** Writes one coded document a line, as JSON. */
export async function openJsonlWriter(path: string): Promise<RecordWriter> {
  const file = await PartialFile.open(path);
  return {
    write: (coded) => file.write(`${JSON.stringify(coded)}\n`),
    close: () => file.close(),
    abort: () => file.abort(),
  };
}
