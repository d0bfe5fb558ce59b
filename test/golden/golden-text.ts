import type { CodedDocument, CodedEvent, Statement } from "../../src/coding/records.ts";
import type { Document } from "../../src/document/document.ts";

/** A coded document as a text to be read and compared: everything that a record says, but its id. */
export function goldenText(
  { text, id, date }: Document,
  { events, statements, problems }: CodedDocument,
): string {
  const blocks = [
    `${id} (${date ?? "no date"})`,
    ...events.map((event) => eventText(event, text)),
    ...statements.map((statement) => statementText(statement, text, events)),
    ...problems.map(({ message }) => `problem: ${message}`),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function eventText(event: CodedEvent, text: string): string {
  const { type, mode, cameo, status, date, contexts, retold } = event;
  const kind = mode === undefined ? type : `${type}/${mode}`;
  return [
    [kind, cameo, status, dateText(date, text), ...contexts.map((context) => `[${context}]`)].join("  "),
    `  actors: ${names(event.actors)}`,
    `  recipients: ${names(event.recipients)}`,
    `  word of: ${voices(event.attribution, text)}`,
    `  by: ${event.rule}, ${event.confidence.toFixed(2)}`,
    `  "${passage(text, event.evidence)}"`,
    ...retold.map((evidence) => `  again: "${passage(text, evidence)}"`),
  ].join("\n");
}

function statementText(statement: Statement, text: string, events: readonly CodedEvent[]): string {
  const { act, form, speaker, addressees, cue, content, about, commitment } = statement;
  const inside = statement.events.map((id) => events.findIndex((event) => event.id === id) + 1);
  return [
    `statement: ${act}, ${form}, events ${inside.join(", ") || "-"}`,
    `  speaker: ${names([speaker])} to ${names(addressees)} ("${text.slice(...cue)}")`,
    `  about: ${names(about)}`,
    `  word of: ${voices(statement.attribution, text)}`,
    ...(commitment === undefined
      ? []
      : [
          `  commitment: ${names([commitment.debtor])} to ${names(commitment.beneficiaries)}, "${text.slice(...commitment.action)}", due ${commitment.due === undefined ? "-" : dateText(commitment.due, text)}`,
        ]),
    `  "${text.slice(...content)}"`,
  ].join("\n");
}

function names(entities: CodedEvent["actors"]): string {
  return entities.map(({ name, code }) => `${name} (${code})`).join("; ") || "-";
}

function voices(attribution: CodedEvent["attribution"], text: string): string {
  return attribution
    .map(({ source, cue }) => {
      const voice = source === "publisher" ? source : source.name;
      return cue === undefined ? voice : `${voice} ("${text.slice(...cue)}")`;
    })
    .join(" > ");
}

function dateText({ start, end, precision, occasion, span }: CodedEvent["date"], text: string): string {
  if (occasion !== undefined) return `on ${occasion}`;
  const days = start === end ? (start ?? "no date") : `${start ?? ""}..${end ?? ""}`;
  return `${days} ${precision}${span === undefined ? "" : ` ("${text.slice(...span)}")`}`;
}

/** A sentence with the words that an event rests on between guillemets. */
function passage(text: string, { trigger, sentence }: CodedEvent["evidence"]): string {
  return `${text.slice(sentence[0], trigger[0])}«${text.slice(...trigger)}»${text.slice(trigger[1], sentence[1])}`;
}
