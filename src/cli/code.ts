import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import { INPUT_FORMATS, type InputFormat } from "../document/input-format.ts";
import { STANDARD_INPUT } from "../document/open-input.ts";
import type { ReadOptions } from "../document/read-item.ts";
import { bundledCoder } from "../pipeline/bundled-coder.ts";
import { CliError } from "./cli-error.ts";
import { minConfidenceOption, strictOption } from "./coding-options.ts";
import { runCoding } from "./coding-run.ts";
import { dictionaryOption, existingDictionaries } from "./dictionary-option.ts";
import {
  collectValue,
  DEFAULT_MAX_DOCUMENT,
  dateValue,
  defaultWorkers,
  sizeValue,
  workersValue,
} from "./option-values.ts";
import { openOutputFiles } from "./output-files.ts";
import { jsonlPrinter, tablePrinter } from "./printing.ts";
import { standardOutput } from "./standard-output.ts";

interface CodeOptions {
  readonly out?: readonly string[];
  readonly in?: InputFormat;
  readonly format?: "table" | "jsonl";
  readonly date?: string;
  readonly workers?: number;
  readonly maxDocument: number;
  readonly lexicon?: string;
  readonly dictionary?: readonly string[];
  readonly members?: boolean;
  readonly strict?: boolean;
  readonly minConfidence: number;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  dragoman code readout.txt                   the events of one text, to read
  dragoman code --date 2022-01-10 < notes     the same from standard input
  dragoman code news/*.txt --out events.csv   many texts, into a file
  dragoman code wire.jsonl | jq .events       JSONL in, JSONL out
  dragoman code news/*.txt --min-confidence 0.8
                                              only events that are quite sure
  dragoman code wire.jsonl --dictionary leaders.actors.txt
                                              with actors of your own

A text file may open with a header such as " date 2022-01-10 "; else its title,
day and sender are read from the lines above its text, as in "Paris, 14 March
2024". A line of JSONL is {"id", "text", "date"?, "title"?, "publisher"?, "url"?}.

Exit status: 0 all coded; 1 some documents could not be read or coded (each is
named, the rest is coded); 2 the command line is wrong.
`;

/** `dragoman code`: documents in, records out. */
export function register(program: Command): void {
  program
    .command("code")
    .summary("code documents: who did what to whom")
    .description("Codes documents: a readable table on a terminal, JSONL on a pipe, files with --out.")
    .argument("[FILES...]", "texts or JSONL files; - is standard input, and the default on a pipe")
    .option(
      "-o, --out <FILE>",
      "write the records to FILE, its format by its ending; may be repeated",
      collectValue,
    )
    .addOption(new Option("--in <FORMAT>", "what the files are (default: guessed)").choices(INPUT_FORMATS))
    .addOption(
      new Option("--format <FORMAT>", "what to print on standard output").choices(["table", "jsonl"]),
    )
    .option("--date <DAY>", "publication day of documents that give none, as 2022-01-10", dateValue)
    .option("--workers <N>", "threads that code; changes no output (default: one a core)", workersValue)
    .addOption(
      new Option("--max-document <SIZE>", "longest document to read, as 500KB")
        .argParser(sizeValue)
        .default(sizeValue(DEFAULT_MAX_DOCUMENT), DEFAULT_MAX_DOCUMENT),
    )
    .option("--lexicon <FOLDER>", "use this lexicon instead of the bundled one")
    .addOption(dictionaryOption())
    .option("--members", 'name the members of groupings, as of "the E3", in JSONL')
    .addOption(strictOption())
    .addOption(minConfidenceOption())
    .option("-q, --quiet", "print problems only: no progress, warnings or closing line")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], options: CodeOptions, command: Command) => {
      process.exitCode = await code(files, options, command.optsWithGlobals<{ color: boolean }>().color);
    });
}

async function code(files: readonly string[], options: CodeOptions, colour: boolean): Promise<number> {
  if (files.length === 0 && process.stdin.isTTY) {
    throw new CliError("no FILE to code, and nothing on standard input; see: dragoman code --help");
  }
  if (options.lexicon !== undefined && !existsSync(options.lexicon)) {
    throw new CliError(`--lexicon: there is no folder ${options.lexicon}`);
  }
  const dictionaries = existingDictionaries(options.dictionary);
  const isPrinted = options.format !== undefined || options.out === undefined;
  const isTable = (options.format ?? (process.stdout.isTTY ? "table" : "jsonl")) === "table";
  const closed = new AbortController();
  const output = standardOutput(process.stdout, () => closed.abort());
  const printer = isTable ? tablePrinter(output, colour) : jsonlPrinter(output);
  const inputs = files.length > 0 ? files : [STANDARD_INPUT];
  const { out, in: format, date, maxDocument, lexicon, dictionary, members, strict, minConfidence } = options;
  // What changes the records, and so tells whether a run that was cut off goes on; the number of threads does not.
  const reading = { in: format, date, maxDocument, lexicon, dictionary, members, strict, minConfidence };
  const asked = { command: "code", files: inputs, out, ...reading };
  const outputFiles = await openOutputFiles(out ?? [], inputs, asked);
  return runCoding(inputs, {
    reading: readingOf(options),
    coder: bundledCoder({
      ...(options.lexicon === undefined ? {} : { lexicon: options.lexicon }),
      dictionaries,
      members: options.members === true,
      strict: options.strict === true,
      minConfidence,
    }),
    workers: options.workers ?? defaultWorkers(),
    writers: isPrinted ? [printer, ...outputFiles] : outputFiles,
    isQuiet: options.quiet === true,
    isOnTerminal: isPrinted && process.stdout.isTTY,
    closed: closed.signal,
  });
}

function readingOf({ in: format, date, maxDocument }: CodeOptions): ReadOptions {
  return {
    ...(format === undefined ? {} : { format }),
    ...(date === undefined ? {} : { date }),
    maxDocumentBytes: maxDocument,
    standardInput: process.stdin,
  };
}
