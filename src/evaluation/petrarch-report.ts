import type { CodedEvent } from "../coding/records.ts";
import { share } from "./class-table.ts";
import type { PetrarchEvent, PetrarchRecord } from "./petrarch.ts";

/** How far an expected event is found, the best of what was coded. */
export interface JudgedDyad {
  readonly expected: PetrarchEvent;
  /** Some event has these two parties in these roles, each by its country or first three letters. */
  readonly hasParties: boolean;
  /** Such an event has the very codes too: country and agent. */
  readonly hasCodes: boolean;
  /** Such an event has the same CAMEO root. */
  readonly hasRoot: boolean;
}

/** Compares expected dyads with coded events; a reciprocal event is a dyad in both directions. */
export function judgeDyads(expected: readonly PetrarchEvent[], coded: readonly CodedEvent[]): JudgedDyad[] {
  const dyads = coded.flatMap(dyadsOf);
  return expected.map((event) => {
    const fitting = dyads.filter(
      ({ actor, recipient }) => isSame(actor, event.actor, 3) && isSame(recipient, event.recipient, 3),
    );
    return {
      expected: event,
      hasParties: fitting.length > 0,
      hasCodes: fitting.some(
        ({ actor, recipient }) => isSame(actor, event.actor) && isSame(recipient, event.recipient),
      ),
      hasRoot: fitting.some((dyad) => dyad.event.slice(0, 2) === event.event.slice(0, 2)),
    };
  });
}

function dyadsOf({ actors, recipients, cameo }: CodedEvent): PetrarchEvent[] {
  const codes = (entities: CodedEvent["actors"]) =>
    entities.length === 0 ? [UNKNOWN] : entities.map(({ code }) => code);
  if (recipients.length === 0 && actors.length > 1) {
    return actors.flatMap((actor) =>
      actors
        .filter((other) => other !== actor)
        .map((other) => ({ actor: actor.code, recipient: other.code, event: cameo })),
    );
  }
  return codes(actors).flatMap((actor) =>
    codes(recipients).map((recipient) => ({ actor, recipient, event: cameo })),
  );
}

const UNKNOWN = "---";

function isSame(code: string, expected: string, length = Number.POSITIVE_INFINITY): boolean {
  return code.slice(0, length) === expected.slice(0, length);
}

/** CAMEO has the roots 01 to 20; the records also use numbers of a verb dictionary of their own. */
function isCameo({ event }: PetrarchEvent): boolean {
  return /^(0[1-9]|1\d|20)/.test(event);
}

interface JudgedRecord {
  readonly record: PetrarchRecord;
  readonly coded: readonly CodedEvent[];
  readonly dyads: readonly JudgedDyad[];
}

/** Agreement with PETRARCH's validation records, by category; ready to print. */
export function petrarchReport(
  records: readonly PetrarchRecord[],
  code: (record: PetrarchRecord) => readonly CodedEvent[],
  { errors }: { readonly errors: number },
): string {
  const judged = records.map((record): JudgedRecord => {
    const coded = code(record);
    return { record, coded, dyads: judgeDyads(record.events, coded) };
  });
  const categories = [...new Set(records.map(({ category }) => category))];
  const wrong = judged.filter(({ coded, dyads }) =>
    dyads.length === 0 ? coded.length > 0 : dyads.some((dyad) => !isRight(dyad)),
  );
  return [
    "Agreement with the records' dyads. parties: both, in their roles, by country (the first three letters of the code);",
    "codes: by country and agent; root: parties and the CAMEO root, of the dyads whose number is CAMEO's (01 to 20), though",
    "the records take it from a stylised dictionary of verbs of their own, with codes of an older CAMEO;",
    "silent: of the sentences that give no event, those where none is coded. The actors are those of the records' own",
    "dictionary: give it with --dictionary PETR.Validate.actors.txt --dictionary PETR.Validate.agents.txt.",
    "",
    "category   sentences  dyads  parties  codes   root  silent",
    ...categories.map((category) =>
      categoryLine(
        category,
        judged.filter(({ record }) => record.category === category),
      ),
    ),
    categoryLine("all", judged),
    "",
    `records with a dyad missed, or coded where nothing should be: ${wrong.length}`,
    ...wrong.slice(0, errors).flatMap(errorLines),
    "",
  ].join("\n");
}

function isRight(dyad: JudgedDyad): boolean {
  return dyad.hasParties && (dyad.hasRoot || !isCameo(dyad.expected));
}

function categoryLine(name: string, judged: readonly JudgedRecord[]): string {
  const dyads = judged.flatMap((record) => record.dyads);
  const cameo = dyads.filter(({ expected }) => isCameo(expected));
  const empty = judged.filter((record) => record.dyads.length === 0);
  const count = (of: readonly JudgedDyad[], isFound: (dyad: JudgedDyad) => boolean) =>
    share(of.filter(isFound).length, of.length);
  return [
    name.padEnd(11),
    String(judged.length).padStart(9),
    String(dyads.length).padStart(7),
    count(dyads, ({ hasParties }) => hasParties).padStart(9),
    count(dyads, ({ hasCodes }) => hasCodes).padStart(7),
    count(cameo, ({ hasRoot }) => hasRoot).padStart(7),
    share(empty.filter(({ coded }) => coded.length === 0).length, empty.length).padStart(8),
  ].join("");
}

function errorLines({ record, coded, dyads }: JudgedRecord): string[] {
  const dyadText = ({ actor, recipient, event }: PetrarchEvent) => `${actor} ${event} ${recipient}`;
  const expected = dyads.filter((dyad) => !isRight(dyad)).map((dyad) => dyadText(dyad.expected));
  const told = coded.flatMap((event) => dyadsOf(event).map(dyadText));
  return [
    `  ${record.id}: ${record.text}`,
    `      expected ${expected.join("; ") || "nothing"}; coded ${told.join("; ") || "nothing"}`,
  ];
}
