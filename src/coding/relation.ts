import { z } from "zod";
import { coveringSpan } from "../document/span.ts";
import { spanSchema } from "../mentions/mention.ts";
import type { EventType } from "../ontology/event-types.ts";
import type { EventKind } from "../ontology/operators.ts";
import type { Interpreter } from "./interpreter.ts";
import { MARKED_ACTOR, MARKED_RECIPIENT, type MarkedSpans } from "./marked-parties.ts";
import { type Meaning, type Party, without } from "./meaning.ts";
import { statusSchema } from "./records.ts";

/** A question of `dragoman relate`: what one marked party does to the other. */
export const relationQuestionSchema = z
  .object({
    id: z.string().min(1),
    text: z.string().min(1),
    date: z.iso.date().optional(),
    /** Absent where the text does not name who does it, or to whom. */
    actor: spanSchema.optional(),
    recipient: spanSchema.optional(),
  })
  .refine(({ actor, recipient }) => (actor ?? recipient) !== undefined, {
    path: ["actor"],
    message: "expected an actor or a recipient",
  });
export type RelationQuestion = z.infer<typeof relationQuestionSchema>;

/** Its answer; without a type where no words between the two name an event. */
export const relationSchema = z.object({
  id: z.string(),
  type: z.string().optional(),
  mode: z.string().optional(),
  status: statusSchema.optional(),
  confidence: z.number().min(0).max(1),
  evidence: spanSchema.optional(),
  rule: z.string().optional(),
});
export type Relation = z.infer<typeof relationSchema>;

/** A reading and how well it fits the marked parties. */
export interface FittingReading {
  readonly meaning: Meaning;
  /** 0 to 1: both in their roles, both in some role, one, or only near. */
  readonly fit: number;
}

/**
 * The reading of a text that best relates the two marked parties; of equals the one that is told, then the one with the most
 * operators, then the one nearest to them.
 */
export function bestRelation(interpreter: Interpreter, asked: MarkedSpans): FittingReading | undefined {
  const from = (asked.actor ?? asked.recipient ?? [0, 0])[0];
  let best: FittingReading | undefined;
  let bestRank = Number.NEGATIVE_INFINITY;
  const readings = interpreter.readings().flatMap((reading) => {
    const charge = chargeOf(reading.meaning, interpreter);
    return charge === undefined ? [reading] : [reading, { ...reading, meaning: charge, isCharge: true }];
  });
  for (const { meaning, isTold, ...reading } of readings) {
    const fit = fitOf(meaning, asked) * ("isCharge" in reading ? CHARGE_FIT : 1);
    const distance = Math.abs(meaning.anchor.span[0] - from);
    // "called to congratulate him": what was said in talking tells more of the two than that they talked.
    const said = isSaidInTalks(meaning, interpreter) ? SAID_RANK : 0;
    const rank = fit * 100 + (isTold ? 20 : 0) + said + meaning.steps.length - distance / 1000;
    if (rank > bestRank) [best, bestRank] = [{ meaning, fit }, rank];
  }
  return best;
}

/** Less than being told counts: what is said in talks comes before the talks, both being told. */
const SAID_RANK = 5;

function isSaidInTalks({ anchor }: Meaning, interpreter: Interpreter): boolean {
  const { head } = anchor;
  if (anchor.relation !== "advcl" || head === null) return false;
  return interpreter.meaningsAt(head).some(({ kind }) => kind.type === "CONSULT");
}

/** A charge is read out of a report: what the words say outright comes first. */
const CHARGE_FIT = 0.7;

const HOSTILE_DEEDS: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE"]);

// "Oslo said that Rome had attacked the convoy": between Oslo and Rome that is an accusation.
function chargeOf(deed: Meaning, interpreter: Interpreter): Meaning | undefined {
  if (!HOSTILE_DEEDS.has(deed.kind.type) || deed.status === "future") return undefined;
  const speakers = interpreter.speakersOver(deed.anchor);
  if (speakers.length === 0 || without(deed.actors, speakers).length === 0) return undefined;
  const kind: EventKind = { type: "ACCUSE", mode: "allege", cameo: "112" };
  return { ...deed, kind, actors: speakers, recipients: without(deed.actors, speakers), reciprocal: false };
}

function fitOf({ actors, recipients, reciprocal }: Meaning, asked: MarkedSpans): number {
  const has = (parties: readonly Party[], chain: number) => parties.some((party) => party.chain === chain);
  const acts = asked.actor === undefined || has(actors, MARKED_ACTOR);
  // "Oslo and Rome agreed to trade": what both do, each does to the other.
  const isJoint = reciprocal || has(actors, MARKED_ACTOR);
  const undergoes =
    asked.recipient === undefined ||
    has(recipients, MARKED_RECIPIENT) ||
    (isJoint && has(actors, MARKED_RECIPIENT));
  if (acts && undergoes) return 1;
  if (has(actors, MARKED_RECIPIENT) && has(recipients, MARKED_ACTOR)) return 0.6;
  if (has(actors, MARKED_ACTOR)) return 0.55;
  return has(recipients, MARKED_RECIPIENT) ? 0.5 : 0.1;
}

/** The words a reading rests on. */
export function evidenceOf({ trigger }: Meaning): readonly [number, number] {
  return trigger.map((token) => token.span).reduce(coveringSpan);
}
