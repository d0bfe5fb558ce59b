/** A table in memory that is made when a store is opened. */
export interface RoomTable {
  readonly name: string;
  /** The table whose rows it holds in another form. */
  readonly of: string;
  readonly query: string;
}

/** Every way to call a party: its country, its code, its name. */
const keys = (part: string) =>
  `list_distinct(list_filter(flatten(list([country, code, name]) FILTER (part = '${part}')), lambda k: k IS NOT NULL AND k <> '---'))`;

const names = (part: string) => `list(name ORDER BY position) FILTER (part = '${part}')`;

const countries = (part: string) =>
  `list_distinct(list(country) FILTER (part = '${part}' AND country IS NOT NULL))`;

const listOr = (column: string) => `coalesce(${column}, []::VARCHAR[])`;

/** The parts a record's parties play that the room asks for. */
const STATEMENT_PARTS = ["speaker", "addressee", "about"] as const;
const COMMITMENT_PARTS = ["debtor", "beneficiary"] as const;

const keyColumns = (parts: readonly string[]) =>
  parts.map((part) => `${keys(part)} AS ${part}_keys`).join(", ");

const heldKeys = (parts: readonly string[]) =>
  parts.map((part) => `${listOr(`${part}_keys`)} AS ${part}_keys`).join(", ");

/**
 * One row an event with all it is looked for by, so that a facet is a scan of one narrow table. `voice` is who says so:
 * the innermost source the text names, or "publisher"; `words` are the sentence and the names of the parties, to be searched.
 */
const EVENT: RoomTable = {
  name: "event",
  of: "events",
  query: `WITH party AS (
  SELECT record,
    ${keys("actor")} AS actor_keys, ${keys("recipient")} AS recipient_keys,
    ${names("actor")} AS actor_names, ${names("recipient")} AS recipient_names,
    ${countries("actor")} AS actor_countries, ${countries("recipient")} AS recipient_countries,
    list_distinct(list(country) FILTER (country IS NOT NULL)) AS countries,
    list_distinct(flatten(list(sectors))) AS sectors
  FROM parties WHERE part IN ('actor', 'recipient') GROUP BY record
), voice AS (
  SELECT record, arg_max(if(kind = 'publisher', 'publisher', name), position) AS voice
  FROM attributions GROUP BY record
)
SELECT events.id, events.document, documents.date AS published, events.sentence,
  date_start AS day, date_trunc('month', date_start)::DATE AS month,
  type, mode, contexts, quad, score, status, place, latitude, longitude, confidence,
  ${listOr("actor_keys")} AS actor_keys, ${listOr("recipient_keys")} AS recipient_keys,
  ${listOr("actor_names")} AS actor_names, ${listOr("recipient_names")} AS recipient_names,
  ${listOr("actor_countries")} AS actor_countries, ${listOr("recipient_countries")} AS recipient_countries,
  ${listOr("countries")} AS countries, ${listOr("sectors")} AS sectors,
  coalesce(voice, 'publisher') AS voice, tellings.happening = events.id AS is_first,
  lower(concat_ws(' ', sentences.text, array_to_string(party.actor_names, ' '), array_to_string(party.recipient_names, ' '))) AS words
FROM events JOIN documents ON documents.id = events.document JOIN tellings ON tellings.event = events.id
LEFT JOIN sentences ON sentences.document = events.document AND sentences.sentence = events.sentence
LEFT JOIN party ON party.record = events.id LEFT JOIN voice ON voice.record = events.id
ORDER BY day, events.id`,
};

const STATEMENT: RoomTable = {
  name: "statement",
  of: "statements",
  query: `WITH party AS (
  SELECT record, ${keyColumns(STATEMENT_PARTS)}
  FROM parties GROUP BY record
)
SELECT statements.id, statements.document, documents.date AS published, act,
  ${heldKeys(STATEMENT_PARTS)}
FROM statements JOIN documents ON documents.id = statements.document
LEFT JOIN party ON party.record = statements.id`,
};

const COMMITMENT: RoomTable = {
  name: "commitment",
  of: "commitments",
  query: `WITH party AS (
  SELECT record, ${keyColumns(COMMITMENT_PARTS)}, any_value(name) FILTER (part = 'debtor') AS debtor,
    any_value(country) FILTER (part = 'debtor') AS debtor_country
  FROM parties GROUP BY record
)
SELECT commitments.id, commitments.document, documents.date AS published, action, due_first, due_last, occasion, due,
  debtor, debtor_country, ${heldKeys(COMMITMENT_PARTS)}
FROM commitments JOIN documents ON documents.id = commitments.document
LEFT JOIN party ON party.record = commitments.id`,
};

export const ROOM_TABLES: readonly RoomTable[] = [EVENT, STATEMENT, COMMITMENT];
