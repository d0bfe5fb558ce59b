import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { decodeText, looksBinary } from "../document/encoding.ts";
import { NOT_TEXT } from "../document/input-problem.ts";
import { readFailure, STANDARD_INPUT } from "../document/open-input.ts";
import {
  ConlluError,
  documentFromConllu,
  readConllu,
  type WriteConlluOptions,
  writeConllu,
} from "../language/conllu.ts";
import {
  bundledModelPath,
  loadLanguage,
  type ModelLanguage,
  type SplitText,
} from "../language/load-language.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";

interface ParseOptions {
  readonly tokenized?: boolean;
  readonly language: string;
  readonly model?: string;
}

const HELP = `
Examples:
  dragoman parse readout.txt
  echo "Oslo hosted the envoy." | dragoman parse
  dragoman parse --tokenized given.conllu   keeps sentences, tokens and comments
  dragoman parse --tokenized lines.txt      a sentence a line, tokens in blanks

Input is plain text or CoNLL-U, told apart by its look; without --tokenized,
CoNLL-U is read for its text only. Exit status: 0 all parsed; 1 some input could
not be read (each is named, the rest is parsed); 2 the command line is wrong.
`;

/** Adds `dragoman parse`: text or CoNLL-U in, CoNLL-U out. */
export function register(program: Command): void {
  program
    .command("parse")
    .summary("parse text: sentences, tokens, tags, lemmas and dependency trees")
    .description(
      "Parses text and writes CoNLL-U: sentences, tokens, tags, features, lemmas, dependency trees.",
    )
    .argument("[FILES...]", "texts or CoNLL-U files; - is standard input, and the default")
    .option("--tokenized", "keep the sentences and tokens of the input")
    .option("--language <CODE>", "language of the text", "en")
    .option("--model <FILE>", "use this model instead of the bundled one")
    .addHelpText("after", HELP)
    .action(async (files: readonly string[], options: ParseOptions) => {
      const inputs = files.length > 0 ? files : [STANDARD_INPUT];
      const language = await loadLanguageOrFail(options);
      for (const path of inputs) {
        try {
          const { document, writing } = parseInput(await readInput(path), path, language, options);
          const id = inputs.length > 1 && path !== STANDARD_INPUT ? { documentId: path } : {};
          process.stdout.write(writeConllu(document, { ...id, ...writing }));
        } catch (error) {
          if (!(error instanceof ConlluError || error instanceof InputError)) throw error;
          process.stderr.write(`dragoman: ${error.message}\n`);
          process.exitCode = EXIT_FAILURE;
        }
      }
    });
}

/** An input that cannot be read; the others can. */
class InputError extends Error {
  override readonly name = "InputError";
}

async function readInput(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    if (path !== STANDARD_INPUT) bytes = await readFile(path);
    else {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      bytes = Buffer.concat(chunks);
    }
  } catch (error) {
    throw new InputError(`${path}: ${readFailure(error)}`, { cause: error });
  }
  const { text } = decodeText(bytes);
  if (looksBinary(text)) throw new InputError(`${path}: ${NOT_TEXT}`);
  return text;
}

/**
 * The language of the command line's `--language` and `--model`.
 *
 * @throws CliError in a sentence when there is no such model
 */
export async function loadLanguageOrFail(options: {
  readonly language: string;
  readonly model?: string;
}): Promise<ModelLanguage> {
  const path = options.model ?? bundledModelPath(options.language);
  if (existsSync(path)) return loadLanguage(options.language, path);
  throw new CliError(
    options.model === undefined
      ? `--language: there is no model for "${options.language}"; expected ${path}`
      : `--model: there is no file ${path}`,
  );
}

function parseInput(
  text: string,
  path: string,
  language: ModelLanguage,
  options: ParseOptions,
): { document: ParsedDocument; writing: WriteConlluOptions } {
  if (looksLikeConllu(text)) {
    const sentences = readConllu(text, path);
    const given = documentFromConllu(sentences);
    if (!options.tokenized) return { document: language.parse(given.text), writing: {} };
    return {
      document: language.analyse(given.text, splitOf(given)),
      writing: { comments: (index) => sentences[index]?.comments ?? [] },
    };
  }
  if (options.tokenized) return { document: language.analyse(text, splitAtBlanks(text)), writing: {} };
  return { document: language.parse(text), writing: {} };
}

/** The first line that says something is a comment or a word of ten columns. */
function looksLikeConllu(text: string): boolean {
  const lines = text.split("\n", 200).map((line) => line.trimEnd());
  const word = lines.find((line) => line !== "" && !line.startsWith("#"));
  return word !== undefined && /^\d+([-.]\d+)?\t/.test(word) && word.split("\t").length === 10;
}

function splitOf({ columns, sentenceStart }: ParsedDocument): SplitText {
  return { start: columns.start, end: columns.end, joined: columns.joined, sentenceStart };
}

/** One sentence a line, tokens between white space. */
function splitAtBlanks(text: string): SplitText {
  const start: number[] = [];
  const end: number[] = [];
  const sentenceStart: number[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const tokens = [...line.matchAll(/\S+/g)];
    if (tokens.length > 0) sentenceStart.push(start.length);
    for (const token of tokens) {
      start.push(offset + token.index);
      end.push(offset + token.index + token[0].length);
    }
    offset += line.length + 1;
  }
  return {
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    joined: new Uint8Array(start.length),
    sentenceStart: Uint32Array.from([...sentenceStart, start.length]),
  };
}
