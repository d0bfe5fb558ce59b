import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import type { EventType } from "../ontology/event-types.ts";
import { hasInfinitiveMark, isClausal } from "./clauses.ts";
import { members } from "./coordination.ts";
import type { Match } from "./match.ts";
import { type Meaning, others, type Party, withoutOwned } from "./meaning.ts";
import { patients } from "./objects.ts";
import { obliques, prepositionOf } from "./phrases.ts";
import { referent } from "./referent.ts";
import { type LightContext, ownedBy, owners, possessors } from "./roles.ts";
import { conditionalSubjects } from "./subjects.ts";

/** What is asked about the words around an event. */
export interface Surroundings {
  /** The phrases that a preposition opens at the event's words, those of time left out. */
  readonly phrases: (match: Match, preposition: string, light?: LightContext) => readonly Token[];
  /** The phrases that a preposition opens at a word, those of time left out. */
  readonly phrasesOf: (head: Token, preposition: string) => readonly Token[];
  /** The parties mentioned at tokens. */
  readonly partiesAt: (tokens: readonly Token[]) => Party[];
  /** The places at tokens, each standing for those who live there. */
  readonly peopleOf: (tokens: readonly Token[]) => Party[];
  /** Whose the things at tokens are by the words that tell their kind: "an army camp". */
  readonly sidesOf: (tokens: readonly Token[]) => Party[];
  readonly meaningsAt: (token: Token) => readonly Meaning[];
}

/** What the other side is sought for. */
export interface Sought {
  readonly type: EventType;
  /** Whether the words are no event without it: whoever merely is where it is done does not make it one. */
  readonly isRequired: boolean;
  /** Whether the object is what is given or sent, and not whom it is for: who made it gets nothing. */
  readonly isGiven: boolean;
}

/** Prepositions behind which the other side may stand although no entry names them. */
const AIMING_PREPOSITIONS = ["against", "at", "on", "toward", "towards", "over", "to", "from", "with", "for"];

/** Those that name where it is done: to whoever is there, where more than words are exchanged. */
const LOCAL_PREPOSITIONS = [
  "into",
  "in",
  "near",
  "across",
  "around",
  "off",
  "along",
  "throughout",
  "outside",
];
/** Kinds of events in which more than words are exchanged. */
export const MATERIAL_TYPES: ReadonlySet<EventType> = new Set([
  "AID",
  "RETREAT",
  "CONCEDE",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);

/**
 * Whoever an event is likely to be done to where its frame's places are empty, the surest first: whoever another phrase of its words
 * names, or whose thing it is; whoever stands inside these phrases; whom its purpose serves; and of what is done on the ground,
 * whoever lives where it is done. "lifted the state of emergency in Darfur", "rallied over the president's reforms", "attacked a base in Kivu".
 */
export function otherSide(
  match: Match,
  sought: Sought,
  actors: readonly Party[],
  look: Surroundings,
  light?: LightContext,
): Party[] {
  const { type, isRequired } = sought;
  // "intensified its shelling of a Chadian village": a noun with a verb of its own is the thing.
  const things = light === undefined ? ownedBy(match) : obliques(match.head, "of");
  const clause = light?.verb ?? match.head;
  if (isRequired && !MATERIAL_TYPES.has(type)) return others(spokenOf(type, things, clause, look), actors);
  const phrases = (preposition: string) => look.phrases(match, preposition, light);
  const heads = light === undefined ? [] : [match.head];
  return firstOn({ ...sought, heads, things, clause, phrases }, actors, look);
}

/**
 * The same for what an operator works on, where it names nobody: "agreed to a ceasefire in Mali", "promised to work closely with
 * Rome". Not "agreed to work together on Iran".
 */
export function otherSideOf(
  content: Token,
  type: EventType,
  actors: readonly Party[],
  look: Surroundings,
): Party[] {
  const phrases = (preposition: string) => look.phrasesOf(content, preposition);
  if (!MATERIAL_TYPES.has(type)) return others(look.partiesAt(phrases("with")), actors);
  const things = isClausal(content) ? patients(content) : [content];
  const sought = { type, isRequired: false, isGiven: false };
  return firstOn({ ...sought, heads: [], things, clause: content, phrases }, actors, look);
}

/** The words among which the other side is sought. */
interface Ground extends Sought {
  /** The noun of the event, where a verb lends itself to it. */
  readonly heads: readonly Token[];
  /** What the event is done to or with. */
  readonly things: readonly Token[];
  readonly clause: Token;
  readonly phrases: (preposition: string) => readonly Token[];
}

function firstOn(ground: Ground, actors: readonly Party[], look: Surroundings): Party[] {
  const { heads, things, clause, type, isRequired, isGiven, phrases } = ground;
  const isMaterial = MATERIAL_TYPES.has(type);
  // "condemned violence against women": of words of blame, whoever suffered what is blamed.
  const isVictim = (phrase: Token) => type === "ACCUSE" && prepositionOf(phrase) === "against";
  const aims = gathered(AIMING_PREPOSITIONS, phrases).filter(
    (phrase) => !isVictim(phrase) && !isFromGiver(phrase, type) && !isAside(phrase, type),
  );
  const local = isMaterial && !isRequired ? gathered(LOCAL_PREPOSITIONS, phrases) : [];
  const theirs = (parties: readonly Party[]) => withoutOwned(others(parties, actors), actors);
  const there = (tokens: readonly Token[]) => (isMaterial ? others(look.peopleOf(tokens), actors) : []);
  // "sent medics and rescue experts", "a team of advisers": whoever is sent gets nothing.
  const isSent = (token: Token) => isGiven && isMoreOf(token, things);
  const anybodyAt = (tokens: readonly Token[]) => {
    const open = tokens.filter((token) => !isSent(token));
    return firstFound([() => theirs(look.partiesAt(open)), () => there(open)]);
  };
  const isOpen = (phrase: Token) =>
    (phrase !== clause || things.includes(phrase)) &&
    (isMaterial ? !isGiven || !isMaker(phrase) : isSpokenOf(phrase, type, look));
  const within = (phrase: Token) => () => firstWithin(phrase, isOpen, anybodyAt);
  const served = () => theirs(servedByPurpose(clause, look));
  const servedWithin = () => {
    const ends = purposesOf([clause, ...heads, ...things]).flatMap((purpose) =>
      purpose.dependents("obj", "obl"),
    );
    return firstFound([() => anybodyAt(ends), ...ends.map(within)]);
  };
  return firstFound([
    ...aims.map((aim) => () => theirs(look.partiesAt([aim]))),
    ...aims.map((aim) => () => theirs(look.partiesAt(possessors(aim)))),
    ...(isGiven ? [] : [() => theirs(look.partiesAt(things.flatMap(isRequired ? namedOwners : owners)))]),
    ...(type === "ASSAULT" || type === "COERCE" ? [() => theirs(look.sidesOf([...things, ...aims]))] : []),
    // "condemned a plot to abduct a writer": whoever undergoes what is blamed is not to blame.
    ...(type === "ACCUSE" || type === "SUPPORT"
      ? []
      : [() => theirs(undergoersOfClausesOn(things.filter(isOpen), look))]),
    () => there([...things, ...aims]),
    ...[...things, ...aims].map(within),
    ...(type === "AID" ? [served, servedWithin] : []),
    ...local.map((phrase) => () => theirs(look.partiesAt([phrase, ...possessors(phrase)]))),
    () => there(local),
    ...local.map(within),
    served,
    () => theirs(look.partiesAt(conditionalSubjects(clause))),
    ...(isMaterial && !isRequired
      ? phrasesBelow(clause, type).map((phrase) => () => anybodyAt([phrase]))
      : []),
  ]);
}

/** Prepositions that name whom a deed is aimed at, or where it is done, however deep their phrase stands. */
const DEEP_PREPOSITIONS: ReadonlySet<string> = new Set([...LOCAL_PREPOSITIONS, "on", "against", "at"]);

/** The same for what is brought to somebody. */
const BRINGING_PREPOSITIONS: ReadonlySet<string> = new Set([...DEEP_PREPOSITIONS, "to", "for"]);

/**
 * The phrases behind a deed's verb that tell at whom or where it is aimed, wherever the tree hangs them: "eased a curfew [imposed in Chad]",
 * "delivered trucks [meant for clinics in Chad]". Not in what is said, nor in a clause that goes on with another deed.
 */
function phrasesBelow(clause: Token, type: EventType): Token[] {
  const prepositions = type === "AID" || type === "MOBILIZE" ? BRINGING_PREPOSITIONS : DEEP_PREPOSITIONS;
  const isPhrase = ({ relation }: Token) => relation === "obl" || relation === "nmod";
  const leadsOn = (child: Token): boolean => {
    if (child.index < clause.index) return false;
    if (isPhrase(child)) return prepositionOf(child) === "of" || isAimed(child);
    if (child.relation === "obj") return true;
    return /^(advcl|xcomp|acl)$/.test(child.relation) && isBare(child);
  };
  const isAimed = (phrase: Token) => isPhrase(phrase) && prepositions.has(prepositionOf(phrase) ?? "");
  const below = (head: Token): Token[] =>
    head.children.filter(leadsOn).flatMap((child) => [child, ...below(child)]);
  return below(clause)
    .filter(isAimed)
    .sort((a, b) => a.index - b.index);
}

// "imposed in Chad", "to fight in Chad"; not "which would allow trials in Chad".
function isBare(clause: Token): boolean {
  const isParticiple = clause.xpos === "VBN" || (clause.xpos === "VBG" && clause.relation === "acl");
  return (
    hasInfinitiveMark(clause) || (isParticiple && clause.dependent("aux", "nsubj", "mark") === undefined)
  );
}

// "blamed Rome's policies for it", "accused Eritrean units", "rejected Oslo's offer"; "pledged a million to help Haiti". Not "visited the memorial to the king".
function spokenOf(type: EventType, things: readonly Token[], clause: Token, look: Surroundings): Party[] {
  if (type === "ACCUSE" || type === "REJECT") return look.partiesAt(things.flatMap(namedPossessors));
  return type === "AGREE" ? servedByPurpose(clause, look) : [];
}

// Not "released its target": the thing is no party for having an owner whom only a pronoun tells.
function namedOwners(thing: Token): Token[] {
  return owners(thing).filter(({ upos }) => upos !== "PRON");
}

function namedPossessors(thing: Token): Token[] {
  const possessors = thing.dependents("nmod:poss").filter(({ upos }) => upos !== "PRON");
  return possessors.length > 0 ? possessors.flatMap(members) : thing.dependents("amod", "compound");
}

/** Whoever the first of these questions finds. */
function firstFound(questions: readonly (() => Party[])[]): Party[] {
  for (const ask of questions) {
    const found = ask();
    if (found.length > 0) return found;
  }
  return [];
}

/** How deep inside a phrase a party is looked for: "the movement [of workers [in zones [of conflict]]]". */
const DEPTH = 3;

// "restrictions on the movement of workers", "a camp in Mopti", "claims that two soldiers stole": the nearest to the head.
function firstWithin(
  head: Token,
  isOpen: (phrase: Token) => boolean,
  anybodyAt: (tokens: readonly Token[]) => Party[],
): Party[] {
  let level = [head].filter(isOpen);
  for (let depth = 0; depth < DEPTH; depth++) {
    const parts = level.flatMap((token) =>
      token.children.filter((child) => isPartOfPhrase(child) && isOpen(child)),
    );
    level = parts.flatMap(members).map(referent).filter(isOpen);
    const found = anybodyAt(level);
    if (found.length > 0) return found;
  }
  return [];
}

const PARTS_OF_PHRASES: ReadonlySet<string> = new Set([
  "nmod",
  "compound",
  "amod",
  "appos",
  "acl",
  "conj",
  "flat",
]);
const PARTS_OF_CLAUSES: ReadonlySet<string> = new Set(["nsubj", "obj", "obl"]);

// "aid for those affected in Yemen"; not "those who gave their views": whose the views are is only said again; nor what a person did,
// whom the tree takes for a thing: "condolences on the death of the king, who met Ruiz".
function isPartOfPhrase(child: Token): boolean {
  const { head, relation } = child;
  if (child.upos === "PRON" && child.xpos !== "DT") return false;
  if (child.dependent("nsubj")?.lowerText === "who") return false;
  if (PARTS_OF_PHRASES.has(relation)) return true;
  return PARTS_OF_CLAUSES.has(relation) && head !== null && head.relation === "acl";
}

/** Nouns of phrases that name for whom somebody speaks: "on behalf of Oslo". */
const BEHALVES: ReadonlySet<string> = new Set(["behalf", "part"]);

/** Nouns of phrases that name whom nobody can speak to any more: "condolences on the passing of the king". */
const DEATHS: ReadonlySet<string> = new Set([
  "assassination",
  "death",
  "demise",
  "killing",
  "loss",
  "murder",
  "passing",
]);

/** Nouns of what somebody is to do or to undergo: "support for the return of Russia to the talks" is none for Russia. */
const MOVES: ReadonlySet<string> = new Set([
  "departure",
  "invitation",
  "prosecution",
  "release",
  "removal",
  "return",
  "withdrawal",
]);

/** Whether a noun tells what somebody is to do or to undergo: whoever supports that does not support them. */
export function isMove({ lemma }: Token): boolean {
  return MOVES.has(lemma);
}

// Who is spoken for and who has died is not spoken to.
function isAside({ lemma }: Token, type: EventType): boolean {
  return BEHALVES.has(lemma) || (type === "SUPPORT" && (DEATHS.has(lemma) || MOVES.has(lemma)));
}

/** Nouns that name who else takes part in a thing: "a process with the participation of women". */
const ATTENDANCE: ReadonlySet<string> = new Set([
  "help",
  "inclusion",
  "involvement",
  "participation",
  "representation",
]);

// "support for human rights in Oslo": where a principle is to hold is not who holds power there.
function isPrinciple(noun: Token | null): boolean {
  return noun !== null && /^(right|freedom|liberty|law|principle|value|norm)$/.test(noun.lemma);
}

// "sent doses from its stockpile": whence something is given it goes to somebody else.
function isFromGiver(phrase: Token, type: EventType): boolean {
  return (type === "AID" || type === "SUPPORT") && prepositionOf(phrase) === "from";
}

function isMoreOf(token: Token, things: readonly Token[]): boolean {
  const { head, relation, xpos } = token;
  if (head === null || !things.includes(head)) return false;
  return relation === "conj" || (relation === "nmod" && xpos === "NNS" && prepositionOf(token) === "of");
}

// "the Merck vaccine": whose name stands before what is given has made it.
function isMaker({ relation }: Token): boolean {
  return relation === "compound" || relation === "amod";
}

// "support for a process with the participation of women", "condemned the flight between two states": only told of the thing.
function isSpokenOf(phrase: Token, type: EventType, look: Surroundings): boolean {
  if (isHostileDeed(phrase, look) || isAside(phrase, type)) return false;
  const preposition = prepositionOf(phrase) ?? "";
  if (preposition === "with" && ATTENDANCE.has(phrase.lemma)) return false;
  if (type === "SUPPORT" && preposition === "in" && isPrinciple(phrase.head)) return false;
  return type !== "ACCUSE" || !/^(against|between|among|for|to|about)$/.test(preposition);
}

// "expressed grief over the attack in which gunmen killed ten": no words to the gunmen, nor to the dead.
function isHostileDeed(phrase: Token, { meaningsAt }: Surroundings): boolean {
  return meaningsAt(phrase).some(({ kind: { type } }) => type === "ASSAULT" || type === "COERCE");
}

// "will not lift the embargo it has imposed on the island": whoever the thing was done to.
function undergoersOfClausesOn(things: readonly Token[], { meaningsAt }: Surroundings): Party[] {
  const clauses = things.flatMap((thing) => thing.dependents("acl"));
  return clauses.flatMap((clause) => meaningsAt(clause)).flatMap(({ recipients }) => recipients);
}

// "sent doctors to help Haiti", "gave a million euros to feed people in Chad": whom the purpose serves.
function servedByPurpose(clause: Token, { meaningsAt, partiesAt }: Surroundings): Party[] {
  return purposesOf([clause]).flatMap((purpose) => {
    const recipients = meaningsAt(purpose).flatMap((meaning) => meaning.recipients);
    return recipients.length > 0 ? recipients : partiesAt(purpose.dependents("obj"));
  });
}

// What is done "to promote trade in Chad", and "help to feed people in Chad", where the purpose hangs on the thing; "on helping to feed
// people": what is helped is served.
function purposesOf(heads: readonly Token[]): Token[] {
  return heads
    .flatMap((head) => head.children)
    .filter((child) => (child.relation === "advcl" || child.relation === "acl") && isPurpose(child))
    .flatMap(members)
    .flatMap((purpose) => [purpose, ...purpose.dependents("xcomp")]);
}

// "to help refugees", "spent a million on housing refugees".
function isPurpose(clause: Token): boolean {
  if (hasInfinitiveMark(clause)) return true;
  const mark = clause.xpos === "VBG" ? clause.dependent("mark")?.lowerText : undefined;
  return mark === "on" || mark === "for";
}
