import type { Document } from "../document/document.ts";
import type { Entity } from "../mentions/mention.ts";
import { isEventType } from "../ontology/event-types.ts";
import { type EntryExample, entryName } from "./coding-lexicon.ts";
import { type CodedDocument, type CodedEvent, STATUSES } from "./records.ts";

/** The day on which every example is taken to be published: a Wednesday. */
export const EXAMPLE_DATE = "2024-05-15";

/** What codes the examples. */
export interface DocumentCoder {
  code(document: Document): CodedDocument;
}

/** An example that is not written as examples are. */
export class ExampleError extends Error {}

/** One event an example must give, as its author wrote it. */
export interface ExpectedEvent {
  /** `TYPE` or `TYPE/mode`; absent: the frame's own. */
  readonly kind?: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly status?: string;
}

/** An example as its author wrote it: a sentence and the events it must give, no more and no fewer. */
export interface ParsedExample {
  readonly sentence: string;
  readonly events: readonly ExpectedEvent[];
}

/**
 * Reads `SENTENCE => [TYPE[/mode]] ACTORS [-> RECIPIENTS]; STATUS`; several events are joined by ` & `, `none` means no event.
 * A party is a CAMEO code ("KAZ" is met by KAZGOV too) or words of its name.
 *
 * @throws ExampleError saying what is wrong with it
 */
export function parseExample(text: string): ParsedExample {
  const [sentence, expected] = text.split(" => ") as [string, string | undefined];
  if (expected === undefined) throw new ExampleError(`example without "=>": "${text}"`);
  if (expected.trim() === "none") return { sentence, events: [] };
  return { sentence, events: expected.split(" & ").map(parseExpected) };
}

function parseExpected(text: string): ExpectedEvent {
  const [parties, status] = text.split(";").map((part) => part.trim()) as [string, string | undefined];
  if (status !== undefined && !(STATUSES as readonly string[]).includes(status)) {
    throw new ExampleError(`unknown status "${status}"; expected one of ${STATUSES.join(", ")}`);
  }
  const written = /^([A-Z]+)(\/[a-z-]+)?(?=\s|$)/.exec(parties);
  const kind = written !== null && isEventType(written[1] as string) ? written[0] : undefined;
  const rest = parties.slice(kind?.length ?? 0);
  const [actors, recipients] = rest.split("->").map((side) => side.trim()) as [string, string | undefined];
  const list = (side: string | undefined) => (side ? side.split(",").map((party) => party.trim()) : []);
  return {
    ...(kind !== undefined && { kind }),
    actors: list(actors).filter((party) => party !== ""),
    recipients: list(recipients),
    ...(status !== undefined && { status }),
  };
}

/**
 * What an example's coding gets wrong: `SENTENCE: expected …, but …`; `undefined` where it comes out as its author wrote it.
 *
 * @throws ExampleError for an example that cannot be read
 */
export function exampleFailure(example: EntryExample, coder: DocumentCoder): string | undefined {
  if (example.kind === "not") return nearMissFailure(example, coder);
  const { sentence, events } = parseExample(example.text);
  const coded = coder.code(exampleDocument(sentence)).events;
  const frameKind = example.sense.kind === "frame" ? example.sense.entry.event : undefined;
  const missing = events.filter((expected) => !coded.some((event) => meets(event, expected, frameKind)));
  const extra = coded.filter((event) => !events.some((expected) => meets(event, expected, frameKind)));
  if (missing.length + extra.length === 0) return undefined;
  const wanted = missing.map((expected) => describeExpected(expected, frameKind)).join(" & ");
  const found = extra.map(describeEvent).join(" & ");
  const expectation = wanted === "" ? (events.length > 0 ? "nothing more" : "no event") : wanted;
  return `${sentence}: expected ${expectation}, but it codes ${found === "" ? "nothing of the kind" : found}`;
}

function nearMissFailure({ text, sense }: EntryExample, coder: DocumentCoder): string | undefined {
  const events = coder.code(exampleDocument(text)).events;
  const name = entryName(sense);
  const wrong = events.filter((event) => event.rule.split(/[()]/).includes(name));
  if (wrong.length === 0) return undefined;
  return `${text}: expected nothing by "${name}", but it codes ${wrong.map(describeEvent).join(" & ")}`;
}

function exampleDocument(text: string): Document {
  return { id: "example", date: EXAMPLE_DATE, language: "en", text };
}

function meets(event: CodedEvent, expected: ExpectedEvent, frameKind: string | undefined): boolean {
  const kind = expected.kind ?? frameKind;
  const coded = kind?.includes("/") ? `${event.type}/${event.mode ?? ""}` : event.type;
  if (kind !== undefined && kind !== coded) return false;
  if (expected.status !== undefined && expected.status !== event.status) return false;
  return sameSide(event.actors, expected.actors) && sameSide(event.recipients, expected.recipients);
}

function sameSide(entities: readonly Entity[], parties: readonly string[]): boolean {
  if (entities.length !== parties.length) return false;
  return parties.every((party) => entities.some((entity) => isParty(entity, party)));
}

function isParty(entity: Entity, party: string): boolean {
  if (/^[A-Z]{3,}$/.test(party)) return entity.code.startsWith(party);
  const words = party.toLowerCase();
  return entity.name.toLowerCase().includes(words) || words.includes(entity.name.toLowerCase());
}

function describeExpected(expected: ExpectedEvent, frameKind: string | undefined): string {
  const recipients = expected.recipients.length > 0 ? ` -> ${expected.recipients.join(", ")}` : "";
  return `${expected.kind ?? frameKind ?? "event"} ${expected.actors.join(", ")}${recipients}; ${expected.status ?? "any status"}`;
}

/** An event in one line: `CONSULT/phone CHNGOV, KAZGOV; occurred`. */
export function describeEvent(event: CodedEvent): string {
  const side = (entities: readonly Entity[]) =>
    entities.map((entity) => `${entity.code} ${entity.name}`).join(", ");
  const mode = event.mode === undefined ? "" : `/${event.mode}`;
  const recipients = event.recipients.length > 0 ? ` -> ${side(event.recipients)}` : "";
  return `${event.type}${mode} ${side(event.actors)}${recipients}; ${event.status} by ${event.rule}`;
}
