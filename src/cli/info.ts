import { statSync } from "node:fs";
import type { Command } from "commander";
import { infoText, schemaText } from "./info-text.ts";
import { standardOutput } from "./standard-output.ts";
import { coloursFor, tableWidth } from "./terminal.ts";

const EXAMPLES = `
Examples:
  dragoman info events.duckdb             what it holds, and the runs that made it
  dragoman info events.duckdb --schema    its tables, columns and views
  dragoman info events.duckdb --migrate   the same store in the form of this version
`;

interface InfoOptions {
  readonly schema?: boolean;
  readonly migrate?: boolean;
}

/** Adds `dragoman info`: what a store holds and how it was made. */
export function register(program: Command): void {
  program
    .command("info")
    .summary("say what a store holds and how it was made")
    .description("Says what a store holds and how it was made.")
    .argument("<DB>", "a store that dragoman code --out made (.duckdb)")
    .option("--schema", "describe its tables, columns and views instead")
    .option("--migrate", "bring a store of an older version up to date first; all in it is kept")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: InfoOptions, command: Command) => {
      await info(path, options, command.optsWithGlobals<{ color: boolean }>().color);
    });
}

async function info(path: string, { schema, migrate }: InfoOptions, isColourAllowed: boolean): Promise<void> {
  // Loaded where they are needed: the database engine takes longer to load than other commands to run.
  const { openExistingStore, openStoreForReading } = await import("../store/open-store.ts");
  const { describeRelations, summarise } = await import("../store/store-summary.ts");
  const { stdout } = process;
  const colours = coloursFor({ isTerminal: stdout.isTTY, env: process.env, isAllowed: isColourAllowed });
  const options = { width: tableWidth(stdout.columns), colours };
  const output = standardOutput(stdout, () => undefined);
  if (migrate === true) (await openExistingStore(path)).close();
  const store = await openStoreForReading(path);
  try {
    const text = schema
      ? schemaText(describeRelations(), options)
      : infoText(path, statSync(path).size, await summarise(store.connection), options);
    await output.write(text);
  } finally {
    store.close();
  }
}
