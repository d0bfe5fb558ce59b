import { DOUBT_WORDS } from "../coding/doubt-words.ts";
import type {
  DocumentExplanation,
  EventExplanation,
  StatementExplanation,
  StepExplanation,
  Words,
} from "../coding/explanation.ts";
import type { Attribution, Commitment, Status } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { EventKind } from "../ontology/operators.ts";
import { markedLines, printable } from "./marked-text.ts";
import { placeName, pointText } from "./place-text.ts";
import { placeWords } from "./relation-words.ts";
import type { Colours } from "./terminal.ts";
import { treeLines } from "./tree-text.ts";
import { wrap } from "./wrap.ts";

export interface ExplainTextOptions {
  /** Columns to fill at most. */
  readonly width: number;
  readonly colours: Colours;
  /** Names of CAMEO codes. */
  readonly ontology: Ontology;
  /** The tree of the whole sentence, not only of the words that matter. */
  readonly wholeTree: boolean;
}

const INDENT = "   ";
/** Columns of the word that opens a line: "recipient". */
const LABEL = 11;

/** Characters of a quotation that only reminds of a sentence. */
const LONGEST_QUOTE = 60;

/** A document's records and the reasons for each, for reading. Ends with a blank line. */
export function explanationText(
  document: Document,
  explanation: DocumentExplanation,
  options: ExplainTextOptions,
): string {
  const { colours, width } = options;
  const { events, statements, counts, problems } = explanation;
  const number =
    events.length < counts.events
      ? [`event ${events.map((event) => event.number).join(", ")} of ${counts.events}`]
      : [counted(counts.events, "event"), counted(counts.statements, "statement")];
  const about = [document.date ?? "no date", ...number];
  const lines = wrap(`${printable(document.id)} (${about.join(", ")})`, width).map(colours.bold);
  if (events.length === 0) lines.push("", ...wrap(whyNoEvents(explanation), width));
  else if (counts.leftOut > 0) lines.push("", ...wrap(`${leftOutText(counts.leftOut)}.`, width));
  for (const event of events) lines.push("", ...eventLines(document, event, options));
  for (const statement of statements) lines.push("", ...statementLines(document, statement, options));
  const notes = new Set(problems.map((problem) => `Note: ${printable(problem.message)}.`));
  for (const note of notes) lines.push("", ...wrap(note, width).map(colours.yellow));
  return `${lines.join("\n")}\n\n`;
}

/** "2 events less sure than asked for are left out; --min-confidence 0 shows them" */
function leftOutText(count: number): string {
  const events =
    count === 1
      ? "1 event less sure than is asked for is"
      : `${count} events less sure than is asked for are`;
  return `${events} left out; --min-confidence 0 shows ${count === 1 ? "it" : "them"}`;
}

function whyNoEvents({ actors, counts }: DocumentExplanation): string {
  if (counts.leftOut > 0) return `No events: ${leftOutText(counts.leftOut)}.`;
  if (actors.length === 0) {
    return "No events: the text names no country, organisation, person or group that the lexicon knows.";
  }
  const named = actors.slice(0, 5).map(printable).join(", ");
  const more = actors.length > 5 ? ` and ${actors.length - 5} more` : "";
  return `No events: the text names actors (${named}${more}), but no words that the lexicon knows tell what one of them does or says to another.`;
}

// ---- events

function eventLines(document: Document, explained: EventExplanation, options: ExplainTextOptions): string[] {
  const { colours, width, ontology } = options;
  const { event, number } = explained;
  const inner = width - INDENT.length;
  const row = (label: string, text: string) => labelled(label, text, options);
  const code = `CAMEO ${event.cameo} ${ontology.cameoName(event.cameo)}; ${event.quad}; PLOVER score ${signed(event.score)}, Goldstein ${signed(event.goldstein)}`;
  return [
    `${number}. ${colours.bold(colours.cyan(kindName(event)))}  ${event.status}  ${dateOf(event.date)}`,
    ...wrap(code, inner).map((line) => INDENT + colours.dim(line)),
    "",
    ...markedLines(
      document.text,
      event.evidence.sentence,
      event.evidence.trigger,
      inner,
      markStyle(colours),
    ).map((line) => INDENT + line),
    "",
    ...explained.steps.flatMap((step) =>
      row(step.operator === undefined ? "event" : "operator", stepText(step, ontology)),
    ),
    ...(event.contexts.length > 0 ? row("about", event.contexts.join(", ")) : []),
    ...explained.parties.flatMap(({ role, entity, place, rule }) =>
      row(role, [entityText(entity), wordsAndPlace(entity, place), foundBy(entity, rule)].join("; ")),
    ),
    ...row("date", dateText(explained, document.date)),
    ...row("place", placeText(explained)),
    ...row("status", statusText(explained)),
    ...row("on word of", voicesText(event.attribution, document.text)),
    ...event.retold.flatMap(({ trigger, sentence }) =>
      row("told again", `${quoted(document.text, trigger)} in ${quoted(document.text, sentence)}`),
    ),
    ...row("certainty", confidenceText(explained)),
    ...labelledLines(
      "tree",
      treeLines(document.text, explained.tree, { width: inner - LABEL, colours, whole: options.wholeTree }),
      options,
    ),
    ...row("id", event.id),
  ];
}

/** "promised" (promise, operators/pledge.yaml:23) turns AID (CAMEO 074 …) into AGREE (CAMEO 0334 …) */
function stepText(step: StepExplanation, ontology: Ontology): string {
  const { words, entry, line, operator, before, after, status } = step;
  const said = `${quotedWords(words)} (${entry}, ${line})`;
  if (operator === undefined) return `${said} names ${kindText(after, ontology)}`;
  if (before === undefined) {
    return `${said} is ${kindText(after, ontology)}: what it is about names no event that the lexicon knows`;
  }
  const becomes = status === undefined ? "" : ` and makes it ${status}`;
  if (!sameKind(before, after)) {
    return `${said} turns ${kindText(before, ontology)} into ${kindText(after, ontology)}${becomes}: ${operator}(${kindName(before)})`;
  }
  return `${said} leaves ${kindName(after)} as it is${becomes}: ${operator}(${kindName(before)})`;
}

function wordsAndPlace(entity: Entity, place: EventExplanation["parties"][number]["place"]): string {
  const words = `"${printable(entity.text)}"`;
  return place === undefined ? words : `${words}, ${placeWords(place)}`;
}

function foundBy(entity: Entity, rule: string | undefined): string {
  const [, name, line] = /^(.*?)(?: (\S+:\d+))?$/.exec(rule ?? "its place in the text") ?? [];
  const found = `known by ${name}${line === undefined ? "" : ` in ${line}`}`;
  return entity.via === undefined ? found : `${found} (${printable(entity.via).replace("->", "→")})`;
}

function dateText({ event, time }: EventExplanation, documentDate: string | undefined): string {
  const { date } = event;
  if (time !== undefined) {
    const read = `"${printable(time.text)}" (${time.rule})`;
    if (date.occasion !== undefined) {
      const days = date.start === undefined ? "no day is told" : `${dateOf(date)}, the document's day`;
      return `${days}; at ${read}`;
    }
    return date.start === undefined && date.end === undefined
      ? `unknown: ${read} needs a document's date to count from, and there is none`
      : `${dateOf(date)}${date.precision === "day" ? "" : `, to the ${date.precision}`}: ${read}`;
  }
  if (date.span !== undefined) return dateOf(date);
  return documentDate === undefined
    ? "unknown: no words give a time, and the document has no date"
    : `${dateOf(date)}: no words beside it give a time, so the document's day stands in`;
}

function placeText({ event, place: read }: EventExplanation): string {
  const { place } = event;
  if (place === undefined || read === undefined) return "unknown: no words say where";
  const point = pointText(place) ?? "no coordinates";
  return `${placeName(place)}, ${point}: "${printable(read.text)}", ${read.relation}; ${read.why} (${read.rule})`;
}

/** Why a status, in words. */
function statusText({ event, status, steps }: EventExplanation): string {
  const setBy = steps.findLast((step) => step.status === event.status);
  switch (status.by) {
    case "operator":
      return setBy === undefined
        ? `${event.status}: made by saying so, whenever what is said comes true`
        : `${event.status}: because of ${quotedWords(setBy.words)}`;
    case "supposition":
      return `${event.status}: "${status.word?.text ?? ""}" only supposes it`;
    case "age":
      return `${event.status}: its date is more than a year before the document's`;
    case "progressive":
      return `${event.status}: "${status.word?.text ?? ""}" is told as still going on`;
    case "telling":
      return `${event.status}: ${TOLD_PLAINLY[event.status] ?? "told so"}`;
  }
}

const TOLD_PLAINLY: Partial<Record<Status, string>> = {
  occurred: "told as having happened; no word denies, supposes or postpones it",
};

function voicesText(attribution: readonly Attribution[], text: string): string {
  return attribution
    .map(({ source, cue }) => {
      const voice = source === "publisher" ? "the publisher" : entityText(source);
      return cue === undefined ? voice : `${voice} ("${printable(text.slice(...cue))}")`;
    })
    .join(", who cites ");
}

const CLARITY: Readonly<Record<EventExplanation["confidence"]["weakest"], string>> = {
  verb: "verbs tell it",
  modifier: "a word beside it tells it",
  adjective: "an adjective tells it",
  noun: "a noun tells it, which leaves open more than a verb",
  nearest: "the lexicon has no such verb, and it is read like those that are used most like it",
  "no event in content": "it is said that something is promised or asked, but not what",
};

function confidenceText({ confidence: { value, base, weakest, doubts } }: EventExplanation): string {
  const from = `${base.toFixed(2)}, as ${CLARITY[weakest]}`;
  if (doubts.length === 0) return from;
  return `${value.toFixed(2)}: ${from}; less because ${doubts.map((doubt) => DOUBT_WORDS[doubt]).join(", ")}`;
}

// ---- statements

function statementLines(
  document: Document,
  explained: StatementExplanation,
  options: ExplainTextOptions,
): string[] {
  const { colours, width } = options;
  const { statement, number, cue, events } = explained;
  const row = (label: string, text: string) => labelled(label, text, options);
  const { act, form, speaker, addressees, about, commitment } = statement;
  const sentence = document.text.slice(...statement.content);
  return [
    `${colours.bold(colours.cyan(`S${number}. ${act}`))}  ${form} speech`,
    ...wrap(`“${printable(sentence)}”`, width - INDENT.length).map((line) => INDENT + line),
    "",
    ...row("speaker", `${entityText(speaker)}; "${printable(speaker.text)}"${via(speaker)}`),
    ...addressees.flatMap((entity) =>
      row("to", `${entityText(entity)}; "${printable(entity.text)}"${via(entity)}`),
    ),
    ...row("cue", `"${printable(cue.text)}" makes it a statement (${act})`),
    ...(about.length > 0
      ? row("about", about.map(({ name, code }) => `${printable(name)} (${printable(code)})`).join(", "))
      : []),
    ...(events.length > 0 ? row(events.length > 1 ? "events" : "event", events.join(", ")) : []),
    ...(commitment === undefined ? [] : row("commitment", commitmentText(commitment, document.text))),
    ...row("on word of", voicesText(statement.attribution, document.text)),
    ...row("id", statement.id),
  ];
}

function commitmentText({ debtor, beneficiaries, action, due }: Commitment, text: string): string {
  const whom = beneficiaries.length > 0 ? ` to ${beneficiaries.map(entityText).join(", ")}` : "";
  return `${entityText(debtor)} owes${whom}: "${printable(text.slice(...action))}"${due === undefined ? "" : `, due ${dueText(due, text)}`}`;
}

function dueText(due: NonNullable<Commitment["due"]>, text: string): string {
  const words = `"${printable(text.slice(...due.span))}"`;
  return due.start === undefined ? words : `${dateOf(due)}: ${words}`;
}

// ---- pieces

function labelled(label: string, text: string, options: ExplainTextOptions): string[] {
  return labelledLines(label, wrap(text, options.width - INDENT.length - LABEL), options);
}

function labelledLines(label: string, lines: readonly string[], { colours }: ExplainTextOptions): string[] {
  return lines.map((line, i) => `${INDENT}${colours.dim((i === 0 ? label : "").padEnd(LABEL))}${line}`);
}

/** A stretch of the text in quotation marks, its end cut where it is long. */
function quoted(text: string, span: Span): string {
  const words = printable(text.slice(...span));
  return words.length > LONGEST_QUOTE ? `"${words.slice(0, LONGEST_QUOTE).trimEnd()} …"` : `"${words}"`;
}

function quotedWords(words: readonly Words[]): string {
  return `"${words.map(({ text }) => printable(text)).join(" … ")}"`;
}

function kindName({ type, mode }: { readonly type: string; readonly mode?: string | undefined }): string {
  return mode === undefined ? type : `${type}/${mode}`;
}

function kindText(kind: EventKind, ontology: Ontology): string {
  const code = kind.cameo === undefined ? "" : ` (CAMEO ${kind.cameo} ${ontology.cameoName(kind.cameo)})`;
  return `${kindName(kind)}${code}`;
}

function sameKind(a: EventKind, b: EventKind): boolean {
  return a.type === b.type && a.mode === b.mode && a.cameo === b.cameo;
}

function entityText(entity: Entity): string {
  const role = entity.role === undefined || entity.role === entity.name ? "" : `, ${printable(entity.role)}`;
  return `${printable(entity.name)} (${printable(entity.code)})${role}`;
}

function via(entity: Entity): string {
  return entity.via === undefined ? "" : ` (${printable(entity.via).replace("->", "→")})`;
}

function dateOf({ start, end }: EventExplanation["event"]["date"]): string {
  if (start === undefined) return end === undefined ? "no date" : `to ${end}`;
  return end === undefined || end === start ? start : `${start} to ${end}`;
}

function signed(score: number): string {
  return `${score > 0 ? "+" : ""}${score}`;
}

function counted(number: number, noun: string): string {
  return number === 0 ? `no ${noun}s` : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function markStyle(colours: Colours): { style?: (text: string) => string } {
  return colours.isColorSupported ? { style: (text) => colours.bold(colours.underline(text)) } : {};
}
