import type { Span } from "../../document/span.ts";

/** What kinds of places the lexicon's tables and the gazetteer know. */
export const PLACE_KINDS = [
  "country",
  "division",
  "region",
  "town",
  "quarter",
  "border",
  "water",
  "land",
  "site",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One place that a name may stand for. */
export interface PlaceSense {
  readonly name: string;
  readonly kind: PlaceKind;
  /** Codes as in `countries.tsv`; several for what lies between or across countries; none for the high seas. */
  readonly countries: readonly string[];
  /** Degrees; absent where a place is too wide for a point: countries, "northern Syria", borders. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly geonames?: number;
  /** Number of its first-level division in the gazetteer, of a town or of the division itself. */
  readonly division?: number;
  /** Of places that are not towns, what a town of the same weight in the news has. */
  readonly population: number;
  readonly isCapital: boolean;
  /** Whether the name is not the main one: "Bombay". */
  readonly isOtherName: boolean;
  /** "GeoNames 1526384" or `places/regions.tsv:12`. */
  readonly origin: string;
}

/** A place in the text where a place is named, resolved as far as text and data allow. */
export interface PlaceMention {
  /** Token index of the syntactic head. */
  readonly head: number;
  /** Token indexes `[start, end)`. */
  readonly tokens: readonly [number, number];
  readonly span: Span;
  /** As the data write it ("Kyiv" for "Kiev"); the text's words where it is not known which place they mean. */
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly geonames?: number;
  /** Why it is this place and no other of the name: "in Kazakhstan, which the words beside it say". */
  readonly why: string;
  /** Where the place stands in the data, "unknown" where it is not in them. */
  readonly rule: string;
}
