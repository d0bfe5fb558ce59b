import { expect, it } from "vitest";
import { Gazetteer } from "../mentions/places/gazetteer.ts";
import { makeGazetteer, readTowns } from "./make-gazetteer.ts";

const TABLE = [
  town(1, "Karlstadt", "KRS,Carolina,Карл", 10, 20, "PPLA", "01", 90_000),
  town(2, "Karlsruh", "", 14, 24, "PPL", "01", 2_000),
  town(3, "Altdorf", "", 12, 22, "PPL", "01", 1_500),
  town(4, "Weiler", "", 0, 0, "PPL", "01", 300),
  town(5, "Wüstung", "", 0, 0, "PPLQ", "01", 5_000),
].join("\n");

const gazetteer = new Gazetteer(
  makeGazetteer(readTowns(TABLE), [{ code: "XA.01", name: "Nordland Province" }], new Map([["XA", "XAA"]])),
);

function town(
  id: number,
  name: string,
  others: string,
  lat: number,
  lon: number,
  feature: string,
  division: string,
  population: number,
): string {
  return [id, name, name, others, lat, lon, "P", feature, "XA", "", division, "", "", "", population].join(
    "\t",
  );
}

it.each([
  ["Karlstadt", "1 Karlstadt", "a town"],
  ["Carolina", "1 Karlstadt", "its other name"],
  ["Karlsruh", "2 Karlsruh", "a small town"],
  ["Nordland", "undefined Nordland Province", "a division without its word"],
  ["KRS", undefined, "an airport's code"],
  ["Weiler", undefined, "a hamlet"],
  ["Wüstung", undefined, "an abandoned place"],
])("packs %s", (key, expected, _why) => {
  const [match] = gazetteer.lookup(key);
  expect(match && `${match.entry.geonames} ${match.entry.name}`).toBe(expected);
});

it("puts a division in the middle of its towns", () => {
  const [division] = gazetteer.lookup("Nordland Province");
  expect(division?.entry).toMatchObject({ latitude: 12, longitude: 22, population: 93_500, country: "XAA" });
});
