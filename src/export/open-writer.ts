import { extname } from "node:path";
import { OutputError } from "../store/output-error.ts";
import { StoreWriter, type StoreWriterOptions } from "../store/store-writer.ts";
import { openDelimitedWriter } from "./delimited-writer.ts";
import { openJsonlWriter } from "./jsonl-writer.ts";
import { openParquetWriter } from "./parquet-writer.ts";
import type { RecordWriter } from "./record-writer.ts";

type Opener = (path: string, options: StoreWriterOptions) => Promise<RecordWriter>;

const OPENERS: Readonly<Record<string, Opener>> = {
  ".jsonl": openJsonlWriter,
  ".csv": (path) => openDelimitedWriter(path, ","),
  ".tsv": (path) => openDelimitedWriter(path, "\t"),
  ".parquet": openParquetWriter,
  ".duckdb": StoreWriter.open,
};

/** The endings that `openWriter` knows. */
export const OUTPUT_ENDINGS: readonly string[] = Object.keys(OPENERS);

/**
 * Opens a file for coded documents; its format is told by its ending. A `.duckdb` store is added to, any other file
 * is replaced when the writer is closed.
 *
 * @throws OutputError in one sentence where the ending is unknown or the file cannot be written
 */
export async function openWriter(path: string, options: StoreWriterOptions = {}): Promise<RecordWriter> {
  const ending = extname(path).toLowerCase();
  const opener = Object.hasOwn(OPENERS, ending) ? OPENERS[ending] : undefined;
  if (opener === undefined) {
    throw new OutputError(
      `cannot tell the format of ${path}: expected a name ending in ${OUTPUT_ENDINGS.join(", ")}`,
      {
        isUsage: true,
      },
    );
  }
  return opener(path, options);
}
