/** What brings a store from one version to the next: SQL as it was right at the time, so that no later change to the schema changes it. */
export interface Migration {
  /** The version it makes. */
  readonly to: number;
  /** What is new, for whoever asks why a store differs. */
  readonly change: string;
  readonly statements: readonly string[];
}

/** The columns of an actor as version 1 has them, and its id as version 2 has it. */
const ENTITY = "name, text, span_start, span_end, kind, country, sectors, code, role, via";
const ENTITY_ID = "left(sha256(concat_ws(chr(31), name, kind, coalesce(country, ''))), 16)";
/** Ids are hexadecimal, so that they stand in JSON as they are. */
const COMMITMENT_ID = `left(sha256(concat('["', id, '","commitment",[', commitment_start, ',', commitment_end, ']]')), 16)`;

/**
 * In order, from version 1. A table that changes is made anew with its columns in the order of the schema, since rows are appended by
 * position. Comments and views are made anew behind the last.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 2,
    change:
      "entities, commitments, corrections, duplicates and input problems are tables; documents have hashes, events their deed, the words of their date and the country of their place. Documents stored before have no hash, bands and deeds until they are coded again.",
    statements: [
      `CREATE OR REPLACE TABLE runs AS SELECT run, version, NULL::VARCHAR AS model, NULL::VARCHAR AS lexicon, command,
       started_at, ended_at, documents, events, 0 AS problems FROM runs`,
      "CREATE TABLE input_problems (run INTEGER, file VARCHAR, line INTEGER, message VARCHAR)",
      `CREATE OR REPLACE TABLE documents AS SELECT id, date, title, publisher, url, language, text,
       NULL::VARCHAR AS hash, NULL::INTEGER[] AS bands, run FROM documents`,
      `CREATE TABLE duplicates (document VARCHAR, original VARCHAR, copied VARCHAR, similarity DOUBLE, kind VARCHAR)`,
      `CREATE OR REPLACE TABLE mentions AS SELECT document, position, ${ENTITY_ID} AS entity, ${ENTITY} FROM mentions`,
      `CREATE OR REPLACE TABLE parties AS SELECT
       if(part IN ('debtor', 'beneficiary'), commitment, record) AS record, document, part, position, ${ENTITY_ID} AS entity, ${ENTITY}
       FROM parties LEFT JOIN (SELECT id AS statement, ${COMMITMENT_ID} AS commitment FROM statements) ON statement = record`,
      `CREATE OR REPLACE TABLE attributions AS SELECT record, document, position, cue, cue_start, cue_end,
       if(kind = 'publisher', NULL, ${ENTITY_ID}) AS entity, ${ENTITY} FROM attributions`,
      `CREATE TABLE entities AS SELECT entity AS id, document, first(name) AS name, first(kind) AS kind, first(country) AS country,
       first(sectors) AS sectors, first(code) AS code, first(role ORDER BY span_start) FILTER (role IS NOT NULL) AS role,
       (count(*) FILTER (is_mention))::INTEGER AS mentions
       FROM (
         SELECT *, true AS is_mention FROM mentions
         UNION ALL BY NAME SELECT * EXCLUDE (record, part), false AS is_mention FROM parties
         UNION ALL BY NAME SELECT * EXCLUDE (record, cue, cue_start, cue_end), false AS is_mention FROM attributions WHERE entity IS NOT NULL
       ) GROUP BY document, entity`,
      `CREATE OR REPLACE TABLE events AS SELECT id, document, sentence, type, mode, contexts, cameo, quad, score, goldstein,
       date_start, date_end, date_precision, NULL::VARCHAR AS date_occasion, NULL::VARCHAR AS date_words, NULL::INTEGER AS date_span_start, NULL::INTEGER AS date_span_end,
       place, NULL::VARCHAR AS place_country, latitude, longitude, geonames, NULL::INTEGER AS place_start, NULL::INTEGER AS place_end,
       status, trigger_words, trigger_start, trigger_end, rule, lexicon, confidence, NULL::VARCHAR AS deed, false AS is_joinable FROM events`,
      `CREATE TABLE commitments AS SELECT ${COMMITMENT_ID} AS id, id AS statement, document, sentence, commitment AS action,
       commitment_start AS action_start, commitment_end AS action_end, due, NULL::DATE AS due_first, NULL::DATE AS due_last,
       NULL::VARCHAR AS due_precision, NULL::VARCHAR AS occasion, NULL::INTEGER AS due_start, NULL::INTEGER AS due_end
       FROM statements WHERE commitment IS NOT NULL`,
      `CREATE OR REPLACE TABLE statements AS SELECT id, document, sentence, act, form, cue, cue_start, cue_end,
       content, content_start, content_end, events FROM statements`,
      "ALTER TABLE problems RENAME TO document_problems",
      `CREATE TABLE corrections (id VARCHAR, record_kind VARCHAR, record VARCHAR, document VARCHAR, author VARCHAR, made_at TIMESTAMP,
       verdict VARCHAR, changes VARCHAR, added VARCHAR, note VARCHAR, is_undone BOOLEAN, undone_at TIMESTAMP)`,
    ],
  },
];
