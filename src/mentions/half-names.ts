import type { NameSense } from "./actor-lexicon.ts";
import { type Found, isCapitalised, type Reading, textOf } from "./reading.ts";

/** Points of the compass by which countries of one name are told apart, with the other one. */
const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ["North", "South"],
  ["South", "North"],
  ["East", "West"],
  ["West", "East"],
]);

/**
 * The reading with "the North" and "the South" read as countries, where the text names one of two that share a name otherwise ("North
 * Korea", "Seoul"). South Africa has no other half, and "the north" is no country.
 */
export function withHalfNames(reading: Reading): Reading {
  const halves = halvesNamed(reading);
  if (halves.size === 0) return reading;
  const found = new Map<number, Found<NameSense>>();
  const { parsed } = reading;
  for (let token = 1; token < parsed.tokenCount; token++) {
    const sense = halves.get(textOf(parsed, token));
    if (sense === undefined || reading.nameAt(token) !== undefined || !standsAlone(reading, token)) continue;
    found.set(token, { start: token, end: token + 1, senses: [sense] });
  }
  return {
    ...reading,
    names: [...reading.names, ...found.values()].sort((a, b) => a.start - b.start),
    nameAt: (token) => reading.nameAt(token) ?? found.get(token),
  };
}

function halvesNamed({ names, lexicon }: Reading): Map<string, NameSense> {
  const halves = new Map<string, NameSense>();
  for (const { senses } of names) {
    const actor = senses[0]?.actor;
    if (actor?.kind !== "country") continue;
    const [half = "", base = "", ...more] = actor.name.split(" ");
    const opposite = OPPOSITES.get(half);
    if (opposite === undefined || more.length > 0 || halves.has(half)) continue;
    const isCountry = ({ reading: kind, actor: of }: NameSense) => kind === "name" && of.kind === "country";
    const own = lexicon.names.get([half, base]).find(isCountry);
    const other = lexicon.names.get([opposite, base]).find(isCountry);
    if (own === undefined || other === undefined) continue;
    halves.set(half, own).set(opposite, other);
  }
  return halves;
}

// "the North's leader", "the South"; not "the South Pole", "the South of the country", "the North-South talks", "the Global North".
function standsAlone({ parsed }: Reading, token: number): boolean {
  if (!/^the$/i.test(textOf(parsed, token - 1)) || token + 1 >= parsed.tokenCount) return false;
  return !isCapitalised(parsed, token + 1) && !/^(of|-|–|and)$/.test(textOf(parsed, token + 1));
}
