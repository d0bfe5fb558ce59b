import type { CellValue, ColumnType } from "./table.ts";

/*
 * A column of many rows goes to DuckDB as one text, which it takes apart by itself: a call from JavaScript for each value costs more than
 * all that DuckDB does with it. Values stand between marks that are escaped where a value holds them itself, which no usual text does.
 * Nothing between two marks is NULL.
 */

/** Between two rows. */
const ROW = "\x1e";
/** Between two values of a list; alone, the empty list. */
const ITEM = "\x1f";
/** Opens an escape: it and the letter behind it stand for one character, or for the empty text. */
const ESCAPE = "\x1b";

/** What is escaped, with its letter. The escape itself comes last, as it is undone last. */
const ESCAPED = [
  ["\0", "0"],
  [ROW, "r"],
  [ITEM, "i"],
  ["", "e"],
  [ESCAPE, "x"],
] as const;

const letters: Readonly<Record<string, string>> = Object.fromEntries(ESCAPED);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks
const mark = /[\0\x1b\x1e\x1f]/;
const marks = new RegExp(mark, "g");

/** The values of one column, as text on its way to DuckDB. */
export class ColumnText {
  readonly #type: ColumnType;
  readonly #joined: string[] = [];
  #isEscaped = false;
  #isEmpty = true;

  constructor(type: ColumnType) {
    this.#type = type;
  }

  /** Takes the values of further rows; an unknown one is joined as nothing. */
  add(values: readonly CellValue[]): void {
    if (values.length === 0) return;
    this.#isEmpty &&= values.every((value) => value === undefined);
    this.#joined.push(this.#plainValues(values).join(ROW));
  }

  /** All values; `undefined` where all are unknown. */
  text(): string | undefined {
    return this.#isEmpty ? undefined : this.#joined.join(ROW);
  }

  /** SQL that makes rows of the text that `parameter` stands for, one piece each. */
  static pieces(parameter: string): string {
    return `unnest(string_split(${parameter}, ${character(ROW)}))`;
  }

  /** SQL for the value in a piece of the text. */
  value(piece: string): string {
    if (this.#type === "VARCHAR") return this.#unescaped(`nullif(${piece}, '')`);
    if (this.#type !== "VARCHAR[]") return `nullif(${piece}, '')::${this.#type}`;
    const items = `string_split(nullif(${piece}, ''), ${character(ITEM)})`;
    const values = this.#isEscaped
      ? `list_transform(${items}, lambda item: ${this.#unescaped("item")})`
      : items;
    return `if(${piece} = ${character(ITEM)}, []::VARCHAR[], ${values})`;
  }

  #plainValues(values: readonly CellValue[]): readonly CellValue[] {
    if (this.#type === "VARCHAR[]") {
      return values.map((list) => this.#listText(list as readonly string[] | undefined));
    }
    if (this.#type === "INTEGER[]") return values.map((list) => (list === undefined ? list : `[${list}]`));
    if (this.#type !== "VARCHAR") return values;
    const needsEscape = mark.test(values.join("")) || values.includes("");
    return needsEscape
      ? values.map((value) => (value === undefined ? value : this.#escaped(value as string)))
      : values;
  }

  #listText(list: readonly string[] | undefined): string | undefined {
    if (list === undefined) return undefined;
    return list.length === 0 ? ITEM : list.map((item) => this.#escaped(item)).join(ITEM);
  }

  #escaped(value: string): string {
    if (value !== "" && !mark.test(value)) return value;
    this.#isEscaped = true;
    return value === "" ? `${ESCAPE}e` : value.replace(marks, (found) => `${ESCAPE}${letters[found]}`);
  }

  #unescaped(sql: string): string {
    if (!this.#isEscaped) return sql;
    return ESCAPED.reduce(
      (inner, [plain, letter]) =>
        `replace(${inner}, ${character(ESCAPE)} || '${letter}', ${plain === "" ? "''" : character(plain)})`,
      sql,
    );
  }
}

/** A character as SQL that any text of SQL may hold. */
function character(plain: string): string {
  return `chr(${plain.charCodeAt(0)})`;
}
