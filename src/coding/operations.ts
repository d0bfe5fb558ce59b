import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions, TimeMention } from "../mentions/mention.ts";
import {
  applyOperator,
  type EventKind,
  eventKind,
  type Operator,
  type OperatorParties,
  type OperatorTable,
  unaddressedKind,
} from "../ontology/operators.ts";
import { isClausal, isPassive } from "./clauses.ts";
import { calledOnToAct, contentsOf, isOpinion, isQuestion } from "./contents.ts";
import type { OperatorEntry } from "./entries.ts";
import type { Match } from "./match.ts";
import {
  FORM_CONFIDENCE,
  type Meaning,
  OTHERWISE_CONFIDENCE,
  oneActOfEach,
  oneSided,
  others,
  type Party,
  sameParty,
  without,
} from "./meaning.ts";
import { isNew } from "./newness.ts";
import { indirectObjects, patients } from "./objects.ts";
import { type MadeParties, operatorParties } from "./operator-parties.ts";
import { MATERIAL_TYPES } from "./other-side.ts";
import type { PartyFinder } from "./party-finder.ts";
import { obliques } from "./phrases.ts";
import { type LightContext, makers, owners, wordsOf } from "./roles.ts";
import { isSameSide } from "./sides.ts";
import { agents, conditionalSubjects } from "./subjects.ts";

/** What operators need to know of the document and of its other meanings. */
interface Surroundings {
  readonly mentions: DocumentMentions;
  readonly operators: OperatorTable;
  readonly parties: PartyFinder;
  readonly meaningsAt: (token: Token) => readonly Meaning[];
  /** Tokens whose meaning has gone into another's: operators add theirs. */
  readonly consumed: Set<number>;
  /** Heads of content that is not told as having happened: operators add theirs. */
  readonly unfactual: Set<number>;
}

/** Makes events of the events in an operator's content: of a visit, in "refused to receive", a refusal. */
export class Operations {
  readonly #of: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#of = surroundings;
  }

  /** The events that an operator makes of those in its content; none where its content names none. */
  operate(match: Match, light?: LightContext): Meaning[] {
    const entry = (match.trigger.sense as { entry: OperatorEntry }).entry;
    const operator = this.#operator(entry);
    const contents = this.#contents(match, entry, light);
    if (!operator.factual) for (const content of contents) this.#of.unfactual.add(content.index);
    const results: Meaning[] = [];
    for (const content of contents) {
      const inner = this.#contentMeanings(content);
      for (const meaning of inner) {
        const result = this.#apply(operator, entry, match, { content, meaning }, light);
        if (result !== undefined) results.push(result);
      }
    }
    if (results.length > 0) for (const token of match.fixed) this.#of.consumed.add(token.index);
    return operator.parties === "self" ? results : oneActOfEach(results);
  }

  #contents(match: Match, entry: OperatorEntry, light?: LightContext): Token[] {
    const { unless } = match.trigger;
    return contentsOf(match, entry, this.#of.mentions, light).filter(
      // "called a meeting for Monday": a time is not what is asked for; "declined to comment": not what is refused.
      (content) =>
        !isDate(this.#of.mentions.timeAt(content.index)) &&
        !unless?.has(content.lemma) &&
        !(entry.operator === "AGREE" && isOpinion(content)) &&
        !(entry.operator === "APPEAL" && isQuestion(content)),
    );
  }

  #contentMeanings(content: Token): readonly Meaning[] {
    const named = this.#of.meaningsAt(content);
    const meanings = this.#toldBehind(content, named) ?? named;
    if (meanings.length > 0) {
      this.#of.consumed.add(content.index);
      return meanings;
    }
    if (content.upos !== "VERB") return [];
    // "agreed to advance the talks": a verb we do not know leaves the event in its object.
    const inner = patients(content).flatMap((object) =>
      this.#of.meaningsAt(object).map((meaning) => ({ object, meaning })),
    );
    for (const { object } of inner) this.#of.consumed.add(object.index);
    return inner.map(({ meaning }) => meaning);
  }

  // "condemned the attack carried out by Oslo": a participle that says who did it says it of the same deed; "prevented a march staged by
  // students": or makes one of a noun that alone is none.
  #toldBehind(deed: Token, named: readonly Meaning[]): readonly Meaning[] | undefined {
    const clauses = [...deed.dependents("acl"), ...(deed.head?.dependents("ccomp", "xcomp", "advcl") ?? [])];
    const clause = clauses.find(
      (child) => child.xpos === "VBN" && child.index > deed.index && patients(child).includes(deed),
    );
    const meanings = clause === undefined ? [] : this.#of.meaningsAt(clause);
    const isSame = ({ kind, actors, trigger }: Meaning) =>
      actors.length > 0 &&
      (named.length === 0 ? trigger.includes(deed) : named.some((other) => other.kind.type === kind.type));
    if (clause === undefined || !meanings.some(isSame)) return undefined;
    this.#of.consumed.add(clause.index);
    return meanings;
  }

  #apply(
    operator: Operator,
    entry: OperatorEntry,
    match: Match,
    { content, meaning: inner }: { readonly content: Token; readonly meaning: Meaning },
    light: LightContext | undefined,
  ): Meaning | undefined {
    const own = this.#holdersOf(entry, match, light);
    if (operator.parties === "threat" && isAnothers(inner, own)) return undefined;
    // "committed to working with Oslo": whoever is to do it is not spoken to.
    const stated = without(this.#of.parties.firstFilled(match, entry.addressee, light), own);
    // "demanded an apology from Rome": who is asked may hang on what is asked for.
    const isAsked = operator.parties === "demand" && stated.length === 0;
    const calledOn = isAsked ? this.#of.parties.at(calledOnToAct(match)) : [];
    const addressees = calledOn.length > 0 ? calledOn : isAsked ? this.#askedIn(content) : stated;
    if (entry.needsAddressee && addressees.length === 0) return undefined;
    const isAnybodys =
      isAsked && addressees.length === 0 && this.#isSomebodyAsked(match, entry, content, light);
    const rallied = addressees.length === 0 && !isAnybodys ? rallyAgainst(operator, inner, own) : undefined;
    const result = rallied ?? unthreatened(operator, inner) ?? applyOperator(operator, inner.kind);
    if (result === "none") return undefined;
    const conditioned =
      operator.parties === "threat" ? this.#of.parties.at(conditionalSubjects(match.head)) : [];
    // What is denied to have been is told of those who are said to have done it.
    const way = result === "negated" ? "self" : rallied === undefined ? operator.parties : "threat";
    const isSelf = way === "self";
    const made = operatorParties(way, own, addressees, inner, conditioned);
    const { head } = match;
    const told = {
      ...made,
      recipients: isAnybodys ? [] : this.#aimedAt(operator, way, made, { head, content, meaning: inner }),
    };
    // "committed to executing the plan": nobody is threatened whom nothing would be done to.
    const isThreat = typeof result !== "string" && result.type === "THREATEN";
    if (isThreat && operator.parties === "pledge" && told.recipients.length === 0) return undefined;
    const isInners = !isSelf && told.actors === inner.actors;
    const initiators = own.length > 0 && inner.reciprocal ? own : inner.initiators;
    const kind = typeof result === "string" ? inner.kind : result;
    const ownStatus = result === "negated" ? "negated" : operator.status;
    const status = ownStatus ?? inner.status;
    // A pledge, a demand, a refusal has happened when it is made, whatever its content's tense.
    const madeStatus = isSelf || isInners ? status : (ownStatus ?? "occurred");
    const words = wordsOf(match, light);
    const { form } = match.trigger.pattern;
    const { line } = match.trigger;
    return {
      ...inner,
      kind,
      ...(isSelf && typeof result !== "string" ? oneSided({ ...inner, ...told, initiators }) : told),
      ...(madeStatus !== undefined && { status: madeStatus }),
      anchor: isInners ? inner.anchor : (light?.verb ?? match.head),
      trigger: [...words, ...inner.trigger],
      steps: [
        {
          name: entry.name,
          line,
          operator: entry.operator,
          words,
          form,
          kind,
          ...(ownStatus && { status: ownStatus }),
        },
        ...inner.steps,
      ],
      requires: isSelf || way === "sender" ? inner.requires : ["actor"],
      isOnlyNamed: form === "noun" && light === undefined && isOnlyNamed(match.head, entry),
      confidence: Math.min(inner.confidence, FORM_CONFIDENCE[form]),
    };
  }

  // Whose act it is: the subject's, or that of whoever is reported.
  #holdersOf(entry: OperatorEntry, match: Match, light?: LightContext): Party[] {
    return entry.ofSpeaker
      ? this.#of.parties.speakersOver(match.head)
      : this.#of.parties.holdersOf(match, light);
  }

  // "called on all clans to end attacks on refugees": whoever is asked is no party we know, and the refugees are not asked.
  #isSomebodyAsked(match: Match, entry: OperatorEntry, content: Token, light?: LightContext): boolean {
    if (!isClausal(content)) return false;
    const standing = this.#of.parties.standing(match, entry.addressee, light);
    return standing.some(
      ({ index, upos }) =>
        match.head.index < index && index < content.index && (upos === "NOUN" || upos === "PROPN"),
    );
  }

  // "demanded that Rome match Oslo's support": of a verb that has no event of its own, its subject is asked, not whose the object is.
  #askedIn(content: Token): Party[] {
    const asked = this.#of.parties.at(obliques(content, "from"));
    const isUnknown = content.upos === "VERB" && this.#of.meaningsAt(content).length === 0;
    return asked.length > 0 || !isUnknown ? asked : this.#of.parties.at(agents(content));
  }

  // Whom an operator's event is aimed at, also where neither its words nor its content name anybody.
  #aimedAt(
    { name }: Operator,
    way: OperatorParties,
    { actors, recipients, reciprocal }: MadeParties,
    { head, content, meaning }: { readonly head: Token; readonly content: Token; readonly meaning: Meaning },
  ): readonly Party[] {
    if (recipients.length > 0 || reciprocal) return recipients;
    // "welcomed Oslo's bid to host the games": where nobody is said to do what is praised, whose it is.
    // "the aid that Oslo gives", "the attacks that Oslo carried out": whoever makes it.
    const whose = name === "SUPPORT" ? content.dependents("nmod:poss") : [];
    if (way === "against") return others(this.#of.parties.at([...whose, ...makers(content)]), actors);
    // Whom a deed is done to that is promised or refused, but not of one that is demanded or condemned: that is not aimed at them.
    const isToThem = way === "pledge" || way === "act" || way === "threat";
    if (!isToThem) return recipients;
    const named = this.#of.parties.otherSideOf(content, meaning.kind.type, actors);
    if (named.length > 0) return named;
    const met = name === "AGREE" ? this.#metIn(head, actors) : [];
    const isJoint = meaning.reciprocal && !MATERIAL_TYPES.has(meaning.kind.type) && !isWorldwide(content);
    return met.length > 0 || !isJoint ? met : this.#of.parties.spokenTo(head, actors);
  }

  // "agreed, in talks with Oslo, to leave": to whoever it was agreed with.
  #metIn(clause: Token, own: readonly Party[]): Party[] {
    const occasions = ["in", "at", "during", "after"].flatMap((preposition) => obliques(clause, preposition));
    const met = occasions.flatMap((occasion) => this.#of.meaningsAt(occasion));
    return others(
      met.filter(({ kind }) => kind.type === "CONSULT").flatMap(({ actors }) => actors),
      own,
    );
  }

  // "met Ruiz … agreed to stay in touch"
  #metBy(clause: Token, own: readonly Party[]): Party[] {
    const met = this.#metIn(clause, own);
    return met.length > 0 ? met : this.#of.parties.spokenTo(clause, own);
  }

  /** What an operator is by itself, as in "called for calm": asked for, but what is asked for is no event we know. */
  otherwise(match: Match, light?: LightContext): Meaning[] {
    const entry = (match.trigger.sense as { entry: OperatorEntry }).entry;
    const contents = this.#contents(match, entry, light);
    if (entry.otherwise === undefined || contents.length === 0) return [];
    // "the agreement on climate" tells of no act: nobody is said to make it.
    if (match.trigger.pattern.form === "noun" && light === undefined) return [];
    const own = this.#holdersOf(entry, match, light);
    const stated = without(this.#of.parties.firstFilled(match, entry.addressee, light), own);
    const addressees = stated.length > 0 ? stated : this.#of.parties.at(calledOnToAct(match));
    if (entry.needsAddressee && addressees.length === 0) return [];
    const involved =
      addressees.length > 0 ? addressees : this.#involvedIn(contents, entry.operator === "AGREE");
    const isAlone = without(involved, own).every((party) => isSameSide(party, own));
    const met = isAlone && entry.operator === "AGREE" ? this.#metBy(match.head, own) : involved;
    const kind = eventKind(entry.otherwise);
    const words = wordsOf(match, light);
    const { form } = match.trigger.pattern;
    return [
      {
        kind,
        contexts: [],
        actors: own,
        // Whoever is addressed is meant, also by the own government; of those only involved, the other side.
        recipients:
          addressees.length > 0
            ? others(addressees, own)
            : without(met, own).filter((party) => !isSameSide(party, own)),
        initiators: own,
        anchor: light?.verb ?? match.head,
        trigger: words,
        steps: [{ name: entry.name, line: match.trigger.line, operator: entry.operator, words, form, kind }],
        requires: entry.requires,
        reciprocal: false,
        isOnlyNamed: false,
        confidence: OTHERWISE_CONFIDENCE,
      },
    ];
  }

  // "called for ensuring the safety of the Chinese-Kazakh projects": whoever would do it, or whose the thing is.
  #involvedIn(contents: readonly Token[], isAgreed: boolean): Party[] {
    // "demanded that Chadian trucks leave the fields of Mali": those who would do it, or whose it is that would.
    const doers = contents
      .filter((content) => !isPassive(content))
      .flatMap((content) => content.dependents("nsubj"));
    const known = this.#of.parties.at(doers.flatMap((doer) => [doer, ...owners(doer)]));
    if (known.length > 0) return known;
    const tokens = contents.flatMap((content) => {
      // "refused to respond to a request from Rome", "to give Rome a date": what is answered, and whoever is given it, is not the object.
      const all = isClausal(content)
        ? [...patients(content), ...indirectObjects(content), ...obliques(content, "to")]
        : [content];
      // "agreed to set up a court": there is none yet.
      const things = isAgreed ? all.filter((thing) => !isNew(thing)) : all;
      return [
        ...(isClausal(content) ? [...agents(content), ...things] : []),
        ...obliques(content, "with"),
        ...(isAgreed ? [] : obliques(content, "from")),
        ...things.flatMap(owners),
      ];
    });
    return this.#of.parties.at(tokens);
  }

  #operator(entry: OperatorEntry): Operator {
    return this.#of.operators.get(entry.operator) as Operator;
  }
}

// "the summit" tells a time too, but can be asked for.
function isDate(time: TimeMention | undefined): boolean {
  return time !== undefined && time.occasion === undefined;
}

// "called for sanctions against Rome": nobody is asked, but somebody would undergo it.
function rallyAgainst(operator: Operator, inner: Meaning, own: readonly Party[]): EventKind | undefined {
  const isAimed = !inner.reciprocal && without(inner.recipients, own).length > 0;
  return isAimed && without(inner.actors, own).length === 0
    ? unaddressedKind(operator, inner.kind)
    : undefined;
}

// "promised not to attack": to leave off what would be a threat is promised.
function unthreatened(operator: Operator, { kind, status }: Meaning): EventKind | undefined {
  if (operator.parties !== "pledge" || status !== "negated") return undefined;
  const made = applyOperator(operator, kind);
  return typeof made !== "string" && made.type === "THREATEN" ? eventKind("AGREE") : undefined;
}

// "warned that Moscow would attack Kyiv": what somebody else would do is no threat of one's own.
function isAnothers(deed: Meaning, own: readonly Party[]): boolean {
  return (
    deed.actors.length > 0 &&
    !deed.actors.some((actor) => own.some((party) => sameParty(party, actor)) || isSameSide(actor, own))
  );
}

// "thanked Tokyo for its commitment to host": a promise that a phrase only names; "outlined its efforts to help": an attempt that nobody is
// said to make.
function isOnlyNamed({ relation }: Token, { operator }: OperatorEntry): boolean {
  return operator === "TRY" || relation === "obl" || relation === "nmod";
}

// "committed to international cooperation": with anybody, not with whoever is met.
function isWorldwide(content: Token): boolean {
  return content
    .dependents("amod")
    .some(({ lemma }) => /^(global|international|multilateral|regional|worldwide)$/.test(lemma));
}
