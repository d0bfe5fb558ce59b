import type { RelationDescription, StoreSummary, Tally } from "../store/store-summary.ts";
import { count, counted } from "./figures.ts";
import { printable } from "./marked-text.ts";
import type { RowsTableOptions } from "./rows-table.ts";
import { wrap } from "./wrap.ts";

/** What a store holds and how it was made, for reading. */
export function infoText(
  path: string,
  bytes: number,
  summary: StoreSummary,
  options: RowsTableOptions,
): string {
  const { bold } = options.colours;
  const { days, runs } = summary;
  const lines = [
    ...wrap(`${printable(path)}  ${size(bytes)}`, options.width).map(bold),
    ...(days === undefined ? [] : [`documents published from ${days[0]} to ${days[1]}`]),
    ...section("Rows", tallyLines(summary.rows, options), options),
    ...section("Event types", tallyLines(summary.types, options), options),
    ...section("Statuses", tallyLines(summary.statuses, options), options),
    ...section("Acting countries, by events", tallyLines(summary.actors, options), options),
    ...section(
      "Runs, the latest first",
      runs.flatMap(({ run, version, startedAt, endedAt, documents, events }) => {
        const end = endedAt === undefined ? "not ended" : `to ${endedAt}`;
        const done = `${counted(documents, "document")}, ${counted(events, "event")}, Dragoman ${printable(version)}`;
        return hanging(`  ${run}  `, `${startedAt} ${end} UTC: ${done}`, options.width);
      }),
      options,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** The tables and views of a store with what they hold, for reading. */
export function schemaText(relations: readonly RelationDescription[], options: RowsTableOptions): string {
  const blocks = relations.map(({ name, meaning, columns }) => {
    const nameWidth = Math.max(0, ...columns.map((column) => column.name.length));
    const typeWidth = Math.max(0, ...columns.map((column) => column.type.length));
    return [
      ...wrap(`${name}: ${meaning}`, options.width).map(options.colours.bold),
      ...columns.flatMap((column) =>
        hanging(
          `  ${column.name.padEnd(nameWidth)}  ${column.type.padEnd(typeWidth)}  `,
          column.meaning,
          options.width,
        ),
      ),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

function section(heading: string, lines: readonly string[], { colours }: RowsTableOptions): string[] {
  return lines.length === 0 ? [] : ["", colours.bold(heading), ...lines];
}

/** Names and numbers in running text: "CONSULT 310, AGREE 122". */
function tallyLines(tally: Tally, { width }: RowsTableOptions): string[] {
  const text = tally.map(([name, number]) => `${printable(name)}\u00a0${count(number)}`).join(", ");
  return wrap(text, width - 2).map((line) => `  ${line.replaceAll("\u00a0", " ")}`);
}

/** A text after a margin that its further lines keep free. */
function hanging(margin: string, text: string, width: number): string[] {
  const [first = "", ...rest] = wrap(text, width - margin.length);
  return [margin + first, ...rest.map((line) => " ".repeat(margin.length) + line)];
}

/** A size for people: "1.4 MB". */
function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
