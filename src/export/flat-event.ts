import type { CodedDocument, CodedEvent } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { Entity } from "../mentions/mention.ts";
import { column, type Row, table } from "../store/table.ts";

const text = column("VARCHAR");
const integer = column("INTEGER");
const decimal = column("DOUBLE");
const date = column("DATE");

/**
 * One row an event: the columns of the CSV, TSV and Parquet outputs and of the store's view `events_flat`.
 *
 * Where a cell has several values they are joined by ";", and a ";" inside a value is written ",". Names, codes and
 * countries of one side have the same number of places, empty where one is unknown.
 */
export const FLAT_EVENTS = table("events", "One row an event.", {
  id: text("id of the event: the same whenever the same document is coded"),
  document: text("id of the document"),
  published: date("the document's day of publication"),
  title: text("the document's title"),
  publisher: text("the document's publisher"),
  url: text("where the document was published"),
  date_start: date("first day of the event"),
  date_end: date("last day of the event"),
  date_precision: text("day, week, month, quarter, year, vague or unresolved"),
  type: text("PLOVER type"),
  mode: text("PLOVER mode"),
  contexts: text("PLOVER contexts"),
  cameo: text("CAMEO 1.1b3 code as text"),
  quad: text("verbal or material cooperation or conflict"),
  score: decimal("PLOVER score, -10 (conflict) to 10 (cooperation)"),
  goldstein: decimal("Goldstein value of the CAMEO code, -10 to 10"),
  actor_names: text("fullest names of those who act"),
  actor_codes: text("their CAMEO-style codes"),
  actor_countries: text("their countries, ISO 3166-1 alpha-3"),
  recipient_names: text("fullest names of those acted upon"),
  recipient_codes: text("their CAMEO-style codes"),
  recipient_countries: text("their countries, ISO 3166-1 alpha-3"),
  place: text("name of the place"),
  place_country: text("its country, ISO 3166-1 alpha-3"),
  latitude: decimal("degrees north"),
  longitude: decimal("degrees east"),
  geonames: integer("GeoNames id of the place"),
  status: text("occurred, ongoing, future, hypothetical, negated or historical"),
  attribution: text('on whose word, the outermost voice first: "publisher" or a name'),
  attribution_codes: text("CAMEO-style codes of these voices, empty for the publisher"),
  sentence: integer("number of the sentence in the document, from 0"),
  sentence_text: text("its words"),
  trigger_words: text("the words that name the event"),
  tellings: integer("how often the document tells it"),
  rule: text("lexicon entry and operators that made it, the outermost operator first"),
  lexicon: text("where these entries stand in the lexicon, in the same order"),
  confidence: decimal("0 to 1"),
});

/** The row of one event. */
export function flatEvent(
  event: CodedEvent,
  coded: CodedDocument,
  document: Document,
): Row<typeof FLAT_EVENTS> {
  const { actors, recipients, attribution, place, evidence } = event;
  const voices = attribution.map(({ source }) => source);
  const sentence = coded.sentences[event.sentence];
  return {
    id: event.id,
    document: event.document,
    published: document.date,
    title: document.title,
    publisher: document.publisher,
    url: document.url,
    date_start: event.date.start,
    date_end: event.date.end,
    date_precision: event.date.precision,
    type: event.type,
    mode: event.mode,
    contexts: event.contexts.join(";"),
    cameo: event.cameo,
    quad: event.quad,
    score: event.score,
    goldstein: event.goldstein,
    actor_names: joined(actors, "name"),
    actor_codes: joined(actors, "code"),
    actor_countries: joined(actors, "country"),
    recipient_names: joined(recipients, "name"),
    recipient_codes: joined(recipients, "code"),
    recipient_countries: joined(recipients, "country"),
    place: place?.name,
    place_country: place?.country,
    latitude: place?.latitude,
    longitude: place?.longitude,
    geonames: place?.geonames,
    status: event.status,
    attribution: joinedValues(voices.map((voice) => (voice === "publisher" ? voice : voice.name))),
    attribution_codes: joinedValues(voices.map((voice) => (voice === "publisher" ? "" : voice.code))),
    sentence: event.sentence,
    sentence_text: sentence === undefined ? undefined : document.text.slice(...sentence),
    trigger_words: document.text.slice(...evidence.trigger),
    tellings: 1 + event.retold.length,
    rule: event.rule,
    lexicon: joinedValues(event.lexicon),
    confidence: event.confidence,
  };
}

function joined(entities: readonly Entity[], property: "name" | "code" | "country"): string {
  return joinedValues(entities.map((entity) => entity[property] ?? ""));
}

function joinedValues(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(";", ",")).join(";");
}
