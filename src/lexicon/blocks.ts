import { readFileSync } from "node:fs";
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { LexiconError, type LexiconProblem } from "./lexicon-error.ts";

/** One block of a YAML file, with the place where it begins. */
export interface Block<Entry> {
  readonly entry: Entry;
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/**
 * Reads a file of entries with structure: a YAML sequence of blocks.
 *
 * @param schema checks one block
 * @throws LexiconError naming every bad place
 */
export function readBlocks<Entry>(path: string, schema: z.ZodType<Entry>): Block<Entry>[] {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(readFileSync(path, "utf8"), { lineCounter });
  const lineOf = (offset: number) => lineCounter.linePos(offset).line;
  const problems: LexiconProblem[] = parsed.errors.map((error) => ({
    file: path,
    line: lineOf(error.pos[0]),
    message: error.message.split("\n")[0] as string,
  }));
  if (problems.length > 0) throw new LexiconError(problems);
  if (parsed.contents === null) return [];
  if (!isSeq(parsed.contents)) {
    throw new LexiconError([
      { file: path, line: 1, message: 'expected a list of blocks, each opening with "- "' },
    ]);
  }
  const blocks: Block<Entry>[] = [];
  for (const node of parsed.contents.items) {
    const line = isMap(node) && node.range ? lineOf(node.range[0]) : 1;
    const checked = schema.safeParse(isMap(node) ? node.toJS(parsed) : node);
    if (checked.success) blocks.push({ entry: checked.data, file: path, line });
    else {
      for (const issue of checked.error.issues) {
        problems.push({ file: path, line, message: `${issue.path.join(".")}: ${issue.message}` });
      }
    }
  }
  if (problems.length > 0) throw new LexiconError(problems);
  return blocks;
}
