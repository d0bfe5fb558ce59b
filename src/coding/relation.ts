import { z } from "zod";
import { coveringSpan, type Span } from "../document/span.ts";
import { spanSchema } from "../mentions/mention.ts";
import type { Interpreter } from "./interpreter.ts";
import { MARKED_ACTOR, MARKED_RECIPIENT } from "./marked-parties.ts";
import type { Meaning, Party } from "./meaning.ts";
import { statusSchema } from "./records.ts";

/** A question of `dragoman relate`: what one marked party does to the other. */
export const relationQuestionSchema = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  date: z.iso.date().optional(),
  actor: spanSchema,
  recipient: spanSchema,
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
 * operators, then the one nearest to the actor.
 */
export function bestRelation(interpreter: Interpreter, actor: Span): FittingReading | undefined {
  let best: FittingReading | undefined;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const { meaning, isTold } of interpreter.readings()) {
    const fit = fitOf(meaning);
    const distance = Math.abs(meaning.anchor.span[0] - actor[0]);
    const rank = fit * 100 + (isTold ? 20 : 0) + meaning.steps.length - distance / 1000;
    if (rank > bestRank) [best, bestRank] = [{ meaning, fit }, rank];
  }
  return best;
}

function fitOf({ actors, recipients, reciprocal }: Meaning): number {
  const has = (parties: readonly Party[], chain: number) => parties.some((party) => party.chain === chain);
  const acts = has(actors, MARKED_ACTOR);
  const undergoes = has(recipients, MARKED_RECIPIENT) || (reciprocal && has(actors, MARKED_RECIPIENT));
  if (acts && undergoes) return 1;
  if (has(actors, MARKED_RECIPIENT) && has(recipients, MARKED_ACTOR)) return 0.6;
  if (acts) return 0.55;
  if (undergoes) return 0.5;
  return 0.1;
}

/** The words a reading rests on. */
export function evidenceOf({ trigger }: Meaning): readonly [number, number] {
  return trigger.map((token) => token.span).reduce(coveringSpan);
}
