import { SECTORS } from "../../../src/server/code-words.ts";
import { STATUS_WORDS } from "./look.ts";
import { nameOf } from "./names.svelte.ts";
import { dayName, inLine } from "./words.ts";

/** The facets of events, in the order the page shows them. */
export const FACETS = [
  { name: "type", title: "Type" },
  { name: "status", title: "Status" },
  { name: "country", title: "Country" },
  { name: "actor", title: "Actor" },
  { name: "recipient", title: "Recipient" },
  { name: "voice", title: "On whose word" },
  { name: "mode", title: "Mode" },
  { name: "quad", title: "Words or deeds" },
  { name: "sector", title: "Sector" },
  { name: "context", title: "Context" },
  { name: "place", title: "Place" },
  { name: "confidence", title: "Confidence of at least" },
] as const;

/** Every parameter that narrows the list. */
export const FILTERS = [
  ...FACETS.map(({ name }) => name),
  "q",
  "from",
  "to",
  "party",
  "between",
  "telling",
  "document",
] as const;

const FILTER_TITLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FACETS.map(({ name, title }) => [name, title.toLowerCase()])),
  q: "words",
  from: "from",
  to: "until",
  party: "party",
  between: "between",
  telling: "telling",
  document: "document",
};

/** The filters an address sets, one entry a value. */
export function filtersOf(query: URLSearchParams): { name: string; title: string; value: string }[] {
  return FILTERS.flatMap((name) =>
    query.getAll(name).map((value) => ({ name, title: FILTER_TITLES[name] ?? name, value })),
  );
}

const NAMED: ReadonlySet<string> = new Set(["q", "document", "place", "voice"]);
const CODED: ReadonlySet<string> = new Set(["country", "actor", "recipient", "party", "between"]);

/** A facet's value for readers: names instead of codes. */
export function valueName(facet: string, value: string): string {
  if (CODED.has(facet)) return inLine(nameOf(value));
  if (facet === "sector") return SECTORS[value] ?? value;
  if (facet === "status") return STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value;
  if (facet === "voice" && value === "publisher") return "the text itself";
  if (facet === "telling") return value === "first" ? "each event once" : "all";
  if (facet === "mode" && value === "none") return "no mode";
  if (facet === "place" && value === "unknown") return "unknown";
  if (facet === "from" || facet === "to") return dayName(value);
  return NAMED.has(facet) ? inLine(value) : value.replaceAll(/[_-]/g, " ");
}

/** What the API is asked for: the filters alone. */
export function filterQuery(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(filtersOf(query).map(({ name, value }) => [name, value]));
}

/** A filter's values with one of them put in, or taken out where it was in. */
export function toggled(query: URLSearchParams, name: string, value: string): string[] {
  const values = query.getAll(name);
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
