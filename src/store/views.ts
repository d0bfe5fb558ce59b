import { quoted } from "./table.ts";

/** A ready-made query of a store. */
export interface View {
  readonly name: string;
  readonly meaning: string;
  readonly query: string;
}

/** Values of one record side by side, as one text; a ";" inside a value becomes ",". */
function joined(value: string): string {
  return `string_agg(replace(coalesce(${value}, ''), ';', ','), ';' ORDER BY position)`;
}

/** What the publisher's text itself tells as real: not what is only planned, possible or denied. */
const isTold = "status IN ('occurred', 'ongoing', 'historical')";

const partyCountries = (part: string) =>
  `SELECT DISTINCT record, country FROM parties WHERE part = '${part}' AND country IS NOT NULL`;

const count = (quad: string, name: string) => `count(*) FILTER (quad = '${quad}') AS ${name}`;

const eventCounts = `count(*) AS events,
  ${count("verbal cooperation", "verbal_cooperation")},
  ${count("material cooperation", "material_cooperation")},
  ${count("verbal conflict", "verbal_conflict")},
  ${count("material conflict", "material_conflict")},
  avg(score) AS mean_score,
  avg(goldstein) AS mean_goldstein`;

/** Names, codes and countries of the parties of each record, part by part. */
const partyTexts = `SELECT record, part, ${joined("name")} AS names, ${joined("code")} AS codes, ${joined("country")} AS countries
  FROM parties GROUP BY record, part`;

const STORIES: View = {
  name: "stories",
  meaning:
    "One row a document: the story it belongs to, which is the earliest document that it is a copy of, or itself.",
  query: `SELECT documents.id AS document, coalesce(original, documents.id) AS story
FROM documents LEFT JOIN duplicates ON duplicates.document = documents.id`,
};

/*
 * The day of a telling is that of the event where the words give it. Where the document's day stands in, it is that of the story: a copy
 * printed a day later tells the same happening. Where a party or the day is unknown, only copies of one story tell the same. What a
 * document tells apart stays apart: its second call on a day is the second call of the other.
 */
const TELLINGS: View = {
  name: "tellings",
  meaning: "One row an event: the happening it tells, which is the id of the event that tells it first.",
  query: `WITH telling AS (
  SELECT events.id AS event, events.document, sentence, trigger_start, documents.date AS published, stories.story,
    coalesce(deed, events.id) AS deed,
    CASE WHEN NOT is_joinable THEN stories.story
         WHEN date_span_start IS NULL THEN coalesce(original.date, date_start)::VARCHAR
         ELSE date_start::VARCHAR END AS occasion
  FROM events
  JOIN documents ON documents.id = events.document
  JOIN stories ON stories.document = events.document
  LEFT JOIN documents AS original ON original.id = stories.story
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY document, deed, occasion ORDER BY sentence, trigger_start, event) AS nth FROM telling
)
SELECT event, document, story,
  first_value(event) OVER (PARTITION BY deed, occasion, nth ORDER BY published NULLS LAST, document, event) AS happening
FROM numbered`,
};

const HAPPENINGS: View = {
  name: "happenings",
  meaning:
    "One row a happening: events of the same type, mode, code, parties and day are tellings of one, with all documents that tell it. Its values are those of its first telling.",
  query: `WITH told AS (
  SELECT happening, list(event ORDER BY documents.date NULLS LAST, document, event) AS events,
    list_distinct(list(document)) AS told_by, min(documents.date) AS first_told, max(documents.date) AS last_told
  FROM tellings JOIN documents ON documents.id = document GROUP BY happening
)
SELECT happening AS id, type, mode, cameo, quad, score, goldstein, date_start, date_end, date_precision, place, status,
  len(told_by) AS documents, list_sort(told_by) AS document_ids, told.events, first_told, last_told
FROM told JOIN events ON events.id = happening`,
};

export const EVENTS_ALL: View = {
  name: "events_all",
  meaning:
    'One row an event as one document tells it, with all that belongs to it, several values joined by ";": the columns of the CSV output, and the happening.',
  query: `WITH party AS (${partyTexts}), voice AS (
  SELECT record, ${joined("if(kind = 'publisher', 'publisher', name)")} AS names, ${joined("code")} AS codes
  FROM attributions GROUP BY record
)
SELECT events.id, events.document, documents.date AS published, documents.title, documents.publisher, documents.url,
  date_start, date_end, date_precision, type, mode, array_to_string(contexts, ';') AS contexts, cameo, quad, score, goldstein,
  coalesce(actor.names, '') AS actor_names, coalesce(actor.codes, '') AS actor_codes,
  coalesce(actor.countries, '') AS actor_countries,
  coalesce(recipient.names, '') AS recipient_names, coalesce(recipient.codes, '') AS recipient_codes,
  coalesce(recipient.countries, '') AS recipient_countries,
  place, place_country, latitude, longitude, geonames, status, voice.names AS attribution, voice.codes AS attribution_codes,
  events.sentence, sentences.text AS sentence_text, trigger_words,
  1 + (SELECT count(*) FROM evidence WHERE evidence.event = events.id AND position > 0)::INTEGER AS tellings,
  rule, array_to_string(lexicon, ';') AS lexicon, confidence, happening
FROM events
JOIN documents ON documents.id = events.document
JOIN tellings ON tellings.event = events.id
LEFT JOIN sentences ON sentences.document = events.document AND sentences.sentence = events.sentence
LEFT JOIN party AS actor ON actor.record = events.id AND actor.part = 'actor'
LEFT JOIN party AS recipient ON recipient.record = events.id AND recipient.part = 'recipient'
LEFT JOIN voice ON voice.record = events.id`,
};

const EVENTS_FLAT: View = {
  name: "events_flat",
  meaning:
    "One row a happening, as the first document tells it: the columns of events_all, how often all its documents tell it, and their number and ids.",
  query: `SELECT events_all.* EXCLUDE happening REPLACE (total.tellings::INTEGER AS tellings), total.documents::INTEGER AS documents, total.document_ids
FROM events_all JOIN (
  SELECT happening, count(*) AS tellings, count(DISTINCT tellings.document) AS documents,
    string_agg(DISTINCT tellings.document, ';' ORDER BY tellings.document) AS document_ids
  FROM tellings JOIN evidence ON evidence.event = tellings.event GROUP BY happening
) AS total ON total.happening = events_all.id`,
};

const STATEMENTS_FLAT: View = {
  name: "statements_flat",
  meaning: 'One row a statement with its speaker and addressees, several values joined by ";".',
  query: `WITH party AS (${partyTexts})
SELECT statements.id, statements.document, documents.date AS published, documents.publisher, act, form,
  speaker.names AS speaker, speaker.codes AS speaker_code, speaker.countries AS speaker_country,
  coalesce(addressee.names, '') AS addressees, coalesce(addressee.codes, '') AS addressee_codes,
  coalesce(about.names, '') AS about, coalesce(about.codes, '') AS about_codes,
  cue, content, action AS commitment, due, len(events) AS events
FROM statements
JOIN documents ON documents.id = statements.document
LEFT JOIN commitments ON commitments.statement = statements.id
LEFT JOIN party AS speaker ON speaker.record = statements.id AND speaker.part = 'speaker'
LEFT JOIN party AS addressee ON addressee.record = statements.id AND addressee.part = 'addressee'
LEFT JOIN party AS about ON about.record = statements.id AND about.part = 'about'`,
};

const COMMITMENTS_OPEN: View = {
  name: "commitments_open",
  meaning:
    "One row a commitment that is not yet past due on the last day of publication in the store; of copies of one document, the first alone. Whether it was kept is not judged.",
  query: `WITH party AS (${partyTexts})
SELECT commitments.id, statement, commitments.document, documents.date AS published, documents.publisher,
  debtor.names AS debtor, debtor.codes AS debtor_code, debtor.countries AS debtor_country,
  coalesce(beneficiary.names, '') AS beneficiaries, coalesce(beneficiary.codes, '') AS beneficiary_codes,
  coalesce(beneficiary.countries, '') AS beneficiary_countries,
  action, due, due_first, due_last, occasion, sentences.text AS sentence_text
FROM commitments
JOIN documents ON documents.id = commitments.document
JOIN stories ON stories.document = commitments.document
LEFT JOIN sentences ON sentences.document = commitments.document AND sentences.sentence = commitments.sentence
LEFT JOIN party AS debtor ON debtor.record = commitments.id AND debtor.part = 'debtor'
LEFT JOIN party AS beneficiary ON beneficiary.record = commitments.id AND beneficiary.part = 'beneficiary'
WHERE due_last IS NULL OR due_last >= (SELECT max(date) FROM documents)
QUALIFY row_number() OVER (PARTITION BY story, debtor, beneficiaries, action ORDER BY published, commitments.document, action_start) = 1`,
};

const DYADS: View = {
  name: "dyads",
  meaning:
    "One row a pair of countries in a happening told as real: actor and recipient; both ways where all are actors, as in a meeting.",
  query: `WITH actor AS (${partyCountries("actor")}), recipient AS (${partyCountries("recipient")}),
happening AS (SELECT * FROM events WHERE ${isTold} AND id IN (SELECT happening FROM tellings))
SELECT happening.id, date_start AS date, actor.country AS actor, recipient.country AS recipient, type, quad, score, goldstein
FROM happening JOIN actor ON actor.record = happening.id JOIN recipient ON recipient.record = happening.id
UNION ALL
SELECT happening.id, date_start AS date, actor.country AS actor, other.country AS recipient, type, quad, score, goldstein
FROM happening JOIN actor ON actor.record = happening.id
JOIN actor AS other ON other.record = happening.id AND other.country <> actor.country
WHERE NOT EXISTS (FROM parties WHERE parties.record = happening.id AND part = 'recipient')`,
};

/** In the order they are made: later ones may read earlier ones. */
export const VIEWS: readonly View[] = [
  STORIES,
  TELLINGS,
  HAPPENINGS,
  EVENTS_ALL,
  EVENTS_FLAT,
  STATEMENTS_FLAT,
  COMMITMENTS_OPEN,
  DYADS,
  {
    name: "dyad_days",
    meaning:
      "Happenings told as real between two countries a day, counted by quad category, with mean scores.",
    query: `SELECT date, actor, recipient, ${eventCounts} FROM dyads GROUP BY ALL`,
  },
  {
    name: "dyad_months",
    meaning:
      "Happenings told as real between two countries a month, counted by quad category, with mean scores.",
    query: `SELECT date_trunc('month', date)::DATE AS month, actor, recipient, ${eventCounts} FROM dyads GROUP BY ALL`,
  },
  {
    name: "country_months",
    meaning:
      "Happenings told as real in which a country acts a month, counted by quad category, with mean scores.",
    query: `WITH actor AS (${partyCountries("actor")})
SELECT date_trunc('month', date_start)::DATE AS month, country, ${eventCounts}
FROM events JOIN actor ON actor.record = events.id
WHERE ${isTold} AND events.id IN (SELECT happening FROM tellings) GROUP BY ALL`,
  },
  {
    name: "problems",
    meaning:
      "What a reader should know: of coded documents (kind document), and of what a run could not read or code (kind input).",
    query: `SELECT 'document' AS kind, document, documents.run, NULL AS file, NULL AS line, message,
  substring(documents.text, span_start + 1, span_end - span_start) AS words
FROM document_problems JOIN documents ON documents.id = document
UNION ALL SELECT 'input', NULL, run, file, line, message, NULL FROM input_problems`,
  },
];

/** The statements that make a view, with its meaning as comment. */
export function viewStatements({ name, meaning, query }: View): string[] {
  return [`CREATE OR REPLACE VIEW ${name} AS ${query}`, `COMMENT ON VIEW ${name} IS ${quoted(meaning)}`];
}
