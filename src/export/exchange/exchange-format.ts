import type { ToldHappening } from "./told-happening.ts";

/** A cell before it is written: `null` becomes the format's mark for what is missing. */
export type ExchangeCell = string | number | null;

/** What a format makes of one happening: its rows, or why it has no place for it. */
export type ExchangeRows =
  | { readonly kind: "rows"; readonly rows: readonly (readonly ExchangeCell[])[] }
  | { readonly kind: "left out"; readonly reason: string };

/** A format of tab-separated lines that other programs read. `docs/exports/` has a page for each. */
export interface ExchangeFormat {
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  /** What stands in a column of which nothing is known. */
  readonly missing: string;
  /** Turns happenings into rows, one after the other: numbers that count through a file begin anew with each. */
  newFile(): (happening: ToldHappening) => ExchangeRows;
}

/** A line in a format that has no quoting: a tab or line break inside a value becomes a space. */
export function exchangeLine(cells: readonly ExchangeCell[], missing: string): string {
  return `${cells.map((cell) => (cell === null ? missing : flat(String(cell)))).join("\t")}\n`;
}

/** Values of one cell side by side; a separator inside a value becomes a comma. `null` where there are none. */
export function joinedCell(values: readonly string[], separator = ";"): string | null {
  return values.length === 0 ? null : values.map((value) => value.replaceAll(separator, ",")).join(separator);
}

/** The day of a happening, `YYYY-MM-DD`; `null` where the text gives none, or a longer time. */
export function dayOf({ date_start, date_end }: ToldHappening): string | null {
  return date_start === date_end ? date_start : null;
}

export function leftOut(reason: string): ExchangeRows {
  return { kind: "left out", reason };
}

function flat(text: string): string {
  return text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, " ");
}
