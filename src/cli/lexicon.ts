import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Command } from "commander";
import { createCoder } from "../coding/coder.ts";
import { loadCodingLexicon } from "../coding/coding-lexicon.ts";
import {
  checkExamples,
  codingLexiconProblems,
  entriesWithoutExample,
  operatorTableProblems,
  readingProblems,
} from "../coding/lexicon-check.ts";
import type { LexiconProblem } from "../lexicon/lexicon-error.ts";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { loadActorLexicon } from "../mentions/actor-lexicon.ts";
import { checkActorLexicon } from "../mentions/check-actor-lexicon.ts";
import { readDictionary } from "../mentions/dictionary/load-dictionaries.ts";
import { loadOntology } from "../ontology/ontology.ts";
import { bundledOperatorsFile, loadOperators } from "../ontology/operators.ts";
import { CliError, EXIT_FAILURE } from "./cli-error.ts";
import { dictionaryOption, existingDictionaries } from "./dictionary-option.ts";
import { count } from "./figures.ts";

const EXAMPLES = `
Examples:
  dragoman lexicon check                                  the bundled lexicon
  dragoman lexicon check lexicon/en/frames/consult.yaml   the examples of one file
  dragoman lexicon check --lexicon my-lexicon/en          a lexicon of your own
  dragoman lexicon check --dictionary leaders.actors.txt  a dictionary, alone

Exit status: 0 all is well; 1 an entry is wrong, or an example is not coded as
its author wrote it; 2 the command line is wrong.
`;

interface CheckOptions {
  readonly lexicon?: string;
  readonly dictionary?: readonly string[];
}

/** `dragoman lexicon`: checks the lexicon. */
export function register(program: Command): void {
  const lexicon = program
    .command("lexicon")
    .summary("check the lexicon and code its examples")
    .description("Works on the lexicon: the words that name actors, events and operators.")
    .addHelpText("after", EXAMPLES);
  lexicon
    .command("check")
    .summary("validate the lexicon's files and code their examples")
    .description(
      "Validates the files of the lexicon and of the ontology, codes every example in them, and names each that comes out otherwise than its author wrote it.",
    )
    .argument("[FILES...]", "code the examples of these files only; all by default")
    .option("--lexicon <FOLDER>", "use this lexicon instead of the bundled one")
    .addOption(dictionaryOption())
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const dictionaries = existingDictionaries(options.dictionary);
      process.exitCode =
        dictionaries.length > 0
          ? checkDictionaries(dictionaries)
          : await check(files, options.lexicon ?? bundledLexiconFolder("en"));
    });
}

/** Names every line of the dictionaries that cannot be read, and says what they hold. */
function checkDictionaries(paths: readonly string[]): number {
  const files = paths.map(readDictionary);
  const actors = files.reduce((sum, file) => sum + file.actors.length, 0);
  const agents = files.reduce((sum, file) => sum + file.agents.length, 0);
  const found = files.flatMap((file) => file.problems);
  const held = [counted(actors, "name of an actor", "names of actors"), counted(agents, "agent", "agents")];
  return ended(found, `${held.join(", ")}; ${problems(found.length)}`);
}

async function check(files: readonly string[], folder: string): Promise<number> {
  if (!existsSync(folder)) throw new CliError(`--lexicon: there is no folder ${folder}`);
  // What cannot be read cannot be coded with: these come first, and alone.
  const unreadable = [
    loadOntology,
    loadOperators,
    () => loadActorLexicon(folder),
    () => loadCodingLexicon(folder),
  ].flatMap(readingProblems);
  if (unreadable.length > 0) return ended(unreadable, `${problems(unreadable.length)}; no example was coded`);

  const ontology = loadOntology();
  const lexicon = loadCodingLexicon(folder);
  const found = [
    ...operatorTableProblems(loadOperators(), ontology, bundledOperatorsFile()),
    ...codingLexiconProblems(lexicon, ontology),
    ...checkActorLexicon(folder),
  ];
  const wanted = new Set(files.map((file) => resolve(file)));
  const known = new Set(lexicon.entries.map(({ file }) => resolve(file)));
  for (const file of files) {
    if (!known.has(resolve(file)))
      throw new CliError(`${file} is no file with entries of the lexicon ${folder}`);
  }
  const coder = await createCoder({ lexicon: folder, strict: true, minConfidence: 0 });
  const { examples, failures } = checkExamples(
    lexicon,
    coder,
    (file) => wanted.size === 0 || wanted.has(resolve(file)),
  );
  const without = entriesWithoutExample(lexicon).length;
  const summary = [
    counted(lexicon.entries.length, "entry", "entries"),
    `${counted(examples, "example", "examples")}, ${failures.length === 0 ? "all" : count(examples - failures.length)} coded as written`,
    ...(failures.length === 0 ? [] : [`${count(failures.length)} otherwise`]),
    problems(found.length),
    ...(without === 0
      ? []
      : [`${counted(without, "frame or operator has", "frames and operators have")} no example`]),
  ].join("; ");
  return ended([...found, ...failures], summary);
}

/** Prints each problem on a line of its own, and then the closing line; gives the exit status. */
function ended(found: readonly LexiconProblem[], summary: string): number {
  for (const { file, line, message } of found) {
    process.stdout.write(`${relative(process.cwd(), file)}:${line}: ${message}\n`);
  }
  process.stdout.write(`${summary}\n`);
  return found.length > 0 ? EXIT_FAILURE : 0;
}

function problems(number: number): string {
  return number === 0 ? "no problems" : counted(number, "problem", "problems");
}

function counted(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
