import { gathered } from "../document/gathered.ts";
import type { Token } from "../language/parsed-document.ts";
import { hasInfinitiveMark, isClausal, isPassive, NEGATION } from "./clauses.ts";
import type { LexiconTrigger, TriggerIndex } from "./coding-lexicon.ts";
import { members } from "./coordination.ts";
import { counted } from "./counted.ts";
import { isWord, spellings } from "./hyphens.ts";
import { patients } from "./objects.ts";
import type { FixedPart, TriggerPattern } from "./pattern.ts";
import { perToken } from "./per-token.ts";
import { complements, obliques, prepositionOf } from "./phrases.ts";
import { surfaceSubjects } from "./subjects.ts";

/** A lexicon trigger found in the text. */
export interface Match {
  readonly trigger: LexiconTrigger;
  readonly head: Token;
  /** The fixed words besides the head, in text order. */
  readonly fixed: readonly Token[];
  /** The fixed noun a verb takes ("sanctions" in "impose sanctions", "demands" in "bow to demands"): parties may hang on it. */
  readonly fixedNoun?: Token;
  /** The object that met the entry's condition ("aid" in "send aid"): it is no event of its own, and parties may hang on it. */
  readonly object?: Token;
}

/** Whether an actor is mentioned at a token. */
export type IsActor = (token: Token) => boolean;

/**
 * The triggers that match at a token, the most specific first; of equals, in the order of the files.
 *
 * @param isActor who counts as a name in conditions (`@name`) beside proper nouns and pronouns
 */
export function matchesAt(token: Token, triggers: TriggerIndex, isActor: IsActor = () => false): Match[] {
  const { lemma, lowerText } = token;
  const found: Match[] = [];
  for (const word of lemma === lowerText ? [lemma] : [lowerText, lemma]) {
    for (const trigger of triggers.get(word) ?? []) {
      const match = matchTrigger(token, trigger, isActor);
      if (match !== undefined) found.push(match);
    }
  }
  if (found.length < 2) return found;
  return found.sort(
    (a, b) =>
      specificity(b.trigger) - specificity(a.trigger) ||
      KIND_RANK[b.trigger.sense.kind] - KIND_RANK[a.trigger.sense.kind],
  );
}

// "accused Congo of attacking them": with an event in its content, an operator says more than a frame of the same words.
const KIND_RANK = { light: 3, operator: 2, frame: 1, cue: 0 } as const;

/** How much a trigger asks for: its words, and then a condition on its object or its sentence. */
export function specificity(trigger: LexiconTrigger): number {
  const conditions = [trigger.object, trigger.sentence].filter((condition) => condition !== undefined);
  return trigger.pattern.specificity * 2 + Math.min(conditions.length, 1);
}

function matchTrigger(token: Token, written: LexiconTrigger, isActor: IsActor): Match | undefined {
  // "cease-fire" is filed under "fire" too.
  if (!hasForm(token, written.pattern) || !isWord(token, written.pattern.head)) return undefined;
  const trigger = withPreposition(token, written);
  const { pattern } = trigger;
  if (trigger.transitive === "none" && hasObject(token)) return undefined;
  if (trigger.transitive === "only" && patients(token).length === 0) return undefined;
  if (trigger.isPlain && hasPredicate(token)) return undefined;
  const fixed: Token[] = [];
  const modifiers = modifiersOf(token, pattern.modifiers);
  if (modifiers === undefined) return undefined;
  fixed.push(...modifiers);
  if (pattern.isDenied) {
    const negation = token.dependents("advmod").find(({ lowerText }) => NEGATION.test(lowerText));
    if (negation === undefined) return undefined;
    fixed.push(negation);
  }

  let opens = pattern.opens;
  if (pattern.particle !== undefined) {
    const particle = particleOf(token, pattern.particle);
    if (particle !== undefined) fixed.push(particle);
    else if (opens === undefined && obliques(token, pattern.particle).length > 0) opens = pattern.particle;
    // "pulled out of the talks", "forced it out of the country": the tree may have both words as prepositions.
    else {
      const written = particleOfPhrase(token, pattern.particle, opens ?? pattern.parts[0]?.preposition);
      if (written === undefined) return undefined;
      fixed.push(written);
    }
  }
  let fixedNoun: Token | undefined;
  for (const part of pattern.parts) {
    const noun = partOf(token, part, fixedNoun);
    if (noun === undefined) return undefined;
    fixed.push(noun.head, ...noun.modifiers);
    fixedNoun ??= noun.head;
  }
  if (trigger.clause === "none" && hasContentClause(token, fixedNoun, opens)) return undefined;
  if (trigger.clause === "unasked" && isAsked(token, opens ?? pattern.particle)) return undefined;
  if (opens !== undefined && !hasOpening(token, fixedNoun, opens)) return undefined;
  if (trigger.sentence !== undefined && !hasWord(token, trigger.sentence)) return undefined;
  const isConditioned = trigger.unless !== undefined || trigger.object !== undefined;
  const objects = isConditioned ? objectsOf(token, pattern, fixedNoun) : [];
  const holds = (object: Token, words: ReadonlySet<string> | undefined) =>
    words !== undefined && (holdsWord(object, words) || (words.has(ANY_NAME) && isActor(object)));
  if (objects.some((object) => holds(object, trigger.unless))) return undefined;
  const object =
    objects.find((candidate) => holds(candidate, trigger.object)) ??
    (isGiving(trigger) && objects.some(isActor)
      ? obliques(token, "with").find((thing) => holds(thing, trigger.object) && !holds(thing, trigger.unless))
      : undefined);
  if (trigger.object !== undefined && object === undefined && !meetsAlone(token, pattern, trigger.object))
    return undefined;
  fixed.sort((a, b) => a.index - b.index);
  return {
    trigger,
    head: token,
    fixed,
    ...(fixedNoun !== undefined && { fixedNoun }),
    ...(object !== undefined && { object }),
  };
}

// "supplied [Chad] with [wheat]": what gives something to somebody may have who gets it for its object.
function isGiving({ sense, pattern, object }: LexiconTrigger): boolean {
  const isVerb = pattern.form === "verb" && pattern.opens === undefined && pattern.parts.length === 0;
  return (
    isVerb && object !== undefined && sense.kind === "frame" && sense.entry.recipient.includes("indirect")
  );
}

// "went on strike", "put them on trial": a word that could be a particle is the preposition of the fixed noun, unless the tree has
// it as a particle ("set off a bomb").
function withPreposition(token: Token, trigger: LexiconTrigger): LexiconTrigger {
  const { pattern } = trigger;
  const { particle } = pattern;
  const [first, ...parts] = pattern.parts;
  if (particle === undefined || first === undefined || first.preposition !== undefined) return trigger;
  if (obliques(token, particle).length === 0 || particleOf(token, particle) !== undefined) return trigger;
  const placed = [{ ...first, preposition: particle }, ...parts];
  return { ...trigger, pattern: { ...pattern, particle: undefined, parts: placed } };
}

function hasForm(token: Token, pattern: TriggerPattern): boolean {
  switch (pattern.form) {
    case "verb":
      // "the attacked village": a participle before its noun tells of the noun, it does not report.
      // "would free the prisoners", "to ban voting": with an auxiliary or mark and an object it is a verb, whatever its tag.
      return token.xpos.startsWith("VB")
        ? token.deprel !== "amod" && token.relation !== "aux"
        : (token.dependent("aux") ?? token.dependent("mark")) !== undefined &&
            token.dependent("obj") !== undefined;
    case "noun":
      return token.upos === "NOUN" || token.upos === "PROPN";
    case "adjective":
      return (token.upos === "ADJ" || token.xpos === "VBN") && token.deprel !== "amod";
  }
}

function hasWord(token: Token, words: ReadonlySet<string>): boolean {
  return token.sentence.tokens.some(({ lemma, lowerText }) => words.has(lemma) || words.has(lowerText));
}

function hasObject(verb: Token): boolean {
  return verb.upos === "VERB" && (isPassive(verb) || verb.dependent("obj", "ccomp") !== undefined);
}

// "called the president a liar", "called the plan unfair": a noun or adjective said of the object.
function hasPredicate(verb: Token): boolean {
  const objects = verb.dependents("obj", "iobj");
  const said = verb.dependents("xcomp", "ccomp").filter(({ upos }) => upos !== "VERB");
  // Parsers take a name for a predicate where no object stands beside it.
  return objects.length > 1 || said.some(({ upos }) => upos !== "PROPN" || objects.length > 0);
}

// "recognised that it exists", "a commitment to [help]", "confidence in Oslo in [keeping] the peace": a clause that says what is meant.
function hasContentClause(head: Token, fixedNoun: Token | undefined, opens: string | undefined): boolean {
  const places = fixedNoun === undefined ? [head] : [head, fixedNoun];
  const last = fixedNoun ?? head;
  // "its commitment to Oslo's safety and to helping it": whatever else there is, Oslo is named first.
  const things = opens === undefined ? patients(head) : places.flatMap((place) => obliques(place, opens));
  const named = things.filter(({ index }) => index > last.index);
  return places.some(({ children }) =>
    children.some((clause) => {
      if (clause.index < last.index || !isClausal(clause)) return false;
      if (named.some(({ index }) => index < clause.index)) return false;
      if (clause.relation === "ccomp" || clause.relation === "xcomp") return true;
      const isMarked = /^(that|to|in)$/.test(clause.dependent("mark")?.lowerText ?? "");
      return (clause.deprel === "acl" || clause.deprel === "advcl") && isMarked;
    }),
  );
}

// "called on the president to [resign]", "on leaders in Chad to [talk]": on the verb, or anywhere on whoever is asked.
function isAsked(verb: Token, opens: string | undefined): boolean {
  const isTask = (clause: Token) => /^(xcomp|advcl|acl)$/.test(clause.deprel) && hasInfinitiveMark(clause);
  const isWithin = (noun: Token): boolean =>
    noun.children.some((child) => isTask(child) || (child.upos !== "VERB" && isWithin(child)));
  return verb.children.some(isTask) || (opens !== undefined && obliques(verb, opens).some(isWithin));
}

const MODIFYING_RELATIONS: ReadonlySet<string> = new Set(["amod", "compound", "nmod", "nummod", "advmod"]);

function modifiersOf(noun: Token, words: readonly string[]): Token[] | undefined {
  const found: Token[] = [];
  for (const word of words) {
    const modifier = noun.children.find(
      (child) => child.index < noun.index && MODIFYING_RELATIONS.has(child.relation) && isWord(child, word),
    );
    if (modifier === undefined) return undefined;
    found.push(modifier);
  }
  return found;
}

function particleOf(verb: Token, particle: string): Token | undefined {
  const isParticle = ({ lowerText }: Token) => lowerText === particle;
  const own = verb.children.find(
    (child) => isParticle(child) && ["compound:prt", "advmod"].includes(child.deprel),
  );
  // "rolled back tariffs": parsers hang the particle on the object it stands before.
  return (
    own ??
    wordsOfObjects(verb).find(
      (child) => isParticle(child) && child.index === verb.index + 1 && child.relation !== "case",
    )
  );
}

const wordsOfObjects = perToken((verb: Token): readonly Token[] =>
  gathered(patients(verb), ({ children }) => children),
);

function particleOfPhrase(verb: Token, particle: string, preposition = ""): Token | undefined {
  const phrases = gathered([verb, ...patients(verb)], (place) =>
    obliques(place, `${particle} ${preposition}`),
  );
  return gathered(phrases, ({ children }) => children).find(
    ({ lowerText, relation }) => relation === "case" && lowerText === particle,
  );
}

// "ordered the paper to suspend publication", "allowed the refugees to return": to parsers the infinitive is as often an adjunct as a
// complement, or hangs on whoever is to do it.
function infinitives(verb: Token): Token[] {
  const doers = [...verb.dependents("obj", "iobj")];
  return [...verb.dependents("advcl"), ...gathered(doers, (doer) => doer.dependents("acl"))].filter(
    hasInfinitiveMark,
  );
}

// What a verb's fixed words without a preposition may be: "sanctions" in "impose sanctions".
const fixedObjects = perToken((verb: Token): readonly Token[] => [
  ...withCounted(patients(verb)),
  // "gave the rebels [one week]": to the tree, when it was given.
  ...verb.children.filter(({ deprel, index }) => deprel === "obl:unmarked" && index > verb.index),
  ...verb.dependents("xcomp"),
  ...infinitives(verb),
]);

function partOf(
  verb: Token,
  part: FixedPart,
  fixedNoun: Token | undefined,
): { head: Token; modifiers: Token[] } | undefined {
  const heads =
    part.preposition === undefined
      ? fixedObjects(verb)
      : [
          ...obliques(verb, part.preposition),
          // "relieved the general of his duties": parsers hang the phrase on the object as often as on the verb.
          ...gathered(fixedNoun === undefined ? patients(verb) : [fixedNoun], (noun) =>
            obliques(noun, part.preposition as string),
          ),
        ];
  for (const head of heads) {
    if (part.word === undefined || !isWord(head, part.word)) continue;
    const modifiers = modifiersOf(head, part.modifiers);
    if (modifiers !== undefined) return { head, modifiers };
  }
  return part.preposition === undefined ? objectOfInfinitive(verb, part) : undefined;
}

// "order suspend publication": ordered the paper to [suspend publication].
function objectOfInfinitive(
  verb: Token,
  { word, modifiers: [deed, ...more] }: FixedPart,
): { head: Token; modifiers: Token[] } | undefined {
  if (word === undefined || deed === undefined || more.length > 0) return undefined;
  for (const clause of [...verb.dependents("xcomp"), ...infinitives(verb)]) {
    const head = isWord(clause, deed)
      ? [...patients(clause), ...clause.dependents("xcomp")].find((object) => isWord(object, word))
      : undefined;
    if (head !== undefined) return { head, modifiers: [clause] };
  }
  return undefined;
}

// "imposed a series of sanctions"
function withCounted(nouns: readonly Token[]): Token[] {
  return [...new Set(gathered(nouns, (noun) => [noun, ...counted(noun)]))];
}

/** The clauses that a preposition opens: "ensuring" in "called for ensuring the safety". */
export function prepositionalClauses(head: Token, preposition: string): Token[] {
  return head.children.filter(
    (child) =>
      ["advcl", "ccomp", "xcomp", "acl", "obl", "nmod"].includes(child.relation) &&
      child.children.some((mark) => mark.relation === "mark" && mark.lowerText === preposition),
  );
}

function hasOpening(head: Token, fixedNoun: Token | undefined, preposition: string): boolean {
  const heads = fixedNoun === undefined ? [head] : [head, fixedNoun];
  return heads.some(
    (place) =>
      (place.upos === "VERB" ? obliques : complements)(place, preposition).some(
        (phrase) => !isFronted(phrase, place, preposition),
      ) ||
      prepositionalClauses(place, preposition).length > 0 ||
      // "the talks he called for": the preposition is stranded.
      place.children.some(
        (child) =>
          child.index > place.index &&
          child.lowerText === preposition &&
          child.children.length === 0 &&
          child.relation !== "mark",
      ),
  );
}

// "For this reason Oslo called on Rome": what opens the clause is no complement of its verb. "for which it called" is.
function isFronted(phrase: Token, verb: Token, preposition: string): boolean {
  return (
    phrase.head === verb &&
    phrase.index < verb.index &&
    prepositionOf(phrase) === preposition &&
    verb.upos === "VERB"
  );
}

// "sanctions on Chad": a noun's own words may be what the entry's verbs ask of their object ("imposed sanctions").
function meetsAlone(head: Token, pattern: TriggerPattern, words: ReadonlySet<string>): boolean {
  return pattern.form === "noun" && (words.has(head.lemma) || words.has(head.lowerText));
}

/** What conditions on the object look at: a verb's object or opened phrase, a noun's complements and modifiers. */
function objectsOf(head: Token, pattern: TriggerPattern, fixedNoun: Token | undefined): Token[] {
  const opened = pattern.opens ?? pattern.particle;
  // "blocked access to the site", "set fire to the house": the phrase may hang on the noun or on the verb.
  const heads = fixedNoun === undefined ? [head] : [head, fixedNoun];
  const opening = opened === undefined ? [] : gathered(heads, (place) => obliques(place, opened));
  if (pattern.form === "verb") {
    const undergoing = patients(head);
    const isObject = fixedNoun !== undefined && undergoing.includes(fixedNoun);
    const objects = gathered([...(isObject ? [] : undergoing), ...opening], counted);
    return fixedNoun === undefined ? objects : [...objects, fixedNoun];
  }
  // "our help is welcome": what is said to be so.
  const described = pattern.form === "adjective" ? surfaceSubjects(head) : [];
  const complements = head.children.filter((child) =>
    ["nmod", "compound", "amod", "acl"].includes(child.relation),
  );
  return [...described, ...gathered(gathered(complements, members), counted), ...opening];
}

// "humanitarian aid", "Ambassador Jon Huntsman": the class may name the head word, or one that stands with it in the phrase.
function holdsWord(token: Token, words: ReadonlySet<string>): boolean {
  if (words.has(ANY_NAME) && (token.upos === "PROPN" || token.upos === "PRON")) return true;
  return [token, ...token.children.filter((child) => PHRASE_RELATIONS.has(child.deprel))].some(
    (part) =>
      words.has(part.lemma) || words.has(part.lowerText) || spellings(part).some((word) => words.has(word)),
  );
}

/** In a condition: any name, pronoun or actor ("released *Moncayo*", "released *them*"), whose kind no list can tell. */
const ANY_NAME = "@name";

const PHRASE_RELATIONS = new Set(["compound", "amod", "flat", "nmod:desc", "appos"]);
