import type { CodedDocument, CodedEvent } from "../../../src/coding/records.ts";
import type { GivenParties } from "../../../src/server/records.ts";

/** Somebody who can be chosen as a party. */
export interface Choice {
  readonly name: string;
  readonly code: string;
  /** Number of the first mention; absent for somebody whom the text does not name. */
  readonly number?: number;
}

export function sameChoice(one: Choice, other: Choice): boolean {
  return one.name === other.name && one.code === other.code;
}

export function sameChoices(some: readonly Choice[], others: readonly Choice[]): boolean {
  return some.length === others.length && some.every((one, i) => sameChoice(one, others[i] as Choice));
}

/** Each actor of a text once, in the order in which they are named. */
export function castOf(mentions: CodedDocument["mentions"]): Choice[] {
  const cast = new Map<string, Choice>();
  for (const [number, { name, code }] of mentions.entries()) {
    const key = `${name} ${code}`;
    if (!cast.has(key)) cast.set(key, { name, code, number });
  }
  return [...cast.values()];
}

/** Parties of an event as choices, each once. */
export function choicesOf(parties: CodedEvent["actors"], cast: readonly Choice[]): Choice[] {
  const choices = parties.map(
    ({ name, code }) => cast.find((one) => sameChoice(one, { name, code })) ?? { name, code },
  );
  return choices.filter((one, i) => choices.findIndex((other) => sameChoice(one, other)) === i);
}

/** As a correction names them: by mention where the text does, else by code. */
export function givenOf(choices: readonly Choice[]): GivenParties {
  return choices.map(({ name, code, number }) => number ?? { name, code });
}
