import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import type { EventType } from "../ontology/event-types.ts";
import { applyOperator, eventKind, type Operator, type OperatorTable } from "../ontology/operators.ts";
import { reportsOver } from "./attribution.ts";
import type { CodingLexicon, ModifierOperator } from "./coding-lexicon.ts";
import type { Frame, LightVerb, OperatorEntry } from "./entries.ts";
import {
  agents,
  hasInfinitiveMark,
  indirectObjects,
  isClausal,
  members,
  obliques,
  patients,
} from "./grammar.ts";
import { type Match, matchesAt, prepositionalClauses, specificity } from "./match.ts";
import {
  distinctParties,
  hasRequiredParties,
  type Meaning,
  oneSided,
  type Party,
  without,
} from "./meaning.ts";
import { fillers, type LightContext, ownedBy, owners } from "./roles.ts";

/** Where the parties of a reciprocal event stand when its frame does not say. */
const RECIPROCAL_PLACES = ["subject", "object", "with", "between", "among"];

/** Events that are done by saying so. */
const SPOKEN_TYPES: ReadonlySet<EventType> = new Set([
  "SUPPORT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "CONCEDE",
  "THREATEN",
  "AGREE",
]);

/** Places that are no prepositions. */
const GRAMMATICAL_PLACES: ReadonlySet<string> = new Set([
  "subject",
  "object",
  "indirect",
  "owner",
  "speaker",
]);

/** A modifier that stands in the text. */
interface FoundModifier extends ModifierOperator {
  readonly word: Token;
}

/** How sure we are of an event by the form of its trigger; verbs say most clearly who does what. */
const FORM_CONFIDENCE = { verb: 0.9, adjective: 0.8, noun: 0.7 } as const;
/** An operator that found no event in its content says that something is promised, but not what. */
const OTHERWISE_CONFIDENCE = 0.6;

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
  readonly #meanings = new Map<number, readonly Meaning[]>();
  /** Tokens whose meaning has gone into another's, or that are fixed words of another trigger. */
  readonly #consumed = new Set<number>();
  /** Heads of content that an operator does not tell as having happened. */
  readonly #unfactual = new Set<number>();

  constructor(
    parsed: ParsedDocument,
    mentions: DocumentMentions,
    lexicon: CodingLexicon,
    operators: OperatorTable,
  ) {
    this.#parsed = parsed;
    this.#mentions = mentions;
    this.#lexicon = lexicon;
    this.#operators = operators;
  }

  /** The events that the document tells and that are not part of another's content, in the order of their words. */
  outermost(): Meaning[] {
    const found: { token: number; meaning: Meaning }[] = [];
    for (let i = 0; i < this.#parsed.tokenCount; i++) {
      for (const meaning of this.meaningsAt(this.#parsed.token(i))) found.push({ token: i, meaning });
    }
    // Only now is it known what has gone into an operator, and which content is not told as having happened.
    const isTold = (token: number) =>
      !this.#consumed.has(token) && !this.#isUnfactual(this.#parsed.token(token));
    return found.filter(({ token }) => isTold(token)).map(({ meaning }) => meaning);
  }

  /**
   * Whether a token stands inside content that is promised, demanded, discussed…, or in an infinitive of purpose, and so is
   * not told as having happened.
   */
  #isUnfactual(token: Token): boolean {
    for (let node: Token | null = token; node !== null; node = node.head) {
      if (this.#unfactual.has(node.index)) return true;
      if (node.head !== null && hasInfinitiveMark(node) && !this.#isSpokenPurpose(node, node.head))
        return true;
    }
    return false;
  }

  // "spoke with the king to express sympathy": what one speaks for is said in speaking. Not "met to end the war".
  #isSpokenPurpose(infinitive: Token, verb: Token): boolean {
    const isVerbal = this.meaningsAt(infinitive).some(({ kind }) => SPOKEN_TYPES.has(kind.type));
    return isVerbal && this.meaningsAt(verb).some(({ kind }) => kind.type === "CONSULT");
  }

  /** The events a token's words give; empty for most tokens. */
  meaningsAt(token: Token): readonly Meaning[] {
    const known = this.#meanings.get(token.index);
    if (known !== undefined) return known;
    this.#meanings.set(token.index, []); // a tree that bites its tail must not hang us
    const modifiers = this.#modifiersOf(token);
    const meanings = this.#interpret(token).flatMap((meaning) => this.#modified(meaning, modifiers));
    this.#meanings.set(token.index, meanings);
    return meanings;
  }

  #interpret(token: Token): Meaning[] {
    const matches = matchesAt(token, this.#lexicon);
    return matches.length === 0 ? [] : this.#firstReading(matches);
  }

  /**
   * The reading that the most words speak for: a light verb with an event for a noun, an operator with an event in its content,
   * a frame with its parties; then a frame without them, and last an operator whose content names no event.
   */
  #firstReading(matches: readonly Match[], light?: LightContext): Meaning[] {
    for (const match of matches) {
      const { kind } = match.trigger.sense;
      const made =
        kind === "light"
          ? this.#light(match)
          : kind === "operator"
            ? this.#operate(match, light)
            : kind === "frame" && this.#isFilled(match, light)
              ? this.#frame(match, light)
              : [];
      if (made.length > 0) return made;
    }
    const frame = matches.find(({ trigger }) => trigger.sense.kind === "frame");
    const operator = matches.find(
      ({ trigger: { sense } }) => sense.kind === "operator" && sense.entry.otherwise !== undefined,
    );
    if (
      operator !== undefined &&
      (frame === undefined || specificity(operator.trigger) > specificity(frame.trigger))
    ) {
      return this.#otherwise(operator, light);
    }
    return frame === undefined ? [] : this.#frame(frame, light);
  }

  // A frame is preferred to its rivals only with the parties it asks for.
  #isFilled(match: Match, light?: LightContext): boolean {
    return this.#frameMeaning(match, light).every(hasRequiredParties);
  }

  // ---- frames

  #frame(match: Match, light?: LightContext): Meaning[] {
    for (const token of match.fixed) this.#consumed.add(token.index);
    if (match.object !== undefined) this.#consumed.add(match.object.index);
    return this.#frameMeaning(match, light);
  }

  #frameMeaning(match: Match, light?: LightContext): Meaning[] {
    const frame = (match.trigger.sense as { entry: Frame }).entry;
    const { form } = match.trigger.pattern;
    const reciprocal = frame.parties === "reciprocal";
    const places = frame.actor ?? (reciprocal ? RECIPROCAL_PLACES : ["subject"]);
    let actors = reciprocal
      ? distinctParties(places.flatMap((place) => this.#parties(match, place, light)))
      : this.#firstFilled(match, places, light);
    if (reciprocal && actors.length < 2) actors = distinctParties([...this.#borrowed(match.head), ...actors]);
    const initiators = reciprocal ? this.#parties(match, "subject", light) : [];
    const recipients = reciprocal ? [] : without(this.#recipients(match, frame, light), actors);
    const anchor = light?.verb ?? match.head;
    const requires = frame.requires ?? (form === "noun" || reciprocal ? ["actor", "recipient"] : ["actor"]);
    const kind = { ...eventKind(frame.event), ...(frame.cameo !== undefined && { cameo: frame.cameo }) };
    const trigger =
      light === undefined ? [match.head, ...match.fixed] : [light.verb, match.head, ...match.fixed];
    return [
      {
        kind,
        contexts: frame.contexts,
        actors,
        recipients,
        initiators,
        anchor,
        trigger,
        steps: [{ name: frame.frame, line: match.trigger.line, words: trigger, form, kind }],
        requires,
        reciprocal,
        confidence: FORM_CONFIDENCE[light === undefined ? form : "verb"],
      },
    ];
  }

  #recipients(match: Match, frame: Frame, light: LightContext | undefined): Party[] {
    const stated = this.#firstFilled(match, frame.recipient, light);
    if (stated.length > 0 || match.trigger.pattern.form !== "verb") return stated;
    // "sent a message to Tokayev, expressing his support": a participle shares the addressee of its clause.
    const { head } = match.head;
    if (match.head.relation !== "advcl" || match.head.xpos !== "VBG" || head === null) return [];
    const places = [head, ...patients(head)];
    return this.#partiesAt([...indirectObjects(head), ...places.flatMap((place) => obliques(place, "to"))]);
  }

  // "made the remarks during a phone conversation with X": whoever made them took part in the conversation.
  #borrowed(noun: Token): Party[] {
    const { head } = noun;
    if (head === null || noun.upos === "VERB" || !isClausal(head)) return [];
    return ["obl", "obj"].includes(noun.relation) ? this.#partiesAt(agents(head)) : [];
  }

  // ---- light verbs

  #light(match: Match): Meaning[] {
    const entry = (match.trigger.sense as { entry: LightVerb }).entry;
    const nouns = entry.noun.flatMap((place) =>
      place === "object" ? patients(match.head) : obliques(match.head, place),
    );
    for (const noun of nouns) {
      const lent = this.#lentMeanings(noun, { verb: match.head, entry });
      if (lent.length === 0) continue;
      this.#consumed.add(noun.index);
      return lent;
    }
    return [];
  }

  #lentMeanings(noun: Token, light: LightContext): Meaning[] {
    const matches = matchesAt(noun, this.#lexicon).filter(({ trigger }) => trigger.sense.kind !== "light");
    const lent = matches.length === 0 ? [] : this.#firstReading(matches, light);
    const modifiers = this.#modifiersOf(noun);
    return lent.flatMap((meaning) => this.#modified(meaning, modifiers));
  }

  // ---- operators

  #operate(match: Match, light?: LightContext): Meaning[] {
    const entry = (match.trigger.sense as { entry: OperatorEntry }).entry;
    const operator = this.#operator(entry);
    const contents = this.#contents(match, entry);
    if (!operator.factual) for (const content of contents) this.#unfactual.add(content.index);
    const results: Meaning[] = [];
    for (const content of contents) {
      const inner = this.#contentMeanings(content);
      for (const meaning of inner) {
        const result = this.#apply(operator, entry, match, meaning, light);
        if (result !== undefined) results.push(result);
      }
    }
    if (results.length > 0) for (const token of match.fixed) this.#consumed.add(token.index);
    return results;
  }

  /** Heads of the clauses and phrases an operator works on. */
  #contents(match: Match, entry: OperatorEntry): Token[] {
    const tokens = entry.content.flatMap((place) => this.#contentAt(match, place));
    return [...new Set(tokens)];
  }

  #contentAt(match: Match, place: string): Token[] {
    const { head, trigger } = match;
    if (place === "clause") {
      const clauses = head.children.filter((child) => isComplementClause(head, child));
      return clauses.flatMap(members).filter((clause) => !match.fixed.includes(clause));
    }
    if (place === "object") {
      const opens = trigger.pattern.opens ?? trigger.pattern.particle;
      const clauses = opens === undefined ? [] : prepositionalClauses(head, opens).flatMap(members);
      return [...fillers(match, "object", this.#mentions), ...clauses];
    }
    return [...fillers(match, place, this.#mentions), ...prepositionalClauses(head, place).flatMap(members)];
  }

  #contentMeanings(content: Token): readonly Meaning[] {
    const meanings = this.meaningsAt(content);
    if (meanings.length > 0) {
      this.#consumed.add(content.index);
      return meanings;
    }
    if (content.upos !== "VERB") return [];
    // "agreed to advance the talks": a verb we do not know leaves the event in its object.
    const inner = patients(content).flatMap((object) =>
      this.meaningsAt(object).map((meaning) => ({ object, meaning })),
    );
    for (const { object } of inner) this.#consumed.add(object.index);
    return inner.map(({ meaning }) => meaning);
  }

  #apply(
    operator: Operator,
    entry: OperatorEntry,
    match: Match,
    inner: Meaning,
    light: LightContext | undefined,
  ): Meaning | undefined {
    const result = applyOperator(operator, inner.kind);
    if (result === "none") return undefined;
    const kind = typeof result === "string" ? inner.kind : result;
    const isMade = typeof result !== "string" && operator.parties === "self";
    const own = this.#firstFilled(match, ["subject"], light);
    const told = this.#operatorParties(operator, entry, match, inner, own, light);
    const parties = isMade
      ? oneSided({ ...inner, ...told, initiators: own.length > 0 ? own : inner.initiators })
      : told;
    const ownStatus = result === "negated" ? "negated" : operator.status;
    const status = ownStatus ?? inner.status;
    const words = [...(light === undefined ? [] : [light.verb]), match.head, ...match.fixed];
    const { form } = match.trigger.pattern;
    const keepsSubject = operator.parties === "self" || parties.actors === inner.actors;
    return {
      ...inner,
      kind,
      ...parties,
      // A pledge, a demand, a refusal has happened when it is made, whatever its content's tense.
      ...(status !== undefined && (keepsSubject || status === "negated")
        ? { status }
        : { status: "occurred" }),
      anchor:
        parties.actors === inner.actors && operator.parties !== "self"
          ? inner.anchor
          : (light?.verb ?? match.head),
      trigger: [...words, ...inner.trigger],
      steps: [
        {
          name: entry.name,
          line: match.trigger.line,
          operator: entry.operator,
          words,
          form,
          kind,
          ...(ownStatus !== undefined && { status: ownStatus }),
        },
        ...inner.steps,
      ],
      requires: operator.parties === "self" ? inner.requires : ["actor"],
      confidence: Math.min(inner.confidence, FORM_CONFIDENCE[form]),
    };
  }

  #operatorParties(
    operator: Operator,
    entry: OperatorEntry,
    match: Match,
    inner: Meaning,
    own: Party[],
    light: LightContext | undefined,
  ): { actors: readonly Party[]; recipients: readonly Party[]; reciprocal: boolean } {
    const involved = [...inner.actors, ...inner.recipients];
    const addressees = this.#firstFilled(match, entry.addressee, light);
    switch (operator.parties) {
      case "self":
        return {
          // "Egypt plans to meet Ethiopia": whoever plans a meeting takes part in it.
          actors:
            inner.reciprocal || inner.actors.length === 0
              ? distinctParties([...own, ...inner.actors])
              : inner.actors,
          recipients: inner.recipients,
          reciprocal: inner.reciprocal,
        };
      case "pledge": {
        // "Tleuberdi promised that Kazakhstan will protect them": the promise is Kazakhstan's, on Tleuberdi's word.
        if (own.length === 0 || speaksFor(own, inner)) {
          return { actors: inner.actors, recipients: inner.recipients, reciprocal: false };
        }
        const others = addressees.length > 0 ? addressees : distinctParties(involved);
        return { actors: own, recipients: without(others, own), reciprocal: false };
      }
      case "demand": {
        const asked = addressees.length > 0 ? addressees : without(inner.actors, own);
        return { actors: own, recipients: without(asked, own), reciprocal: false };
      }
      case "against": {
        const judged = addressees.length > 0 ? addressees : inner.actors;
        return { actors: own, recipients: without(judged, own), reciprocal: false };
      }
      case "threat": {
        const threatened =
          addressees.length > 0 ? addressees : inner.reciprocal ? inner.actors : inner.recipients;
        return { actors: own, recipients: without(threatened, own), reciprocal: false };
      }
    }
  }

  #otherwise(match: Match, light?: LightContext): Meaning[] {
    const entry = (match.trigger.sense as { entry: OperatorEntry }).entry;
    if (entry.otherwise === undefined) return [];
    const contents = this.#contents(match, entry);
    const own = this.#firstFilled(match, ["subject"], light);
    const involved = contents.flatMap((content) =>
      this.#partiesAt([
        ...(isClausal(content) ? [...agents(content), ...patients(content)] : []),
        ...obliques(content, "with"),
      ]),
    );
    const addressees = this.#firstFilled(match, entry.addressee, light);
    const kind = eventKind(entry.otherwise);
    const trigger = [...(light === undefined ? [] : [light.verb]), match.head, ...match.fixed];
    return [
      {
        kind,
        contexts: [],
        actors: own,
        recipients: without(addressees.length > 0 ? addressees : distinctParties(involved), own),
        initiators: own,
        anchor: light?.verb ?? match.head,
        trigger,
        steps: [
          {
            name: entry.name,
            line: match.trigger.line,
            operator: entry.operator,
            words: trigger,
            form: match.trigger.pattern.form,
            kind,
          },
        ],
        requires: ["actor"],
        reciprocal: false,
        confidence: OTHERWISE_CONFIDENCE,
      },
    ];
  }

  #operator(entry: OperatorEntry): Operator {
    return this.#operators.get(entry.operator) as Operator;
  }

  // ---- modifiers

  // "will meet", "did not meet", "a planned meeting": operators said by a mere modifier.
  #modified(meaning: Meaning, modifiers: readonly FoundModifier[]): Meaning[] {
    let current: Meaning | undefined = meaning;
    for (const { word, entry, line } of modifiers) {
      if (current === undefined) break;
      const operator = this.#operator(entry);
      const result = applyOperator(operator, current.kind);
      if (result === "none") current = undefined;
      else {
        const status = result === "negated" ? "negated" : operator.status;
        const given: Pick<Meaning, "status"> =
          status !== undefined && current.status !== "negated" ? { status } : {};
        current = {
          ...current,
          ...(typeof result === "string" ? { kind: current.kind } : { kind: result, ...oneSided(current) }),
          ...given,
          steps: [
            {
              name: entry.name,
              line,
              operator: entry.operator,
              words: [word],
              form: "modifier",
              kind: typeof result === "string" ? current.kind : result,
              ...given,
            },
            ...current.steps,
          ],
        };
      }
    }
    return current === undefined ? [] : [current];
  }

  #modifiersOf(token: Token): FoundModifier[] {
    const ignoresAuxiliaries = matchesAt(token, this.#lexicon).some(
      ({ trigger: { sense } }) => sense.kind === "operator" && sense.entry.auxiliaries === "ignored",
    );
    if (ignoresAuxiliaries) return [];
    const places =
      token.upos === "NOUN" || token.upos === "PROPN" ? ["amod", "det", "advmod"] : ["aux", "advmod"];
    const own = token.children.filter((child) => places.includes(child.relation));
    // "will meet and sign": coordinated verbs share the auxiliary, unless a subject of their own begins anew.
    const shared =
      token.relation === "conj" && token.head !== null && token.dependent("nsubj", "aux") === undefined
        ? token.head.children.filter((child) => child.relation === "aux")
        : [];
    const found: FoundModifier[] = [];
    for (const word of [...own, ...shared]) {
      const { modifiers } = this.#lexicon;
      const senses = modifiers.get(word.text.toLowerCase()) ?? modifiers.get(word.lemma) ?? [];
      for (const sense of senses) found.push({ ...sense, word });
    }
    const reported = isReported(token);
    return found.filter(
      (modifier) => modifier.when === undefined || (modifier.when === "reported") === reported,
    );
  }

  // ---- parties

  #firstFilled(match: Match, places: readonly string[], light?: LightContext): Party[] {
    for (const place of places) {
      const parties = this.#parties(match, place, light);
      if (parties.length > 0) return distinctParties(parties);
    }
    return [];
  }

  #parties(match: Match, place: string, light?: LightContext): Party[] {
    if (place === "owner") return this.#ownerParties(match);
    if (place === "speaker") return this.#partiesAt(this.#speakersOver(match.head));
    // "signed a treaty with Mexico": a phrase behind the object may hang on either.
    if (
      match.trigger.pattern.form === "verb" &&
      match.fixedNoun === undefined &&
      !GRAMMATICAL_PLACES.has(place)
    ) {
      const things = patients(match.head).filter(
        (object) => object === match.object || this.meaningsAt(object).length === 0,
      );
      const behind = things.flatMap((object) => obliques(object, place));
      return this.#partiesAt([...fillers(match, place, this.#mentions, light), ...behind]);
    }
    return this.#partiesAt(fillers(match, place, this.#mentions, light));
  }

  // "condemned the attack": whoever attacked; "condemned Iran's programme": Iran.
  #ownerParties(match: Match): Party[] {
    return ownedBy(match).flatMap((object) => {
      const deeds = object === match.fixedNoun || object === match.object ? [] : this.meaningsAt(object);
      // Of an attack that names its victim only, the victim is not to blame.
      return deeds.length > 0 ? deeds.flatMap((deed) => deed.actors) : this.#partiesAt(owners(object));
    });
  }

  #speakersOver(token: Token): readonly Token[] {
    return reportsOver(token, this.#mentions, this.#lexicon)[0]?.sources ?? [];
  }

  #partiesAt(tokens: readonly Token[]): Party[] {
    const parties: Party[] = [];
    for (const token of tokens) {
      const mention = this.#mentions.actorAt(token.index);
      mention?.entities.forEach((entity, i) => {
        parties.push({ entity, chain: mention.chains[i] as number });
      });
    }
    return distinctParties(parties);
  }
}

// A minister speaks for the government, a spokesman for the ministry: same country, and a subject of its own in the content.
function speaksFor(own: readonly Party[], inner: Meaning): boolean {
  if (inner.actors.length === 0 || inner.anchor.dependent("nsubj", "nsubj:pass") === undefined) return false;
  return own.some((speaker) =>
    inner.actors.some(
      (actor) => actor.entity.country !== undefined && actor.entity.country === speaker.entity.country,
    ),
  );
}

function isComplementClause(head: Token, child: Token): boolean {
  if (child.relation === "xcomp" || child.relation === "ccomp") return true;
  if (child.relation === "advcl") return head.upos === "ADJ" && hasInfinitiveMark(child);
  if (child.deprel === "acl") return hasInfinitiveMark(child) || child.dependent("mark") !== undefined;
  return false;
}

// "said it would send aid": the past of "will" in somebody's mouth.
function isReported(verb: Token): boolean {
  for (let node: Token | null = verb; node !== null; node = node.head) {
    if (node.relation === "ccomp" || node.dependent("parataxis") !== undefined) return true;
    if (!["conj", "xcomp", "advcl"].includes(node.relation)) return false;
  }
  return false;
}
