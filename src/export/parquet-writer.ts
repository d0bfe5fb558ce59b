import { rename, rm } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import { brokenOff, checkWritable } from "../store/output-error.ts";
import { RowBuffer } from "../store/row-buffer.ts";
import { createStatement, quoted } from "../store/table.ts";
import { FLAT_EVENTS, flatEvent } from "./flat-event.ts";
import { partialName } from "./partial-file.ts";
import type { RecordWriter } from "./record-writer.ts";

/** Rows gathered before they leave this process's memory. */
const BATCH_ROWS = 20_000;

/**
 * Writes one row an event, the columns of `FLAT_EVENTS`, as Parquet. The rows wait in a DuckDB file beside the target
 * until all are there, since Parquet is written column by column.
 */
export async function openParquetWriter(path: string): Promise<RecordWriter> {
  await checkWritable(path);
  const { partial, final } = partialName(path);
  const waiting = `${partial}.duckdb`;
  const removeWaiting = async () => {
    for (const name of [waiting, `${waiting}.wal`, `${waiting}.tmp`]) {
      await rm(name, { force: true, recursive: true });
    }
  };
  await removeWaiting(); // left behind by a process of the same number that was killed
  const { instance, connection } = await connect(waiting, path);
  const buffer = new RowBuffer();

  const release = async () => {
    connection.closeSync();
    instance.closeSync();
    await removeWaiting();
  };
  return {
    async write(coded: CodedDocument, document: Document) {
      for (const event of coded.events) buffer.add(FLAT_EVENTS, flatEvent(event, coded, document));
      if (buffer.rowCount < BATCH_ROWS) return;
      await buffer.appendTo(connection).catch((error: unknown) => Promise.reject(brokenOff(path, error)));
    },
    async close() {
      try {
        await buffer.appendTo(connection);
        await connection.run(
          `COPY ${FLAT_EVENTS.name} TO ${quoted(partial)} (FORMAT parquet, COMPRESSION zstd)`,
        );
        await rename(partial, final);
      } catch (error) {
        throw brokenOff(path, error);
      } finally {
        await release();
      }
    },
    async abort() {
      await release();
      await rm(partial, { force: true });
    },
  };
}

async function connect(waiting: string, path: string) {
  try {
    const instance = await DuckDBInstance.create(waiting);
    const connection = await instance.connect();
    await connection.run(createStatement(FLAT_EVENTS));
    return { instance, connection };
  } catch (error) {
    throw brokenOff(path, error);
  }
}
