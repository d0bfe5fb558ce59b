import { COUNTING_NOUNS } from "../language/counting-nouns.ts";
import type { Token } from "../language/parsed-document.ts";
import { hyphenPrefix } from "./hyphens.ts";
import { perToken } from "./per-token.ts";

/**
 * Questions about grammar that frames and operators ask of a dependency tree: who is the subject, what is the object, which
 * oblique carries which preposition - through passives, relative clauses, control and coordination.
 * Answers are tokens; coordinated phrases are answered with all their members.
 */

/** The members of a coordination headed by this token, itself first: "Germany", "France", "the UK". */
export const members = perToken((token: Token): readonly Token[] => {
  const others = token.dependents("conj").filter((other) => isNominal(token) === isNominal(other));
  const all = others.flatMap(members);
  return isNominal(token) && areReporting(token, all) ? [token] : [token, ...all];
});

function areReporting(token: Token, others: readonly Token[]): boolean {
  const [first, last] = [others[0], others.at(-1)];
  return (
    first !== undefined && last !== undefined && hasCommaBetween(token, first) && isReporter(last, token)
  );
}

/**
 * Whether a list's last member stands right before the verb that reports it all: "abducted dozens of women, residents and police said".
 * To the tree, residents and police are abducted too, and nobody says so.
 */
export function isReporter(last: Token, first: Token): boolean {
  const { document, index } = last;
  if (index + 1 >= document.tokenCount) return false;
  const verb = document.token(index + 1);
  return (
    (verb.xpos === "VBD" || verb.xpos === "VBZ") &&
    verb.dependent("nsubj") === undefined &&
    verb.dependents("ccomp").some((clause) => clause.index < first.index)
  );
}

// "welcomed the return of calm and called on them": a verb is no fellow of a noun, whatever the tree says.
function isNominal(token: Token): boolean {
  return !token.xpos.startsWith("VB") || token.dependent("cop") !== undefined;
}

/** The preposition of a phrase ("on" in "on Russia"), lower case; the last where several stand together ("out of"). */
export function prepositionOf(token: Token): string | undefined {
  return caseMarks(token).at(-1)?.lowerText;
}

// "a motion by former president Hosni Mubarak": parsers often hang the preposition on the title before the name.
const caseMarks = perToken((token: Token): readonly Token[] => {
  const marks = token.children.filter((child) => child.relation === "case" && child.index < token.index);
  if (marks.length > 0) return marks;
  // "called on Oslo to act": to the tree, the preposition is the verb's particle and the phrase has none.
  const particle = token.deprel === "obl" ? particleBefore(token) : undefined;
  if (particle !== undefined) return [particle];
  const over = token.deprel === "obl" ? overNumber(token) : undefined;
  if (over !== undefined) return [over];
  const title = token.children.find(
    ({ deprel, index }) => index < token.index && (deprel === "nmod:desc" || deprel === "compound"),
  );
  return title === undefined ? [] : caseMarks(title);
});

// "complained over two raids": to the tree, more than two.
function overNumber(token: Token): Token | undefined {
  const parts = [token, ...token.dependents("nummod")].flatMap(({ children }) => children);
  return parts.find(({ lowerText, relation, index }) => {
    return lowerText === "over" && relation === "advmod" && index < token.index;
  });
}

function particleBefore(phrase: Token): Token | undefined {
  return phrase.head?.children.find(
    ({ deprel, index }) => deprel === "compound:prt" && index === firstWord(phrase) - 1,
  );
}

/** All prepositions of a phrase as one string: "on behalf of", "out of". */
export function caseOf(token: Token): string | undefined {
  const words = caseMarks(token)
    .flatMap((mark) => [mark, ...mark.dependents("fixed")])
    .map((mark) => mark.lowerText);
  return words.length > 0 ? words.join(" ") : undefined;
}

const RELATIVE_WORDS = new Set(["who", "whom", "which", "that", "whose"]);

/** The noun a relative word stands for ("police" for "who" in "police who fired"); any other token itself. */
export const referent = perToken((token: Token): Token => {
  if (token.upos !== "PRON" && token.upos !== "DET" && token.upos !== "SCONJ") return token;
  if (!RELATIVE_WORDS.has(token.lowerText)) return token;
  for (let clause = token.head; clause !== null; clause = clause.head) {
    if (clause.deprel === "acl:relcl" && clause.head !== null) return clause.head;
  }
  return token;
});

// The tags of finite verbs.
const FINITE = new Set(["VBD", "VBP", "VBZ"]);

/** Whether a verb's subject undergoes it: "was arrested", "troops deployed to the border", "the letter signed by both". */
export const isPassive = perToken((verb: Token): boolean => {
  if (verb.dependent("aux:pass") !== undefined) return true;
  // "Oslo called for calm": a finite verb without an auxiliary is active, whatever the tree makes of its subject.
  if (FINITE.has(verb.xpos)) return false;
  const undergoer = verb.dependent("nsubj:pass", "csubj:pass");
  // "guards abused the migrants": with an object and no auxiliary it is active, whatever the tag.
  if (undergoer !== undefined)
    return verb.dependent("obj") === undefined || verb.dependent("aux") !== undefined;
  if (verb.dependent("nsubj", "aux") !== undefined) return false;
  if (verb.xpos !== "VBN") return false;
  if (verb.relation === "conj" && verb.head !== null) return isPassive(verb.head);
  // "signed by both", "as demonstrated by their deal": a bare past participle; only a coordinated one may share an auxiliary.
  return true;
});

/** Those who do: the subject of an active verb, the "by" phrase of a passive one. */
export const agents = perToken((verb: Token): readonly Token[] => {
  if (!isPassive(verb)) return surfaceSubjects(verb);
  const agent =
    verb.dependent("obl:agent") ?? verb.dependents("obl").find((oblique) => prepositionOf(oblique) === "by");
  return agent === undefined ? [] : members(agent).map(referent);
});

/** Those who undergo: the object of an active verb, the subject of a passive one. */
export const patients = perToken((verb: Token): readonly Token[] => {
  // "Kyiv was given weapons": the object stays where it is, and whoever gets it is the subject.
  if (isPassive(verb) && !isDitransitivePassive(verb)) return surfaceSubjects(verb);
  const direct = verb.dependents("obj");
  const objects = direct.length > 0 ? direct : verb.dependents("iobj");
  if (objects.length === 0) objects.push(...mistakenObjects(verb));
  if (objects.length === 0) return objectGap(verb);
  // Where a tree gives two objects, the one after the verb is the likelier, and of two there the last ("granted Rome an extension"),
  // if no comma parts them ("freed ten prisoners, among them a priest").
  const [first, second] = objects.filter(({ index }) => index > verb.index);
  if (first !== undefined && second !== undefined && isTitleOf(first, second)) {
    return [...members(first), ...members(second)].map(referent);
  }
  const last = first !== undefined && second !== undefined && hasCommaBetween(first, second) ? first : second;
  const object = last ?? first ?? (objects[0] as Token);
  return (secondObject(object) ?? members(object)).map(referent);
});

// "called [the envoy] a fool": to the tree, two things that are said of nobody.
function isFirstOfTwoPredicates(verb: Token, noun: Token): boolean {
  const nouns = verb.dependents("xcomp").filter(({ upos }) => upos === "NOUN" || upos === "PROPN");
  return nouns.length === 2 && nouns[0] === noun;
}

// "offered Rome and Paris [its support]": to the tree, a third in the list, although the "and" is behind us.
function secondObject(object: Token): readonly Token[] | undefined {
  const [first, second] = object.dependents("conj").slice(-2);
  const last = second ?? first;
  const owner = last?.dependent("nmod:poss");
  if (last === undefined || owner?.upos !== "PRON" || owner.index === 0) return undefined;
  const before = object.document.token(owner.index - 1);
  return /^(and|or|nor|but|&|,|;|both|all)$/.test(before.lowerText) || before.upos === "ADP"
    ? undefined
    : members(last);
}

// What the tree mistakes for something else: "killed [at least 12 soldiers]" for an oblique, "arrested [Prime Minister Hamdok]" for a complement.
function mistakenObjects(verb: Token): Token[] {
  const held = verb.children.flatMap(
    (child) => heldObject(verb, child) ?? namedBehindManner(verb, child) ?? [],
  );
  if (held.length > 0) return held;
  return verb.children.filter((child) => {
    if (child.index < verb.index || child.dependent("cop") !== undefined) return false;
    if (child.deprel === "xcomp")
      return caseOf(child) === undefined && (child.upos === "PROPN" || isFirstOfTwoPredicates(verb, child));
    // "barred the senator to speak": behind the verb no second subject.
    if (child.deprel === "nsubj") return verb.dependents("nsubj").some(({ index }) => index < verb.index);
    return isBareOblique(child) || (child.deprel === "obl" && isBoundedAmount(child));
  });
}

// "condemned in the strongest terms [the junta]": to the tree, another name for the terms.
function namedBehindManner(verb: Token, manner: Token): Token | undefined {
  if (manner.relation !== "obl" || manner.index < verb.index || !MANNERS.has(manner.lemma)) return undefined;
  const named = manner.children.find(
    ({ relation, index }) =>
      index > manner.index && (relation === "appos" || relation === "conj" || relation === "nmod"),
  );
  const isPlain = named !== undefined && caseOf(named) === undefined && named.dependent("cc") === undefined;
  return isPlain && !hasCommaBetween(manner, named) ? named : undefined;
}

// Nouns that say how something is said, as lemmas.
const MANNERS: ReadonlySet<string> = new Set([
  "term",
  "manner",
  "way",
  "language",
  "fashion",
  "tone",
  "word",
]);

// "released [two guards] held captive by them": the tree may have a clause of its own there, with the object for its subject.
function heldObject(verb: Token, clause: Token): Token | undefined {
  if (clause.xpos !== "VBN" || !["advcl", "ccomp", "xcomp"].includes(clause.relation)) return undefined;
  if (clause.dependent("aux", "mark", "cop") !== undefined) return undefined;
  const subject = clause.dependent("nsubj");
  return subject !== undefined && verb.index < subject.index && subject.index < clause.index
    ? subject
    : undefined;
}

// "at least 12 soldiers", "at most five", "up to 900 soldiers": no preposition, but how many.
function isBoundedAmount(noun: Token): boolean {
  const [first, second] = noun.children;
  if (first?.lowerText === "at") return /^(least|most)$/i.test(second?.text ?? "");
  const isTo = first?.lowerText === "to" && second?.relation === "nummod" && second.index === first.index + 1;
  return isTo && first.index > 0 && noun.document.token(first.index - 1).lowerText === "up";
}

// Without a preposition it is no oblique: that would be `obl:unmarked`, and a time.
function isBareOblique(noun: Token): boolean {
  return noun.deprel === "obl" && ["NOUN", "PROPN"].includes(noun.upos) && caseOf(noun) === undefined;
}

// "the sanctions that Russia imposed", "the sanctions Russia imposed": the noun is the object of its relative clause.
function objectGap(verb: Token): readonly Token[] {
  if (verb.deprel !== "acl:relcl" || verb.head === null) return [];
  const subject = verb.dependent("nsubj");
  if (subject === undefined || referent(subject) !== subject) return [];
  // "Eritrea, whose soldiers fought": the noun is the possessor, and no object.
  const possessor = subject.dependent("nmod:poss");
  if (possessor !== undefined && referent(possessor) !== possessor) return [];
  return [verb.head];
}

// With a subject before it that undergoes, and an object behind it.
function isDitransitivePassive(verb: Token): boolean {
  const subject = verb.dependent("nsubj:pass");
  const object = verb.dependent("obj");
  return (
    subject !== undefined && object !== undefined && subject.index < verb.index && verb.index < object.index
  );
}

/** The indirect object ("gave Kyiv weapons", "Kyiv was given weapons"). */
export function indirectObjects(verb: Token): readonly Token[] {
  if (isPassive(verb) && isDitransitivePassive(verb)) return surfaceSubjects(verb);
  const indirect = verb.dependent("iobj") ?? mistakenIndirectObject(verb);
  if (indirect === undefined) return [];
  const given = isPassive(verb) ? undefined : secondObject(indirect);
  const all = members(indirect).map(referent);
  return given === undefined ? all : all.filter((token) => !given.includes(token));
}

// What the tree mistakes for a second object or for part of the first: "granted [Rome] an extension", "gave [Rome] leave to go". Not
// "withdrew the [arrest] warrant", whose words make one noun.
function mistakenIndirectObject(verb: Token): Token | undefined {
  if (isPassive(verb)) return undefined;
  const [first, second] = verb.dependents("obj").filter(({ index }) => index > verb.index);
  if (first === undefined) return undefined;
  if (second !== undefined)
    return isNounBefore(first, second) || hasCommaBetween(first, second) ? undefined : first;
  if (secondObject(first) !== undefined) return first;
  return first.children.find(
    (child) => child.relation === "compound" && child.upos === "PROPN" && firstWord(child) === verb.index + 1,
  );
}

// "the former president Jan Berg": to the tree, two objects.
function isTitleOf(first: Token, second: Token): boolean {
  return isNounBefore(first, second) && second.upos === "PROPN";
}

/** Index of the first word of a phrase. */
function firstWord(phrase: Token): number {
  return Math.min(phrase.index, ...phrase.children.map(({ index }) => index));
}

function hasCommaBetween(first: Token, second: Token): boolean {
  const { document, index } = first;
  for (let i = index + 1; i < second.index; i++) if (document.token(i).text === ",") return true;
  return false;
}

function isNounBefore(first: Token, second: Token): boolean {
  return first.upos === "NOUN" && first.index === second.index - 1;
}

/** Phrases with this preposition among a verb's obliques or a noun's modifiers. */
export function obliques(head: Token, preposition: string): Token[] {
  return prepositionalPhrases(head)
    .filter((phrase) => phrase.last === preposition || phrase.all === preposition)
    .flatMap(({ token }) => members(token))
    .map(referent);
}

interface PrepositionalPhrase {
  readonly token: Token;
  /** Its last preposition ("of"), and all of them ("out of"). */
  readonly last: string | undefined;
  readonly all: string;
}

const prepositionalPhrases = perToken((head: Token): readonly PrepositionalPhrase[] =>
  head.dependents("obl", "nmod", "advmod").flatMap((token) => {
    const all = caseOf(token);
    return all === undefined ? [] : { token, last: prepositionOf(token), all };
  }),
);

/**
 * Phrases with this preposition that belong to a noun; where it has none of its own, those that follow it on its verb: parsers
 * often hang "with Oslo" in "cancelled its talks with Oslo" on the verb.
 */
export function complements(noun: Token, preposition: string): readonly Token[] {
  const own = obliques(noun, preposition);
  const { head } = noun;
  if (own.length > 0 || head === null || !isOpenToPhrases(noun)) return own;
  return obliques(head, preposition).filter((phrase) => phrase.index > noun.index);
}

// "engagement and collaboration with Oslo": what stands behind a list of nouns hangs on its first.
function isOpenToPhrases({ relation, head }: Token): boolean {
  if (relation === "conj") return head !== null && !isClausal(head);
  return relation === "obj" || relation === "obl" || relation === "nsubj";
}

/** The subject as it stands before the verb, found through coordination, control and participles where it is not said again. */
export const surfaceSubjects = perToken((verb: Token): readonly Token[] => {
  const own = verb.dependents("nsubj").filter((subject) => !isTiedTo(subject, verb));
  // "Oslo has for ten years worked with Rome": to the tree, the auxiliary's.
  if (own.length === 0) own.push(...verb.dependents("aux").flatMap((aux) => aux.dependents("nsubj")));
  if (own.length === 0) own.push(...bareObliques(verb));
  if (own.length === 0) return sharedSubjects(verb);
  // Where a tree gives two subjects, the one nearest before the verb is the likelier.
  const nearest = own.filter((subject) => subject.index < verb.index).at(-1) ?? (own[0] as Token);
  return members(nearest).flatMap((subject) => {
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
      if (isWitnessed(verb, head) || isReason(verb, head)) return controllers(head, verb);
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
  // "was in Oslo, engaged on the matter and encouraging progress"
  if (noun.dependent("cop") !== undefined && noun.dependent("case") !== undefined) return true;
  return verb.xpos === "VBG" && ["obj", "obl"].includes(noun.relation);
}

/** The head of the nearest clause a word stands in: itself first, and a root where there is none. */
export function clauseOf(token: Token): Token {
  for (let node = token; ; node = node.head) if (isClausal(node) || node.head === null) return node;
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

/** Whether the tree has an infinitive for a subject where another stands before: "[Oslo] is about [to leave]". Not "it is hard to leave". */
export function isTakenForSubject(clause: Token): boolean {
  const { head } = clause;
  if (clause.relation !== "csubj" || head === null || clause.index < head.index) return false;
  const subject = head.dependent("nsubj");
  return subject !== undefined && subject.lowerText !== "it" && hasInfinitiveMark(clause);
}

/** Whether a token heads a clause: a verb, or a predicate with a copula or a subject ("is ready to"). */
export const isClausal = perToken((token: Token): boolean => {
  return token.upos === "VERB" || token.dependent("cop", "nsubj", "aux") !== undefined;
});

/** Words that deny what they stand beside, in lower case. */
export const NEGATION = /^(not|never|n't|n’t)$/;

export function hasInfinitiveMark(verb: Token): boolean {
  return verb.children.some((child) => child.upos === "PART" && child.lowerText === "to");
}

// Words and signs of money, as lemmas.
const MONEY_NOUNS: ReadonlySet<string> = new Set(
  "dollar euro pound yen yuan rouble ruble rupee franc lira krone krona won rand peso real $ € £ ¥".split(
    " ",
  ),
);

// Words that stand for part of what follows with "of", as lemmas; figures do so too.
const PARTITIVES: ReadonlySet<string> = new Set(
  "all any both each few half many more most much none one several some".split(" "),
);

/**
 * What a counting word counts ("protesters" in "thousands of protesters", "some of the protesters"); money and what it is given as
 * ("five million dollars in aid"); any other token itself.
 */
export function counted(token: Token): readonly Token[] {
  if (MONEY_NOUNS.has(token.lemma)) return [token, ...complements(token, "in")];
  const things = isCounting(token) ? obliques(token, "of") : [];
  return things.length > 0 ? things.flatMap(counted) : [token];
}

function isCounting({ lemma, upos }: Token): boolean {
  return COUNTING_NOUNS.has(lemma) || PARTITIVES.has(lemma) || upos === "NUM";
}
