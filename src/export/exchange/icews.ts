import type { CountryNames } from "../../mentions/country-names.ts";
import type { Ontology } from "../../ontology/ontology.ts";
import { dyadsOf } from "./dyads.ts";
import { dayOf, type ExchangeCell, type ExchangeFormat, joinedCell, leftOut } from "./exchange-format.ts";
import type { ToldParty } from "./told-happening.ts";

/** Names of sectors that mean the same in ICEWS; others stand under their PLOVER code. */
const SECTORS: Readonly<Record<string, string>> = {
  GOV: "Government",
  MIL: "Military",
  COP: "Police",
  JUD: "Judicial",
  BUS: "Business",
  JRN: "Media", // PLOVER's MED is medical
};

/** The 20 columns of the ICEWS events, a row a pair of actors on a day. See docs/exports/icews.md. */
export function icews(ontology: Ontology, countries: CountryNames): ExchangeFormat {
  const countryName = (code: string | null) => (code === null ? null : (countries.get(code) ?? null));
  const actorCells = ({ name, sectors, country }: ToldParty): ExchangeCell[] => [
    name,
    joinedCell(
      sectors.map((sector) => SECTORS[sector] ?? sector),
      ",",
    ),
    countryName(country),
  ];
  return {
    columns: [
      "Event ID",
      "Event Date",
      "Source Name",
      "Source Sectors",
      "Source Country",
      "Event Text",
      "CAMEO Code",
      "Intensity",
      "Target Name",
      "Target Sectors",
      "Target Country",
      "Story ID",
      "Sentence Number",
      "Publisher",
      "City",
      "District",
      "Province",
      "Country",
      "Latitude",
      "Longitude",
    ],
    hasHeader: true,
    missing: "",
    newFile() {
      let count = 0;
      const stories = new Map<string, number>();
      return (happening) => {
        const day = dayOf(happening);
        if (day === null) return leftOut("without a day");
        const dyads = dyadsOf(happening);
        if (dyads.length === 0) return leftOut("with one side only");
        const story = stories.get(happening.document) ?? stories.size + 1;
        stories.set(happening.document, story);
        const { cameo, goldstein, sentence, publisher, place_country, latitude, longitude } = happening;
        const rows = dyads.map(({ source, target }) => [
          ++count,
          day,
          ...actorCells(source),
          ontology.cameoName(cameo),
          cameo,
          goldstein,
          ...actorCells(target),
          story,
          sentence + 1,
          publisher,
          null, // City, District, Province: which of them a place is, is not known
          null,
          null,
          countryName(place_country),
          latitude,
          longitude,
        ]);
        return { kind: "rows", rows };
      };
    },
  };
}
