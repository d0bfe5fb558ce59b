import type { Command } from "commander";
import { type Coder, createCoder } from "../coding/coder.ts";
import { type RelationQuestion, relationQuestionSchema } from "../coding/relation.ts";
import { byteLines } from "../document/byte-lines.ts";
import { decodeText, withoutByteOrderMark } from "../document/encoding.ts";
import { describeProblem } from "../document/input-problem.ts";
import { openInput, STANDARD_INPUT } from "../document/open-input.ts";
import { EXIT_FAILURE } from "./cli-error.ts";
import { strictOption } from "./coding-options.ts";
import { dictionaryOption, existingDictionaries, tellDictionaryProblems } from "./dictionary-option.ts";
import { DEFAULT_MAX_DOCUMENT, sizeValue } from "./option-values.ts";
import { standardOutput, type TextSink } from "./standard-output.ts";

const EXAMPLE = `
Examples:
  dragoman relate pairs.jsonl > relations.jsonl
  echo '{"id": "a", "text": "Oslo refused to meet the envoy.",
         "actor": [0, 4], "recipient": [21, 30]}' | tr -d '\\n' | dragoman relate

A line of input is {"id", "text", "date"?, "actor": [start, end],
"recipient": [start, end]}, places counted from 0 in UTF-16 units. A line of
output is {"id", "type", "mode", "status", "confidence", "evidence", "rule"};
without a type where no words name an event.

Exit status: 0 all answered; 1 some lines could not be read (each is named, the
rest is answered); 2 the command line is wrong.
`;

interface RelateOptions {
  readonly dictionary?: readonly string[];
  readonly strict?: boolean;
}

/** Adds `dragoman relate`: the relation between two actors the user marked. */
export function register(program: Command): void {
  program
    .command("relate")
    .summary("say what one marked party does to another")
    .description("Says what one party does to another, both marked in the text: JSONL in, JSONL out.")
    .argument("[FILES...]", "JSONL files; - is standard input, and the default")
    .addOption(dictionaryOption())
    .addOption(strictOption())
    .addHelpText("after", EXAMPLE)
    .action(async (files: readonly string[], options: RelateOptions) => {
      const dictionaries = existingDictionaries(options.dictionary);
      const coder = await createCoder({ dictionaries, strict: options.strict === true });
      tellDictionaryProblems(coder.problems);
      process.exitCode = await relate(files.length === 0 ? [STANDARD_INPUT] : files, coder);
    });
}

async function relate(files: readonly string[], coder: Coder): Promise<number> {
  const closed = new AbortController();
  const output = standardOutput(process.stdout, () => closed.abort());
  let isAllAnswered = true;
  for (const file of files) isAllAnswered = (await relateFile(file, coder, output)) && isAllAnswered;
  return isAllAnswered ? 0 : EXIT_FAILURE;
}

async function relateFile(file: string, coder: Coder, output: TextSink): Promise<boolean> {
  const name = file === STANDARD_INPUT ? "standard input" : file;
  const opened = file === STANDARD_INPUT ? undefined : await openInput(file);
  if (typeof opened === "string") return complain(name, undefined, opened);
  const chunks: AsyncIterable<Uint8Array> = opened?.chunks ?? process.stdin;
  let isAllAnswered = true;
  for await (const { line, bytes } of byteLines(
    withoutByteOrderMark(chunks),
    sizeValue(DEFAULT_MAX_DOCUMENT),
  )) {
    if (output.isClosed) break;
    const text = bytes === undefined ? undefined : decodeText(bytes).text;
    if (text?.trim() === "") continue;
    const question = text === undefined ? "the line is too long" : questionOf(text);
    if (typeof question === "string") isAllAnswered = complain(name, line, question);
    else await output.write(`${JSON.stringify(coder.relate(question))}\n`);
  }
  return isAllAnswered;
}

function complain(file: string, line: number | undefined, message: string): false {
  process.stderr.write(`${describeProblem({ file, message, ...(line !== undefined && { line }) })}\n`);
  return false;
}

/** Reads one line; a string says in a sentence what is wrong with it. */
function questionOf(line: string): RelationQuestion | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not valid JSON (${(error as Error).message})`;
  }
  const parsed = relationQuestionSchema.safeParse(value);
  if (parsed.success) return isInside(parsed.data) ?? parsed.data;
  const issue = parsed.error.issues[0];
  return `"${issue?.path.join(".") ?? ""}": ${issue?.message ?? "not as expected"}`;
}

function isInside({ text, actor, recipient }: RelationQuestion): string | undefined {
  for (const [name, span] of Object.entries({ actor, recipient })) {
    if (span === undefined || (span[0] < span[1] && span[1] <= text.length)) continue;
    return `"${name}" is [${span.join(", ")}]; expected a stretch of the text's ${text.length} characters`;
  }
  return undefined;
}
