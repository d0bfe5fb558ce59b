import { headOfRange, type Reading, rangeText, textOf } from "../reading.ts";
import type { PlaceKind, PlaceMention } from "./place.ts";
import type { PlaceLexicon } from "./place-lexicon.ts";

const DIRECTION = /^(north|south|east|west|central)[- ]?(east|west|central)?(ern)?$/i;

/**
 * Places too wide for a point, which have a country and no coordinates: a part of a country ("northern Syria"), a border
 * ("the Syrian-Turkish border", "Syria's border with Turkey", "the border between Syria and Turkey").
 */
export function wideRegions(reading: Reading, lexicon: PlaceLexicon): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let token = 0; token < reading.parsed.tokenCount; token++) {
    const place = partOfCountry(reading, token) ?? borderAt(reading, lexicon, token);
    if (place !== undefined && (found.at(-1)?.tokens[1] ?? 0) <= place.tokens[0]) found.push(place);
  }
  return found;
}

/** The country that stands at a token by name or nationality. */
function countryOf(reading: Reading, token: number): string | undefined {
  const senses = reading.nameAt(token)?.senses ?? [];
  return senses.find(
    ({ reading: kind, actor }) => (kind === "name" || kind === "adjective") && actor.kind === "country",
  )?.actor.country;
}

// "northern Syria", "the country's north" is not one.
function partOfCountry(reading: Reading, token: number): PlaceMention | undefined {
  const { parsed } = reading;
  if (!DIRECTION.test(textOf(parsed, token))) return undefined;
  const name = reading.nameAt(token + 1);
  if (name === undefined || name.start !== token + 1) return undefined;
  const sense = name.senses.find(({ reading: kind, actor }) => kind === "name" && actor.kind === "country");
  if (sense?.actor.country === undefined) return undefined;
  const tokens = [token, name.end] as const;
  return mention(
    reading,
    tokens,
    rangeText(parsed, ...tokens),
    "region",
    [sense.actor.country],
    "a part of a country",
  );
}

function borderAt(reading: Reading, lexicon: PlaceLexicon, token: number): PlaceMention | undefined {
  const { parsed } = reading;
  if (!/^(border|frontier)s?$/.test(textOf(parsed, token))) return undefined;
  const before: string[] = [];
  let start = token;
  for (let at = token - 1; at >= Math.max(0, token - 6); at--) {
    const country = countryOf(reading, at);
    if (country !== undefined) {
      if (!before.includes(country)) before.unshift(country);
      start = reading.nameAt(at)?.start ?? at;
    } else if (
      !/^([-–‐‑]|['’]s?|shared|land|northern|southern|eastern|western|common)$/.test(textOf(parsed, at))
    )
      break;
  }
  const after: string[] = [];
  let end = token + 1;
  if (/^(between|with|of)$/.test(textOf(parsed, token + 1))) {
    for (let at = token + 2; at < Math.min(parsed.tokenCount, token + 8); at++) {
      const country = countryOf(reading, at);
      if (country !== undefined) {
        after.push(country);
        end = reading.nameAt(at)?.end ?? at + 1;
        if (textOf(parsed, token + 1) !== "between") break;
      } else if (!/^(the|and|with)$/.test(textOf(parsed, at))) break;
    }
  }
  const countries = [...new Set([...before, ...after])];
  if (countries.length === 0) return undefined;
  const names = countries.map((code) => lexicon.countries.get(code) ?? code);
  const name = names.length === 1 ? `border of ${names[0]}` : `border of ${names.join(" and ")}`;
  return mention(reading, [start, end], name, "border", countries, "a border");
}

function mention(
  reading: Reading,
  tokens: readonly [number, number],
  name: string,
  kind: PlaceKind,
  countries: readonly string[],
  why: string,
): PlaceMention {
  const { parsed } = reading;
  const [start, end] = tokens;
  return {
    head: headOfRange(parsed, start, end),
    tokens,
    span: [parsed.columns.start[start] as number, parsed.columns.end[end - 1] as number],
    name,
    kind,
    ...(countries.length === 1 ? { country: countries[0] as string } : {}),
    why: `${why}: too wide for a point`,
    rule: "wide region",
  };
}
