import type { Token } from "../language/parsed-document.ts";
import type { OperatorParties } from "../ontology/operators.ts";
import { distinctParties, type Meaning, others, type Party, without, withoutOwned } from "./meaning.ts";

/** Who does what to whom once an operator has made an event of the one in its content. */
export interface MadeParties {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly reciprocal: boolean;
}

/**
 * The parties of an operator's event: the ways that `lexicon/ontology/operators.yaml` names.
 *
 * @param own whoever promises, demands, denies…
 * @param addressees whoever is asked, told or accused in so many words
 * @param inner the event in the content
 * @param conditioned whoever could avert it: "unless Rome gives in"
 */
export function operatorParties(
  way: OperatorParties,
  own: readonly Party[],
  addressees: readonly Party[],
  inner: Meaning,
  conditioned: readonly Party[] = [],
): MadeParties {
  const toward = (involved: readonly Party[]): MadeParties => ({
    actors: own,
    recipients: others(addressees.length > 0 ? addressees : involved, own),
    reciprocal: false,
  });
  switch (way) {
    case "self":
      return {
        // "Egypt plans to meet Ethiopia": whoever plans a meeting takes part in it.
        actors: inner.reciprocal || inner.actors.length === 0 ? doers(own, inner) : inner.actors,
        recipients: inner.recipients,
        reciprocal: inner.reciprocal,
      };
    case "pledge":
      // "Tleuberdi promised that Kazakhstan will protect them": the promise is Kazakhstan's, on Tleuberdi's word.
      if (own.length === 0 || speaksFor(own, inner)) {
        return { actors: inner.actors, recipients: inner.recipients, reciprocal: false };
      }
      return toward(
        distinctParties([...others(inner.actors, own).filter(isAnothers(own)), ...inner.recipients]),
      );
    case "act": {
      // "called for an end to Rome's attacks on Paris": of what others do, they are the ones to end it.
      // "denied that its forces had struck the town": one's forces are no other side.
      const doers = withoutOwned(inner.actors, own).filter((party) => !isUnplacedState(party, own));
      const isOthers = doers.length > 0 && !inner.reciprocal && without(doers, own).length > 0;
      return toward(isOthers ? doers : distinctParties([...doers, ...withoutOwned(inner.recipients, own)]));
    }
    case "demand": {
      const asked = without(inner.actors, own);
      // "asked to visit Rome", "called for an end to Rome's attacks": what one would do oneself is asked of the other side.
      return toward(asked.length > 0 || inner.actors.length === 0 ? asked : inner.recipients);
    }
    case "against": {
      // "welcomed Rome's talks with Paris": whose talks they are.
      const theirs = inner.reciprocal ? others(inner.initiators, own) : [];
      return toward(theirs.length > 0 ? theirs : inner.actors);
    }
    case "sender": {
      // "sent an envoy to meet the rebels": whoever is sent stands for who sends.
      if (inner.reciprocal) {
        const met = without(inner.actors, inner.initiators);
        return { actors: distinctParties([...own, ...met]), recipients: [], reciprocal: true };
      }
      const undergoing = others(inner.recipients, own);
      return {
        actors: own,
        recipients: undergoing.length > 0 ? undergoing : others(addressees, own),
        reciprocal: false,
      };
    }
    case "threat": {
      const threatened = inner.reciprocal ? inner.actors : inner.recipients;
      return toward(without(threatened, own).length > 0 ? threatened : conditioned);
    }
  }
}

// "a junta spokesman denied that the air force had …": of no country either, the officials of one state.
function isUnplacedState({ entity }: Party, own: readonly Party[]): boolean {
  const isState = ({ country, sectors }: Party["entity"]) =>
    country === undefined && /^(GOV|MIL|COP|SPY)$/.test(sectors[0] ?? "");
  return isState(entity) && own.some((party) => isState(party.entity));
}

// "affirmed the president's commitment to help": whose promise a minister tells is not whom it is made to.
function isAnothers(own: readonly Party[]): (party: Party) => boolean {
  const countries = new Set(own.flatMap(({ entity }) => entity.country ?? []));
  return ({ entity: { country } }) => country === undefined || !countries.has(country);
}

// "will continue to be briefed": whoever undergoes it does not do it.
function doers(own: readonly Party[], inner: Meaning): Party[] {
  return distinctParties([...without(own, inner.recipients), ...inner.actors]);
}

// "that Kazakhstan will protect them, and continue to …": coordinated verbs share the subject.
function hasSubject(verb: Token): boolean {
  if (verb.dependent("nsubj") !== undefined) return true;
  return verb.relation === "conj" && verb.head !== null && hasSubject(verb.head);
}

// A minister speaks for the government, a spokesman for the ministry: same country, and a subject of its own in the content.
function speaksFor(own: readonly Party[], inner: Meaning): boolean {
  if (inner.actors.length === 0 || !hasSubject(inner.anchor)) return false;
  return own.some(({ entity: { country } }) =>
    inner.actors.some((actor) => country !== undefined && actor.entity.country === country),
  );
}
