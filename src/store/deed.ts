import { recordId } from "../coding/record-id.ts";
import type { CodedEvent } from "../coding/records.ts";
import type { Entity } from "../mentions/mention.ts";
import { entityId } from "./entity-id.ts";

/**
 * Names the deeds of one document: what is done by whom to whom, whatever the day. Two documents that tell a call between the same two
 * people give it the same name; with the same day, that makes them tellings of one happening.
 *
 * A document that tells the same deed of the same day twice holds the two apart (the coder has joined what it took for one), so the
 * second has a name of its own, which the second of another document shares.
 */
export function deedNamer(): (event: CodedEvent) => string {
  const told = new Map<string, number>();
  return (event) => {
    const deed = [
      event.type,
      event.mode ?? "",
      event.cameo,
      reality(event.status),
      partyIds(event.actors),
      partyIds(event.recipients),
    ];
    const { start = "", end = "" } = event.date;
    const occasion = recordId(...deed, start, end);
    const earlier = told.get(occasion) ?? 0;
    told.set(occasion, earlier + 1);
    return recordId(...deed, earlier);
  };
}

/**
 * Whether another document may tell the same happening: the day and both sides must be known for that. "Police arrested protesters"
 * is told of many days and places.
 */
export function isJoinable({ date, actors, recipients }: CodedEvent): boolean {
  const parties = [...actors, ...recipients];
  return date.start !== undefined && parties.length >= 2 && parties.every(isKnown);
}

function isKnown({ country, code }: Entity): boolean {
  return country !== undefined || !code.startsWith("---");
}

/** What is told as real is one thing, however long ago; what is planned, supposed or denied is another. */
function reality(status: CodedEvent["status"]): string {
  return status === "ongoing" || status === "historical" ? "occurred" : status;
}

function partyIds(entities: readonly Entity[]): string {
  return [...new Set(entities.map(entityId))].sort().join(" ");
}
