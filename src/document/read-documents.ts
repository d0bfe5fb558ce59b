import { withoutByteOrderMark } from "./encoding.ts";
import { guessFormat } from "./input-format.ts";
import { NOT_TEXT } from "./input-problem.ts";
import { type OpenedInput, openInput, readFailure, STANDARD_INPUT } from "./open-input.ts";
import type { ReadItem, ReadOptions } from "./read-item.ts";
import { readJsonl } from "./read-jsonl.ts";
import { readText } from "./read-text.ts";
import { SeenIds } from "./seen-ids.ts";

/**
 * Reads documents from files and standard input (`-`), one after the other, holding one document at a time.
 * A text file is one document with its path as id; of JSONL each line is one, known as `file:line` where it
 * gives no id. A document whose id was met before is a problem: records are told apart by it. What cannot be
 * read becomes a problem in its place and the rest is read on; nothing is thrown.
 */
export async function* readDocuments(
  inputs: readonly string[],
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  const seen = new SeenIds();
  const used = new Set<string>();
  for (const input of inputs) {
    if (used.has(input)) {
      yield refused(nameOf(input), "it is given twice on the command line, and was read the first time");
      continue;
    }
    used.add(input);
    for await (const item of readInput(input, options)) {
      if (item.kind !== "document" || seen.add(item.document.id)) {
        yield item;
        continue;
      }
      const id = JSON.stringify(item.document.id);
      const message = `the id ${id} belongs to an earlier document too; each document needs its own`;
      yield { kind: "problem", problem: { ...item.place, message }, bytes: item.bytes };
    }
  }
}

async function* readInput(input: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const name = nameOf(input);
  const opened = input === STANDARD_INPUT ? openStandardInput(options) : await openInput(input);
  if (typeof opened === "string") return yield refused(name, opened);
  const { size } = opened;
  const chunks = withoutByteOrderMark(opened.chunks);
  try {
    const { head, all } = await withHead(chunks);
    if (head.includes(0)) return yield refused(name, NOT_TEXT, size);
    const guess = options.format ? { format: options.format } : guessFormat(input, head.toString("utf8"));
    if ("refusal" in guess) return yield refused(name, guess.refusal, size);
    const id = input === STANDARD_INPUT ? "stdin" : input;
    const source = { name, id, chunks: all, ...(size === undefined ? {} : { size }) };
    yield* guess.format === "jsonl" ? readJsonl(source, options) : readText(source, options);
  } catch (error) {
    yield refused(name, readFailure(error), size);
  } finally {
    await chunks.return(undefined); // closes an input that was not read to its end
  }
}

function nameOf(input: string): string {
  return input === STANDARD_INPUT ? "standard input" : input;
}

function refused(file: string, message: string, bytes = 0): ReadItem {
  return { kind: "problem", problem: { file, message }, bytes };
}

function openStandardInput({ standardInput }: ReadOptions): OpenedInput | string {
  return standardInput === undefined ? "there is nothing to read" : { chunks: standardInput };
}

/** Enough of an input to tell what it is: its first written line, or this much of it. */
const HEAD_BYTES = 4096;
const WRITTEN_LINE = /\S[^\n]*\n/;

/** The first bytes of a stream, and the whole of it, those bytes included. Waits for no more of a slow pipe than needed. */
async function withHead(
  chunks: AsyncGenerator<Buffer>,
): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  let head = Buffer.alloc(0);
  while (head.length < HEAD_BYTES && !WRITTEN_LINE.test(head.toString("latin1"))) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* all() {
    yield head;
    yield* chunks;
  }
  return { head: head.subarray(0, HEAD_BYTES), all: all() };
}
