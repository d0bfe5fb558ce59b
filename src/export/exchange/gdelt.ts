import { createHash } from "node:crypto";
import { codeParts, type Dyad, dyadsOf, INTERNATIONAL } from "./dyads.ts";
import { type ExchangeCell, type ExchangeFormat, leftOut } from "./exchange-format.ts";
import type { ToldHappening, ToldParty } from "./told-happening.ts";

const actorColumns = (actor: string) =>
  [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
  ].map((column) => actor + column);

const placeColumns = (place: string) =>
  ["Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map(
    (column) => `${place}Geo_${column}`,
  );

const QUAD_CLASSES: Readonly<Record<string, number>> = {
  "verbal cooperation": 1,
  "material cooperation": 2,
  "verbal conflict": 3,
  "material conflict": 4,
};

/** "No place was found" of the geographic columns: type 0, all others empty. */
const NO_PLACE: readonly ExchangeCell[] = [0, null, null, null, null, null, null, null];

/** The events table of GDELT 2.0, a row a pair of actors. See docs/exports/gdelt.md. */
export const GDELT: ExchangeFormat = {
  columns: [
    "GlobalEventID",
    "Day",
    "MonthYear",
    "Year",
    "FractionDate",
    ...actorColumns("Actor1"),
    ...actorColumns("Actor2"),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    ...placeColumns("Actor1"),
    ...placeColumns("Actor2"),
    ...placeColumns("Action"),
    "DATEADDED",
    "SOURCEURL",
  ],
  hasHeader: false,
  missing: "",
  newFile: () => (happening) => {
    const dyads: Partial<Dyad>[] = dyadsOf(happening);
    const [actor] = happening.actors;
    if (dyads.length === 0 && actor !== undefined) dyads.push({ source: actor });
    if (dyads.length === 0) return leftOut("without an actor");
    return { kind: "rows", rows: dyads.map((dyad) => row(happening, dyad)) };
  },
};

function row(happening: ToldHappening, { source, target }: Partial<Dyad>): ExchangeCell[] {
  const { cameo, quad, goldstein, tellings, publishers, told_in, url, added_at } = happening;
  return [
    rowId(happening.id, source, target),
    ...dateCells(happening),
    ...actorCells(source),
    ...actorCells(target),
    happening.is_in_lead ? 1 : 0,
    cameo,
    cameo.slice(0, 3),
    cameo.slice(0, 2),
    QUAD_CLASSES[quad] ?? null,
    goldstein,
    tellings,
    publishers.length === 0 ? null : publishers.length,
    new Set(told_in.map((place) => place.slice(0, place.lastIndexOf("_")))).size,
    null, // AvgTone: no tone is measured
    ...NO_PLACE, // where the actors are is not what we know of them
    ...NO_PLACE,
    ...actionPlace(happening),
    added_at.replace(/\D/g, ""),
    url,
  ];
}

/** A number that stays the same from export to export, below 2^52 so that every reader can hold it. */
function rowId(happening: string, source?: ToldParty, target?: ToldParty): number {
  const parts = [happening, source?.entity ?? "", target?.entity ?? ""];
  return Number.parseInt(createHash("sha256").update(parts.join("\u001f")).digest("hex").slice(0, 13), 16);
}

/** Day, month, year and fraction, as far as the days of the happening agree on them. */
function dateCells({ date_start: start, date_end: end }: ToldHappening): ExchangeCell[] {
  if (start === null || end === null) return [null, null, null, null];
  const common = (length: number) =>
    start.slice(0, length) === end.slice(0, length) ? start.slice(0, length).replaceAll("-", "") : null;
  const [year, month, day] = start.split("-").map(Number) as [number, number, number];
  // The codebook's formula: months of thirty days.
  const fraction = start === end ? (year + (month * 30 + day) / 365).toFixed(4) : null;
  return [common(10), common(7), common(4), fraction];
}

function actorCells(party: ToldParty | undefined): ExchangeCell[] {
  if (party === undefined) return Array<null>(10).fill(null);
  const parts = codeParts(party.code);
  const country = party.country === null ? null : party.country;
  const roles = parts[0] === country ? parts.slice(1) : parts;
  const isInternational = INTERNATIONAL.includes(roles[0] ?? "");
  const group = isInternational && roles.length > 1 ? (roles.at(-1) as string) : null;
  const types = group === null ? roles : roles.slice(0, -1);
  return [
    parts.join("") || null,
    party.name.toUpperCase(),
    country,
    group,
    null,
    null,
    null,
    types[0] ?? null,
    types[1] ?? null,
    types[2] ?? null,
  ];
}

/** GDELT's country, region and feature codes are those of FIPS and GNS, which we do not have; and the kind of place is not known. */
function actionPlace({ place, latitude, longitude }: ToldHappening): readonly ExchangeCell[] {
  return place === null ? NO_PLACE : [null, place, null, null, null, latitude, longitude, null];
}
