import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "@hono/zod-openapi";
import { STATUSES } from "../coding/records.ts";
import { dateSchema } from "../document/document.ts";
import { SECTORS } from "../mentions/sectors.ts";
import { EVENT_TYPES, QUADS } from "../ontology/event-types.ts";

const MOST_VALUES = 50;

/** One value or several of a parameter that may be given more than once: `?type=AID&type=AGREE`. */
function several<Value extends z.ZodType>(value: Value, description: string) {
  return z
    .union([value, z.array(value).max(MOST_VALUES)], {
      error: `expected ${description}; ${MOST_VALUES} times at most`,
    })
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.infer<Value>[])
    .optional()
    .openapi({ type: "array", items: { type: "string" }, description });
}

const word = z.string().min(1).max(300);

/** What events can be looked for by: the facets of the events page, the parameters of the API, the input of MCP tools. */
export const eventFilterSchema = z.strictObject({
  q: word
    .optional()
    .openapi({ description: "words of the sentence or names of the parties", example: "ceasefire" }),
  from: dateSchema.optional().openapi({ description: "first day of the event", example: "2022-01-01" }),
  to: dateSchema.optional().openapi({ description: "last day of the event" }),
  type: several(z.enum(EVENT_TYPES), `PLOVER type: ${EVENT_TYPES.join(", ")}`),
  mode: several(word, "PLOVER mode: phone, visit, …"),
  quad: several(z.enum(QUADS), `words or deeds, for or against: ${QUADS.join(", ")}`),
  status: several(z.enum(STATUSES), `whether it happened: ${STATUSES.join(", ")}`),
  voice: several(word, 'on whose word: a name, or "publisher" for what the text says itself'),
  actor: several(word, "who acts: a country's code, an actor's code or name"),
  recipient: several(word, "whom it is done to: a country's code, an actor's code or name"),
  party: several(word, "who takes part, on either side"),
  country: several(word, "country of any party, ISO 3166-1 alpha-3"),
  sector: several(z.enum(SECTORS), `PLOVER sector of any party: ${SECTORS.join(", ")}`),
  context: several(word, "PLOVER context: economic, military, …"),
  place: several(word, 'name of the place, or "unknown"'),
  confidence: z.coerce.number().min(0).max(1).optional().openapi({ description: "lowest confidence" }),
  document: word.optional().openapi({ description: "id of the document" }),
  between: z
    .array(word, { error: "expected two parties: between=RUS&between=TUR" })
    .length(2, "expected two parties: between=RUS&between=TUR")
    .optional()
    .openapi({ description: "two parties that deal with each other, given twice" }),
  telling: z
    .enum(["all", "first"])
    .optional()
    .openapi({ description: "`first` leaves out what another document, or an earlier copy, tells before" }),
});

export type EventFilter = z.infer<typeof eventFilterSchema>;
export type FilterName = keyof EventFilter;

/** Days from which and until which something is looked for. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** First and last day of a period that may be open at either end. */
export function periodDays({ from = "0001-01-01", to = "9999-12-31" }: Period): [string, string] {
  return [from, to];
}

/** A condition of SQL with what its `?` stand for. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly DuckDBValue[];
}

/** How a list of values is looked for in a column; the row is `event` of `room.event`. */
const COLUMNS: Partial<Record<FilterName, string>> = {
  type: "type",
  mode: "coalesce(mode, 'none')",
  quad: "quad",
  status: "status",
  voice: "voice",
  place: "coalesce(place, 'unknown')",
};

/** Columns that hold lists, of which one value must be among those asked for. */
const LISTS: Partial<Record<FilterName, string>> = {
  actor: "actor_keys",
  recipient: "recipient_keys",
  party: "actor_keys || recipient_keys",
  country: "countries",
  sector: "sectors",
  context: "contexts",
};

/**
 * The condition a row of `room.event` has to meet.
 * @param except filters to leave out: a facet counts what there would be without itself
 */
export function eventCondition(filter: EventFilter, except: readonly FilterName[] = []): Condition {
  const parts: Condition[] = [];
  for (const [name, value] of Object.entries(filter) as [FilterName, EventFilter[FilterName]][]) {
    if (value === undefined || except.includes(name)) continue;
    parts.push(...conditionOf(name, value));
  }
  return allOf(parts);
}

function conditionOf(name: FilterName, value: NonNullable<EventFilter[FilterName]>): Condition[] {
  if (name === "between") return betweenCondition(value as string[]);
  if (name === "telling") return value === "first" ? [{ sql: "is_first", parameters: [] }] : [];
  if (Array.isArray(value)) {
    const column = COLUMNS[name];
    const marks = value.map(() => "?").join(", ");
    const sql = column === undefined ? `list_has_any(${LISTS[name]}, [${marks}])` : `${column} IN (${marks})`;
    return [{ sql, parameters: value }];
  }
  if (name === "from") return [{ sql: "day >= ?::DATE", parameters: [value] }];
  if (name === "to") return [{ sql: "day <= ?::DATE", parameters: [value] }];
  if (name === "confidence") return [{ sql: "confidence >= ?", parameters: [value] }];
  if (name === "document") return [{ sql: "event.document = ?", parameters: [value] }];
  return wordsOf(String(value)).map((word) => ({ sql: "contains(words, ?)", parameters: [word] }));
}

/** One acts on the other, or both act together, as in a meeting. */
function betweenCondition([a = "", b = ""]: readonly string[]): Condition[] {
  return [
    {
      sql: `((list_contains(actor_keys, ?) AND list_contains(recipient_keys, ?))
        OR (list_contains(actor_keys, ?) AND list_contains(recipient_keys, ?))
        OR (len(recipient_keys) = 0 AND list_contains(actor_keys, ?) AND list_contains(actor_keys, ?)))`,
      parameters: [a, b, b, a, a, b],
    },
  ];
}

/** A search's words: each must be found; those in quotation marks stay together. */
export function wordsOf(search: string): string[] {
  const straight = search.toLowerCase().replaceAll(/[“”„«»]/g, '"');
  const found = straight.match(/"[^"]+"|[^\s"]+/g) ?? [];
  return found.slice(0, 8).map((word) => word.replaceAll('"', ""));
}

export function allOf(parts: readonly Condition[]): Condition {
  if (parts.length === 0) return { sql: "true", parameters: [] };
  return {
    sql: parts.map(({ sql }) => sql).join(" AND "),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}
