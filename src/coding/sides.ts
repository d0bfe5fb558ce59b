import type { Entity } from "../mentions/mention.ts";
import type { Frame } from "./entries.ts";
import type { Party } from "./meaning.ts";

/** Whether a party is of one country with any of others; rebels and the government of their country are two sides. */
export function isSameSide(party: Party, own: readonly Party[]): boolean {
  const { country } = party.entity;
  return (
    country !== undefined &&
    own.some((other) => other.entity.country === country && isOpposed(other) === isOpposed(party))
  );
}

/** Whether all are of one side. */
export function isOneParty([first, ...rest]: readonly Party[]): boolean {
  return first !== undefined && rest.every((party) => isSameSide(party, [first]));
}

/** Whether a party stands against the government of its country. */
export function isOpposed({ entity: { sectors } }: Party): boolean {
  return sectors.some((sector) => sector === "REB" || sector === "OPP");
}

/** Whether somebody is a country, or its government as a whole: "Peru", "Lima", "the Peruvian government". */
export function isStateItself({ kind, sectors, name }: Entity): boolean {
  if (kind === "country" || kind === "place-as-government") return true;
  return kind === "organisation" && sectors.join() === "GOV" && /\b(government|administration)$/i.test(name);
}

/** Whether an event's actors are such as may do it: "miners protested in Lima" is a protest, "Tokyo protested to Seoul" a word of disapproval. */
export function mayDo(actors: readonly Party[], by: Frame["by"]): boolean {
  if (by === "anyone") return true;
  if (by === "forces") return actors.length > 0 && actors.every(isOfForces);
  if (by === "envoys") return !actors.some(isPrivate);
  if (by === "persons") return actors.length === 0 || actors.some(isOfPersons);
  return actors.length > 0 && actors.every((actor) => isOfState(actor) === (by === "state"));
}

function isOfPersons({ entity: { kind } }: Party): boolean {
  return kind === "person" || kind === "group";
}

const FORCE_SECTORS = ["MIL", "REB", "UAF", "PRE"];

// "Kenyan troops left Somalia"; not "the president left Somalia".
function isOfForces({ entity: { kind, sectors } }: Party): boolean {
  return kind !== "person" && sectors.some((sector) => FORCE_SECTORS.includes(sector));
}

/** Whether a party is soldiers or police, of the same country as others or of none that is said: those whom these command. */
export function isOwnForce(party: Party, commanders: readonly Party[]): boolean {
  const { kind, sectors, country } = party.entity;
  const isForce = kind !== "person" && (sectors.includes("MIL") || sectors.includes("COP"));
  return isForce && (country === undefined || isSameSide(party, commanders));
}

const PRIVATE_SECTORS = ["CVL", "REF", "MED", "JRN", "LAB", "CRM", "EDU", "HLH", "MIG"];

function isPrivate({ entity: { kind, sectors } }: Party): boolean {
  return kind !== "organisation" && sectors.some((sector) => PRIVATE_SECTORS.includes(sector));
}

const STATE_SECTORS = ["GOV", "MIL", "COP", "SPY", "JUD"];

function isOfState({ entity: { kind, sectors } }: Party): boolean {
  if (kind === "country" || kind === "place-as-government") return true;
  return sectors.some((sector) => STATE_SECTORS.includes(sector)) && !sectors.includes("OPP");
}
