import { contains } from "../document/span.ts";
import type { ToldEvent } from "./events.ts";
import { type Party, without } from "./meaning.ts";
import { obliques } from "./phrases.ts";
import type { CodedEvent } from "./records.ts";

/** How many characters may lie between a meeting, or what was last said of it, and a word on what was discussed. */
const NEAR = 1000;

/**
 * Whether an event only tells what was talked about at a meeting just told: "met the king … They discussed trade with Oslo". Those whom
 * they talk about are no other meeting's parties. Not "discussed it with the queen": with somebody who was not there.
 */
export function isOfSameMeeting(earlier: ToldEvent, later: ToldEvent): boolean {
  const [before, after] = [earlier.event, later.event];
  if (before.type !== "CONSULT" || after.type !== "CONSULT" || before.status !== after.status) return false;
  if (after.date.span !== undefined && before.date.start !== after.date.start) return false;
  const { meaning } = later;
  const isTalk = meaning.reciprocal && meaning.trigger.some(({ lemma }) => lemma === "discuss");
  if (!isTalk || after.evidence.trigger[0] - endOf(before) > NEAR) return false;
  const present = [...before.actors, ...before.recipients];
  const isPresent = ({ entity: { name, code, country } }: Party) =>
    present.some(
      (other) =>
        other.name === name || (country === undefined ? other.code === code : other.country === country),
    );
  const partners = obliques(meaning.anchor, "with");
  const isPartner = ({ entity }: Party) => partners.some(({ span }) => contains(entity.span, span));
  const spoken = meaning.initiators.length > 0 ? meaning.initiators : meaning.actors;
  const isThere = spoken.some(({ entity }) => present.some(({ name }) => name === entity.name));
  return isThere && [...spoken, ...without(meaning.actors, spoken).filter(isPartner)].every(isPresent);
}

function endOf({ evidence, retold }: CodedEvent): number {
  return Math.max(...[evidence, ...retold].map(({ trigger }) => trigger[1]));
}
