import { statSync } from "node:fs";
import type { Command } from "commander";
import { infoText, schemaText } from "./info-text.ts";
import { standardOutput } from "./standard-output.ts";
import { coloursFor, tableWidth } from "./terminal.ts";

const EXAMPLES = `
Examples:
  dragoman info events.duckdb             what it holds, and the runs that made it
  dragoman info events.duckdb --schema    its tables, columns and views
`;

/** Adds `dragoman info`: what a store holds and how it was made. */
export function register(program: Command): void {
  program
    .command("info")
    .summary("say what a store holds and how it was made")
    .description("Says what a store holds and how it was made.")
    .argument("<DB>", "a store that dragoman code --out made (.duckdb)")
    .option("--schema", "describe its tables, columns and views instead")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: { readonly schema?: boolean }, command: Command) => {
      await info(path, options.schema === true, command.optsWithGlobals<{ color: boolean }>().color);
    });
}

async function info(path: string, isSchema: boolean, isColourAllowed: boolean): Promise<void> {
  // Loaded where they are needed: the database engine takes longer to load than other commands to run.
  const { openStoreForReading } = await import("../store/open-store.ts");
  const { describeRelations, summarise } = await import("../store/store-summary.ts");
  const { stdout } = process;
  const colours = coloursFor({ isTerminal: stdout.isTTY, env: process.env, isAllowed: isColourAllowed });
  const options = { width: tableWidth(stdout.columns), colours };
  const output = standardOutput(stdout, () => undefined);
  const store = await openStoreForReading(path);
  try {
    const text = isSchema
      ? schemaText(describeRelations(), options)
      : infoText(path, statSync(path).size, await summarise(store.connection), options);
    await output.write(text);
  } finally {
    store.close();
  }
}
