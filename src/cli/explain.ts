import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import { createCoder } from "../coding/coder.ts";
import { type DocumentExplanation, explainReading } from "../coding/explanation.ts";
import { INPUT_FORMATS, type InputFormat } from "../document/input-format.ts";
import { describeProblem } from "../document/input-problem.ts";
import { STANDARD_INPUT } from "../document/open-input.ts";
import { readDocuments } from "../document/read-documents.ts";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";
import { minConfidenceOption, strictOption } from "./coding-options.ts";
import { dictionaryOption, existingDictionaries, tellDictionaryProblems } from "./dictionary-option.ts";
import { explanationText } from "./explain-text.ts";
import { DEFAULT_MAX_DOCUMENT, dateValue, sizeValue } from "./option-values.ts";
import { standardOutput } from "./standard-output.ts";
import { coloursFor, tableWidth } from "./terminal.ts";

interface ExplainOptions {
  readonly date?: string;
  readonly in?: InputFormat;
  readonly event?: string;
  readonly tree?: boolean;
  readonly format: "text" | "json";
  readonly lexicon?: string;
  readonly dictionary?: readonly string[];
  readonly strict?: boolean;
  readonly minConfidence: number;
}

const EXAMPLES = `
Examples:
  dragoman explain readout.txt              every record of a text, and why
  dragoman explain readout.txt --event 3    the third event only
  dragoman explain - --date 2022-01-10 --tree < notes
  dragoman explain wire.jsonl --format json | jq '.events[0].steps'

Exit status: 0 all explained; 1 some documents could not be read (each is named,
the rest is explained); 2 the command line is wrong, or there is no such event.
`;

/** `dragoman explain`: why each record was coded as it was. */
export function register(program: Command): void {
  program
    .command("explain")
    .summary("say why each record was coded as it was")
    .description(
      "Codes documents and gives the reasons for each record: the words it rests on, what the lexicon makes of them, how each party, the date and the status were found, and on whose word it stands.",
    )
    .argument("[FILES...]", "texts or JSONL files; - is standard input, and the default on a pipe")
    .option("--date <DAY>", "publication day of documents that give none, as 2022-01-10", dateValue)
    .addOption(new Option("--in <FORMAT>", "what the files are (default: guessed)").choices(INPUT_FORMATS))
    .option("--event <NUMBER|ID>", "this event only: its number in the document, or its id")
    .option("--tree", "draw the whole tree of each sentence, not only what matters")
    .addOption(
      new Option("--format <FORMAT>", "text to read, or JSON: one line a document")
        .choices(["text", "json"])
        .default("text"),
    )
    .option("--lexicon <FOLDER>", "use this lexicon instead of the bundled one")
    .addOption(dictionaryOption())
    .addOption(strictOption())
    .addOption(minConfidenceOption())
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], options: ExplainOptions, command: Command) => {
      process.exitCode = await explain(files, options, command.optsWithGlobals<{ color: boolean }>().color);
    });
}

async function explain(
  files: readonly string[],
  options: ExplainOptions,
  isColourAllowed: boolean,
): Promise<number> {
  if (files.length === 0 && process.stdin.isTTY) {
    throw new CliError("no FILE to explain, and nothing on standard input; see: dragoman explain --help");
  }
  const folder = options.lexicon ?? bundledLexiconFolder("en");
  if (!existsSync(folder)) throw new CliError(`--lexicon: there is no folder ${folder}`);
  const dictionaries = existingDictionaries(options.dictionary);
  const coder = await createCoder({
    lexicon: folder,
    dictionaries,
    strict: options.strict === true,
    minConfidence: options.minConfidence,
  });
  tellDictionaryProblems(coder.problems);
  const { isTTY, columns } = process.stdout;
  const textOptions = {
    width: tableWidth(columns),
    colours: coloursFor({ isTerminal: isTTY, env: process.env, isAllowed: isColourAllowed }),
    ontology: coder.ontology,
    wholeTree: options.tree === true,
  };
  const closed = new AbortController();
  const output = standardOutput(process.stdout, () => closed.abort());
  let isFound = options.event === undefined;
  let exitStatus = 0;
  for await (const item of readDocuments(files.length > 0 ? files : [STANDARD_INPUT], readingOf(options))) {
    if (closed.signal.aborted) break;
    if (item.kind !== "document") {
      process.stderr.write(`${describeProblem(item.problem)}\n`);
      if (item.kind === "problem") exitStatus = EXIT_FAILURE;
      continue;
    }
    const { document } = item;
    const all = explainReading(document, coder.read(document), folder);
    const explanation = options.event === undefined ? all : onlyEvent(all, options.event);
    if (explanation === undefined) continue;
    isFound = true;
    await output.write(
      options.format === "json"
        ? `${JSON.stringify(explanation)}\n`
        : explanationText(document, explanation, textOptions),
    );
  }
  if (!isFound && exitStatus === 0) throw new CliError(`--event: there is no event ${options.event}`);
  return exitStatus;
}

/** The explanation of one event alone; `undefined` where the document has no such event. */
function onlyEvent(explanation: DocumentExplanation, wanted: string): DocumentExplanation | undefined {
  const events = explanation.events.filter(
    ({ number, event }) => String(number) === wanted || (wanted.length >= 6 && event.id.startsWith(wanted)),
  );
  return events.length === 0 ? undefined : { ...explanation, events, statements: [], problems: [] };
}

function readingOf({ in: format, date }: ExplainOptions) {
  return {
    ...(format === undefined ? {} : { format }),
    ...(date === undefined ? {} : { date }),
    maxDocumentBytes: sizeValue(DEFAULT_MAX_DOCUMENT),
    standardInput: process.stdin,
  };
}
