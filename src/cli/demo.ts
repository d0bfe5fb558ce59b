import { readdirSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { bundledCoder } from "../pipeline/bundled-coder.ts";
import { EXIT_INTERRUPTED } from "./cli-error.ts";
import { runCoding } from "./coding-run.ts";
import { DEFAULT_MAX_DOCUMENT, defaultWorkers, sizeValue } from "./option-values.ts";
import { openOutputFiles } from "./output-files.ts";
import { tablePrinter } from "./printing.ts";
import { standardOutput } from "./standard-output.ts";

/** The store the demo writes, in the current folder. */
const STORE = "dragoman-examples.duckdb";

/** `dragoman demo`: codes the bundled examples, shows their events, and says what to try next. */
export function register(program: Command): void {
  program
    .command("demo")
    .summary("code the bundled examples and show their events")
    .description(`Codes the bundled example documents into ${STORE} and prints their events.`)
    .addHelpText("after", "\nExample:\n  dragoman demo\n")
    .action(async (_options: unknown, command: Command) => {
      process.exitCode = await demo(command.optsWithGlobals<{ color: boolean }>().color);
    });
}

async function demo(isColourAllowed: boolean): Promise<number> {
  const inputs = exampleFiles();
  const closed = new AbortController();
  const output = standardOutput(process.stdout, () => closed.abort());
  const stores = await openOutputFiles([STORE], inputs, { command: "demo", files: inputs });
  const status = await runCoding(inputs, {
    reading: { maxDocumentBytes: sizeValue(DEFAULT_MAX_DOCUMENT) },
    coder: bundledCoder(),
    workers: defaultWorkers(),
    writers: [tablePrinter(output, isColourAllowed), ...stores],
    isQuiet: false,
    isOnTerminal: process.stdout.isTTY,
    closed: closed.signal,
  });
  if (status !== EXIT_INTERRUPTED) await output.write(nextSteps(inputs));
  return status;
}

/** The bundled examples, by name; seen from the current folder where they lie in it. */
function exampleFiles(): string[] {
  const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
  const fromHere = relative(process.cwd(), folder);
  const shown = fromHere.startsWith("..") || isAbsolute(fromHere) ? folder : fromHere;
  return readdirSync(folder)
    .filter((name) => /\.(txt|jsonl)$/.test(name))
    .sort()
    .map((name) => join(shown, name));
}

function nextSteps(inputs: readonly string[]): string {
  const example = inputs.find((path) => path.includes("biden-putin-washington")) ?? inputs[0];
  return `
These events are now in ${STORE}, a file that any DuckDB program
can open.

Try next:
  npx dragoman explain ${example}
      why each record was coded so
  npx dragoman sql ${STORE} "FROM dyad_months"
      who dealt with whom, month by month; any SQL will do
  npx dragoman code FILE
      your own text; without FILE it reads standard input
  npx dragoman code FILES... --out events.csv
      many texts into a file: .csv .tsv .jsonl .parquet .duckdb
  npx dragoman --help
      all commands
`;
}
