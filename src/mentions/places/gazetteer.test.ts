import { expect, it } from "vitest";
import { loadGazetteer } from "./gazetteer.ts";

const gazetteer = loadGazetteer();

/** "Almaty KAZ 43.3 76.9", the first that a name may stand for. */
function first(key: string): string | undefined {
  const [match] = gazetteer.lookup(key).filter(({ entry }) => entry.kind !== "division");
  if (match === undefined) return undefined;
  const { name, country, latitude, longitude } = match.entry;
  return `${name} ${country} ${latitude.toFixed(1)} ${longitude.toFixed(1)}`;
}

it.each([
  ["Almaty", "Almaty KAZ 43.3 76.9", "a main name"],
  ["Alma Ata", "Almaty KAZ 43.3 76.9", "another name, hyphens as blanks"],
  ["Bombay", "Mumbai IND 19.1 72.9", "a former name"],
  ["Zurich", "Zürich CHE 47.4 8.6", "a name without its accent"],
  ["Paris", "Paris FRA 48.9 2.3", "the largest of several"],
  ["Oranjestad", "Oranjestad ABW 12.5 -70.0", "a territory without divisions"],
  ["almaty", undefined, "a small letter"],
  ["Almat", undefined, "a part of a name"],
  ["Almaty Almaty", undefined, "a name and more"],
  ["", undefined, "nothing"],
  ["Zzyzzx", undefined, "behind the last key"],
])("looks up %s", (key, expected, _why) => {
  expect(first(key)).toBe(expected);
});

it("gives towns their division", () => {
  const moscows = gazetteer.lookup("Moscow").filter(({ entry }) => entry.country === "USA");
  const divisions = moscows.map(({ entry }) => gazetteer.entry(entry.division as number).name);
  expect(divisions).toContain("Idaho");
});

it("refuses an index that no entry has", () => {
  expect(() => gazetteer.entry(gazetteer.size)).toThrow(RangeError);
});
