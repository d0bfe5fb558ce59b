import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { STATUSES } from "../coding/records.ts";
import { EVENT_TYPES } from "../ontology/event-types.ts";
import { CliError } from "./cli-error.ts";
import { count, counted } from "./figures.ts";
import { dateValue } from "./option-values.ts";
import { standardOutput } from "./standard-output.ts";

/** As in `export-store.ts`, which is loaded only where the command runs: the database engine takes longer to load than help. */
const FORMATS = ["gdelt", "icews", "phoenix", "polecat", "jsonl", "parquet", "csv"] as const;

const EXAMPLES = `
Examples:
  dragoman export events.duckdb --format gdelt --out events.export.CSV
  dragoman export events.duckdb --format csv --country UKR --since 2022-01-01
  dragoman export events.duckdb --format parquet --out months/   a file a month
  dragoman export events.duckdb --format jsonl --type AID --type SANCTION

docs/exports/ says for each format what every column holds. gdelt, icews,
phoenix and polecat get what is told as real, unless --status says otherwise.
`;

interface ExportOptions {
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
  readonly since?: string;
  readonly until?: string;
  readonly country?: readonly string[];
  readonly type?: readonly string[];
  readonly status?: readonly string[];
  readonly keepDuplicates?: boolean;
}

/** Adds `dragoman export`: the happenings of a store in the formats of other event data. */
export function register(program: Command): void {
  program
    .command("export")
    .summary("hand a store's events on in another format")
    .description("Writes the happenings of a store, each once, in the format that other programs expect.")
    .argument("<DB>", "a store that dragoman code --out made (.duckdb)")
    .addOption(new Option("--format <FORMAT>", "what to write").choices(FORMATS).makeOptionMandatory())
    .option("-o, --out <FILE>", "where to write; a folder for parquet (default: standard output)")
    .option("--since <DAY>", "only what happened on this day or later, as 2022-01-10", dateValue)
    .option("--until <DAY>", "only what happened on this day or earlier", dateValue)
    .option("--country <CODE>", "only where this country takes part, as UKR; may be repeated", countryValue)
    .option("--type <TYPE>", "only events of this type, as AID; may be repeated", oneOf(EVENT_TYPES))
    .option("--status <STATUS>", "only of this status, as occurred; may be repeated", oneOf(STATUSES))
    .option("--keep-duplicates", "every telling: not once what several documents tell")
    .addHelpText("after", EXAMPLES)
    .action(exportEvents);
}

async function exportEvents(path: string, options: ExportOptions): Promise<void> {
  const { format, out, since, until, country: countries, type: types, status: statuses } = options;
  const selection = {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(countries !== undefined && { countries }),
    ...(types !== undefined && { types }),
    ...(statuses !== undefined && { statuses }),
    keepsDuplicates: options.keepDuplicates === true,
  };
  const { openStoreForReading } = await import("../store/open-store.ts");
  const { exportParquet, exportText } = await import("../export/export-store.ts");
  const { PartialFile } = await import("../export/partial-file.ts");
  const report = (summary: Awaited<ReturnType<typeof exportParquet>>) =>
    process.stderr.write(`${summaryLine(summary)}\n`);
  if (format === "parquet") {
    const folder = parquetTarget(out);
    const store = await openStoreForReading(path, [dirname(folder)]);
    try {
      report(await exportParquet(store.connection, folder, selection));
    } finally {
      store.close();
    }
    return;
  }
  const store = await openStoreForReading(path);
  try {
    if (out === undefined) {
      const output = standardOutput(process.stdout, () => undefined);
      report(await exportText(store.connection, format, selection, (text) => output.write(text)));
      return;
    }
    const file = await PartialFile.open(out);
    try {
      report(await exportText(store.connection, format, selection, (text) => file.write(text)));
      await file.close();
    } catch (error) {
      await file.abort();
      throw error;
    }
  } finally {
    store.close();
  }
}

function parquetTarget(out: string | undefined): string {
  if (out === undefined)
    throw new CliError("parquet is written as a folder, a file a month; name it with --out");
  const folder = out.replace(/\/+$/, "");
  if (!existsSync(dirname(folder)))
    throw new CliError(`cannot write ${folder}: there is no folder ${dirname(folder)}`);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new CliError(`cannot write ${folder}: it is a file, and parquet is written as a folder`);
  }
  return folder;
}

/** "1,204 rows; 3 happenings left out: 2 without a day, 1 with one side only" */
function summaryLine({ rows, leftOut }: { rows: number; leftOut: ReadonlyMap<string, number> }): string {
  const total = [...leftOut.values()].reduce((sum, number) => sum + number, 0);
  if (total === 0) return counted(rows, "row");
  const reasons = [...leftOut].map(([reason, number]) => `${count(number)} ${reason}`);
  return `${counted(rows, "row")}; ${counted(total, "happening")} left out: ${reasons.join(", ")}`;
}

function countryValue(text: string, earlier: readonly string[] = []): readonly string[] {
  if (!/^[A-Za-z]{3}$/.test(text))
    throw new InvalidArgumentError("Expected a code of three letters such as UKR.");
  return [...earlier, text.toUpperCase()];
}

function oneOf(values: readonly string[]) {
  return (text: string, earlier: readonly string[] = []): readonly string[] => {
    const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
    if (found === undefined) throw new InvalidArgumentError(`Expected one of ${values.join(", ")}.`);
    return [...earlier, found];
  };
}
