import { expect, it } from "vitest";
import { loadOntology } from "../../ontology/ontology.ts";
import { icews } from "./icews.ts";
import type { ToldHappening, ToldParty } from "./told-happening.ts";

const party = (name: string, sector: string): ToldParty => ({
  entity: name,
  name,
  text: name,
  kind: "person",
  country: "NOR",
  sectors: [sector],
  code: "NOR",
  role: null,
});

it.each([
  ["JRN", "Media"],
  ["MED", "MED"], // of medics, whom ICEWS does not call media
  ["GOV", "Government"],
  ["REB", "REB"],
])("sector %s stands under %j", (sector, written) => {
  const happening: Partial<ToldHappening> = {
    date_start: "2024-05-01",
    date_end: "2024-05-01",
    cameo: "111",
    actors: [party("Ine Berg", sector)],
    recipients: [party("Olav Ruud", "GOV")],
    document: "a",
    sentence: 0,
    place_country: null,
  };
  const format = icews(loadOntology(), new Map([["NOR", "Norway"]]));
  const made = format.newFile()(happening as ToldHappening);
  const column = format.columns.indexOf("Source Sectors");
  expect(made).toMatchObject({ kind: "rows" });
  expect("rows" in made && made.rows[0]?.[column]).toBe(written);
});
