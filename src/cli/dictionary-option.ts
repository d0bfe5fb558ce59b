import { existsSync } from "node:fs";
import { Option } from "commander";
import { describeProblem, type InputProblem } from "../document/input-problem.ts";
import { CliError } from "./cli-error.ts";
import { printable } from "./marked-text.ts";
import { collectValue } from "./option-values.ts";

/** The option by which commands take dictionaries of actors beside the lexicon. */
export function dictionaryOption(): Option {
  return new Option(
    "--dictionary <FILE>",
    "PETRARCH actor or agent dictionary, before the lexicon; may be repeated",
  ).argParser(collectValue);
}

/** Refuses dictionaries that are not there before anything else is done. */
export function existingDictionaries(files: readonly string[] = []): readonly string[] {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new CliError(`--dictionary: there is no file ${missing}`);
  return files;
}

/** Names on standard error each line of a dictionary that is not in force. */
export function tellDictionaryProblems(problems: readonly InputProblem[]): void {
  for (const problem of problems) process.stderr.write(`${printable(describeProblem(problem))}\n`);
}
