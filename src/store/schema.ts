import { column, type Table, table } from "./table.ts";

/**
 * The tables of a store: a DuckDB file that any DuckDB, Python or R user can open. `docs/store.md` is made from this file.
 *
 * No table has a key that DuckDB enforces: DuckDB refuses to delete and add a key in one transaction, which is how a
 * document is replaced. That ids are unique is kept by the writer and tested there.
 *
 * Places in a text are counted in Unicode characters from 0, the end not included, because that is how DuckDB,
 * Python and R count: `substring(text, span_start + 1, span_end - span_start)` gives the words.
 *
 * A change to a table needs a new version, and a step in `migrations.ts` that brings older stores to it.
 */
export const SCHEMA_VERSION = 2;

const text = column("VARCHAR");
const texts = column("VARCHAR[]");
const integer = column("INTEGER");
const integers = column("INTEGER[]");
const decimal = column("DOUBLE");
const date = column("DATE");
const time = column("TIMESTAMP");
const yesOrNo = column("BOOLEAN");

/** An actor as the text and the lexicon give it; the same columns wherever a row is about one. */
const entityColumns = {
  entity: text("id of the actor in entities; empty for the publisher"),
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

export const RUNS = table(
  "runs",
  "One row a run that wrote to this store; one that was cut off and went on is one.",
  {
    run: integer("number of the run, from 1"),
    version: text("version of Dragoman"),
    model: text("SHA-256 of the language model it coded with"),
    lexicon: text("SHA-256 over the files of the lexicon it coded with"),
    command: text("what was asked for, files and options, as JSON"),
    started_at: time("when it began (UTC)"),
    ended_at: time("when it ended (UTC); empty where it was cut off, or goes on"),
    documents: integer("documents it stored"),
    events: integer("events it stored"),
    problems: integer("documents it could not read or code: see input_problems"),
  },
);

export const DOCUMENTS = table("documents", "One row a coded document.", {
  id: text("id of the document, unique in the store"),
  date: date("day of publication"),
  title: text("title"),
  publisher: text("who published it"),
  url: text("where it was published"),
  language: text("BCP 47 code of the text's language"),
  text: text("the whole text, unchanged"),
  hash: text("of all the above: a document with the same hash is the same document"),
  bands: integers("MinHash bands of its words: documents that share one are compared as duplicates"),
  run: integer("the run that stored it"),
});

export const DUPLICATES = table(
  "duplicates",
  "One row a document that says what an earlier one says: a wire copy, an updated version. Made anew at the end of each run.",
  {
    document: text("id of the later document"),
    original: text("id of the earliest document of which it is a copy, or a copy of a copy"),
    copied: text("id of the document it is most like of those before it"),
    similarity: decimal("share of their five-word sequences that both have, 0 to 1"),
    kind: text(
      "identical (the same words), near (nearly the same) or contained (all of one stands in the other)",
    ),
  },
);

export const SENTENCES = table("sentences", "One row a sentence of a document.", {
  document: text("id of the document"),
  sentence: integer("number of the sentence in the document, from 0"),
  span_start: integer("where it begins in the document's text"),
  span_end: integer("where it ends"),
  text: text("its words"),
});

export const ENTITIES = table(
  "entities",
  "One row an actor in a document: the same id is the same actor in all documents.",
  {
    id: text("hash of name, kind and country"),
    document: text("id of the document"),
    name: text("fullest name known"),
    kind: text("person, organisation, country, group or place-as-government"),
    country: text("ISO 3166-1 alpha-3 code, or the lexicon's code for an actor outside it"),
    sectors: texts("PLOVER sectors: GOV, MIL, REB, …"),
    code: text("CAMEO-style code: country, then agent (CHNGOV)"),
    role: text("the first office or part this document gives the actor"),
    mentions: integer("how often the document mentions the actor"),
  },
);

export const MENTIONS = table("mentions", "One row an actor named, described or pointed back to.", {
  document: text("id of the document"),
  position: integer("number of the mention in the document, from 0"),
  ...entityColumns,
});

export const EVENTS = table(
  "events",
  "One row an event as one document tells it: who did what to whom is here and in parties.",
  {
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
    date_occasion: text(
      'the happening that gives the time where the text tells no date: "the Beijing Winter Olympics"',
    ),
    date_words: text("the words that give the time; empty where the document's day stands in"),
    date_span_start: integer("where these words begin in the document's text"),
    date_span_end: integer("where they end"),
    place: text("name of the place"),
    place_country: text("ISO 3166-1 alpha-3 code of the country it lies in"),
    latitude: decimal("degrees north"),
    longitude: decimal("degrees east"),
    geonames: integer("GeoNames id of the place"),
    place_start: integer("where the words for the place begin in the document's text"),
    place_end: integer("where they end"),
    status: text(
      "occurred, ongoing, future, hypothetical, negated or historical, seen from the document's date",
    ),
    trigger_words: text("the words that name the event"),
    trigger_start: integer("where they begin in the document's text"),
    trigger_end: integer("where they end"),
    rule: text("lexicon entry and operators that made it, the outermost operator first"),
    lexicon: texts("where these entries stand in the lexicon, in the same order"),
    confidence: decimal("0 to 1: how likely it is wholly right, by judged events"),
    deed: text(
      "hash of type, mode, code and parties: events of one deed on one day are one happening (view tellings)",
    ),
    is_joinable: yesOrNo(
      "whether another document may tell the same happening; no where a party or the day is unknown",
    ),
  },
);

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

export const PARTIES = table("parties", "One row an actor's part in an event, statement or commitment.", {
  record: text("id of the event, statement or commitment"),
  document: text("id of the document"),
  part: text(
    "actor or recipient of an event; speaker, addressee or about of a statement; debtor or beneficiary of a commitment",
  ),
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
  },
);

export const COMMITMENTS = table(
  "commitments",
  "One row a thing that somebody takes on in a statement; debtor and beneficiaries are in parties.",
  {
    id: text("id of the commitment: the same whenever the same document is coded"),
    statement: text("id of the statement"),
    document: text("id of the document"),
    sentence: integer("number of the sentence it was read from"),
    action: text("the words for what is to be done"),
    action_start: integer("where they begin in the document's text"),
    action_end: integer("where they end"),
    due: text("the words that say when it is due; empty where nothing is said"),
    due_first: date("first day on which it is due"),
    due_last: date("last day on which it is due"),
    due_precision: text("day, week, month, quarter, year, vague or unresolved"),
    occasion: text('the occasion on which it is due, where the text tells no date: "the next summit"'),
    due_start: integer("where the words for it begin in the document's text"),
    due_end: integer("where they end"),
  },
);

export const DOCUMENT_PROBLEMS = table(
  "document_problems",
  "What a reader should know of a document: a time that stays unresolved, …",
  {
    document: text("id of the document"),
    message: text("one sentence"),
    span_start: integer("where the words begin that it is about; empty where it is about the whole"),
    span_end: integer("where they end"),
  },
);

export const INPUT_PROBLEMS = table(
  "input_problems",
  "One row a document that a run could not read or code.",
  {
    run: integer("the run"),
    file: text("where the document was read from"),
    line: integer("its line, from 1, where the file holds several documents"),
    message: text("why, in one sentence"),
  },
);

export const CORRECTIONS = table(
  "corrections",
  "One row a judgement of a person on a record. Corrections stand beside the machine's coding and outlive its being made anew.",
  {
    id: text("id of the correction, unique in the store"),
    record_kind: text("event, statement or commitment; document where something is missing from it"),
    record: text("id of the record; of the document where something is missing from it"),
    document: text("id of the document"),
    author: text("who judged"),
    made_at: time("when (UTC)"),
    verdict: text(
      "right, wrong (no such record), changed (right with these changes) or missed (to be added)",
    ),
    changes: text(
      'the fields that change, as a JSON object by the names of the records: {"type": "AID", "status": "future"}',
    ),
    added: text(
      "the records to add, as a JSON array in the form of the records, spans in UTF-16 units and all",
    ),
    note: text("why, in the author's words"),
    is_undone: yesOrNo("whether it was taken back"),
    undone_at: time("when it was taken back (UTC)"),
  },
);

/** The tables whose rows belong to one document, and are replaced with it. */
export const DOCUMENT_TABLES = [
  DOCUMENTS,
  SENTENCES,
  ENTITIES,
  MENTIONS,
  EVENTS,
  EVIDENCE,
  PARTIES,
  ATTRIBUTIONS,
  STATEMENTS,
  COMMITMENTS,
  DOCUMENT_PROBLEMS,
] as const;

/** Every table, in the order they are made. */
export const TABLES: readonly Table[] = [
  META,
  RUNS,
  INPUT_PROBLEMS,
  ...DOCUMENT_TABLES,
  DUPLICATES,
  CORRECTIONS,
];
