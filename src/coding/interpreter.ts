import { gathered } from "../document/gathered.ts";
import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import { eventKind, type OperatorTable } from "../ontology/operators.ts";
import { hasInfinitiveMark, isPassive, NEGATION } from "./clauses.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { counted } from "./counted.ts";
import type { Frame, LightVerb } from "./entries.ts";
import { governingTime } from "./event-date.ts";
import { type Match, matchesAt } from "./match.ts";
import {
  distinctParties,
  FORM_CONFIDENCE,
  hasRequiredParties,
  type Meaning,
  OTHERWISE_CONFIDENCE,
  others,
  type Party,
  without,
  withoutHome,
  withoutOwnCountries,
} from "./meaning.ts";
import { type FoundModifier, modified, modifiersOf } from "./modifiers.ts";
import type { NearestFrames } from "./nearest-frames.ts";
import { patients } from "./objects.ts";
import { Operations } from "./operations.ts";
import { MATERIAL_TYPES } from "./other-side.ts";
import { PartyFinder } from "./party-finder.ts";
import { complements, obliques } from "./phrases.ts";
import { type LightContext, openedBy, ownedBy, wordsOf } from "./roles.ts";
import { isOneParty, isOwnForce, isSameSide, mayDo } from "./sides.ts";
import { supposingMark } from "./status.ts";
import { agents } from "./subjects.ts";
import { CONDOLENCE, PRAISE } from "./support-codes.ts";
import { isTold, SPOKEN_TYPES } from "./telling.ts";

/** Where the parties of a reciprocal event stand when its frame does not say. */
const RECIPROCAL_PLACES = ["subject", "object", "with", "between", "among"];

/** Where a frame's recipient is looked for that the frame asks for: a rival that has it in its own places goes before. */
type Search = "in its places" | "anywhere";

/** CAMEO: mediate. */
const MEDIATION = "045";

/** A verb that is only read like its neighbours: see `NearestFrames`. */
const NEAREST_CONFIDENCE = 0.4;

/**
 * Reads predicates as events, bottom up: a frame makes an event of its words and their arguments, an operator makes an event
 * out of the events in its content, a light verb lends its arguments to its noun.
 * Holds the document's interim results: every token is interpreted once.
 */
export class Interpreter {
  readonly #parsed: ParsedDocument;
  readonly #mentions: DocumentMentions;
  readonly #lexicon: CodingLexicon;
  readonly #operators: OperatorTable;
  readonly #nearest: NearestFrames | undefined;
  readonly #documentDate: string | undefined;
  readonly #isProgramme: boolean;
  readonly #parties: PartyFinder;
  readonly #operations: Operations;
  readonly #meanings = new Map<number, readonly Meaning[]>();
  /** What a frame made of a match when it was last asked. */
  readonly #framed = new Map<
    Match,
    { light: LightContext | undefined; search: Search; meanings: readonly Meaning[] }
  >();
  /** Tokens whose meaning has gone into another's, or that are fixed words of another trigger. */
  readonly #consumed = new Set<number>();
  /** Heads of content that an operator does not tell as having happened. */
  readonly #unfactual = new Set<number>();

  /**
   * @param nearest lends frames to verbs without an entry; absent: they say nothing
   * @param documentDate `YYYY-MM-DD`: what is told for later days is still to come
   * @param isProgramme whether the present tense tells what is still to come
   */
  constructor(
    parsed: ParsedDocument,
    mentions: DocumentMentions,
    lexicon: CodingLexicon,
    operators: OperatorTable,
    nearest?: NearestFrames,
    documentDate?: string,
    isProgramme = false,
  ) {
    this.#parsed = parsed;
    this.#mentions = mentions;
    this.#lexicon = lexicon;
    this.#operators = operators;
    this.#nearest = nearest;
    this.#documentDate = documentDate;
    this.#isProgramme = isProgramme;
    const meaningsAt = (token: Token) => this.meaningsAt(token);
    this.#parties = new PartyFinder(mentions, lexicon, meaningsAt);
    this.#operations = new Operations({
      mentions,
      operators,
      parties: this.#parties,
      meaningsAt,
      consumed: this.#consumed,
      unfactual: this.#unfactual,
    });
  }

  /** The events that the document tells and that are not part of another's content, in the order of their words. */
  outermost(): Meaning[] {
    return this.readings().flatMap(({ meaning, isTold }) => (isTold ? [meaning] : []));
  }

  /** Every event that any words give, in their order; not told are those inside another's content, promised, purposed… */
  readings(): { readonly meaning: Meaning; readonly isTold: boolean }[] {
    const found: { token: number; meaning: Meaning }[] = [];
    for (let i = 0; i < this.#parsed.tokenCount; i++) {
      for (const meaning of this.meaningsAt(this.#parsed.token(i))) found.push({ token: i, meaning });
    }
    // Only now is it known what has gone into an operator, and which content is not told as having happened.
    const context = {
      lexicon: this.#lexicon,
      unfactual: this.#unfactual,
      meaningsAt: (token: Token) => this.meaningsAt(token),
    };
    return found.map(({ token, meaning }) => ({
      meaning,
      isTold:
        !meaning.isOnlyNamed && !this.#consumed.has(token) && isTold(this.#parsed.token(token), context),
    }));
  }

  /** Whoever reports the clause of a word, the innermost voice. */
  speakersOver(token: Token): Party[] {
    return this.#parties.speakersOver(token);
  }

  /** The events a token's words give; empty for most tokens. */
  meaningsAt(token: Token): readonly Meaning[] {
    const known = this.#meanings.get(token.index);
    if (known !== undefined) return known;
    this.#meanings.set(token.index, []); // a tree that bites its tail must not hang us
    const matches = this.#matchesAt(token);
    const made = matches.length === 0 ? this.#nearestFrame(token) : this.#firstReading(matches);
    const meanings = this.#modified(made, token);
    this.#meanings.set(token.index, meanings);
    return meanings;
  }

  // "called the president on Tuesday" is no "call on": what only says when opens no role.
  #matchesAt(token: Token): Match[] {
    const isActor = ({ index }: Token) => this.#mentions.actorAt(index) !== undefined;
    return matchesAt(token, this.#lexicon.triggers, isActor).filter((match) => {
      const opened = openedBy(match);
      return opened.length === 0 || opened.some((phrase) => !this.#mentions.isInTime(phrase.index));
    });
  }

  #modified(meanings: readonly Meaning[], token: Token): Meaning[] {
    if (meanings.length === 0) return this.#spokenDemand(token);
    const speakers = this.#parties.speakersOver(token);
    const modifiers = modifiersOf(token, this.#lexicon, speakers);
    const arranged = this.#arranged(token);
    if (modifiers.length + arranged.length === 0) return [...meanings];
    return meanings.flatMap((meaning) => {
      // "does not want peace": a "not" that the entry asks for says nothing more.
      const others = modifiers.filter(
        ({ word }) => !meaning.trigger.includes(word) && !isPolite(word, meaning),
      );
      return modified(meaning, [...others, ...arranged], this.#operators, speakers) ?? [];
    });
  }

  // "is travelling to Oslo next week": what goes on in words, but on a day to come, is as good as "will travel".
  #arranged(verb: Token): FoundModifier[] {
    const auxiliary = verb.xpos === "VBG" ? verb.dependents("aux").find(isPresentBe) : undefined;
    const isListed = this.#isProgramme && (verb.xpos === "VBZ" || verb.xpos === "VBP");
    const word = isListed ? verb : auxiliary;
    if (word === undefined || !(isListed || this.#isLater(verb))) return [];
    const future = this.#lexicon.modifiers.get("will")?.find(({ when }) => when === undefined);
    return future === undefined ? [] : [{ ...future, word }];
  }

  #isLater(verb: Token): boolean {
    const { start, precision } = governingTime(verb, this.#mentions) ?? {};
    const today = this.#documentDate;
    if (start === undefined || today === undefined) return false;
    // "in the coming days" begins today, and may be any of them.
    return start > today || (start === today && precision === "vague");
  }

  // "Washington said that Beijing must drop its barriers": a demand, whatever is demanded, on whoever would have to do it.
  #spokenDemand(token: Token): Meaning[] {
    if (token.upos !== "VERB" || token.dependent("aux") === undefined) return [];
    const speakers = this.#parties.speakersOver(token);
    if (speakers.length === 0) return [];
    const found = modifiersOf(token, this.#lexicon, speakers).find(({ entry }) => entry.ofSpeaker);
    // "must be released": whoever is to do it is not said, but to whom.
    const doers = this.#parties.at(agents(token));
    const involved = doers.length > 0 ? doers : this.#parties.at(patients(token));
    const asked = involved.filter((party) => !isSameSide(party, speakers));
    if (found?.entry.otherwise === undefined || asked.length === 0) return [];
    if (found.entry.unless?.includes(token.lemma)) return [];
    const { entry, line, word } = found;
    const kind = eventKind(found.entry.otherwise);
    const words = [word, token];
    return [
      {
        kind,
        contexts: [],
        actors: speakers,
        recipients: without(asked, speakers),
        initiators: speakers,
        status: "occurred",
        anchor: token,
        trigger: words,
        steps: [{ name: entry.name, line, operator: entry.operator, words, form: "modifier", kind }],
        requires: ["actor", "recipient"],
        reciprocal: false,
        isOnlyNamed: false,
        confidence: OTHERWISE_CONFIDENCE,
      },
    ];
  }

  /**
   * The reading that the most words speak for: a light verb with an event for a noun, an operator with an event in its content,
   * a frame with its parties; then a frame without them, and last an operator whose content names no event.
   */
  #firstReading(matches: readonly Match[], light?: LightContext): readonly Meaning[] {
    for (const [place, match] of matches.entries()) {
      const { kind } = match.trigger.sense;
      const made =
        kind === "light"
          ? this.#light(match)
          : kind === "operator"
            ? this.#operations.operate(match, light)
            : kind === "frame" && this.#isFilled(match, light, "in its places")
              ? this.#frame(match, light, "in its places")
              : [];
      if (made.length > 0) return made;
      // "call on Oslo to be patient" asks: no frame of fewer words, as of "call Oslo", comes before.
      const act = isLongest(match, matches.slice(place + 1)) ? this.#operations.otherwise(match, light) : [];
      if (act.length > 0) return act;
    }
    // No frame has its parties: an operator that is an act whatever its content says more than a frame without them.
    for (const operator of matches.filter(({ trigger }) => trigger.sense.kind === "operator")) {
      const act = this.#operations.otherwise(operator, light);
      if (act.length > 0) return act;
    }
    const frames = matches.filter(({ trigger }) => trigger.sense.kind === "frame");
    const frame = frames.find((match) => this.#isFilled(match, light, "anywhere")) ?? frames[0];
    return frame === undefined ? [] : this.#frame(frame, light, "anywhere");
  }

  // A frame is preferred to its rivals only with the parties it asks for, in the places that it names.
  #isFilled(match: Match, light: LightContext | undefined, where: Search): boolean {
    return this.#frameMeaning(match, light, where).every(hasRequiredParties);
  }

  // ---- frames

  #frame(match: Match, light: LightContext | undefined, where: Search): readonly Meaning[] {
    const meanings = this.#frameMeaning(match, light, where);
    if (meanings.length === 0) return [];
    for (const token of match.fixed) this.#consumed.add(token.index);
    if (match.object !== undefined) this.#consumed.add(match.object.index);
    // "thanked Rome for its support", "expressed thanks for it": what somebody is thanked for is no support of its own beside the thanks.
    for (const thanks of meanings)
      for (const word of [match.head, ...match.fixed])
        for (const reason of obliques(word, "for"))
          if (this.#isReturned(thanks, reason)) this.#consumed.add(reason.index);
    // "bowed to the protesters' demands": the thing that shows whose it is has no event of its own beside this one.
    const { entry } = match.trigger.sense as { entry: Frame };
    if (entry.recipient.includes("owner"))
      for (const thing of ownedBy(match)) this.#consumed.add(thing.index);
    return meanings;
  }

  #isReturned(thanks: Meaning, reason: Token): boolean {
    return (
      thanks.kind.type === "SUPPORT" &&
      thanks.recipients.length > 0 &&
      this.meaningsAt(reason).some(({ kind }) => kind.type === "SUPPORT")
    );
  }

  // A guess needs both parties: an unknown verb between two political actors.
  #nearestFrame(token: Token): Meaning[] {
    const match = this.#nearest?.matchAt(token);
    if (match === undefined) return [];
    return this.#frameMeaning(match, undefined, "in its places").flatMap((meaning): Meaning[] => {
      const { kind, steps } = meaning;
      const guess: Meaning = {
        ...meaning,
        kind: { type: kind.type },
        steps: steps.map((step) => ({ ...step, name: `like ${step.name}`, form: "nearest" })),
        requires: ["actor", "recipient"],
        confidence: NEAREST_CONFIDENCE,
      };
      return hasRequiredParties(guess) ? [guess] : [];
    });
  }

  // Readings are weighed before one of them is taken, so that the same is asked again.
  #frameMeaning(match: Match, light: LightContext | undefined, where: Search): readonly Meaning[] {
    const { requires } = (match.trigger.sense as { entry: Frame }).entry;
    const search = requires?.includes("recipient") ? where : "anywhere";
    const known = this.#framed.get(match);
    if (known?.light === light && known?.search === search) return known.meanings;
    const meanings = this.#makeFrameMeaning(match, light, search);
    this.#framed.set(match, { light, search, meanings });
    return meanings;
  }

  #makeFrameMeaning(match: Match, light: LightContext | undefined, where: Search): Meaning[] {
    const frame = (match.trigger.sense as { entry: Frame }).entry;
    const { form } = match.trigger.pattern;
    const reciprocal = frame.parties === "reciprocal";
    const actors = reciprocal ? this.#participants(match, frame, light) : this.#actors(match, frame, light);
    if (!mayDo(actors, frame.by)) return [];
    const kind = { ...eventKind(frame.event), ...(frame.cameo !== undefined && { cameo: frame.cameo }) };
    const words = wordsOf(match, light);
    return [
      {
        kind,
        contexts: frame.contexts,
        actors,
        recipients: reciprocal ? [] : this.#recipients(match, frame, actors, { light, where }),
        initiators: reciprocal || isDoneByRecipient(frame) ? this.#parties.in(match, "subject", light) : [],
        anchor: light?.verb ?? match.head,
        trigger: words,
        steps: [
          {
            name: frame.frame,
            line: match.trigger.line,
            words,
            form: light === undefined ? form : "verb",
            kind,
          },
        ],
        requires: requiredRoles(frame, form === "noun" && light === undefined),
        reciprocal,
        isOnlyNamed: form === "noun" && light === undefined && !frame.mereNouns,
        isDoneToNobody: !reciprocal && frame.recipient.length === 0,
        confidence: FORM_CONFIDENCE[light === undefined ? form : "verb"],
      },
    ];
  }

  #actors(match: Match, frame: Frame, light: LightContext | undefined): Party[] {
    const places = frame.actor ?? ["subject"];
    const first = this.#parties.firstFilled(match, places.slice(0, 1), light);
    const stated = first.length > 0 ? first : this.#actorsElsewhere(match, places.slice(1), light);
    if (stated.length > 0 || light !== undefined) return stated;
    // "were arrested in Chad", "died of torture in Chad", "the arrest of reporters in Chad"
    const isSuffered = isPassive(match.head) || frame.recipient.includes("subject");
    if (match.trigger.pattern.form !== "noun" && !isSuffered) return stated;
    return frame.authorities.flatMap((preposition) =>
      this.#parties.authoritiesAround(match.head, preposition),
    );
  }

  // "Russian troops were deployed to Syria": whose they are does it; not "more troops were deployed".
  #actorsElsewhere(match: Match, places: readonly string[], light: LightContext | undefined): Party[] {
    const parties = this.#parties.firstFilled(match, places, light);
    return places[0] === "object" ? parties.filter(({ entity }) => entity.country !== undefined) : parties;
  }

  #participants(match: Match, frame: Frame, light: LightContext | undefined): Party[] {
    // "deepened the Thai-Lao partnership": whose the thing is takes part beside one who acts; nobody else where both already do.
    const isOneSided = () => isOneParty(this.#parties.in(match, "subject", light));
    const places = (frame.actor ?? RECIPROCAL_PLACES).filter((place) => place !== "owner" || isOneSided());
    const mediators = this.#mediatorsOf(match.head);
    if (mediators.length > 0)
      return without(this.#parties.firstFilled(match, ["between", "among", "with"], light), mediators);
    const stated = distinctParties(gathered(places, (place) => this.#parties.in(match, place, light)));
    const sided = this.#parties.firstFilled(match, ["subject", "between", "among"], light);
    if (isMutualGerund(match.head) && light === undefined) {
      const between = this.#parties.firstFilled(match, ["between", "among"]);
      if (between.length > 1) return between;
    }
    const borrowed = sided.length > 0 ? [] : this.#parties.borrowedBy(match.head);
    // "the only way is by working with our allies and partners": those with whom something is done do not do it without somebody.
    const doers = () => [
      ...sided,
      ...borrowed,
      ...(places.includes("owner") ? this.#parties.in(match, "owner") : []),
    ];
    const isVerb = match.trigger.pattern.form === "verb" && light === undefined;
    if (frame.event === "COOPERATE" && isVerb && doers().length === 0) return [];
    const parties = distinctParties([...borrowed, ...stated]);
    const deep = parties.length === 1 ? this.#parties.deepIn(match, places) : [];
    const known = withoutOwnCountries(distinctParties([...parties, ...deep]), sided);
    if (known.length !== 1 || !frame.event.startsWith("CONSULT")) return known;
    return [
      ...known,
      ...this.#parties.hostsOf(light === undefined ? [match.head] : [match.head, light.verb], known),
    ];
  }

  // "a ceasefire brokered by Egypt": whoever goes between does not cease fire.
  #mediatorsOf(noun: Token): Party[] {
    const verbs = [...noun.dependents("acl"), ...(noun.head === null ? [] : [noun.head])];
    const mediating = verbs.filter((verb) => verb.xpos === "VBN" && this.#isMediating(verb));
    return this.#parties.at(mediating.flatMap(agents));
  }

  #isMediating(verb: Token): boolean {
    return this.#matchesAt(verb).some(
      ({ trigger: { sense } }) => sense.kind === "frame" && sense.entry.cameo === MEDIATION,
    );
  }

  #recipients(
    match: Match,
    frame: Frame,
    actors: readonly Party[],
    { light, where }: { readonly light: LightContext | undefined; readonly where: Search },
  ): Party[] {
    // "marched through Rome": where they went.
    const isOnTheWay = /^(through|in|into|along)$/.test(
      match.trigger.pattern.opens ?? match.trigger.pattern.particle ?? "",
    );
    const places =
      isOnTheWay && frame.event.startsWith("PROTEST")
        ? frame.recipient.filter((place) => place !== "object")
        : frame.recipient;
    const clause = light?.verb ?? match.head;
    // "spoke with Ruiz … expressed condolences for the victims": to whoever is spoken to, and not to the dead.
    const isForTheDead =
      frame.cameo === CONDOLENCE && this.#parties.firstFilled(match, ["to", "with"], light).length === 0;
    const met = isForTheDead ? this.#parties.spokenTo(clause, actors) : [];
    if (met.length > 0) return met;
    const named = others(this.#parties.firstFilled(match, places, light), actors);
    // Nobody visits home.
    const stated = frame.event === "CONSULT/visit" ? withoutHome(named, actors) : named;
    if (stated.length > 0) return stated;
    // "will visit Siberia": its country's guest.
    const visited =
      frame.event === "CONSULT/visit" ? this.#parties.abroad(match, frame.recipient, actors, light) : [];
    if (visited.length > 0) return visited;
    const addressed = frame.event.startsWith("PROTEST")
      ? this.#protestedAgainst([clause, match.head, ...match.fixed])
      : this.#parties.addresseesOfClause(clause);
    if (addressed.length > 0) return others(addressed, actors);
    const threatened = frame.event.startsWith("THREATEN") ? others(this.#threatenedBy(clause), actors) : [];
    if (threatened.length > 0) return threatened;
    const isRequired = frame.requires?.includes("recipient") ?? false;
    if (isRequired && where === "in its places") return [];
    const { type } = eventKind(frame.event);
    // What is given or done may be parted from whom it is done to by all that is said of it; words are not.
    // "sought refuge in Kivu": where the entry asks for the place.
    const isSoughtThere = !MATERIAL_TYPES.has(type) && frame.recipient.includes("in");
    const there = isSoughtThere ? others(this.#parties.peopleIn(match, "in", light), actors) : [];
    if (there.length > 0) return there;
    // "filed a suit in the court of a district against the bank": the court's place is no object, but who is sued is asked for.
    const isAimed = isRequired && places.includes("against");
    const deep =
      MATERIAL_TYPES.has(type) || isAimed ? others(this.#parties.deepIn(match, frame.recipient), actors) : [];
    if (deep.length > 0) return deep;
    const isGiven = (type === "AID" || type === "MOBILIZE") && !frame.recipient.includes("object");
    const nearby = this.#parties.otherSide(match, { type, isRequired, isGiven }, actors, light);
    // "will increase its border guards": whom one moves are not those against whom.
    return type === "MOBILIZE" ? nearby.filter((party) => !isOwnForce(party, actors)) : nearby;
  }

  // "marched to demand the release of prisoners by Cairo", "held a rally calling on Cairo to act": a protest's topic is no event of its
  // own (PLOVER manual, PROTEST), but tells at whom it is aimed.
  #protestedAgainst(words: readonly Token[]): Party[] {
    const protests = words.flatMap((word) => [
      word,
      ...word.dependents("obl").filter((other) => this.#isProtest(other)),
    ]);
    const topics = [...new Set(protests)].flatMap(({ children }) => children.filter(isTopicOfProtest));
    return topics.flatMap((topic) => {
      const aims = this.meaningsAt(topic);
      if (aims.length > 0) this.#consumed.add(topic.index);
      return aims.flatMap((aim) => aim.recipients);
    });
  }

  // "threatened to deal heavy blows to Rome": whatever would be done to them.
  #threatenedBy(clause: Token): Party[] {
    const deeds = clause.dependents("xcomp").filter(hasInfinitiveMark);
    return deeds.flatMap((deed) => {
      const places = [deed, ...patients(deed)];
      return this.#parties.at(
        ["against", "on", "at", "to"].flatMap((aim) => places.flatMap((place) => obliques(place, aim))),
      );
    });
  }

  #isProtest(noun: Token): boolean {
    return this.#matchesAt(noun).some(
      ({ trigger: { sense } }) => sense.kind === "frame" && sense.entry.event.startsWith("PROTEST"),
    );
  }

  // ---- light verbs

  #light(match: Match): Meaning[] {
    const entry = (match.trigger.sense as { entry: LightVerb }).entry;
    const nouns = entry.noun.flatMap((place) =>
      place === "object" ? patients(match.head) : obliques(match.head, place),
    );
    // "began a new round of talks"
    for (const noun of new Set(nouns.flatMap((thing) => [thing, ...counted(thing)]))) {
      const lent = this.#lentMeanings(noun, { verb: match.head, entry });
      const isSaid = lent.every(({ kind }) => SPOKEN_TYPES.has(kind.type));
      // "gave a million dollars in support of the clinics": money is no word of support.
      const isPaid =
        isSaid && nouns.some((thing) => thing !== noun && complements(thing, "in").includes(noun));
      if (lent.length === 0 || isPaid || (entry.deeds === "said" && !isSaid)) continue;
      this.#consumed.add(noun.index);
      return lent;
    }
    return [];
  }

  #lentMeanings(noun: Token, light: LightContext): Meaning[] {
    const matches = this.#matchesAt(noun).filter(({ trigger }) => trigger.sense.kind !== "light");
    return matches.length === 0 ? [] : this.#modified(this.#firstReading(matches, light), noun);
  }
}

// "hosted the envoy": the words tell what the host does, the event what the visitor does.
function isDoneByRecipient({ actor, recipient }: Frame): boolean {
  return recipient.includes("subject") && actor?.includes("object") === true;
}

function isLongest({ trigger: { sense, pattern } }: Match, others: readonly Match[]): boolean {
  if (sense.kind !== "operator" || sense.entry.otherwise === undefined) return false;
  const frames = others.filter(({ trigger }) => trigger.sense.kind === "frame");
  return (
    frames.length > 0 && frames.every(({ trigger }) => trigger.pattern.specificity < pattern.specificity)
  );
}

// A mere noun ("the murder of an exile") tells of a deed only where it says who did it to whom.
function requiredRoles(frame: Frame, isMereNoun: boolean): Meaning["requires"] {
  if (isMereNoun) return ["actor", "recipient"];
  return frame.requires ?? (frame.parties === "reciprocal" ? ["actor", "recipient"] : ["actor"]);
}

function isTopicOfProtest(clause: Token): boolean {
  if (clause.relation !== "advcl" && clause.relation !== "acl") return false;
  return hasInfinitiveMark(clause) || clause.xpos === "VBG";
}

// "closed the border because of fighting between clans": those it is between, not whoever acts around it.
function isMutualGerund({ xpos, children }: Token): boolean {
  return xpos === "VBG" && !children.some(({ relation }) => relation === "nsubj" || relation === "aux");
}

// "we would urge Rome to wait", "I must thank Oslo": whoever says so of himself does it in saying so. Not "if asked, we would urge them".
function isPolite(auxiliary: Token, { kind: { type, cameo }, recipients }: Meaning): boolean {
  const { head: verb, lowerText } = auxiliary;
  if (verb === null || recipients.length === 0 || !/^(would|['’]d|must)$/.test(lowerText)) return false;
  const isSaid = type === "REQUEST" || (type === "SUPPORT" && cameo === PRAISE);
  const isOwn = verb.dependents("nsubj").some(({ text }) => /^(I|we)$/i.test(text));
  const isSupposed = verb.dependents("advcl").some((clause) => supposingMark(clause) !== undefined);
  return (
    isSaid && isOwn && !isSupposed && verb.dependents("advmod").every(({ text }) => !NEGATION.test(text))
  );
}

function isPresentBe({ lemma, xpos }: Token): boolean {
  return lemma === "be" && (xpos === "VBP" || xpos === "VBZ");
}
