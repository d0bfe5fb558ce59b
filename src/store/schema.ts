import { column, type Table, table } from "./table.ts";

/**
 * The tables of a store: a DuckDB file that any DuckDB, Python or R user can open.
 *
 * No table has a key that DuckDB enforces: DuckDB refuses to delete and add a key in one transaction, which is how a
 * document is replaced. That ids are unique is kept by the writer and tested there.
 *
 * Places in a text are counted in Unicode characters from 0, the end not included, because that is how DuckDB,
 * Python and R count: `substring(text, span_start + 1, span_end - span_start)` gives the words.
 */
export const SCHEMA_VERSION = 1;

const text = column("VARCHAR");
const texts = column("VARCHAR[]");
const integer = column("INTEGER");
const decimal = column("DOUBLE");
const date = column("DATE");
const time = column("TIMESTAMP");

/** An actor as the text and the lexicon give it; the same columns wherever a row is about one. */
const entityColumns = {
  name: text('fullest name known: "Mukhtar Tleuberdi" also where the text says "he"'),
  text: text("the words at this place"),
  span_start: integer("where the words begin in the document's text"),
  span_end: integer("where the words end"),
  kind: text("person, organisation, country, group or place-as-government"),
  country: text("ISO 3166-1 alpha-3 code, or the lexicon's code for an actor outside it"),
  sectors: texts("PLOVER sectors: GOV, MIL, REB, …"),
  code: text("CAMEO-style code: country, then agent (CHNGOV)"),
  role: text('office or part the text gives: "Foreign Minister"'),
  via: text("how the mention was resolved where it is not by its own words"),
};

export const META = table("meta", "What this file is.", {
  key: text("schema_version"),
  value: text("its value"),
});

export const RUNS = table("runs", "One row a run that wrote to this store.", {
  run: integer("number of the run, from 1"),
  version: text("version of Dragoman"),
  command: text("what was asked for, as JSON"),
  started_at: time("when it began (UTC)"),
  ended_at: time("when it ended (UTC); empty where it was cut off"),
  documents: integer("documents it stored"),
  events: integer("events it stored"),
});

export const DOCUMENTS = table("documents", "One row a coded document.", {
  id: text("id of the document, unique in the store"),
  date: date("day of publication"),
  title: text("title"),
  publisher: text("who published it"),
  url: text("where it was published"),
  language: text("BCP 47 code of the text's language"),
  text: text("the whole text, unchanged"),
  run: integer("the run that stored it"),
});

export const SENTENCES = table("sentences", "One row a sentence of a document.", {
  document: text("id of the document"),
  sentence: integer("number of the sentence in the document, from 0"),
  span_start: integer("where it begins in the document's text"),
  span_end: integer("where it ends"),
  text: text("its words"),
});

export const EVENTS = table("events", "One row an event: who did what to whom is here and in parties.", {
  id: text("id of the event: the same whenever the same document is coded"),
  document: text("id of the document"),
  sentence: integer("number of the sentence it was read from"),
  type: text("PLOVER type: CONSULT, AID, …"),
  mode: text("PLOVER mode: phone, visit, …; empty where the type has none that fits"),
  contexts: texts("PLOVER contexts: economic, military, …"),
  cameo: text("CAMEO 1.1b3 code as text: 041"),
  quad: text("verbal or material cooperation or conflict"),
  score: decimal("PLOVER score of type and mode, -10 (conflict) to 10 (cooperation)"),
  goldstein: decimal("Goldstein value of the CAMEO code, -10 to 10"),
  date_start: date("first day of the event"),
  date_end: date("last day of the event"),
  date_precision: text("day, week, month, quarter, year, vague or unresolved"),
  place: text("name of the place"),
  latitude: decimal("degrees north"),
  longitude: decimal("degrees east"),
  geonames: integer("GeoNames id of the place"),
  status: text(
    "occurred, ongoing, future, hypothetical, negated or historical, seen from the document's date",
  ),
  trigger_words: text("the words that name the event"),
  trigger_start: integer("where they begin in the document's text"),
  trigger_end: integer("where they end"),
  rule: text("lexicon entry and operators that made it, the outermost operator first"),
  lexicon: texts("where these entries stand in the lexicon, in the same order"),
  confidence: decimal("0 to 1"),
});

export const EVIDENCE = table("evidence", "One row a place where a document tells an event.", {
  event: text("id of the event"),
  document: text("id of the document"),
  position: integer("0 for the telling that events holds, then where the document tells it again"),
  trigger_words: text("the words that name the event"),
  trigger_start: integer("where they begin in the document's text"),
  trigger_end: integer("where they end"),
  sentence_start: integer("where their sentence begins"),
  sentence_end: integer("where it ends"),
});

export const STATEMENTS = table(
  "statements",
  "One row a statement: who said, offered, asked … what, in which words.",
  {
    id: text("id of the statement: the same whenever the same document is coded"),
    document: text("id of the document"),
    sentence: integer("number of the sentence it was read from"),
    act: text("assert, pledge, request, accuse, …"),
    form: text("direct (quoted), indirect or mixed"),
    cue: text('the words that report it: "said"'),
    cue_start: integer("where the cue begins in the document's text"),
    cue_end: integer("where it ends"),
    content: text("what was said"),
    content_start: integer("where the content begins in the document's text"),
    content_end: integer("where it ends"),
    events: texts("ids of the events coded inside the content"),
    commitment: text("the action that the speaker's side takes on, where it does"),
    commitment_start: integer("where its words begin"),
    commitment_end: integer("where they end"),
    due: text("the words that say when it is due: a date or an occasion"),
  },
);

export const PARTIES = table("parties", "One row an actor's part in an event or statement.", {
  record: text("id of the event or statement"),
  document: text("id of the document"),
  part: text("actor or recipient; speaker, addressee, about, debtor or beneficiary"),
  position: integer("place among those of the same part, from 0"),
  ...entityColumns,
});

export const ATTRIBUTIONS = table(
  "attributions",
  "On whose word: one row a voice behind an event or statement.",
  {
    record: text("id of the event or statement"),
    document: text("id of the document"),
    position: integer("0 is the outermost voice"),
    cue: text("the words that report it"),
    cue_start: integer("where the cue begins in the document's text"),
    cue_end: integer("where it ends"),
    ...entityColumns,
    kind: text("publisher, or the kind of actor"),
  },
);

export const MENTIONS = table("mentions", "One row an actor named, described or pointed back to.", {
  document: text("id of the document"),
  position: integer("number of the mention in the document, from 0"),
  ...entityColumns,
});

export const PROBLEMS = table(
  "problems",
  "What a reader should know of a document: a time that stays unresolved, …",
  {
    document: text("id of the document"),
    message: text("one sentence"),
    span_start: integer("where the words begin that it is about; empty where it is about the whole"),
    span_end: integer("where they end"),
  },
);

/** The tables whose rows belong to one document, and are replaced with it. */
export const DOCUMENT_TABLES = [
  DOCUMENTS,
  SENTENCES,
  EVENTS,
  EVIDENCE,
  STATEMENTS,
  PARTIES,
  ATTRIBUTIONS,
  MENTIONS,
  PROBLEMS,
] as const;

/** Every table, in the order they are made. */
export const TABLES: readonly Table[] = [META, RUNS, ...DOCUMENT_TABLES];
