import { join } from "node:path";
import { z } from "zod";
import type { PhraseClass, PhraseListMaker } from "../../language/names/phrase-list.ts";
import { readTable } from "../../lexicon/table.ts";

const cells = z
  .string()
  .optional()
  .transform((cell) => (cell === undefined ? [] : cell.split("|").map((part) => part.trim())));
const cell = z.string();

/** The lexicon's names and roles as phrases the tagger knows beforehand. */
export function addLexiconPhrases(maker: PhraseListMaker, folder: string): void {
  const add = (phrases: readonly string[], phraseClass: PhraseClass) => {
    for (const phrase of phrases) maker.add(phrase, phraseClass);
  };
  const table = <Row>(file: string, schema: z.ZodType<Row>) =>
    readTable(join(folder, file), schema).map(({ row }) => row);
  const country = z.object({
    name: cell,
    names: cells,
    adjectives: cells,
    people: cells,
    capital: cells,
    seats: cells,
  });
  for (const row of table("actors/countries.tsv", country)) {
    add([row.name, ...row.names], "country");
    add([...row.adjectives, ...row.people, ...row.people.map((noun) => `${noun}s`)], "nationality");
    add([...row.capital, ...row.seats], "place");
  }
  const organisation = z.object({ name: cell, names: cells, kind: cell });
  for (const { name, names, kind } of table("actors/organisations.tsv", organisation))
    add([name, ...names], kind === "group" ? "group" : "organisation");
  const place = z.object({ name: cell, adjectives: cells });
  for (const { name, adjectives } of table("actors/places.tsv", place)) {
    add([name], "place");
    add(adjectives, "nationality");
  }
  for (const { name } of table("actors/other-names.tsv", z.object({ name: cell }))) add([name], "other");
  for (const { name } of table("actors/forenames.tsv", z.object({ name: cell }))) add([name], "forename");
  for (const { name, names } of table("actors/office-holders.tsv", z.object({ name: cell, names: cells }))) {
    add([name, ...names], "person");
    add([name.split(" ").at(-1) as string], "surname");
  }
  for (const { role, kind } of table("roles/roles.tsv", z.object({ role: cell, kind: cell })))
    add([role, titled(role)], kind === "honorific" ? "title word" : "role");
}

/** "foreign minister" as it stands before a name. */
function titled(role: string): string {
  return role.replace(/(^|[ -])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Roles, honorifics and nationalities in small letters, with the words around them: what stands before a name and is no part of it. */
export function lexiconTitles(folder: string): { has(words: string): boolean } {
  const column = (file: string) => readTable(join(folder, file), z.looseObject({})).map(({ row }) => row);
  const roles = new Set(column("roles/roles.tsv").map(({ role }) => String(role)));
  const countries = readTable(
    join(folder, "actors/countries.tsv"),
    z.looseObject({ adjectives: cells, people: cells }),
  );
  for (const { row } of countries)
    for (const word of [...row.adjectives, ...row.people]) roles.add(word.toLowerCase());
  const around = new Set(
    column("roles/title-words.tsv")
      .filter(({ kind }) => kind !== "particle" && kind !== "suffix")
      .map(({ word }) => String(word)),
  );
  const isTitleWord = (word: string) =>
    around.has(word) || roles.has(word) || roles.has(word.replace(/\.$/, ""));
  return { has: (words) => roles.has(words) || words.split(" ").every(isTitleWord) };
}
