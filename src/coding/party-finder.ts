import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import type { EventType } from "../ontology/event-types.ts";
import { reportsOver } from "./attribution.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import {
  agents,
  caseOf,
  counted,
  hasInfinitiveMark,
  holders,
  indirectObjects,
  isClausal,
  obliques,
  patients,
  prepositionOf,
} from "./grammar.ts";
import type { Match } from "./match.ts";
import { distinctParties, type Meaning, others, type Party } from "./meaning.ts";
import { fillers, type LightContext, ownedBy, owners, possessors } from "./roles.ts";

/** Places that are no prepositions. */
const GRAMMATICAL_PLACES: ReadonlySet<string> = new Set([
  "subject",
  "object",
  "indirect",
  "owner",
  "wielder",
  "speaker",
]);

/** Prepositions whose phrase may be a party's thing instead of the party: "support for Kyiv's sovereignty". */
const OWNING_PREPOSITIONS: ReadonlySet<string> = new Set([
  "for",
  "to",
  "of",
  "on",
  "against",
  "about",
  "over",
  "at",
]);

/** Prepositions behind which the other side may stand although no entry names them. */
const AIMING_PREPOSITIONS = ["against", "at", "on", "toward", "towards", "over", "to", "from", "with", "for"];

/** Those that name where it is done: to whoever is there, where more than words are exchanged. */
const LOCAL_PREPOSITIONS = ["into", "in", "near", "across", "around", "off", "along"];
const MATERIAL_TYPES: ReadonlySet<EventType> = new Set([
  "AID",
  "RETREAT",
  "CONCEDE",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);

/** Prepositions that make an event the occasion of another. */
const OCCASION_PREPOSITIONS: ReadonlySet<string> = new Set(["during", "in", "at"]);

/** Finds the political actors that stand in the places a lexicon entry names. */
export class PartyFinder {
  readonly #mentions: DocumentMentions;
  readonly #lexicon: CodingLexicon;
  readonly #meaningsAt: (token: Token) => readonly Meaning[];

  /** @param meaningsAt the events of a token's words: whoever does a deed may be who is meant by its mention */
  constructor(
    mentions: DocumentMentions,
    lexicon: CodingLexicon,
    meaningsAt: (token: Token) => readonly Meaning[],
  ) {
    this.#mentions = mentions;
    this.#lexicon = lexicon;
    this.#meaningsAt = meaningsAt;
  }

  /** The parties in the first of these places that holds any. */
  firstFilled(match: Match, places: readonly string[], light?: LightContext): Party[] {
    for (const place of places) {
      const parties = this.in(match, place, light);
      if (parties.length > 0) return distinctParties(parties);
    }
    return [];
  }

  /** The parties in one place. */
  in(match: Match, place: string, light?: LightContext): Party[] {
    if (place === "owner") return this.#ownersOfObject(match);
    if (place === "speaker") return this.speakersOver(match.head);
    const standing = [...fillers(match, place, this.#mentions, light), ...this.#behindObject(match, place)];
    const parties = this.at(standing);
    // "support for Tanzania's development": whose the thing is that a preposition brings in.
    return parties.length > 0 || !OWNING_PREPOSITIONS.has(place)
      ? parties
      : this.at(standing.flatMap(possessors));
  }

  /**
   * Whoever an event is likely to be done to where its frame's places are empty: whoever another phrase of its words names, or whose
   * thing it is. "lifted the state of emergency in Darfur", "rallied over the president's reforms".
   */
  otherSide(match: Match, type: EventType, actors: readonly Party[], light?: LightContext): Party[] {
    const places = [...AIMING_PREPOSITIONS, ...(MATERIAL_TYPES.has(type) ? LOCAL_PREPOSITIONS : [])];
    for (const place of places) {
      const phrases = fillers(match, place, this.#mentions, light).filter(
        ({ index }) => this.#mentions.timeAt(index) === undefined,
      );
      for (const tokens of [phrases, phrases.flatMap(possessors)]) {
        const parties = others(this.at(tokens), actors);
        if (parties.length > 0) return parties;
      }
    }
    const things = ownedBy(match);
    const owning = others(this.at(things.flatMap(owners)), actors);
    return owning.length > 0 ? owning : others(this.#undergoersOfClausesOn(things), actors);
  }

  // "will not lift the embargo it has imposed on the island": whoever the thing was done to.
  #undergoersOfClausesOn(things: readonly Token[]): Party[] {
    const clauses = things.flatMap((thing) => thing.dependents("acl"));
    return clauses.flatMap((clause) => this.#meaningsAt(clause)).flatMap(({ recipients }) => recipients);
  }

  /** Whoever reports the clause a word stands in, the innermost voice; nobody where the text itself tells it. */
  speakersOver(token: Token): Party[] {
    return this.at(reportsOver(token, this.#mentions, this.#lexicon)[0]?.sources ?? []);
  }

  /** Whose the words are that make an operator: a verb's subject; "his" in "his willingness". */
  holdersOf(match: Match, light?: LightContext): Party[] {
    const own = this.firstFilled(match, ["subject"], light);
    return own.length > 0 || match.trigger.pattern.form !== "noun" ? own : this.at(holders(match.head));
  }

  /** The parties mentioned at these tokens, each once. */
  at(tokens: readonly Token[]): Party[] {
    const parties: Party[] = [];
    for (const token of tokens.flatMap(counted).flatMap((party) => [party, ...this.#fellowsOf(party)])) {
      const mention = this.#mentions.actorAt(token.index) ?? this.#mentions.seatAt(token.index);
      mention?.entities.forEach((entity, i) => {
        parties.push({ entity, chain: mention.chains[i] as number });
      });
    }
    return distinctParties(parties);
  }

  /**
   * Whoever does what this noun is part of, where it says only with whom: "made the remarks during a phone conversation with X"
   * took part in it. Not "read the report on the talks between X and Y".
   */
  borrowedBy(noun: Token): Party[] {
    if (noun.upos === "VERB") return [];
    // Parsers hang "during a phone conversation" on "remarks" as often as on "made".
    const phrase =
      noun.relation === "nmod" && OCCASION_PREPOSITIONS.has(prepositionOf(noun) ?? "") ? noun.head : noun;
    const clause = phrase?.head ?? null;
    if (phrase === null || clause === null || !isClausal(clause)) return [];
    const isOccasion = phrase.relation === "obl" && OCCASION_PREPOSITIONS.has(caseOf(phrase) ?? "");
    return isOccasion || phrase.relation === "obj" ? this.at(agents(clause)) : [];
  }

  /** To whom a clause speaks: "sent a message to Tokayev, expressing his support", "called Tokayev to express his support". */
  addresseesOfClause(clause: Token): Party[] {
    const { head } = clause;
    if (clause.relation !== "advcl" || head === null) return [];
    if (hasInfinitiveMark(clause)) {
      const isTalk = this.#meaningsAt(head).some(({ kind }) => kind.type === "CONSULT");
      return isTalk ? this.at([...patients(head), ...obliques(head, "with")]) : [];
    }
    if (clause.xpos !== "VBG") return [];
    const places = [head, ...patients(head)];
    return this.at([...indirectObjects(head), ...places.flatMap((place) => obliques(place, "to"))]);
  }

  // "met Prime Minister Andersson of Sweden and President Niinistö of Finland": parsers hang the second person on the first one's
  // country.
  #fellowsOf(token: Token): Token[] {
    if (!this.#isPerson(token)) return [];
    return token
      .dependents("nmod")
      .flatMap((country) => country.dependents("conj"))
      .filter((fellow) => this.#isPerson(fellow));
  }

  #isPerson(token: Token): boolean {
    return this.#mentions.actorAt(token.index)?.entities.some(({ kind }) => kind === "person") ?? false;
  }

  // "signed a treaty with Mexico": a phrase behind the object may hang on either.
  #behindObject(match: Match, place: string): Token[] {
    const { head, trigger, fixedNoun, object } = match;
    if (trigger.pattern.form !== "verb" || fixedNoun !== undefined || GRAMMATICAL_PLACES.has(place))
      return [];
    const plain = patients(head).filter((thing) => thing === object || this.#meaningsAt(thing).length === 0);
    // "withdrew from the talks with Rome": the thing the words ask for, wherever it stands.
    const things = object === undefined || plain.includes(object) ? plain : [...plain, object];
    return things.flatMap((thing) => obliques(thing, place));
  }

  // "condemned the attack": whoever attacked; "condemned Iran's programme": Iran.
  #ownersOfObject(match: Match): Party[] {
    return ownedBy(match).flatMap((thing) => {
      const deeds = thing === match.fixedNoun || thing === match.object ? [] : this.#meaningsAt(thing);
      // Of an attack that names its victim only, the victim is not to blame.
      return deeds.length > 0 ? deeds.flatMap((deed) => deed.actors) : this.at(owners(thing));
    });
  }
}
