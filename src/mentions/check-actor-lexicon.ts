import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LexiconError, type LexiconProblem } from "../lexicon/lexicon-error.ts";
import { readTable, type TableRow } from "../lexicon/table.ts";
import { loadActorLexicon } from "./actor-lexicon.ts";

/** The tables about actors, places and times, each with the columns that no two lines may share and by which the lines are sorted. */
const TABLES: readonly (readonly [path: string, key: readonly string[]])[] = [
  ["actors/cameo-codes.tsv", ["code"]],
  ["actors/countries.tsv", ["code"]],
  ["actors/forenames.tsv", ["name"]],
  ["actors/leading-words.tsv", ["word"]],
  ["actors/namesakes.tsv", ["name"]],
  ["actors/office-holders.tsv", ["name", "from", "role"]],
  ["actors/organisations.tsv", ["name"]],
  ["actors/other-names.tsv", ["name"]],
  ["actors/places.tsv", ["name"]],
  ["actors/publishers.tsv", ["publisher"]],
  ["actors/thing-words.tsv", ["word"]],
  ["cues/calendar.tsv", ["word"]],
  ["cues/occasions.tsv", ["word"]],
  ["cues/pronouns.tsv", ["pronoun"]],
  ["places/lands.tsv", ["name"]],
  ["places/regions.tsv", ["name"]],
  ["places/sites.tsv", ["name"]],
  ["places/towns.tsv", ["name"]],
  ["places/waters.tsv", ["name"]],
  ["places/wary.tsv", ["name"]],
  ["places/words.tsv", ["word"]],
  ["roles/roles.tsv", ["role"]],
  ["roles/title-words.tsv", ["word"]],
];

const anyRow = z.record(z.string(), z.string());

/**
 * Everything wrong with the tables about actors, places and times: bad cells, unknown countries and roles, lines twice or out of order,
 * terms of office that end before they begin, Cyrillic or Greek letters that look like Latin ones.
 * @param folder `lexicon/<language>`
 * @returns problems by file and line; none when all is well
 */
export function checkActorLexicon(folder: string): LexiconProblem[] {
  const problems = problemsThrownBy(() => loadActorLexicon(folder));
  for (const [path, key] of TABLES) {
    const file = join(folder, path);
    problems.push(...lookAlikes(file));
    let rows: TableRow<Record<string, string>>[] = [];
    problems.push(
      ...problemsThrownBy(() => {
        rows = readTable(file, anyRow);
      }),
    );
    problems.push(...orderProblems(rows, key), ...countryProblems(folder, rows), ...termProblems(rows));
    problems.push(...memberProblems(folder, rows));
  }
  const seen = new Set<string>();
  return problems.filter(({ file, line, message }) => {
    const text = `${file}:${line}:${message}`;
    return !seen.has(text) && seen.add(text);
  });
}

function problemsThrownBy(load: () => void): LexiconProblem[] {
  try {
    load();
    return [];
  } catch (error) {
    if (error instanceof LexiconError) return [...error.problems];
    throw error;
  }
}

/** Letters of other alphabets inside Latin words. */
function lookAlikes(file: string): LexiconProblem[] {
  const problems: LexiconProblem[] = [];
  for (const [index, text] of readFileSync(file, "utf8").split("\n").entries()) {
    const match = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(text);
    if (match !== null)
      problems.push({ file, line: index + 1, message: `letter "${match[0]}" is not Latin` });
  }
  return problems;
}

function orderProblems(
  rows: readonly TableRow<Record<string, string>>[],
  key: readonly string[],
): LexiconProblem[] {
  const keyOf = ({ row }: TableRow<Record<string, string>>) =>
    key.map((column) => row[column] ?? "").join("\t");
  return rows.flatMap((row, index): LexiconProblem[] => {
    const before = rows[index - 1];
    if (before === undefined || keyOf(before) < keyOf(row)) return [];
    const named = keyOf(row).replaceAll("\t", " ");
    const message =
      keyOf(before) === keyOf(row) ? `"${named}" stands here twice` : `"${named}" is out of order`;
    return [{ file: row.file, line: row.line, message }];
  });
}

function countryProblems(
  folder: string,
  rows: readonly TableRow<Record<string, string>>[],
): LexiconProblem[] {
  const countries = new Set(
    readTable(join(folder, "actors/countries.tsv"), anyRow).map(({ row }) => row.code),
  );
  return rows.flatMap(({ row, file, line }): LexiconProblem[] =>
    (row.country?.split("|") ?? [])
      .filter((code) => code !== EUROPEAN_UNION && !countries.has(code))
      .map((code) => ({ file, line, message: `no such country: ${code}` })),
  );
}

function memberProblems(folder: string, rows: readonly TableRow<Record<string, string>>[]): LexiconProblem[] {
  if (!rows.some(({ row }) => row.members !== undefined)) return [];
  const countries = readTable(join(folder, "actors/countries.tsv"), anyRow).map(({ row }) => row.code);
  const known = new Set([EUROPEAN_UNION, ...countries, ...rows.map(({ row }) => row.code)]);
  return rows.flatMap(({ row, file, line }) =>
    (row.members?.split("|") ?? [])
      .filter((code) => !known.has(code))
      .map((code): LexiconProblem => ({ file, line, message: `no such country or organisation: ${code}` })),
  );
}

/** The code of bodies of the European Union, which is no country. */
const EUROPEAN_UNION = "EUR";

function termProblems(rows: readonly TableRow<Record<string, string>>[]): LexiconProblem[] {
  return rows.flatMap(({ row, file, line }): LexiconProblem[] =>
    row.from !== undefined && row.to !== undefined && row.to < row.from
      ? [{ file, line, message: `the term ends (${row.to}) before it begins (${row.from})` }]
      : [],
  );
}
