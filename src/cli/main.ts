#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { OutputError } from "../store/output-error.ts";
import { CliError, EXIT_FAILURE, EXIT_INTERRUPTED, EXIT_USAGE } from "./cli-error.ts";
import { packageVersion } from "./package-version.ts";

const EPILOGUE = `
Example:
  dragoman code readout.txt --date 2022-01-10

Errors are one sentence; DRAGOMAN_DEBUG=1 shows where in the program they arose.
`;

interface CommandModule {
  /** Adds the command to the program. */
  register(program: Command): void;
}

/** The commands, in the order the help lists them. Each is loaded where it is needed: together they take longer than a short text. */
const COMMANDS: ReadonlyMap<string, () => Promise<CommandModule>> = new Map([
  ["code", () => import("./code.ts")],
  ["explain", () => import("./explain.ts")],
  ["relate", () => import("./relate.ts")],
  ["demo", () => import("./demo.ts")],
  ["load", () => import("./load.ts")],
  ["sql", () => import("./sql.ts")],
  ["info", () => import("./info.ts")],
  ["export", () => import("./export.ts")],
  ["serve", () => import("./serve.ts")],
  ["parse", () => import("./parse.ts")],
  ["lexicon", () => import("./lexicon.ts")],
  ["ontology", () => import("./ontology.ts")],
  ["evaluate", () => import("./evaluate.ts")],
  ["train", () => import("./train.ts")],
  ["train-names", () => import("./train-names.ts")],
]);

/** The command that is asked for; all of them where that is not plain (help, a misspelling, an option before it). */
function neededCommands(): Promise<CommandModule[]> {
  const named = COMMANDS.get(process.argv[2] ?? "");
  return Promise.all(named === undefined ? [...COMMANDS.values()].map((load) => load()) : [named()]);
}

function program(commands: readonly CommandModule[]): Command {
  const root = new Command("dragoman")
    .description(
      "Reads what states and other political actors say and do to each other, and writes it down as data: who did, said or promised what to whom, when and where, on whose word.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [COMMAND]", "print the help of a command")
    .option("--no-color", "write no colours (or set NO_COLOR)")
    .addHelpText("after", EPILOGUE);
  for (const command of commands) command.register(root);
  answerInOneSentence(root, "dragoman");
  return root;
}

/** Wrong command lines are answered by one sentence and where to read on; `main` then gives the exit status. */
function answerInOneSentence(command: Command, path: string): void {
  command.exitOverride().configureOutput({
    outputError: (text, write) => {
      const sentence = text
        .replace(/^error: /, "")
        .replace(/\s+/g, " ")
        .trim();
      write(`${path}: ${sentence}\nSee: ${path} --help\n`);
    },
  });
  for (const part of command.commands) answerInOneSentence(part, `${path} ${part.name()}`);
}

/** Prints an error as one sentence; `DRAGOMAN_DEBUG=1` shows where it arose. Gives the exit status. */
function report(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`dragoman: ${message}\n`);
  if (process.env.DRAGOMAN_DEBUG === "1" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (error instanceof CliError) return error.exitStatus;
  return error instanceof OutputError && error.isUsage ? EXIT_USAGE : EXIT_FAILURE;
}

/** Runs the command line; errors are printed, never thrown. Gives the exit status. */
async function main(): Promise<number> {
  try {
    const root = program(await neededCommands());
    if (process.argv.length <= 2) root.help();
    await root.parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has printed its sentence by now; help and version end the same way, with status 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    return report(error);
  }
}

process.on("uncaughtException", (error) => process.exit(report(error)));
process.stderr.on("error", () => undefined); // its reader has left; there is no one to tell
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.exit(report(error)); // a reader that has left (head) is no error
});
const exitStatus = await main();
// A read from standard input may still be waited for when a run was stopped.
if (exitStatus === EXIT_INTERRUPTED) process.exit(exitStatus);
process.exitCode = exitStatus;
