import stringWidth from "string-width";
import { printable } from "./marked-text.ts";
import type { Colours } from "./terminal.ts";
import { wrap } from "./wrap.ts";

const GAP = "  ";
/** A column that must be cut is not cut below this. */
const NARROWEST_COLUMN = 8;

export interface TableColumn {
  readonly name: string;
  /** Numbers stand at the right of their column. */
  readonly isNumeric: boolean;
}

export interface RowsTableOptions {
  /** Columns of the terminal to fill at most. */
  readonly width: number;
  readonly colours: Colours;
}

/**
 * Rows under a header, cut with "…" to fit the width; where there are too many columns for that, each row is a block
 * of its own, a line for each column.
 */
export function rowsTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width, colours }: RowsTableOptions,
): string {
  const cells = rows.map((row) => row.map(printable));
  const names = columns.map((column) => printable(column.name));
  const natural = names.map((name, index) =>
    Math.max(stringWidth(name), ...cells.map((row) => stringWidth(row[index] ?? ""))),
  );
  const widths = fittingWidths(natural, width - GAP.length * (columns.length - 1));
  if (widths === undefined) return blocks(names, cells, width, colours);
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => padded(cell, widths[index] as number, columns[index]?.isNumeric === true))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((columnWidth) => "─".repeat(columnWidth)).join(GAP);
  return `${[colours.bold(line(names)), colours.dim(rule), ...cells.map(line)].join("\n")}\n`;
}

/** The widths with the widest made narrower until all fit; `undefined` where they cannot. */
function fittingWidths(natural: readonly number[], available: number): number[] | undefined {
  const total = (limit: number) => natural.reduce((sum, width) => sum + Math.min(width, limit), 0);
  if (total(NARROWEST_COLUMN) > available) return undefined;
  let limit = Math.max(NARROWEST_COLUMN, ...natural);
  while (total(limit) > available) limit--;
  return natural.map((width) => Math.min(width, limit));
}

function padded(cell: string, width: number, isNumeric: boolean): string {
  const fitting = cut(cell, width);
  const space = " ".repeat(width - stringWidth(fitting));
  return isNumeric ? space + fitting : fitting + space;
}

/** A text of at most `width` columns; "…" stands where something is missing. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 1; // the sign of what is missing
  for (const character of text) {
    used += stringWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

function blocks(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  colours: Colours,
): string {
  const nameWidth = Math.min(24, Math.max(...names.map((name) => stringWidth(name))));
  const block = (row: readonly string[]) =>
    names.flatMap((name, index) => {
      const [first = "", ...rest] = wrap(row[index] ?? "", width - nameWidth - GAP.length);
      const label = colours.bold(padded(name, nameWidth, false));
      const lines = [`${label}${GAP}${first}`, ...rest.map((line) => " ".repeat(nameWidth) + GAP + line)];
      return lines.map((line) => line.trimEnd());
    });
  return `${rows.map((row) => block(row).join("\n")).join("\n\n")}\n`;
}
