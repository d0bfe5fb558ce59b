import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import { type DocumentMentions, partyAt } from "../mentions/mention.ts";
import { hasInfinitiveMark, isPassive } from "./clauses.ts";
import { members } from "./coordination.ts";
import { counted } from "./counted.ts";
import type { LightVerb } from "./entries.ts";
import { hyphenPrefix } from "./hyphens.ts";
import { type Match, prepositionalClauses } from "./match.ts";
import { indirectObjects, patients } from "./objects.ts";
import { complements, obliques } from "./phrases.ts";
import { referent } from "./referent.ts";
import { agents, surfaceSubjects } from "./subjects.ts";

/** A verb that lends its arguments to the noun it governs: "held" in "held talks". */
export interface LightContext {
  readonly verb: Token;
  readonly entry: LightVerb;
}

/**
 * The tokens that stand in one of the places an entry names: see `entries.ts` for the places.
 *
 * @returns head tokens in the order they are found; empty where the sentence leaves the place open
 */
export function fillers(
  match: Match,
  place: string,
  mentions: DocumentMentions,
  light?: LightContext,
): readonly Token[] {
  switch (match.trigger.pattern.form) {
    case "verb":
      return verbFillers(match, place);
    case "adjective":
      return adjectiveFillers(match, place);
    case "noun":
      return nounFillers(match, place, mentions, light);
  }
}

function verbFillers(match: Match, place: string): readonly Token[] {
  const { head } = match;
  switch (place) {
    case "subject":
      return agents(head);
    case "object":
      return objects(match);
    case "indirect":
      return isGivenBehind(match) ? patients(head) : indirectObjects(head);
    case "patient":
      return patients(head);
    case "owner":
      return ownedBy(match).flatMap(owners);
    case "wielder":
      return agents(head).flatMap(possessors);
    default:
      // "cut off their ties with Oslo", "brought the soldiers home from Mali": a phrase may hang on a fixed word.
      return dedupe(gathered([head, ...match.fixed], (word) => phrases(word, place)));
  }
}

// "supplied Chad with wheat": the thing stands behind whoever gets it.
function isGivenBehind({ head, object }: Match): boolean {
  return object !== undefined && obliques(head, "with").includes(object);
}

// "an investigation into Cyprus", "an investigation into whether Cyprus broke the law": the phrase, or whoever acts in the clause.
function phrases(head: Token, preposition: string): readonly Token[] {
  const [opening, noun, following] = preposition.split(" ");
  if (opening !== undefined && noun !== undefined && following !== undefined) {
    // "in defiance of Rome"
    const standing = obliques(head, opening).filter(({ lemma }) => lemma === noun);
    return standing.flatMap((phrase) => obliques(phrase, following));
  }
  const found = obliques(head, preposition);
  if (found.length > 0) return found;
  // "its commitment to ending the war": who is to do it is no other side; "leave for the envoy to go": it is left to whoever goes.
  const clauses = prepositionalClauses(head, preposition).filter(
    (clause) =>
      clause.dependent("nsubj") !== undefined && (preposition === "for" || !hasInfinitiveMark(clause)),
  );
  return gathered(clauses, agents);
}

/** The phrases that a trigger's own preposition opens: "Tehran" in "called on Tehran"; none where it opens none. */
export function openedBy(match: Match): readonly Token[] {
  const opens = match.trigger.pattern.opens ?? openedByParticle(match);
  return opens === undefined ? [] : gathered(bearers(match), (at) => obliques(at, opens));
}

// The words a phrase may hang on: the trigger's head and, where it has one, its fixed noun.
function bearers({ head, fixedNoun }: Match): readonly Token[] {
  return fixedNoun === undefined ? [head] : [head, fixedNoun];
}

/** What the place `owner` asks the owner of: what the trigger's preposition opens, else its fixed noun, else its object. */
export function ownedBy(match: Match): readonly Token[] {
  const opened = objects(match);
  if (opened.length > 0 || match.trigger.pattern.opens !== undefined) return opened;
  return match.fixedNoun === undefined ? [] : [match.fixedNoun];
}

function objects(match: Match): readonly Token[] {
  const { head, fixedNoun, trigger } = match;
  const opens = trigger.pattern.opens ?? openedByParticle(match);
  if (opens !== undefined) {
    return dedupe(gathered(bearers(match), (at) => phrases(at, opens)));
  }
  const undergoing = patients(head);
  // "put the leader on trial", "held the crew hostage": a fixed noun that is not the object leaves the object free.
  return fixedNoun !== undefined && undergoing.includes(fixedNoun) ? [] : undergoing;
}

// "fired on the crowd": where the tree has the pattern's particle as a preposition, its phrase is the object.
function openedByParticle(match: Match): string | undefined {
  const { particle } = match.trigger.pattern;
  if (particle === undefined) return undefined;
  // "will not take in refugees": a particle to the tree, but what it stands before has no other place.
  const isFixed = match.fixed.some((token) => token.lowerText === particle);
  return isFixed && patients(match.head).length > 0 ? undefined : particle;
}

function adjectiveFillers({ head, trigger }: Match, place: string): readonly Token[] {
  if (place === "subject") return surfaceSubjects(head);
  if (place === "object")
    return trigger.pattern.opens === undefined ? [] : obliques(head, trigger.pattern.opens);
  return place === "owner" || place === "indirect" || place === "patient" ? [] : obliques(head, place);
}

function nounFillers(
  match: Match,
  place: string,
  mentions: DocumentMentions,
  light: LightContext | undefined,
): readonly Token[] {
  const { head, trigger } = match;
  switch (place) {
    case "subject":
      return nounSubjects(head, mentions, light, trigger.sense.kind === "operator");
    case "object": {
      if (trigger.pattern.opens !== undefined) return complements(head, trigger.pattern.opens);
      const of = obliques(head, "of");
      if (light?.entry.subject === "recipient") return dedupe([...agents(light.verb), ...of]);
      return of;
    }
    case "owner":
    case "indirect":
    case "patient":
      return [];
    default: {
      // "the deployment of troops to Mali": the phrase may hang on a fixed word, or on the one that a condition asks for.
      const counting = head.dependents("nmod").filter((token) => !counted(token).includes(token));
      const words = [...match.fixed, ...counting, ...(match.object === undefined ? [] : [match.object])];
      const own = dedupe([
        ...gathered(members(head), (noun) => complements(noun, place)),
        ...gathered(words, (word) => phrases(word, place)),
      ]);
      return own.length > 0 || light === undefined ? own : obliques(light.verb, place);
    }
  }
}

// "Israel's attack", "the attack by Israel", "the Israeli attack", "Israel launched an attack".
function nounSubjects(
  noun: Token,
  mentions: DocumentMentions,
  light: LightContext | undefined,
  isSpoken: boolean,
): readonly Token[] {
  if (light?.entry.subject === "actor") {
    // "the call showed China's support": a thing lends nobody to the noun.
    const subject = gathered(lendersOf(light), counted);
    if (subject.some(({ index }) => partyAt(mentions, index) !== undefined)) return subject;
  }
  const by = complements(noun, "by");
  if (by.length > 0) return by;
  // "rejected an offer from Rome", "faces criticism from Oslo": whoever makes what is said.
  const from =
    light?.entry.subject === "recipient" ? complements(noun, "from") : isSpoken ? obliques(noun, "from") : [];
  if (from.length > 0) return from;
  const possessing = noun.dependents("nmod:poss");
  if (possessing.length > 0) return possessing.flatMap(members);
  const leading = leadersOf(noun, mentions);
  if (leading.length > 0) return leading;
  return noun.children.filter(
    (child) =>
      child.index < noun.index &&
      (child.relation === "amod" || child.relation === "compound") &&
      mentions.actorAt(child.index) !== undefined,
  );
}

// "the Saudi-led attack", "a Taliban-claimed raid"
function leadersOf(noun: Token, mentions: DocumentMentions): readonly Token[] {
  return noun.children
    .filter((child) => child.index < noun.index && child.upos === "VERB" && hyphenPrefix(child) !== "")
    .flatMap(({ children }) => children)
    .filter(({ index }) => mentions.seatAt(index) !== undefined);
}

// "were engaged in talks": only where the noun is the object can a passive have it for its subject.
function lendersOf({ verb, entry }: LightContext): readonly Token[] {
  return entry.noun.includes("object") ? agents(verb) : surfaceSubjects(verb);
}

/** Whose a thing is, or from whom it comes: "Iran's aggression", "Russian aggression", "the offer from Oslo", "a bill drafted by Rome". */
export function owners(noun: Token): readonly Token[] {
  if (noun.dependent("nmod:poss") !== undefined) return possessors(noun);
  const by = obliques(noun, "by");
  return [
    ...possessors(noun),
    ...(by.length > 0 ? by : byVerb(noun)),
    ...obliques(noun, "from"),
    ...makers(noun),
  ];
}

// "met the demands by the rebels": parsers often hang the phrase on the verb, where an active verb has no place for it.
function byVerb(noun: Token): readonly Token[] {
  const { head } = noun;
  if (noun.relation !== "obj" || head === null || isPassive(head)) return [];
  return obliques(head, "by").filter(({ index }) => index > noun.index);
}

/** Whoever made a thing: "an appeal lodged by the company", "the embargo that Washington imposed". */
export function makers(noun: Token): readonly Token[] {
  return noun.dependents("acl").flatMap((clause) => {
    const made = patients(clause);
    return clause.upos === "VERB" && made.includes(noun) ? agents(clause) : [];
  });
}

/** Whose a thing is: its possessor, its "of" phrase and theirs, or a nationality before it. */
export function possessors(noun: Token): readonly Token[] {
  // "the bank and the fund's efforts": to the tree, two possessors.
  const possessing = noun.dependents("nmod:poss");
  if (possessing.length > 0) return possessing.flatMap(members).map(referent);
  const of = obliques(noun, "of");
  return [...of, ...of.flatMap((token) => owners(token)), ...premodifiers(noun)];
}

// "Chinese-Kazakh cooperation projects": whatever stands before a noun, and before that.
function premodifiers(noun: Token): readonly Token[] {
  const before = noun.children.filter((child) => child.relation === "amod" || child.relation === "compound");
  return before.flatMap((child) => [child, ...premodifiers(child)]);
}

function dedupe(tokens: Token[]): readonly Token[] {
  return [...new Set(tokens)];
}

/** The words of a match, the verb that lends itself to its noun among them. */
export function wordsOf(match: Match, light: LightContext | undefined): Token[] {
  return [...(light === undefined ? [] : [light.verb]), match.head, ...match.fixed];
}
