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

export const EVENTS_FLAT: View = {
  name: "events_flat",
  meaning:
    'One row an event with all that belongs to it, several values joined by ";": the columns of the CSV output.',
  query: `WITH party AS (
  SELECT record, part, ${joined("name")} AS names, ${joined("code")} AS codes, ${joined("country")} AS countries
  FROM parties WHERE part IN ('actor', 'recipient') GROUP BY record, part
), voice AS (
  SELECT record, ${joined("if(kind = 'publisher', 'publisher', name)")} AS names, ${joined("code")} AS codes
  FROM attributions GROUP BY record
)
SELECT events.id, events.document, documents.date AS published, documents.title, documents.publisher, documents.url,
  date_start, date_end, date_precision, type, mode, array_to_string(contexts, ';') AS contexts, cameo, quad, score, goldstein,
  coalesce(actor.names, '') AS actor_names, coalesce(actor.codes, '') AS actor_codes,
  coalesce(actor.countries, '') AS actor_countries,
  coalesce(recipient.names, '') AS recipient_names, coalesce(recipient.codes, '') AS recipient_codes,
  coalesce(recipient.countries, '') AS recipient_countries,
  place, latitude, longitude, geonames, status, voice.names AS attribution, voice.codes AS attribution_codes,
  events.sentence, sentences.text AS sentence_text, trigger_words,
  1 + (SELECT count(*) FROM evidence WHERE evidence.event = events.id AND position > 0)::INTEGER AS tellings,
  rule, array_to_string(lexicon, ';') AS lexicon, confidence
FROM events
JOIN documents ON documents.id = events.document
LEFT JOIN sentences ON sentences.document = events.document AND sentences.sentence = events.sentence
LEFT JOIN party AS actor ON actor.record = events.id AND actor.part = 'actor'
LEFT JOIN party AS recipient ON recipient.record = events.id AND recipient.part = 'recipient'
LEFT JOIN voice ON voice.record = events.id`,
};

const DYADS: View = {
  name: "dyads",
  meaning:
    "One row a pair of countries in an event told as real: actor and recipient; both ways where all are actors, as in a meeting.",
  query: `WITH actor AS (${partyCountries("actor")}), recipient AS (${partyCountries("recipient")})
SELECT events.id, date_start AS date, actor.country AS actor, recipient.country AS recipient, type, quad, score, goldstein
FROM events JOIN actor ON actor.record = events.id JOIN recipient ON recipient.record = events.id
WHERE ${isTold}
UNION ALL
SELECT events.id, date_start AS date, actor.country AS actor, other.country AS recipient, type, quad, score, goldstein
FROM events JOIN actor ON actor.record = events.id JOIN actor AS other ON other.record = events.id AND other.country <> actor.country
WHERE ${isTold} AND NOT EXISTS (FROM parties WHERE parties.record = events.id AND part = 'recipient')`,
};

/** In the order they are made: later ones may read earlier ones. */
export const VIEWS: readonly View[] = [
  EVENTS_FLAT,
  {
    name: "statements_flat",
    meaning: 'One row a statement with its speaker and addressees, several values joined by ";".',
    query: `WITH party AS (
  SELECT record, part, ${joined("name")} AS names, ${joined("code")} AS codes, ${joined("country")} AS countries
  FROM parties GROUP BY record, part
)
SELECT statements.id, statements.document, documents.date AS published, documents.publisher, act, form,
  speaker.names AS speaker, speaker.codes AS speaker_code, speaker.countries AS speaker_country,
  coalesce(addressee.names, '') AS addressees, coalesce(addressee.codes, '') AS addressee_codes,
  cue, content, commitment, due, len(events) AS events
FROM statements
JOIN documents ON documents.id = statements.document
LEFT JOIN party AS speaker ON speaker.record = statements.id AND speaker.part = 'speaker'
LEFT JOIN party AS addressee ON addressee.record = statements.id AND addressee.part = 'addressee'`,
  },
  DYADS,
  {
    name: "dyad_days",
    meaning: "Events told as real between two countries a day, counted by quad category, with mean scores.",
    query: `SELECT date, actor, recipient, ${eventCounts} FROM dyads GROUP BY ALL`,
  },
  {
    name: "dyad_months",
    meaning: "Events told as real between two countries a month, counted by quad category, with mean scores.",
    query: `SELECT date_trunc('month', date)::DATE AS month, actor, recipient, ${eventCounts} FROM dyads GROUP BY ALL`,
  },
  {
    name: "country_months",
    meaning:
      "Events told as real in which a country acts a month, counted by quad category, with mean scores.",
    query: `WITH actor AS (${partyCountries("actor")})
SELECT date_trunc('month', date_start)::DATE AS month, country, ${eventCounts}
FROM events JOIN actor ON actor.record = events.id WHERE ${isTold} GROUP BY ALL`,
  },
];

/** The statements that make a view, with its meaning as comment. */
export function viewStatements({ name, meaning, query }: View): string[] {
  return [`CREATE VIEW ${name} AS ${query}`, `COMMENT ON VIEW ${name} IS ${quoted(meaning)}`];
}
