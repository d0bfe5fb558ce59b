import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import { type DocumentMentions, type Mention, partyAt } from "../mentions/mention.ts";
import type { EventType } from "../ontology/event-types.ts";
import { addresseesOfClause, companions, spokenTo } from "./addressees.ts";
import { reportsOver } from "./attribution.ts";
import { behindSubject, deedMeantBy, type SubjectSurroundings } from "./behind-subject.ts";
import { subjectBeside } from "./beside.ts";
import { isClausal } from "./clauses.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { members } from "./coordination.ts";
import { counted } from "./counted.ts";
import { joinedTo } from "./joined.ts";
import { fellowsOf, includedIn, listedBefore, listedWith, namedBehind } from "./lists.ts";
import type { Match } from "./match.ts";
import { distinctParties, type Meaning, type Party, sameParty } from "./meaning.ts";
import { ownedPartiesOf, partiesOf } from "./mentioned-parties.ts";
import { patients } from "./objects.ts";
import { isMove, otherSide, otherSideOf, type Sought, type Surroundings } from "./other-side.ts";
import { perToken } from "./per-token.ts";
import { caseOf, obliques, prepositionOf } from "./phrases.ts";
import { fillers, type LightContext, ownedBy, owners, possessors } from "./roles.ts";
import { agents, holders } from "./subjects.ts";
import { MERE_SUPPORT } from "./support-codes.ts";

/** Places that are no prepositions. */
const GRAMMATICAL_PLACES: ReadonlySet<string> = new Set([
  "subject",
  "object",
  "indirect",
  "owner",
  "patient",
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

/** Prepositions that make an event the occasion of another. */
const OCCASION_PREPOSITIONS: ReadonlySet<string> = new Set(["during", "in", "at"]);

/** Finds the political actors that stand in the places a lexicon entry names. */
export class PartyFinder {
  readonly #mentions: DocumentMentions;
  /** Mentions by their first token; of several, the shortest. */
  readonly #byStart: ReadonlyMap<number, Mention>;
  /** Mentions by the token behind their last; of several, the longest. */
  readonly #byEnd: ReadonlyMap<number, Mention>;
  /** Whoever is listed with a token, once it is known. */
  readonly #listed = new Map<Token, readonly Token[]>();
  readonly #lexicon: CodingLexicon;
  readonly #meaningsAt: (token: Token) => readonly Meaning[];
  readonly #surroundings: Surroundings & SubjectSurroundings;

  /** @param meaningsAt the events of a token's words: whoever does a deed may be who is meant by its mention */
  constructor(
    mentions: DocumentMentions,
    lexicon: CodingLexicon,
    meaningsAt: (token: Token) => readonly Meaning[],
  ) {
    this.#mentions = mentions;
    this.#byStart = new Map(mentions.actors.map((mention) => [mention.tokens[0], mention]));
    this.#byEnd = new Map([...mentions.actors].reverse().map((mention) => [mention.tokens[1], mention]));
    this.#lexicon = lexicon;
    this.#meaningsAt = meaningsAt;
    this.#surroundings = {
      phrases: (match, preposition, light) =>
        this.#standingIn(match, preposition, light).filter(
          ({ index }) => mentions.timeAt(index) === undefined,
        ),
      phrasesOf: (head, preposition) =>
        obliques(head, preposition).filter(({ index }) => mentions.timeAt(index) === undefined),
      partiesAt: (tokens) => this.at(tokens),
      peopleOf: (tokens) => this.#peopleOf(tokens),
      sidesOf: (tokens) =>
        distinctParties(
          tokens
            .flatMap(({ children }) => children)
            .flatMap(({ index }) => partiesOf(mentions.sideAt(index))),
        ),
      meaningsAt,
      speakersOver: (token) => this.speakersOver(token),
      subjectBeside: (verb) => subjectBeside(verb, mentions, this.#byEnd),
    };
  }

  /** The parties in the first of these places that holds any. */
  firstFilled(match: Match, places: readonly string[], light?: LightContext): Party[] {
    for (const place of places) {
      const parties = this.in(match, place, light);
      if (parties.length > 0) return distinctParties(parties);
    }
    return [];
  }

  /** Whatever stands in these places, parties or not. */
  standing(match: Match, places: readonly string[], light?: LightContext): readonly Token[] {
    return places.flatMap((place) => fillers(match, place, this.#mentions, light));
  }

  /** The parties in one place. */
  in(match: Match, place: string, light?: LightContext): Party[] {
    if (place === "owner") return this.#ownersOfObject(match);
    if (place === "speaker") return this.speakersOver(match.head);
    const standing = this.#standingIn(match, place, light);
    const deed = place === "subject" ? deedMeantBy(match, this.#surroundings) : undefined;
    if (deed !== undefined) return gathered(deed, ({ actors }) => actors);
    const isSaidOfNoun = place === "subject" && match.head.relation === "acl";
    const parties = this.at(standing, isSaidOfNoun ? match.head.index : undefined);
    if (place === "subject" && parties.length > 0) return [...parties, ...this.at(joinedTo(match))];
    if (place === "subject") return behindSubject(match, standing, this.#surroundings, light);
    // "support for Tanzania's development": whose the thing is that a preposition brings in.
    if (!OWNING_PREPOSITIONS.has(place)) return parties;
    if (parties.length === 0) return this.at(gathered(ownedThings(match, standing), possessors));
    // "support for Israel's right to defend itself and its people": to the tree, the people are the right's fellow.
    const [thing, ...fellows] = standing;
    const owners = thing?.dependents("nmod:poss").filter(({ upos }) => upos !== "PRON") ?? [];
    const isOthers =
      thing !== undefined && partyAt(this.#mentions, thing.index) === undefined && this.at(owners).length > 0;
    return isOthers ? this.at([...owners, ...fellows.filter(isNamedAlone)]) : parties;
  }

  #standingIn(match: Match, place: string, light?: LightContext): Token[] {
    const standing = [...fillers(match, place, this.#mentions, light), ...this.#behindObject(match, place)];
    const joined = place === "subject" ? [] : gathered(joinedTo(match), members);
    return joined.length === 0 ? standing : standing.filter((token) => !joined.includes(token));
  }

  /** Whoever an event is likely to be done to where its frame's places are empty: see `otherSide`. */
  otherSide(match: Match, sought: Sought, actors: readonly Party[], light?: LightContext): Party[] {
    return otherSide(match, sought, actors, this.#surroundings, light);
  }

  /** The country or town where something is done, for its authorities: "was arrested in Peru", "was expelled from Peru". */
  authoritiesAround(head: Token, preposition: string): Party[] {
    const phrases = this.#surroundings.phrasesOf(head, preposition);
    // "was freed from a prison in Peru", "was tortured in a cell in Peru"
    const there = [...phrases, head].flatMap((phrase) => obliques(phrase, "in"));
    const where = phrases.length > 0 ? [...phrases, ...there] : phrases;
    const isPlace = ({ entity: { kind } }: Party) => kind === "country" || kind === "place-as-government";
    const named = this.at(where).filter(isPlace);
    return named.length > 0 ? named : this.#peopleOf(where);
  }

  /** The places in these places of a match, each for its people, where they are of another country than any of `actors`. */
  abroad(match: Match, places: readonly string[], actors: readonly Party[], light?: LightContext): Party[] {
    const own = new Set(actors.map(({ entity }) => entity.country));
    const there = places.flatMap((place) => fillers(match, place, this.#mentions, light));
    return this.#peopleOf(there).filter(
      ({ entity: { country } }) => country !== undefined && !own.has(country),
    );
  }

  /** The people of the place that a preposition brings in. */
  peopleIn(match: Match, place: string, light?: LightContext): Party[] {
    return this.#peopleOf(fillers(match, place, this.#mentions, light));
  }

  /**
   * Another country where something is done, for whoever receives its guests: "held talks in Cairo". Not where it is said who else takes part,
   * nor where many gather: "the summit in Jakarta", "met with him in Jakarta".
   */
  hostsOf(heads: readonly Token[], guests: readonly Party[]): Party[] {
    if (heads.some((head) => isGathering(head) || this.#isWithSomebody(head))) return [];
    const own = new Set(guests.map(({ entity }) => entity.country));
    const hosts = this.at(heads.flatMap((head) => this.#surroundings.phrasesOf(head, "in")));
    const isHost = ({ entity: { kind, country } }: Party) =>
      (kind === "country" || kind === "place-as-government") && country !== undefined && !own.has(country);
    return own.has(undefined) ? [] : hosts.filter(isHost);
  }

  #isWithSomebody(head: Token): boolean {
    return ["with", "between", "among"].some(
      (preposition) => this.#surroundings.phrasesOf(head, preposition).length > 0,
    );
  }

  /** Whoever reports the clause a word stands in, the innermost voice; nobody where the text itself tells it. */
  speakersOver(token: Token): Party[] {
    return this.at(reportsOver(token, this.#mentions, this.#lexicon)[0]?.sources ?? []);
  }

  /** Whose the words are that make an operator: a verb's subject; "his" in "his willingness". */
  holdersOf(match: Match, light?: LightContext): Party[] {
    const own = this.firstFilled(match, ["subject"], light);
    if (match.trigger.pattern.form !== "noun") return own;
    // "Ruiz met Berg to reaffirm their commitment": it is both's.
    const theirs = this.at(match.head.dependents("nmod:poss").filter(({ upos }) => upos === "PRON"));
    const isShared =
      theirs.length > own.length && own.every((one) => theirs.some((other) => sameParty(one, other)));
    return own.length === 0 ? this.at(holders(match.head)) : isShared ? theirs : own;
  }

  /** The same for what an operator works on: see `otherSideOf`. */
  otherSideOf(content: Token, type: EventType, actors: readonly Party[]): Party[] {
    return otherSideOf(content, type, actors, this.#surroundings);
  }

  /** The places at these tokens, each standing for those who live there. */
  #peopleOf(tokens: readonly Token[]): Party[] {
    return distinctParties(tokens.flatMap(({ index }) => partiesOf(this.#mentions.peopleAt(index))));
  }

  /**
   * The parties mentioned at these tokens, each once, and whoever is listed with them.
   *
   * @param until the token that ends the list: "met Lavrov, who [arrived] on Monday, and Kuleba"
   */
  at(tokens: readonly Token[], until = Number.POSITIVE_INFINITY): Party[] {
    if (tokens.length === 0) return [];
    const named = gathered(gathered(tokens, counted), (party) => [
      party,
      ...this.#listedAt(party).filter(({ index }) => index < until),
    ]);
    const mentions = this.#mentions;
    return distinctParties(
      gathered(named, ({ index }) => ownedPartiesOf(partyAt(mentions, index), mentions)),
    );
  }

  #listedAt(party: Token): readonly Token[] {
    let listed = this.#listed.get(party);
    if (listed === undefined) {
      listed = this.#findListed(party);
      this.#listed.set(party, listed);
    }
    return listed;
  }

  #findListed(party: Token): Token[] {
    const mentions = this.#mentions;
    return [
      ...fellowsOf(party, mentions),
      ...namedBehind(party, mentions),
      ...includedIn(party, mentions),
      ...listedBefore(party, mentions, this.#byStart),
      ...listedWith(party, mentions, this.#byStart),
    ];
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

  /** Whoever is spoken to where two sides are to do something together: see `companions`. */
  companions(word: Token, own: readonly Party[]): Party[] {
    return companions(word, own, this.#surroundings);
  }

  /** The same, or with whom the text opens as the other side: see `spokenTo`. */
  spokenTo(word: Token, own: readonly Party[]): Party[] {
    return spokenTo(word, own, this.#surroundings);
  }

  /** To whom a clause speaks: see `addresseesOfClause`. */
  addresseesOfClause(clause: Token): Party[] {
    return addresseesOfClause(clause, this.#surroundings);
  }

  // "signed a treaty with Mexico": a phrase behind the object may hang on either.
  #behindObject(match: Match, place: string): Token[] {
    const { head, trigger, fixedNoun, object } = match;
    if (trigger.pattern.form !== "verb" || fixedNoun !== undefined || GRAMMATICAL_PLACES.has(place))
      return [];
    const plain = patients(head).filter((thing) => thing === object || this.#meaningsAt(thing).length === 0);
    // "withdrew from the talks with Rome": the thing the words ask for, wherever it stands.
    const things = object === undefined || plain.includes(object) ? plain : [...plain, object];
    const within = new Set([...things, ...gathered(things, counted)]);
    return gathered([...within], (thing) => obliques(thing, place));
  }

  /**
   * The parties behind one of these prepositions that stands deeper in the object than it belongs: "returned some masks, among them one of
   * gold, to the Nigerian government", "discussed the war in Yemen's north with the envoy".
   */
  deepIn(match: Match, places: readonly string[]): Party[] {
    if (match.trigger.pattern.form !== "verb") return [];
    const within = carriers(match.head);
    for (const place of places) {
      if (!CARRIED_PREPOSITIONS.has(place)) continue;
      const parties = within.flatMap((token) => this.at(obliques(token, place)));
      if (parties.length > 0) return distinctParties(parties);
    }
    return [];
  }

  // "condemned the attack": whoever attacked; "condemned Iran's programme": Iran.
  #ownersOfObject(match: Match): Party[] {
    return ownedThings(match, ownedBy(match)).flatMap((thing) => {
      const deeds = thing === match.fixedNoun || thing === match.object ? [] : this.#meaningsAt(thing);
      // Of an attack that names its victim only, the victim is not to blame.
      return deeds.length > 0 ? deeds.flatMap((deed) => deed.actors) : this.at(owners(thing));
    });
  }
}

// "supported the return of Oslo to the talks": whoever is to return is not supported.
function ownedThings({ trigger: { sense } }: Match, things: readonly Token[]): readonly Token[] {
  const isSupport =
    sense.kind === "frame" && sense.entry.event === "SUPPORT" && sense.entry.cameo === MERE_SUPPORT;
  return isSupport ? things.filter((thing) => !isMove(thing)) : things;
}

function isNamedAlone(fellow: Token): boolean {
  return fellow.dependents("nmod:poss").every(({ upos }) => upos !== "PRON");
}

/** Prepositions that bring in whoever is given, told or shown something: a noun seldom has such a phrase of its own. */
const CARRIED_PREPOSITIONS: ReadonlySet<string> = new Set(["to", "with", "on", "against"]);

const OWN_CLAUSES: ReadonlySet<string> = new Set(["acl", "advcl", "ccomp", "csubj", "parataxis", "nsubj"]);

/** The words behind a clause's head that have phrases of their own. */
const carriers = perToken((head: Token): readonly Token[] =>
  descendants(head).filter(
    (token) =>
      token.index > head.index && token.dependents("obl", "nmod").some((phrase) => prepositionOf(phrase)),
  ),
);

/** The words of a clause, but those of clauses beside it. */
const descendants = perToken((head: Token): readonly Token[] =>
  head.children
    .filter((child) => !OWN_CLAUSES.has(child.relation) && !(child.relation === "conj" && isClausal(child)))
    .flatMap((child) => [child, ...descendants(child)]),
);

// "the East Asia Summit", "a conference": of many, wherever it is.
function isGathering({ lowerText }: Token): boolean {
  return /^(summits?|conferences?|forums?|assembly|congress)$/.test(lowerText);
}
