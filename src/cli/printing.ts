import type { RecordWriter } from "../export/record-writer.ts";
import type { TextSink } from "./standard-output.ts";
import { documentTable } from "./table.ts";
import { coloursFor, tableWidth } from "./terminal.ts";

/** Prints each document's events as a table for reading. */
export function tablePrinter(output: TextSink, isColourAllowed: boolean): RecordWriter {
  const { isTTY, columns } = process.stdout;
  const options = {
    width: tableWidth(columns),
    colours: coloursFor({ isTerminal: isTTY, env: process.env, isAllowed: isColourAllowed }),
  };
  return {
    ...nothingToEnd,
    write: (coded, document) => output.write(documentTable(document, coded, options)),
  };
}

/** Prints each coded document as one line of JSON. */
export function jsonlPrinter(output: TextSink): RecordWriter {
  return { ...nothingToEnd, write: (coded) => output.write(`${JSON.stringify(coded)}\n`) };
}

/** What is printed is out. */
const nothingToEnd = { close: async () => undefined, abort: async () => undefined };
