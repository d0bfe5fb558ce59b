import type { CodedDocument, CodedEvent } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Entity } from "../mentions/mention.ts";

/** A document with its records, as the coder would hand them on. */
export interface CodedPair {
  readonly document: Document;
  readonly coded: CodedDocument;
}

/** What is awkward in files: quotes, separators, line breaks of every kind, accents, wide and paired characters. */
export const EVIL_TITLE = 'He said, "no";\tthen\r\nleft — 第三 🕊️ Ünïcode \\N NULL';

/**
 * A readout of two sentences behind a character that is two UTF-16 units long: a call (no recipients) on the
 * publisher's word, and an aid pledge on Wang Yi's, with a statement and a commitment.
 * @param phone the words that stand for the call in the text, so that texts can be told apart
 */
export function codedReadout(id: string, phone = "spoke by phone"): CodedPair {
  const text = `🕊 Wang Yi ${phone} with "Mukhtar; Tleuberdi".\nHe said China will send aid, grain\tand tents.`;
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  const sentences: Span[] = [
    [0, text.indexOf("\n")],
    [text.indexOf("He said"), text.length],
  ];
  const wang: Entity = {
    name: "Wang Yi",
    text: "Wang Yi",
    span: spanOf("Wang Yi"),
    kind: "person",
    country: "CHN",
    sectors: ["GOV"],
    code: "CHNGOV",
    role: "Foreign Minister",
  };
  const he: Entity = { ...wang, text: "He", span: spanOf("He"), via: "pronoun -> Wang Yi" };
  const tleuberdi: Entity = {
    name: "Mukhtar; Tleuberdi",
    text: "Mukhtar; Tleuberdi",
    span: spanOf("Mukhtar; Tleuberdi"),
    kind: "person",
    country: "KAZ",
    sectors: ["GOV", "ELI"],
    code: "KAZGOV",
  };
  const china: Entity = {
    name: "China",
    text: "China",
    span: spanOf("China"),
    kind: "country",
    country: "CHN",
    sectors: [],
    code: "CHN",
  };
  const call: CodedEvent = {
    id: `${id}-call`,
    document: id,
    sentence: 0,
    type: "CONSULT",
    mode: "phone",
    contexts: [],
    cameo: "041",
    quad: "verbal cooperation",
    score: 1.5,
    goldstein: 1,
    actors: [wang, tleuberdi],
    recipients: [],
    date: { start: "2022-01-10", end: "2022-01-10", precision: "day" },
    place: {
      name: 'Astana, "the" capital',
      country: "KAZ",
      latitude: 51.17,
      longitude: 71.43,
      geonames: 1526273,
      span: [0, 1],
    },
    status: "occurred",
    attribution: [{ source: "publisher" }],
    evidence: { trigger: spanOf(phone), sentence: sentences[0] as Span },
    retold: [{ trigger: spanOf("with"), sentence: sentences[0] as Span }],
    rule: "talk by phone",
    lexicon: ["frames/consult.yaml:3"],
    confidence: 0.9,
  };
  const pledge: CodedEvent = {
    id: `${id}-pledge`,
    document: id,
    sentence: 1,
    type: "AGREE",
    contexts: ["human_security", "economic"],
    cameo: "0333",
    quad: "verbal cooperation",
    score: 2.5,
    goldstein: 5.2,
    actors: [china],
    recipients: [{ ...tleuberdi, country: "KAZ" }],
    date: { precision: "unresolved" },
    status: "future",
    attribution: [{ source: "publisher" }, { source: he, cue: spanOf("said") }],
    evidence: { trigger: spanOf("send aid"), sentence: sentences[1] as Span },
    retold: [],
    rule: "will(send aid)",
    lexicon: ["operators/future.yaml:1", "frames/aid.yaml:7"],
    confidence: 0.75,
  };
  return {
    document: { id, date: "2022-01-10", title: EVIL_TITLE, publisher: "MFA, Beijing", language: "en", text },
    coded: {
      document: { id, date: "2022-01-10", title: EVIL_TITLE, publisher: "MFA, Beijing" },
      events: [call, pledge],
      statements: [
        {
          id: `${id}-statement`,
          document: id,
          sentence: 1,
          speaker: he,
          addressees: [tleuberdi],
          act: "pledge",
          form: "indirect",
          cue: spanOf("said"),
          content: spanOf("China will send aid, grain\tand tents"),
          about: [china],
          attribution: [{ source: "publisher" }],
          events: [pledge.id],
          commitment: {
            debtor: china,
            beneficiaries: [tleuberdi],
            action: spanOf("send aid"),
            due: { start: "2022-01-01", end: "2022-01-31", precision: "month", span: spanOf("grain") },
          },
        },
      ],
      mentions: [wang, tleuberdi, he, china],
      sentences,
      problems: [{ message: "'soon' stays unresolved", span: spanOf("will") }],
    },
  };
}

/** A document in which nothing was found, and of which nothing is known but its id. */
export function codedNothing(id: string): CodedPair {
  return {
    document: { id, language: "en", text: "" },
    coded: { document: { id }, events: [], statements: [], mentions: [], sentences: [], problems: [] },
  };
}
