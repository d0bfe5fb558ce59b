import { existsSync } from "node:fs";
import { extname } from "node:path";
import type { Command } from "commander";
import { readDocuments } from "../document/read-documents.ts";
import { readCoded } from "../pipeline/read-coded.ts";
import { CliError } from "./cli-error.ts";
import { runItems } from "./coding-run.ts";
import { collectValue, dateValue } from "./option-values.ts";
import { packageVersion } from "./package-version.ts";

interface LoadOptions {
  readonly documents: readonly string[];
  readonly out: string;
  readonly date?: string;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  dragoman load coded.jsonl --documents wire.jsonl --out events.duckdb
                  after: dragoman code wire.jsonl --out coded.jsonl

  dragoman load coded-*.jsonl --documents wire-1.jsonl --documents wire-2.jsonl \\
    --out events.duckdb                       what several machines coded

A document that the store has already is replaced. The same command goes on
where it was cut off. Texts in the order in which they were coded need least
memory. Give --date where code was given it.
`;

/** Texts were read once already, when they were coded: none is too long now. */
const ANY_LENGTH = Number.MAX_SAFE_INTEGER;

/** Adds `dragoman load`: coded documents from JSONL into a store. */
export function register(program: Command): void {
  program
    .command("load")
    .summary("put coded JSONL into a store")
    .description(
      "Puts documents that dragoman code wrote as JSONL into a store, with the texts they were coded from.",
    )
    .argument("<FILES...>", "JSONL that dragoman code wrote")
    .requiredOption("--documents <FILE>", "what was coded, texts or JSONL; may be repeated", collectValue)
    .requiredOption("-o, --out <FILE>", "the store to add to, made where there is none (.duckdb)")
    .option("--date <DAY>", "publication day of documents that give none, as 2022-01-10", dateValue)
    .option("-q, --quiet", "print problems only: no progress or closing line")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], options: LoadOptions) => {
      process.exitCode = await load(files, options);
    });
}

async function load(files: readonly string[], { documents, out, date, quiet }: LoadOptions): Promise<number> {
  if (extname(out) !== ".duckdb")
    throw new CliError(`--out: ${out} is no store; its name has to end in .duckdb`);
  const lost = documents.find((path) => !existsSync(path));
  if (lost !== undefined) throw new CliError(`--documents: there is no file ${lost}`);
  const { StoreWriter } = await import("../store/store-writer.ts");
  const writer = await StoreWriter.open(out, {
    run: { version: packageVersion(), command: { command: "load", files, documents, out, date } },
  });
  const texts = readDocuments(documents, {
    ...(date === undefined ? {} : { date }),
    maxDocumentBytes: ANY_LENGTH,
  });
  return runItems(
    files,
    { writers: [writer], isQuiet: quiet === true, isOnTerminal: false, closed: new AbortController().signal },
    async function* (_, onLeftOut) {
      for await (const item of readCoded(files, texts)) {
        if (item.kind === "coded" && writer.has(item.document)) onLeftOut(item.bytes);
        else yield item;
      }
    },
  );
}
