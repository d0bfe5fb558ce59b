import { join } from "node:path";
import { z } from "zod";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { readTable } from "../lexicon/table.ts";

/** English names of countries by their code: "Türkiye" by TUR. */
export type CountryNames = ReadonlyMap<string, string>;

/** The names of the lexicon's table of countries. */
export function loadCountryNames(): CountryNames {
  const path = join(bundledLexiconFolder("en"), "actors/countries.tsv");
  const rows = readTable(path, z.object({ code: z.string(), name: z.string() }));
  return new Map(rows.map(({ row: { code, name } }) => [code, name]));
}
