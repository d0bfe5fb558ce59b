import { recordId } from "../coding/record-id.ts";
import type { CodedEvent } from "../coding/records.ts";
import type { Entity } from "../mentions/mention.ts";
import type { EntityIds } from "./entity-id.ts";

/**
 * A hash of what is done by whom to whom, whatever the day and the document: two documents that tell a call between the same two people give
 * it the same one. With the same day, that makes them tellings of one happening (view `tellings`).
 */
export function deedOf(event: CodedEvent, entityId: EntityIds): string {
  const { type, mode, cameo, status, actors, recipients } = event;
  const partyIds = (entities: readonly Entity[]) => [...new Set(entities.map(entityId))].sort().join(" ");
  return recordId(type, mode ?? "", cameo, reality(status), partyIds(actors), partyIds(recipients));
}

/**
 * Whether another document may tell the same happening: the very day and both sides must be known for that. "Police arrested protesters"
 * is told of many days and places, and in a month two governments do much of the same kind.
 */
export function isJoinable({ date, actors, recipients }: CodedEvent): boolean {
  const parties = [...actors, ...recipients];
  const isDay = date.start !== undefined && date.start === date.end;
  return isDay && parties.length >= 2 && parties.every(isKnown);
}

function isKnown({ country, code }: Entity): boolean {
  return country !== undefined || !code.startsWith("---");
}

/** What is told as real is one thing, however long ago; what is planned, supposed or denied is another. */
function reality(status: CodedEvent["status"]): string {
  return status === "ongoing" || status === "historical" ? "occurred" : status;
}
