import type { Candidate } from "./candidates.ts";
import { type Container, distance } from "./containers.ts";
import type { Evidence, WordBeside } from "./context.ts";
import type { PlaceSense } from "./place.ts";

/** What the text says of a name, for choosing among the places it may stand for. */
export interface Circumstances {
  readonly evidence: Evidence;
  readonly beside: WordBeside | undefined;
  readonly containers: readonly Container[];
  /** Whether the name mostly means something else, or is a person's too. */
  readonly doubt: "word" | "person" | undefined;
  /** How often the sentence and the document name each country. */
  readonly inSentence: ReadonlyMap<string, number>;
  readonly inDocument: ReadonlyMap<string, number>;
}

/** What a name stands for: one place; unsaid which of several; or no place that we can tell. */
export type Resolution =
  | { readonly kind: "resolved"; readonly sense: PlaceSense; readonly why: string }
  | { readonly kind: "ambiguous"; readonly among: readonly PlaceSense[] }
  | { readonly kind: "rejected" };

// How much each thing counts, in powers of ten of population.
const WEIGHTS = {
  capital: 1.5,
  otherName: -1,
  kindSaid: 3,
  kindUnsaid: -0.7,
  countryInSentence: 1.8,
  countryInDocument: 1,
};

/** A place must be this much likelier than the next to be taken. */
const MARGIN = 0.75;
const MARGIN_WITHIN = 0.3;

/** Places of one name this near each other are one: a town, its district, the old and the new spelling. */
const SAME_PLACE_KM = 60;
/** The same for provinces and regions, whose middles two tables put in different places. */
const SAME_AREA_KM = 500;

/** Chooses the place that a name stands for, if any can be told. */
export function resolvePlace(candidate: Candidate, circumstances: Circumstances): Resolution {
  const { containers, beside } = circumstances;
  const container = containers.find(
    (one) => one.isSure || candidate.senses.some((sense) => one.holds(sense)),
  );
  const held = container === undefined ? candidate.senses : candidate.senses.filter(container.holds);
  if (held.length === 0) return { kind: "rejected" };
  const ranked = held
    .map((sense) => ({ sense, score: scoreOf(sense, circumstances) }))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined || !isAcceptable(best.sense, container !== undefined, circumstances)) {
    return { kind: "rejected" };
  }
  const rivals = ranked.filter(({ sense }) => !isSamePlace(sense, best.sense));
  const lead = best.score - (rivals[0]?.score ?? Number.NEGATIVE_INFINITY);
  if (lead < (container === undefined ? MARGIN : MARGIN_WITHIN)) {
    return { kind: "ambiguous", among: [best.sense, ...rivals.map(({ sense }) => sense)] };
  }
  const sense = beside === undefined || beside.isNear ? pointOf(best.sense, ranked) : best.sense;
  return { kind: "resolved", sense, why: reasonFor(sense, container, rivals.length, circumstances) };
}

function scoreOf(sense: PlaceSense, { beside, inSentence, inDocument }: Circumstances): number {
  const isArea = sense.kind === "division" || sense.kind === "region";
  const saysArea = beside !== undefined && !beside.isNear && ["division", "region"].includes(beside.kind);
  const fitsWord = saysArea ? isArea : beside?.kind === "town" && !beside.isNear && sense.kind === "town";
  const isSaid = (countries: ReadonlyMap<string, number>) =>
    sense.countries.some((code) => countries.has(code));
  return (
    Math.log10(sense.population + 10) +
    (sense.isCapital ? WEIGHTS.capital : 0) +
    (sense.isOtherName && !(isArea && saysArea) ? WEIGHTS.otherName : 0) +
    (fitsWord ? WEIGHTS.kindSaid : isArea && sense.origin.startsWith("GeoNames") ? WEIGHTS.kindUnsaid : 0) +
    (isSaid(inSentence) ? WEIGHTS.countryInSentence : 0) +
    (isSaid(inDocument) ? WEIGHTS.countryInDocument : 0)
  );
}

/** The fewest inhabitants with which a name is taken for a town, by how surely the words say that it is a place. */
const FEWEST: Readonly<Record<Evidence, { readonly known: number; readonly unknown: number }>> = {
  surely: { known: 0, unknown: 15_000 },
  likely: { known: 5_000, unknown: 100_000 },
  none: { known: 50_000, unknown: 300_000 },
};

/** A city of this size is meant by its name after "to" or "of" even where it is a forename too: Paris, Sydney. */
const GREAT_CITY = 2_000_000;

function isAcceptable(sense: PlaceSense, isHeld: boolean, circumstances: Circumstances): boolean {
  const { evidence, doubt, inSentence, inDocument } = circumstances;
  if (isHeld) return true;
  if (sense.kind === "country") return doubt !== "word" || evidence !== "none";
  const isGreat = evidence === "likely" && sense.population >= GREAT_CITY;
  if (doubt !== undefined && evidence !== "surely" && !(doubt === "person" && isGreat)) return false;
  if (sense.origin.startsWith("places/")) return true;
  const isKnown = sense.countries.some((code) => inSentence.has(code) || inDocument.has(code));
  const fewest = FEWEST[evidence][isKnown ? "known" : "unknown"];
  return sense.population >= (doubt === undefined ? fewest : Math.max(fewest, 20_000));
}

function isArea({ kind }: PlaceSense): boolean {
  return kind === "division" || kind === "region" || kind === "land";
}

function isSamePlace(a: PlaceSense, b: PlaceSense): boolean {
  const areas = isArea(a) && isArea(b) && a.countries.some((code) => b.countries.includes(code));
  if (a === b || distance(a, b) < (areas ? SAME_AREA_KM : SAME_PLACE_KM)) return true;
  if (a.division === undefined || a.division !== b.division) return false;
  return a.kind === "division" || b.kind === "division";
}

// Kharkiv without "region" is the town, not its division; "Jenin" is how the lexicon's town of that id is called.
function pointOf(best: PlaceSense, ranked: readonly { readonly sense: PlaceSense }[]): PlaceSense {
  if (best.origin.startsWith("places/") || best.kind === "country") return best;
  const same = ranked.filter(({ sense }) => sense.origin.startsWith("places/") && isSamePlace(sense, best));
  const known = same.find(({ sense }) => sense.kind === "town") ?? same[0];
  if (known !== undefined) return known.sense;
  if (best.kind !== "division") return best;
  const town = ranked.find(
    ({ sense }) => sense.kind === "town" && !sense.isOtherName && isSamePlace(sense, best),
  );
  return town === undefined || town.sense.population * 20 < best.population ? best : town.sense;
}

function reasonFor(
  sense: PlaceSense,
  container: Container | undefined,
  rivals: number,
  { inSentence, inDocument }: Circumstances,
): string {
  if (container !== undefined) return `in ${container.name}, as the words beside it say`;
  if (rivals === 0) return "the only place of that name";
  if (sense.countries.some((code) => inSentence.has(code))) return "the sentence names its country";
  if (sense.countries.some((code) => inDocument.has(code))) return "the text names its country";
  return sense.isCapital ? "a capital" : "by far the largest of that name";
}
