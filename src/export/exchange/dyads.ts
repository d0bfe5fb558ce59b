import type { ToldHappening, ToldParty } from "./told-happening.ts";

/** Who does it to whom, in formats whose rows have one actor on each side. */
export interface Dyad {
  readonly source: ToldParty;
  readonly target: ToldParty;
}

/**
 * Each actor with each recipient. Where all are actors, as in a meeting, each with each other both ways, as CAMEO data has it: "Norway and
 * Sweden met" is two rows. Nobody stands on both sides.
 */
export function dyadsOf({ actors, recipients }: ToldHappening): Dyad[] {
  const others = recipients.length > 0 ? recipients : actors;
  return actors.flatMap((source) =>
    others.filter(({ entity }) => entity !== source.entity).map((target) => ({ source, target })),
  );
}

/** The parts of a CAMEO-style code, three letters each; an unknown beginning is no part. */
export function codeParts(code: string): string[] {
  return (code.match(/.{1,3}/g) ?? []).filter((part) => part !== "---");
}

/** First parts of codes that are no countries. */
export const INTERNATIONAL: readonly string[] = ["IGO", "NGO", "IMG", "MNC", "NGM", "INT"];
