import { dayOf, type ExchangeCell, type ExchangeFormat, joinedCell } from "./exchange-format.ts";
import type { ToldHappening, ToldParty } from "./told-happening.ts";

const partyColumns = (side: string) => [
  `${side} Name`,
  `${side} Country`,
  `${side} COW`,
  `Primary ${side} Sector`,
  `${side} Sectors`,
  `${side} Title`,
  `${side} Name Raw`,
  `Wikipedia ${side} ID`,
];

/** The 40 columns of POLECAT, a row a happening with all its actors. See docs/exports/polecat.md. */
export const POLECAT: ExchangeFormat = {
  columns: [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    ...partyColumns("Actor"),
    ...partyColumns("Recipient"),
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
  ],
  hasHeader: true,
  missing: "None",
  newFile: () => (happening) => ({ kind: "rows", rows: [row(happening)] }),
};

function row(happening: ToldHappening): ExchangeCell[] {
  const { id, type, mode, score, quad, contexts, actors, recipients } = happening;
  const { place, place_words, place_country, latitude, longitude, geonames } = happening;
  const { publisher, published, people, organisations, language, version } = happening;
  return [
    id,
    dayOf(happening),
    type,
    mode,
    score,
    quad.toUpperCase(),
    joinedCell(contexts),
    ...partyCells(actors),
    ...partyCells(recipients),
    place,
    null, // City, District, Province: which of them a place is, is not known
    null,
    null,
    place_country,
    latitude,
    longitude,
    geonames,
    place_words,
    null,
    publisher,
    published,
    joinedCell(people),
    joinedCell(organisations),
    null,
    language,
    `Dragoman ${version}`,
  ];
}

/** The values of all actors of a side, one a place in each cell; a value that one lacks is "None" in its place. */
function partyCells(parties: readonly ToldParty[]): ExchangeCell[] {
  const cell = (value: (party: ToldParty) => string | null | undefined) => {
    const values = parties.map(value);
    return values.every((each) => each == null) ? null : joinedCell(values.map((each) => each ?? "None"));
  };
  return [
    cell(({ name }) => name),
    cell(({ country }) => country),
    null, // Correlates of War numbers: not in our lexicon
    cell(({ sectors }) => sectors[0]),
    joinedCell([...new Set(parties.flatMap(({ sectors }) => sectors))]),
    cell(({ role }) => role),
    cell(({ text }) => text),
    null, // Wikipedia: nothing is looked up there
  ];
}
