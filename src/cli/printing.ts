import type { CodedSink } from "./coding-run.ts";
import type { TextSink } from "./standard-output.ts";
import { documentTable } from "./table.ts";
import { coloursFor, tableWidth } from "./terminal.ts";

/** Prints each document's events as a table for reading. */
export function tableSink(output: TextSink, isColourAllowed: boolean): CodedSink {
  const { isTTY, columns } = process.stdout;
  const options = {
    width: tableWidth(columns),
    colours: coloursFor({ isTerminal: isTTY, env: process.env, isAllowed: isColourAllowed }),
  };
  return { write: (document, coded) => output.write(documentTable(document, coded, options)) };
}

/** Prints each coded document as one line of JSON. */
export function jsonlSink(output: TextSink): CodedSink {
  return { write: (_document, coded) => output.write(`${JSON.stringify(coded)}\n`) };
}
