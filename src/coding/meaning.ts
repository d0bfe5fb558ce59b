import type { Token } from "../language/parsed-document.ts";
import type { Entity } from "../mentions/mention.ts";
import type { EventKind, OperatorName } from "../ontology/operators.ts";
import type { TriggerForm } from "./pattern.ts";
import type { Status } from "./records.ts";
import { isOpposed } from "./sides.ts";

/** How sure we are of an event by the form of its trigger; verbs say most clearly who does what. */
export const FORM_CONFIDENCE = { verb: 0.9, adjective: 0.8, noun: 0.7 } as const;
/** An operator that found no event in its content says that something is promised, but not what. */
export const OTHERWISE_CONFIDENCE = 0.6;

/** A resolved party of an event. */
export interface Party {
  readonly entity: Entity;
  /** Coreference chain in the document; equal chains are the same actor. */
  readonly chain: number;
  /** The chain of whoever it is said to belong to: Oslo in "Oslo … its forces". */
  readonly owner?: number;
}

/** What one lexicon entry did: a frame made an event of its words, an operator made it another one. */
export interface Step {
  /** The entry's name: `promise`, `protect`. */
  readonly name: string;
  /** Where the entry stands: `operators/pledge.yaml:3`. */
  readonly line: string;
  /** Absent for a frame. */
  readonly operator?: OperatorName;
  /** The words that called for it, in the order they were found. */
  readonly words: readonly Token[];
  /**
   * How they say it; `modifier` for a word beside a verb or noun: "will", "not", "planned"; `nearest` for a verb without an entry,
   * read as the verbs that are used most like it.
   */
  readonly form: TriggerForm | "modifier" | "nearest";
  /** What the event was after this step. */
  readonly kind: EventKind;
  /** The status it gave the event, where it gave one. */
  readonly status?: Status;
}

/** An event as the words of one predicate, and the operators over it, give it; not yet dated, attributed or checked. */
export interface Meaning {
  readonly kind: EventKind;
  readonly contexts: readonly string[];
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /**
   * Of a reciprocal event, those of the actors who are said to do it ("Oslo" in "Oslo will work with Rome"); of another, the recipients
   * where it is they who are said to make it happen ("Oslo" in "Oslo hosted the envoy").
   */
  readonly initiators: readonly Party[];
  /** Set by operators: future, hypothetical, negated. Absent: the tense of `anchor` tells. */
  readonly status?: Status;
  /** The verb (or the noun, where no verb lends itself) whose tense, time and reporting clause hold for the event. */
  readonly anchor: Token;
  /** The words it rests on. */
  readonly trigger: readonly Token[];
  /** The entries that made it, the outermost operator first, its frame last. */
  readonly steps: readonly Step[];
  /** Roles that must be filled for it to be an event; of a reciprocal event, `recipient` asks for a second actor. */
  readonly requires: readonly ("actor" | "recipient")[];
  readonly reciprocal: boolean;
  /** Only named, by a noun that tells nothing by itself; an operator over it may tell something. */
  readonly isOnlyNamed: boolean;
  /** Nobody undergoes what its frame tells: a weapon is tested, an office left. */
  readonly isDoneToNobody?: boolean;
  /** Its other side is only guessed: see `guessedSide`. */
  readonly isGuessed?: boolean;
  readonly confidence: number;
}

/** Whether two parties are the same actor of this document. */
export function sameParty(a: Party, b: Party): boolean {
  return a.chain === b.chain || (a.entity.code === b.entity.code && a.entity.name === b.entity.name);
}

/** Parties without repetitions, in order. */
export function distinctParties(parties: readonly Party[]): Party[] {
  return parties.filter((party, i) => parties.findIndex((other) => sameParty(party, other)) === i);
}

/** Those of `parties` who are not among `others`. */
export function without(parties: readonly Party[], others: readonly Party[]): Party[] {
  return parties.filter((party) => !others.some((other) => sameParty(party, other)));
}

/** Parties that are not said to belong to one of these actors: not "its forces". */
export function withoutOwned(parties: readonly Party[], actors: readonly Party[]): Party[] {
  return parties.filter(({ owner }) => !actors.some(({ chain }) => chain === owner));
}

/**
 * The participants of a joint event without those that only say where another comes from: the country beside its own minister
 * in "met President Widodo in Bali, Indonesia".
 *
 * @param acting those who are said to do it, and so are not only where another comes from: "the Kremlin hosted Russian governors"
 */
export function withoutOwnCountries(parties: readonly Party[], acting: readonly Party[]): Party[] {
  const isBare = ({ entity }: Party) => entity.kind === "country" || entity.kind === "place-as-government";
  const countries = new Set(parties.filter((party) => !isBare(party)).map(({ entity }) => entity.country));
  // "we had a meeting between Ruiz and Berg": whoever speaks is one of them.
  const isHost = (party: Party) =>
    acting.some((one) => sameParty(one, party) && !/^(we|us|our)$/i.test(one.entity.text));
  return parties.filter((party) => !isBare(party) || !countries.has(party.entity.country) || isHost(party));
}

/**
 * Acts of one speaker in one breath, one of each type: "offered to boost trade, share intelligence and meet" is one offer, to
 * whomever any part of it is made. The first part says what kind of act it is. What is promised in clauses of their own ("promised
 * that it will pay and will leave") are promises of their own.
 */
export function oneActOfEach(acts: readonly Meaning[]): Meaning[] {
  const found = new Map<string, Meaning>();
  for (const act of acts) {
    const isOwnClause = act.status !== "occurred";
    const key = isOwnClause ? `${found.size}` : act.kind.type;
    const first = found.get(key);
    const recipients = distinctParties([...(first?.recipients ?? []), ...act.recipients]);
    found.set(key, first === undefined ? act : { ...first, recipients });
  }
  return [...found.values()];
}

/**
 * Those at whom somebody can aim an act: neither themselves, nor the country they act for, nor a country's own government. Rebels and the
 * opposition do not act for theirs.
 */
export function others(parties: readonly Party[], actors: readonly Party[]): Party[] {
  const isOwnCountry = ({ entity }: Party) =>
    actors.some(
      (actor) =>
        actor.entity.country === entity.country &&
        !isOpposed(actor) &&
        (entity.kind === "country" || isOwnGovernment(entity, actor.entity)),
    );
  return without(parties, actors).filter((party) => !isOwnCountry(party));
}

/** Parties but the countries that these are from. */
export function withoutHome(parties: readonly Party[], actors: readonly Party[]): Party[] {
  const homes = new Set(actors.map(({ entity }) => entity.country));
  return parties.filter(({ entity }) => entity.kind !== "country" || !homes.has(entity.country));
}

// "President Ruiz reaffirmed his government's commitment": to a country's state and people its government is no other side, as its agencies are.
function isOwnGovernment({ kind, country, role, name }: Entity, actor: Entity): boolean {
  const isWhole =
    kind === "organisation" &&
    country !== undefined &&
    /\b(governments?|administration)$/i.test(role ?? name);
  return isWhole && (actor.kind === "country" || actor.kind === "person");
}

/** Whether the roles that a meaning's words ask for are filled. */
export function hasRequiredParties({ requires, reciprocal, actors, recipients }: Meaning): boolean {
  if (requires.includes("actor") && actors.length === 0) return false;
  if (requires.includes("recipient") && (reciprocal ? actors.length < 2 : recipients.length === 0))
    return false;
  return actors.length + recipients.length > 0;
}

/**
 * The parties of an event that an operator has turned from one that two sides do into one that one side says:
 * "Oslo will work with Rome" is Oslo's word to Rome.
 */
export function oneSided(meaning: Meaning): Pick<Meaning, "actors" | "recipients" | "reciprocal"> {
  const { actors, recipients, initiators, reciprocal } = meaning;
  // "Oslo will host Rome's envoy": the visitor visits, but it is the host who offers it.
  const isOffered = initiators.length > 0 && without(initiators, recipients).length === 0;
  if (!reciprocal && isOffered) return { actors: recipients, recipients: actors, reciprocal };
  if (!reciprocal || initiators.length === 0) return { actors, recipients, reciprocal };
  const others = without(actors, initiators);
  // "Oslo and Rome will meet": each to the other.
  if (recipients.length + others.length === 0) return { actors, recipients, reciprocal };
  return { actors: initiators, recipients: [...recipients, ...others], reciprocal: false };
}
