import type { LexiconProblem } from "../../lexicon/lexicon-error.ts";
import { type DatedCode, readDatedCode } from "./dated-code.ts";
import type { DictionaryLine } from "./dictionary-lines.ts";

/** One actor of a PETRARCH actor dictionary, under one of its names. */
export interface ActorRecord {
  /** As written, underscores as blanks. */
  readonly name: string;
  /** Those of the whole block: a name's synonyms share them. */
  readonly codes: readonly DatedCode[];
  /** Whether the name opens its block, and is no synonym. */
  readonly isPrimary: boolean;
  /** Counts from 1. */
  readonly line: number;
}

interface Block {
  readonly names: { readonly name: string; readonly line: number }[];
  readonly codes: DatedCode[];
  /** A code in it could not be read: that, not its lack, is what is told. */
  isBroken: boolean;
}

/**
 * Reads the lines of an actor dictionary: blocks of a name, its synonyms (`+NAME`) and codes, each with the time for which it holds,
 * on the name's line or on lines of their own that open with a blank. What follows ";" is a comment.
 */
export function readActorRecords(
  lines: readonly DictionaryLine[],
  file: string,
): { records: ActorRecord[]; problems: LexiconProblem[] } {
  const blocks: Block[] = [];
  const problems: LexiconProblem[] = [];
  for (const { text, line } of lines) {
    const complain = (message: string) => problems.push({ file, line, message });
    const said = text.split(";")[0] as string;
    const bracket = said.indexOf("[");
    const isSynonym = text.startsWith("+");
    const isCodeAlone = /^\s+\[/.test(said);
    const written = (bracket < 0 ? said : said.slice(0, bracket)).slice(isSynonym ? 1 : 0);
    if (!isCodeAlone) {
      if (!isSynonym) blocks.push({ names: [], codes: [], isBroken: false });
      const wrong = wrongName(written);
      if (wrong === undefined) blocks.at(-1)?.names.push({ name: nameOf(written), line });
      else complain(wrong);
    }
    const block = blocks.at(-1);
    if (block === undefined) {
      complain(`${isSynonym ? "a synonym" : "a code"} without a name before it`);
      continue;
    }
    if (bracket < 0) continue;
    for (const code of bracketed(said.slice(bracket)).map(readDatedCode)) {
      if (typeof code !== "string") block.codes.push(code);
      else {
        complain(code);
        block.isBroken = true;
      }
    }
  }
  return { records: blocks.flatMap((block) => recordsOf(block, file, problems)), problems };
}

function recordsOf(
  { names, codes, isBroken }: Block,
  file: string,
  problems: LexiconProblem[],
): ActorRecord[] {
  const [first] = names;
  if (first === undefined) return [];
  if (codes.length === 0) {
    if (!isBroken) problems.push({ file, line: first.line, message: `"${first.name}" has no code` });
    return [];
  }
  return names.map(({ name, line }) => ({ name, codes, isPrimary: line === first.line, line }));
}

/** What stands in each pair of brackets; a bracket that is not closed gives an empty one, which is no code. */
function bracketed(text: string): string[] {
  return text
    .split("[")
    .slice(1)
    .map((part) => (part.includes("]") ? part.slice(0, part.indexOf("]")) : ""));
}

function wrongName(written: string): string | undefined {
  if (!/\p{L}/u.test(written)) return "there is no name";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = /[\x00-\x08\x0b-\x1f\]{}~+\ufffd]/.exec(written);
  return odd === null
    ? undefined
    : `${JSON.stringify(odd[0])} cannot stand in a name; a synonym stands on a line of its own, after "+"`;
}

function nameOf(written: string): string {
  return written.replaceAll(/[_"`]/g, " ").trim().replaceAll(/\s+/g, " ");
}
