import type { CountryNames } from "../../mentions/country-names.ts";
import { codeParts, dyadsOf } from "./dyads.ts";
import { dayOf, type ExchangeCell, type ExchangeFormat, joinedCell, leftOut } from "./exchange-format.ts";
import type { ToldHappening, ToldParty } from "./told-happening.ts";

/** Quad class by root category, as phoenix_pipeline counts: 0 neutral, then verbal and material cooperation, verbal and material conflict. */
const QUAD_CLASSES: Readonly<Record<string, number>> = {
  "01": 0,
  "02": 0,
  "03": 1,
  "04": 1,
  "05": 1,
  "06": 2,
  "07": 2,
  "08": 2,
  "09": 3,
  "10": 3,
  "11": 3,
  "12": 3,
  "13": 3,
  "14": 4,
  "15": 4,
  "16": 3,
  "17": 4,
  "18": 4,
  "19": 4,
  "20": 4,
};

/** What may stand as the root of an actor that is no country, and as its agent. */
const ROOTS = ["IGO", "NGO", "IMG", "MNC"];
const AGENTS = ["GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL"];

/** The 26 columns of the Phoenix data, a row a pair of actors on a day. See docs/exports/phoenix.md. */
export function phoenix(countries: CountryNames): ExchangeFormat {
  return {
    columns: [
      "EventID",
      "Date",
      "Year",
      "Month",
      "Day",
      "SourceActorFull",
      "SourceActorEntity",
      "SourceActorRole",
      "SourceActorAttribute",
      "TargetActorFull",
      "TargetActorEntity",
      "TargetActorRole",
      "TargetActorAttribute",
      "EventCode",
      "EventRootCode",
      "QuadClass",
      "GoldsteinScore",
      "Issues",
      "ActionLat",
      "ActionLong",
      "LocationName",
      "GeoStateName",
      "GeoCountryName",
      "SentenceID",
      "URLs",
      "NewsSources",
    ],
    hasHeader: false,
    missing: "",
    newFile() {
      let count = 0;
      return (happening) => {
        const day = dayOf(happening);
        if (day === null) return leftOut("without a day");
        const dyads = dyadsOf(happening);
        if (dyads.length === 0) return leftOut("with one side only");
        const rows = dyads.map(({ source, target }) => [
          ++count,
          day.replaceAll("-", ""),
          ...day.split("-"),
          ...actorCells(source),
          ...actorCells(target),
          ...eventCells(happening),
          ...placeCells(happening, countries),
          joinedCell(happening.told_in),
          joinedCell(happening.urls),
          joinedCell(happening.publishers),
        ]);
        return { kind: "rows", rows };
      };
    },
  };
}

function actorCells({ code }: ToldParty): ExchangeCell[] {
  const [root, ...roles] = code.match(/.{1,3}/g) ?? [];
  const isKnown = root !== undefined && root !== "---" && (ROOTS.includes(root) || isCountry(root));
  const [agent] = roles;
  const hasAgent = agent !== undefined && AGENTS.includes(agent);
  return [
    code,
    isKnown ? root : null,
    hasAgent ? agent : null,
    joinedCell(codeParts((hasAgent ? roles.slice(1) : roles).join(""))),
  ];
}

/** Three capitals that begin no code of an organisation: the codes of actors begin with a country's otherwise. */
function isCountry(root: string): boolean {
  return /^[A-Z]{3}$/.test(root) && root !== "INT" && root !== "NGM";
}

function eventCells({ cameo, goldstein }: ToldHappening): ExchangeCell[] {
  const root = cameo.slice(0, 2);
  return [cameo, root, QUAD_CLASSES[root] ?? null, goldstein, null];
}

/** The writer fills all of these or none: latitude first, as its files have it. */
function placeCells(
  { place, latitude, longitude, place_country }: ToldHappening,
  countries: CountryNames,
): ExchangeCell[] {
  if (place === null || latitude === null || longitude === null) return [null, null, null, null, null];
  return [
    latitude,
    longitude,
    place,
    null,
    place_country === null ? null : (countries.get(place_country) ?? null),
  ];
}
