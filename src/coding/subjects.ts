import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import { clauseOf, FINITE, hasInfinitiveMark, isClausal, isPassive, isTakenForSubject } from "./clauses.ts";
import { hasCommaBetween, members } from "./coordination.ts";
import { hyphenPrefix } from "./hyphens.ts";
import { perToken } from "./per-token.ts";
import { isBareOblique, obliques, prepositionOf } from "./phrases.ts";
import { referent } from "./referent.ts";

/**
 * Who does what a verb tells: its subject as it stands, or the one it shares through coordination, control and participles.
 * Answers are tokens; coordinated phrases are answered with all their members.
 */

/** Those who do: the subject of an active verb, the "by" phrase of a passive one. */
export const agents = perToken((verb: Token): readonly Token[] => {
  if (!isPassive(verb)) return surfaceSubjects(verb);
  const agent =
    verb.dependent("obl:agent") ?? verb.dependents("obl").find((oblique) => prepositionOf(oblique) === "by");
  if (agent !== undefined) return members(agent).map(referent);
  if (isStateOfSubject(verb)) return surfaceSubjects(verb);
  // "ordered nine ministers jailed": whoever orders it does it.
  const order = orderOver(verb);
  return order === undefined ? [] : agents(order);
});

// "will remain engaged with Oslo": nobody engages those who are to stay so. Not "will remain detained".
function isStateOfSubject({ relation, head, lemma }: Token): boolean {
  const isKept = relation === "xcomp" && head !== null && /^(remain|stay)$/.test(head.lemma);
  return isKept && /^(engage|align|coordinate)$/.test(lemma) && head.dependent("aux") !== undefined;
}

// The English verbs of having something done, whose participle tells what is done to their object.
const ORDERING = new Set("get have order want".split(" "));

/** Whose order a bare participle tells: "[ordered] nine ministers jailed"; to the tree often an attribute of theirs. */
function orderOver(verb: Token): Token | undefined {
  const { head, deprel } = verb;
  if (head === null || !isPassive(verb) || verb.dependent("aux", "mark", "nsubj", "cop") !== undefined)
    return undefined;
  const isAttribute = deprel === "acl" && head.relation === "obj" && head.head?.lemma === "order";
  const order = isAttribute ? head.head : /^(advcl|[cx]comp)$/.test(deprel) ? head : null;
  if (order === null || !ORDERING.has(order.lemma) || isPassive(order)) return undefined;
  const object = order.dependent("obj");
  const isOpen = object !== undefined && object.index < verb.index && !hasCommaBetween(object, verb);
  return isOpen ? order : undefined;
}

/** The subject as it stands before the verb, found through coordination, control and participles where it is not said again. */
export const surfaceSubjects = perToken((verb: Token): readonly Token[] => {
  const own = verb.dependents("nsubj").filter((subject) => !isTiedTo(subject, verb));
  // "Oslo has for ten years worked with Rome": to the tree, the auxiliary's.
  if (own.length === 0) own.push(...gathered(verb.dependents("aux"), (aux) => aux.dependents("nsubj")));
  if (own.length === 0) own.push(...bareObliques(verb));
  if (own.length === 0) return sharedSubjects(verb);
  // Where a tree gives two subjects, the one nearest before the verb is the likelier.
  const nearest = own.filter((subject) => subject.index < verb.index).at(-1) ?? (own[0] as Token);
  return gathered(members(nearest), (subject) => {
    const meant = referent(subject);
    return meant === subject ? [subject] : ofSeveral(meant, verb);
  });
});

// "baton-charged": to the tree, the first half is one more subject of the second.
function isTiedTo(subject: Token, verb: Token): boolean {
  return subject.index === verb.index - 2 && hyphenPrefix(verb) !== "";
}

// "On Monday his ministry announced": an oblique without a preposition before a finite verb is its subject, whatever the tree says.
function bareObliques(verb: Token): readonly Token[] {
  if (!FINITE.has(verb.xpos)) return [];
  return verb.children.filter((child) => child.index < verb.index && isBareOblique(child));
}

function sharedSubjects(verb: Token): readonly Token[] {
  const { head } = verb;
  if (head === null) return [];
  switch (verb.deprel) {
    case "conj":
      return surfaceSubjects(clauseOf(head));
    case "xcomp":
      return controllers(head, verb);
    case "csubj":
      return isTakenForSubject(verb) ? surfaceSubjects(head) : [];
    case "ccomp":
      return verb.feature("VerbForm") === "Fin" ? [] : controllers(head, verb);
    case "advcl":
    case "parataxis":
      if (isWitnessed(verb, head) || isReason(verb, head) || orderOver(verb) !== undefined)
        return controllers(head, verb);
      // "Speaking in Oslo, she said"; a finite clause without a subject is the parser's slip, and nobody's.
      return verb.xpos === "VBG" || verb.xpos === "VBN" || hasInfinitiveMark(verb)
        ? surfaceSubjects(head)
        : [];
    case "acl":
      // "Oslo plans to leave": to the tree, a noun.
      if (hasInfinitiveMark(verb)) return isClausal(head) ? controllers(head, verb) : holders(head);
      return isSetOff(verb) ? surfaceSubjects(clauseOf(head)) : [head];
    case "acl:relcl":
      return ofSeveral(head, verb);
    case "obl":
    case "nmod":
      return isClausal(verb) ? surfaceSubjects(head) : [];
    default:
      return [];
  }
}

/** Those of whom a relative clause behind a list tells: "Chad and Mali, which brokered the talks". */
function ofSeveral(head: Token, verb: Token): readonly Token[] {
  const all = members(head);
  const last = all.at(-1) ?? head;
  return last !== head && hasCommaBetween(last, verb) && last.index < verb.index ? all : [head];
}

// The English verbs of perceiving and showing, whose object may do what a bare participle says.
const WITNESSING = new Set("catch film find hear observe photograph record see show spot watch".split(" "));

// "Videos showed officers beating them": what the officers did.
function isWitnessed(verb: Token, head: Token): boolean {
  return (
    verb.xpos === "VBG" &&
    WITNESSING.has(head.lemma) &&
    !verb.children.some(
      ({ relation, index }) => relation === "mark" || (index < verb.index && relation === "punct"),
    )
  );
}

// The verbs of judging people for what they do.
const JUDGING = new Set(
  "applaud blame commend condemn congratulate criticise criticize denounce fault honour honor praise punish rebuke reward salute sanction slam thank".split(
    " ",
  ),
);

// "thanked Rome for sending aid": what Rome did.
function isReason(verb: Token, head: Token): boolean {
  return JUDGING.has(head.lemma) && verb.xpos === "VBG" && verb.dependent("mark")?.lowerText === "for";
}

// "had cancelled the summit, accusing Oslo of fraud", "backed the plan for farmers and workers, pledging": behind a comma and an object,
// what the subject did.
function isSetOff(verb: Token): boolean {
  let noun = verb.head;
  while (noun !== null && (noun.relation === "conj" || noun.relation === "nmod")) noun = noun.head;
  if (noun === null || !verb.children.some((child) => child.text === "," && child.index === verb.index - 1))
    return false;
  // "was in Oslo, engaged on the matter and encouraging progress", "was the largest donor, giving a million"
  if (noun.dependent("cop") !== undefined && (verb.xpos === "VBG" || noun.dependent("case") !== undefined))
    return true;
  return verb.xpos === "VBG" && ["obj", "obl"].includes(noun.relation);
}

// "urged Tehran to free them": whoever is urged; "promised to free them": whoever promised.
function controllers(head: Token, complement: Token): readonly Token[] {
  if (!isClausal(head)) return holders(head);
  const object = head.dependent("obj", "iobj");
  if (object !== undefined && object.index < complement.index && !isSubjectControl(head)) {
    return members(object).map(referent);
  }
  // "called on Tehran to free them"
  const oblique = head
    .dependents("obl")
    .find(
      (phrase) =>
        phrase.index < complement.index && ["on", "upon", "for"].includes(prepositionOf(phrase) ?? ""),
    );
  if (oblique !== undefined && hasInfinitiveMark(complement) && head.lemma !== "be" && head.upos === "VERB") {
    return members(oblique).map(referent);
  }
  return isPassive(head) ? surfaceSubjects(head) : agents(head);
}

// The few English verbs whose infinitive belongs to the subject although an object stands between.
const SUBJECT_CONTROL = new Set(["promise", "threaten", "vow", "pledge", "use"]);

function isSubjectControl(verb: Token): boolean {
  return SUBJECT_CONTROL.has(verb.lemma);
}

/** Whose a noun is: "his" in "his willingness", "Iran" in "Iran's refusal" and "the refusal of Iran", else the subject of the clause it is object of. */
export function holders(noun: Token): readonly Token[] {
  const possessing = noun.dependents("nmod:poss");
  if (possessing.length > 0) return possessing.flatMap(members);
  const of = obliques(noun, "of");
  if (of.length > 0) return of;
  const { head } = noun;
  if (head === null || !isClausal(head)) return [];
  return ["obj", "obl"].includes(noun.relation) ? agents(head) : [];
}

/** The subjects of the conditions on a verb or on its complement: "Rome" in "threatened to leave unless Rome gives in", "will stay until Rome gives in". */
export function conditionalSubjects(verb: Token): readonly Token[] {
  const clauses = [verb, ...verb.dependents("xcomp", "ccomp")].flatMap((clause) =>
    clause.dependents("advcl"),
  );
  const conditions = clauses.filter(({ children }) =>
    children.some((child) => child.relation === "mark" && /^(unless|if|until|till)$/i.test(child.text)),
  );
  return conditions.flatMap(agents);
}
