import type { DuckDBConnection } from "@duckdb/node-api";
import { queryStore } from "../../store/query.ts";

/** An actor's part in a happening, as its first telling has it. */
export interface ToldParty {
  readonly entity: string;
  readonly name: string;
  /** The words of the text. */
  readonly text: string;
  readonly kind: string;
  /** ISO 3166-1 alpha-3; `null` where the text gives none. */
  readonly country: string | null;
  readonly sectors: readonly string[];
  /** CAMEO-style code: "CHNGOV", "IGOUNO"; "---" for what is unknown. */
  readonly code: string;
  readonly role: string | null;
}

/** A happening with all that an exchange format can hold of it; `null` is unknown. */
export interface ToldHappening {
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly cameo: string;
  readonly quad: string;
  readonly score: number;
  readonly goldstein: number;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly status: string;
  readonly place: string | null;
  readonly place_words: string | null;
  readonly place_country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geonames: number | null;
  readonly actors: readonly ToldParty[];
  readonly recipients: readonly ToldParty[];
  readonly document: string;
  /** From 0. */
  readonly sentence: number;
  /** Whether the words stand before the document's first line break. */
  readonly is_in_lead: boolean;
  readonly published: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string;
  /** Names of the persons and of the organisations of the document. */
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  /** When the document came into the store (UTC), `YYYY-MM-DD HH:MM:SS`, and the version that coded it. */
  readonly added_at: string;
  readonly version: string;
  /** How often all documents tell it. */
  readonly tellings: number;
  /** What tells it: document and number of the sentence, from 1. */
  readonly told_in: readonly string[];
  readonly urls: readonly string[];
  readonly publishers: readonly string[];
}

const parties = (part: string) => `(
  SELECT coalesce(list(struct_pack(entity := entity, name := name, text := text, kind := kind, country := country, sectors := sectors, code := code, role := role) ORDER BY position), [])
  FROM parties WHERE record = chosen.id AND part = '${part}')`;

const named = (kind: string) => `(
  SELECT coalesce(list(name ORDER BY name), []) FROM entities WHERE entities.document = chosen.document AND kind = '${kind}')`;

/** The happenings, or the tellings, among some events, each as one JSON object, in the order of their days. */
function happeningsQuery(ids: string, isEveryTelling: boolean): string {
  const told = isEveryTelling ? "tellings.event" : "tellings.happening";
  return `WITH chosen AS (SELECT * FROM events WHERE id IN (${ids})), told AS (
  SELECT ${told} AS id, count(*) AS tellings,
    list_distinct(list(concat(replace(e.document, ';', ','), '_', e.sentence + 1) ORDER BY d.date NULLS LAST, e.document, e.sentence)) AS told_in,
    list_sort(list_distinct(list(d.url) FILTER (d.url IS NOT NULL))) AS urls,
    list_sort(list_distinct(list(d.publisher) FILTER (d.publisher IS NOT NULL))) AS publishers
  FROM tellings JOIN events AS e ON e.id = event JOIN documents AS d ON d.id = e.document JOIN evidence ON evidence.event = tellings.event
  GROUP BY ${told}
)
SELECT to_json(happening)::VARCHAR FROM (
  SELECT chosen.id, type, mode, contexts, cameo, quad, score, goldstein, date_start, date_end, status,
    place, substring(documents.text, place_start + 1, place_end - place_start) AS place_words, place_country, latitude, longitude, geonames,
    ${parties("actor")} AS actors, ${parties("recipient")} AS recipients, chosen.document, sentence,
    NOT contains(trim(substring(documents.text, 1, trigger_start), chr(10)), chr(10)) AS is_in_lead,
    documents.date AS published, title, publisher, url, language, ${named("person")} AS people, ${named("organisation")} AS organisations,
    strftime(started_at, '%Y-%m-%d %H:%M:%S') AS added_at, version,
    told.tellings, list_sort(told.told_in) AS told_in, coalesce(told.urls, []) AS urls, coalesce(told.publishers, []) AS publishers
  FROM chosen
  JOIN documents ON documents.id = chosen.document
  JOIN runs ON runs.run = documents.run
  JOIN told ON told.id = chosen.id
  ORDER BY date_start NULLS LAST, documents.date NULLS LAST, chosen.document, sentence, trigger_start, chosen.id
) AS happening`;
}

/**
 * Reads happenings from a store.
 * @param ids a query for the ids of events that are wanted
 * @param isEveryTelling whether each event is one, also where several tell the same happening
 */
export async function* toldHappenings(
  connection: DuckDBConnection,
  ids: string,
  isEveryTelling: boolean,
): AsyncGenerator<ToldHappening> {
  const result = await queryStore(connection, happeningsQuery(ids, isEveryTelling));
  for await (const rows of result.rows()) {
    for (const [json] of rows) yield JSON.parse(String(json)) as ToldHappening;
  }
}
