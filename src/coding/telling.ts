import type { Token } from "../language/parsed-document.ts";
import type { EventType } from "../ontology/event-types.ts";
import type { OperatorName } from "../ontology/operators.ts";
import { clauseOf, hasInfinitiveMark, isClausal, isPassive } from "./clauses.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { matchesAt } from "./match.ts";
import type { Meaning } from "./meaning.ts";
import { modifiersOf } from "./modifiers.ts";
import { prepositionOf } from "./phrases.ts";
import { MERE_SUPPORT } from "./support-codes.ts";

/** Events that are done by saying so. */
export const SPOKEN_TYPES: ReadonlySet<EventType> = new Set([
  "SUPPORT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "CONCEDE",
  "THREATEN",
  "AGREE",
]);

/** Operators that, said by a modifier, leave what the clause tells as it is. */
const TOLD_BY_MODIFIER: ReadonlySet<OperatorName> = new Set(["BEGIN", "CONTINUE", "RESUME"]);

/** Prepositions that only name the deed of a gerund. */
const UNTELLING_PREPOSITIONS: ReadonlySet<string> = new Set([
  "in",
  "of",
  "to",
  "toward",
  "towards",
  "on",
  "about",
  "without",
  "from",
]);

/** What is known of a document's words when it comes to what they tell. */
export interface TellingContext {
  readonly lexicon: CodingLexicon;
  /** Token indexes of the heads of content that an operator does not tell as having happened. */
  readonly unfactual: ReadonlySet<number>;
  readonly meaningsAt: (token: Token) => readonly Meaning[];
}

/**
 * Whether the text tells as having happened what a word stands for: not inside content that is promised, demanded, discussed…,
 * not in an infinitive of purpose, not where a gerund or a noun only names it.
 */
export function isTold(token: Token, context: TellingContext): boolean {
  if (isInUntoldClause(token, context) || isOfWhom(token) || isTopic(token, context)) return false;
  if (isOnlyPossible(token) || isShown(token, context) || isWeighed(token) || isOnlyNeeded(token))
    return false;
  for (let node: Token | null = token; node !== null; node = node.head) {
    if (
      context.unfactual.has(node.index) ||
      isUntoldGerund(node) ||
      (node === token ? isNamedGerund(node) : isSubjectGerund(node)) ||
      isOpenClause(node) ||
      isStrayInfinitive(node) ||
      isCounterfactual(node)
    )
      return false;
    if (node.head !== null && hasInfinitiveMark(node) && !isSpokenPurpose(node, node.head, context))
      return false;
  }
  return true;
}

// "discussed trade, reopening the border and Oslo's commitment to help Rome", "discussed aid, including a gift to Rome": what is talked
// about. A meeting in the same sentence is the one in which they talk.
function isTopic(noun: Token, { lexicon, meaningsAt }: TellingContext): boolean {
  if (isClausal(noun) || meaningsAt(noun).some(({ kind }) => kind.type === "CONSULT")) return false;
  let node = noun;
  for (; node.head !== null && !isDiscussion(node, lexicon); node = node.head) {
    if (isClausal(node) && !isBareGerund(node)) return false;
    const isIncluded = node.relation === "obl" && prepositionOf(node) === "including";
    if (!isIncluded && !TOPICAL.has(node.relation) && !(node.relation === "advcl" && isBareGerund(node)))
      return false;
  }
  return node !== noun && node.index < noun.index && isDiscussion(node, lexicon);
}

const TOPICAL: ReadonlySet<string> = new Set(["obj", "conj", "nmod", "appos"]);

function isDiscussion(verb: Token, lexicon: CodingLexicon): boolean {
  return (
    verb.upos === "VERB" &&
    matchesAt(verb, lexicon.triggersOf.operator).some(
      ({ trigger: { sense } }) => sense.kind === "operator" && sense.entry.operator === "DISCUSS",
    )
  );
}

// "The call showed China's support": what a call or a visit shows is somebody's view of it. Not what a meeting condemns.
function isShown(token: Token, { meaningsAt }: TellingContext): boolean {
  const verb = token.upos === "VERB" ? token : token.relation === "obj" ? token.head : null;
  const subject = verb?.dependent("nsubj");
  return (
    subject?.upos === "NOUN" &&
    meaningsAt(subject).some(({ kind }) => kind.type === "CONSULT" && kind.mode !== undefined)
  );
}

// "what we need to do is to help them", "the need is to help them": what would have to be. Not "what we will do is to help them".
function isOnlyNeeded(verb: Token): boolean {
  const [outer] = verb.children.filter(({ deprel }) => deprel === "nsubj:outer");
  if (outer === undefined || !hasInfinitiveMark(verb)) return false;
  return [outer, ...outer.dependents("acl")].some(({ lemma }) => lemma === "need");
}

const EMBODYING = /^(exemplify|epitomi[sz]e|illustrate|embody|symboli[sz]e|showcase|reflect)$/;
const SERVING = /^(serve|matter|reflect|embody|exemplify|deserve)$/;

// "aid for Haiti serves our interests", "a visit exemplifying Oslo's support for Rome": what it is good for, or an example of.
function isWeighed({ upos, relation, head }: Token): boolean {
  if (upos !== "NOUN" || head === null) return false;
  return relation === "obj" ? EMBODYING.test(head.lemma) : relation === "nsubj" && SERVING.test(head.lemma);
}

// "would act in consultation with Paris", "will work by holding talks": a noun's or a gerund's event is told no more than the clause it
// stands in.
function isInUntoldClause(token: Token, { lexicon, meaningsAt }: TellingContext): boolean {
  // "will visit Rome, meeting the president"; not "will cut aid, accusing Rome": what is said is said now.
  const isDone = (clause: Token) =>
    clause.relation === "advcl" &&
    isBareGerund(clause) &&
    !meaningsAt(clause).some(({ kind }) => SPOKEN_TYPES.has(kind.type));
  for (let clause = token; ; clause = clause.head as Token) {
    clause = clauseOf(clause);
    if (
      clause !== token &&
      modifiersOf(clause, lexicon, []).some(({ entry }) => !TOLD_BY_MODIFIER.has(entry.operator))
    )
      return true;
    if (clause.head === null || !(isMarkedGerund(clause) || isDone(clause))) return false;
  }
}

function isMarkedGerund(clause: Token): boolean {
  if (!isBareGerund(clause)) return false;
  if (clause.dependent("mark") !== undefined) return true;
  // "by letting them in and [asking] for more"
  return clause.relation === "conj" && clause.head !== null && isMarkedGerund(clause.head);
}

function isBareGerund(clause: Token): boolean {
  return clause.xpos === "VBG" && clause.dependent("aux", "nsubj") === undefined;
}

// "Halting the programme comes first", "see halting it as the first aim": a gerund that stands where a thing could.
function isNamedGerund(clause: Token): boolean {
  if (!isBareGerund(clause) || clause.head === null) return false;
  const isObject = clause.relation === "ccomp" || clause.relation === "xcomp";
  const isFree = clause.head.dependent("obj", "iobj") === undefined && !isPassive(clause.head);
  return isSubjectGerund(clause) || (isObject && isFree);
}

function isSubjectGerund(clause: Token): boolean {
  return clause.relation === "csubj" && isBareGerund(clause);
}

const POSSIBILITY =
  /^(possibility|potential|probability|likelihood|prospect|risk|danger|chance|fear|need|importance)$/;

// "the risk of an attack by Oslo on Rome", "the need for talks between them".
function isOnlyPossible({ relation, head, upos }: Token): boolean {
  return upos === "NOUN" && relation === "nmod" && head !== null && POSSIBILITY.test(head.lemma);
}

/** What makes a clause one of how or whether something can be: it is asked or sought, not told. */
const OPEN_WORDS = /^(how|whether|what|ways?|steps?|options?|means)$/;
const ABILITY = /^(can|could|may|might|would|should)$/;

// "discussed how they can support Haiti", "ways in which we could help".
function isOpenClause(clause: Token): boolean {
  if (!["ccomp", "advcl", "acl"].includes(clause.relation)) return false;
  if (!clause.dependents("aux").some(({ text }) => ABILITY.test(text.toLowerCase()))) return false;
  const isAsked = clause.children.some(
    ({ text, index }) => index < clause.index && OPEN_WORDS.test(text.toLowerCase()),
  );
  return isAsked || (clause.relation === "acl" && OPEN_WORDS.test(clause.head?.text.toLowerCase() ?? ""));
}

// "urge them to keep the peace, protect civilians and cooperate": a bare infinitive that the tree joins to a finite verb goes on with what
// is urged.
function isStrayInfinitive(verb: Token): boolean {
  const { xpos, relation, head, children, index } = verb;
  if (xpos !== "VB" || relation !== "conj" || head === null || head.xpos === "VB") return false;
  if (children.some(({ relation: of }) => of === "aux" || of === "nsubj")) return false;
  // "kept the promises made in May to deepen trade, create jobs and [promote investment]": an infinitive that hangs deeper.
  const isAfterPast = head.xpos === "VBD" && verb.dependent("cc", "punct") !== undefined;
  const infinitives = isAfterPast ? between(head, verb) : head.dependents("xcomp", "advcl");
  return infinitives.some((clause) => clause.index < index && hasInfinitiveMark(clause));
}

function between(first: Token, last: Token): Token[] {
  return first.sentence.tokens.filter(({ index }) => first.index < index && index < last.index);
}

// "if Oslo had attacked, …": it did not.
function isCounterfactual(clause: Token): boolean {
  const isSupposed = clause.dependents("mark").some(({ lowerText }) => lowerText === "if");
  return isSupposed && clause.dependents("aux").some(({ lowerText }) => lowerText === "had");
}

const ANYBODY = /^(those|others|everyone|everybody|anyone|anybody|whoever|people)$/;
const OF_ANYBODY = /^(any|every|each|all|no)$/;

// "sanctions on companies that support the regime", "anybody who joins the rebels": a clause that only says which people are meant.
// Not "soldiers, who shelled the town", nor "the soldiers who shelled the town": those have done it.
function isOfWhom(clause: Token): boolean {
  const { deprel, head: people } = clause;
  if ((deprel === "conj" || deprel === "xcomp") && people !== null) return isOfWhom(people);
  if (deprel !== "acl:relcl" || people === null) return false;
  const pronoun = clause.dependents("nsubj").find(({ text }) => /^(who|that|which)$/i.test(text));
  if (pronoun === undefined) return false;
  const isOfAll = people.dependents("det").some(({ lowerText }) => OF_ANYBODY.test(lowerText));
  if (isOfAll || ANYBODY.test(people.lowerText)) return true;
  const isAfterComma = people.document.token(pronoun.index - 1).text === ",";
  const isMany = people.xpos === "NNS" || people.xpos === "NNPS";
  return isMany && !isAfterComma && people.dependent("det", "nmod:poss", "nummod") === undefined;
}

// "confidence in ensuring", "a chance of meeting": not told as done, as "by ensuring" and "for ensuring" are.
function isUntoldGerund(clause: Token): boolean {
  if (!isBareGerund(clause)) return false;
  const mark = clause.dependent("mark");
  if (mark !== undefined) return UNTELLING_PREPOSITIONS.has(mark.lowerText);
  // "interest in keeping the peace and [working together]"
  return clause.relation === "conj" && clause.head !== null && isUntoldGerund(clause.head);
}

// "spoke with the king to express sympathy": what one speaks for is said in speaking. Not "met to end the war".
function isSpokenPurpose(infinitive: Token, verb: Token, { meaningsAt }: TellingContext): boolean {
  // Not "spoke of a dialogue to reach an agreement": what two do is not done by one's saying so.
  // Nor "consulted them to support Haiti": mere support is not given by words alone.
  const isVerbal = meaningsAt(infinitive).some(
    ({ kind, reciprocal, trigger }) =>
      SPOKEN_TYPES.has(kind.type) && !reciprocal && (kind.cameo !== MERE_SUPPORT || trigger.length > 1),
  );
  return isVerbal && meaningsAt(verb).some(({ kind }) => kind.type === "CONSULT");
}
