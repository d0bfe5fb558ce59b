import type { CodedEvent } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import { overlaps } from "../document/span.ts";

/** A document with what readers said of its events; events that nobody judged are in neither list. */
export interface CorrectedDocument {
  readonly document: Document;
  /** Events that are right, were changed to be right, or were added. */
  readonly events: readonly CodedEvent[];
  /** Events that the machine once made and that are none. */
  readonly wrong: readonly CodedEvent[];
}

/** What a coder makes of an event that readers judged to be one. */
export interface JudgedEvent {
  readonly document: Document;
  readonly gold: CodedEvent;
  /** The coded event that rests on the same words; absent where none does. */
  readonly coded?: CodedEvent;
}

/** A coder's events held against corrections. */
export interface CorrectionScores {
  readonly judged: readonly JudgedEvent[];
  /** Events that readers called none, and whether the coder still makes them. */
  readonly wrong: readonly {
    readonly document: Document;
    readonly event: CodedEvent;
    readonly isMade: boolean;
  }[];
}

/** In what a coded event is as the gold has it. */
export const ASPECTS: readonly {
  readonly name: string;
  same(gold: CodedEvent, coded: CodedEvent): boolean;
}[] = [
  { name: "type", same: (gold, coded) => gold.type === coded.type },
  { name: "mode", same: (gold, coded) => gold.mode === coded.mode },
  { name: "status", same: (gold, coded) => gold.status === coded.status },
  { name: "actors", same: (gold, coded) => samePeople(gold.actors, coded.actors) },
  { name: "recipients", same: (gold, coded) => samePeople(gold.recipients, coded.recipients) },
];

/** Codes corrected documents anew and pairs what is made of them with what readers said. */
export function scoreCorrections(
  documents: readonly CorrectedDocument[],
  code: (document: Document) => readonly CodedEvent[],
): CorrectionScores {
  const judged: JudgedEvent[] = [];
  const wrong: CorrectionScores["wrong"][number][] = [];
  for (const { document, events, wrong: none } of documents) {
    const free = new Set(code(document));
    for (const event of none) {
      const same = [...free].find((coded) => isSameClaim(event, coded));
      if (same !== undefined) free.delete(same);
      wrong.push({ document, event, isMade: same !== undefined });
    }
    for (const gold of events) {
      const coded = bestOf(gold, [...free]);
      if (coded !== undefined) free.delete(coded);
      judged.push({ document, gold, ...(coded !== undefined && { coded }) });
    }
  }
  return { judged, wrong };
}

/** The coded event on the same words that is most like the gold; the first of equals. */
function bestOf(gold: CodedEvent, among: readonly CodedEvent[]): CodedEvent | undefined {
  const likeness = (coded: CodedEvent) => ASPECTS.filter(({ same }) => same(gold, coded)).length;
  return among
    .filter((coded) => onSameWords(gold, coded))
    .reduce<CodedEvent | undefined>(
      (best, coded) => (best === undefined || likeness(coded) > likeness(best) ? coded : best),
      undefined,
    );
}

function isSameClaim(event: CodedEvent, coded: CodedEvent): boolean {
  return onSameWords(event, coded) && ASPECTS.every(({ same }) => same(event, coded));
}

function onSameWords(gold: CodedEvent, coded: CodedEvent): boolean {
  const triggers = [coded.evidence, ...coded.retold].map(({ trigger }) => trigger);
  return triggers.some((trigger) => overlaps(trigger, gold.evidence.trigger));
}

function samePeople(gold: CodedEvent["actors"], coded: CodedEvent["actors"]): boolean {
  const names = (parties: CodedEvent["actors"]) =>
    [...new Set(parties.map(({ name }) => name))].sort().join("\n");
  return names(gold) === names(coded);
}

/** Scores as lines to print. */
export function correctionReport(
  { judged, wrong }: CorrectionScores,
  { errors }: { readonly errors: number },
): string {
  const found = judged.filter(({ coded }) => coded !== undefined);
  const share = (part: number, whole: number) =>
    `${part} of ${whole}${whole === 0 ? "" : ` (${((100 * part) / whole).toFixed(1)} %)`}`;
  const isRight = ({ gold, coded }: JudgedEvent) =>
    coded !== undefined && ASPECTS.every(({ same }) => same(gold, coded));
  const made = wrong.filter(({ isMade }) => isMade);
  const mistakes = judged.filter((one) => !isRight(one));
  return [
    `events that readers say are there: ${judged.length}`,
    `  coded from the same words   ${share(found.length, judged.length)}`,
    ...ASPECTS.map(({ name, same }) => {
      const right = found.filter(({ gold, coded }) => coded !== undefined && same(gold, coded)).length;
      return `  of these, ${name} right`.padEnd(30) + share(right, found.length);
    }),
    `  right in all of it          ${share(judged.filter(isRight).length, judged.length)}`,
    `events that readers say are none, and still coded: ${share(made.length, wrong.length)}`,
    "",
    ...mistakes.slice(0, errors).map((one) => mistakeLine(one)),
    ...made
      .slice(0, errors)
      .map(({ document, event }) => `  ${document.id}: no event, coded ${eventText(event)}`),
    "",
  ].join("\n");
}

function mistakeLine({ document, gold, coded }: JudgedEvent): string {
  const words = document.text.slice(...gold.evidence.trigger);
  return `  ${document.id}: "${words}" is ${eventText(gold)}, ${coded === undefined ? "not coded" : `coded ${eventText(coded)}`}`;
}

function eventText({ type, mode, status, actors, recipients }: CodedEvent): string {
  const names = (parties: CodedEvent["actors"]) => parties.map(({ name }) => name).join(", ") || "nobody";
  return `${mode === undefined ? type : `${type}/${mode}`} ${status} ${names(actors)} -> ${names(recipients)}`;
}
