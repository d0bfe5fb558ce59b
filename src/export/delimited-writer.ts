import type { CodedDocument } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { CellValue } from "../store/table.ts";
import { FLAT_EVENTS, flatEvent } from "./flat-event.ts";
import { PartialFile } from "./partial-file.ts";
import type { RecordWriter } from "./record-writer.ts";

/**
 * One line of delimited text, quoted as RFC 4180 has it: a cell with a delimiter, a quotation mark or a line break
 * stands in quotation marks, and those inside it are doubled. An unknown value is an empty cell.
 */
export function delimitedLine(cells: readonly CellValue[], delimiter: "," | "\t"): string {
  return `${cells.map((cell) => quotedCell(String(cell ?? ""), delimiter)).join(delimiter)}\n`;
}

function quotedCell(cell: string, delimiter: string): string {
  // White space at an end is quoted too: some readers take it away otherwise.
  const needsQuotes = /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Writes one row an event, under a header: the columns of `FLAT_EVENTS`. */
export async function openDelimitedWriter(path: string, delimiter: "," | "\t"): Promise<RecordWriter> {
  const columns = Object.keys(FLAT_EVENTS.columns) as (keyof typeof FLAT_EVENTS.columns)[];
  const file = await PartialFile.open(path);
  await file.write(delimitedLine(columns, delimiter));
  return {
    write(coded: CodedDocument, document: Document) {
      const rows = coded.events.map((event) => flatEvent(event, coded, document));
      const lines = rows
        .map((row) => columns.map((name) => row[name]))
        .map((cells) => delimitedLine(cells, delimiter));
      return file.write(lines.join(""));
    },
    close: () => file.close(),
    abort: () => file.abort(),
  };
}
