import stringWidth from "string-width";
import type { Attribution, CodedDocument, CodedEvent } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import { entityText } from "./entity-text.ts";
import { counted } from "./figures.ts";
import { markedLines, printable } from "./marked-text.ts";
import { placeName, pointText } from "./place-text.ts";
import { commitmentLines, statementLines } from "./statement-lines.ts";
import type { Colours } from "./terminal.ts";
import { wrap } from "./wrap.ts";

export interface TableOptions {
  /** Columns to fill at most. */
  readonly width: number;
  readonly colours: Colours;
}

const INDENT = "  ";

/**
 * A document's events for reading: a line for the document, then a block for each event, in text order, with its
 * date, type, parties, status, voices, and the sentence it was read from with the words it rests on marked; then a line for each statement
 * and each commitment, and what a reader should know of the document. Ends with a blank line.
 */
export function documentTable(document: Document, coded: CodedDocument, options: TableOptions): string {
  const lines = documentLines(document, coded, options);
  for (const event of coded.events) lines.push("", ...eventLines(document, event, options));
  lines.push(...statementLines(document, coded.statements, options));
  lines.push(...commitmentLines(document, coded.statements, options));
  const notes = new Set(coded.problems.map((problem) => `Note: ${printable(problem.message)}.`));
  for (const note of notes) lines.push("", ...wrap(note, options.width).map(options.colours.yellow));
  return `${lines.join("\n")}\n\n`;
}

function documentLines(document: Document, coded: CodedDocument, { width, colours }: TableOptions): string[] {
  const { events, statements } = coded;
  const commitments = statements.filter(({ commitment }) => commitment !== undefined);
  const about = [
    document.date ?? "no date",
    events.length === 0 ? "no events" : counted(events.length, "event"),
    ...(statements.length === 0 ? [] : [counted(statements.length, "statement")]),
    ...(commitments.length === 0 ? [] : [counted(commitments.length, "commitment")]),
  ].join(", ");
  const title = document.title === undefined ? [] : wrap(printable(document.title), width);
  const name = wrap(`${printable(document.id)} (${about})`, width);
  return [...name.map(colours.bold), ...title.map(colours.dim)];
}

function eventLines(document: Document, event: CodedEvent, { width, colours }: TableOptions): string[] {
  const inner = width - INDENT.length;
  const type = event.mode === undefined ? event.type : `${event.type}/${event.mode}`;
  const left = `${dateOf(event)}  ${type}`;
  const right = `CAMEO ${event.cameo}  ${event.status}`;
  const gap = inner - stringWidth(left) - stringWidth(right);
  const heading =
    gap >= 2
      ? [`${dateOf(event)}  ${colours.bold(colours.cyan(type))}${" ".repeat(gap)}${colours.dim(right)}`]
      : [...wrap(left, inner).map(colours.cyan), ...wrap(right, inner).map(colours.dim)];
  const voices = event.attribution.map((attribution) => voiceOf(attribution, document)).join(", who cites ");
  return [
    ...heading,
    ...wrap(partiesOf(event), inner),
    ...(event.place === undefined ? [] : wrap(`place: ${placeOf(event.place)}`, inner)),
    ...wrap(`on the word of ${voices}`, inner).map(colours.dim),
    ...markedLines(document.text, event.evidence.sentence, event.evidence.trigger, inner, {
      ...(colours.isColorSupported ? { style: (text: string) => colours.bold(colours.underline(text)) } : {}),
    }),
  ].map((line) => INDENT + line);
}

/** "2022-01-10", "2022-01-03 to 2022-01-09", or "no date" where the time stays unresolved. */
function dateOf({ date: { start, end } }: CodedEvent): string {
  if (start === undefined) return end === undefined ? "no date   " : `to ${end}`;
  return end === undefined || end === start ? start : `${start} to ${end}`;
}

function partiesOf(event: CodedEvent): string {
  const actors = event.actors.map(entityText).join(" and ") || "someone";
  const recipients = event.recipients.map(entityText).join(" and ");
  return recipients === "" ? actors : `${actors} → ${recipients}`;
}

/** "Sochi (RUS), 43.60, 39.73"; without coordinates where the place has none. */
function placeOf(place: NonNullable<CodedEvent["place"]>): string {
  const point = pointText(place);
  return point === undefined ? placeName(place) : `${placeName(place)}, ${point}`;
}

function voiceOf({ source }: Attribution, { publisher = "the publisher" }: Document): string {
  return source === "publisher" ? printable(publisher) : entityText(source);
}
