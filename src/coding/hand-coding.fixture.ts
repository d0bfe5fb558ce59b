import type { Document } from "../document/document.ts";
import { loadOntology } from "../ontology/ontology.ts";
import { loadOperators } from "../ontology/operators.ts";
import type { Reading } from "./coder.ts";
import { codeEvents, type ToldEvent, withoutGuesses } from "./events.ts";
import { handLexicon, SMALL_LEXICON } from "./hand-lexicon.fixture.ts";
import { Interpreter } from "./interpreter.ts";
import type { CodedDocument, CodedEvent } from "./records.ts";
import { findReports } from "./reports.ts";
import { codeStatements } from "./statements.ts";
import { type HandMade, handMentions, storedParse } from "./stored-parse.fixture.ts";

const lexicon = handLexicon(SMALL_LEXICON);
const ontology = loadOntology();
const operators = loadOperators();

/** A Wednesday: the day on which hand-coded sentences are published. */
export const HAND_DATE = "2024-05-15";

/**
 * A stored parse, read by `SMALL_LEXICON` and mentions made by hand.
 *
 * @param date the document's day; `null` for a document without one
 */
export function handReading(text: string, handMade: HandMade, date: string | null = HAND_DATE): Reading {
  const parsed = storedParse(text);
  const mentions = handMentions(parsed, handMade);
  const document = handDocument(text, date);
  const reports = findReports(parsed, mentions, lexicon);
  const context = { document, parsed, mentions, lexicon, ontology, reports, guesses: true };
  const told = codeEvents(new Interpreter(parsed, mentions, lexicon, operators), context);
  const events = told.map(({ event }) => event);
  const coded: CodedDocument = {
    document: { id: document.id, ...(date === null ? {} : { date }) },
    events,
    statements: codeStatements(context, { all: withoutGuesses(told), written: events }),
    mentions: mentions.actors.flatMap(({ entities }) => entities),
    sentences: [[0, text.length]],
    problems: [],
  };
  return { parsed, mentions, coded, told, leftOut: [] };
}

/** The document of a hand-made reading. */
export function handDocument(text: string, date: string | null = HAND_DATE): Document {
  return { id: "by hand", language: "en", text, ...(date === null ? {} : { date }) };
}

/** The events of a hand-made reading. */
export function handCoded(...args: Parameters<typeof handReading>): readonly ToldEvent[] {
  return handReading(...args).told;
}

/** An event in one line: `ACCUSE/disapprove NOR -> SWE; occurred`. */
export function inOneLine({ type, mode, actors, recipients, status }: CodedEvent): string {
  const side = (entities: CodedEvent["actors"]) => entities.map(({ code }) => code).join(", ");
  const parties = recipients.length === 0 ? side(actors) : `${side(actors)} -> ${side(recipients)}`;
  return `${mode === undefined ? type : `${type}/${mode}`} ${parties}; ${status}`;
}
