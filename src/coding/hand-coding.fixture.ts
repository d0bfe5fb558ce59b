import { loadOntology } from "../ontology/ontology.ts";
import { loadOperators } from "../ontology/operators.ts";
import { codeEvents, type ToldEvent } from "./events.ts";
import { handLexicon, SMALL_LEXICON } from "./hand-lexicon.fixture.ts";
import { Interpreter } from "./interpreter.ts";
import type { CodedEvent } from "./records.ts";
import { type HandMade, handMentions, storedParse } from "./stored-parse.fixture.ts";

const lexicon = handLexicon(SMALL_LEXICON);
const ontology = loadOntology();
const operators = loadOperators();

/** A Wednesday: the day on which hand-coded sentences are published. */
export const HAND_DATE = "2024-05-15";

/**
 * The events of a stored parse, by `SMALL_LEXICON` and mentions made by hand.
 *
 * @param date the document's day; `null` for a document without one
 */
export function handCoded(text: string, handMade: HandMade, date: string | null = HAND_DATE): ToldEvent[] {
  const parsed = storedParse(text);
  const mentions = handMentions(parsed, handMade);
  const document = { id: "by hand", language: "en", text, ...(date === null ? {} : { date }) };
  const interpreter = new Interpreter(parsed, mentions, lexicon, operators);
  return codeEvents(interpreter, { document, parsed, mentions, lexicon, ontology });
}

/** An event in one line: `ACCUSE/disapprove NOR -> SWE; occurred`. */
export function inOneLine({ type, mode, actors, recipients, status }: CodedEvent): string {
  const side = (entities: CodedEvent["actors"]) => entities.map(({ code }) => code).join(", ");
  const parties = recipients.length === 0 ? side(actors) : `${side(actors)} -> ${side(recipients)}`;
  return `${mode === undefined ? type : `${type}/${mode}`} ${parties}; ${status}`;
}
