import type { Actor } from "./actor.ts";
import type { PronounKind } from "./actor-lexicon.ts";
import type { Discourse, Placed } from "./discourse.ts";
import { partnersOf } from "./encounters.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { deprelOf, headOf, relationOf, TAG, textOf } from "./reading.ts";

/** Who a pronoun stands for, if the text leaves no fair doubt: better nobody than the wrong one. */
export function resolvePronoun(
  discourse: Discourse,
  token: number,
  kind: PronounKind,
): MentionDraft | undefined {
  const actors = antecedent(discourse, token, kind);
  if (actors === undefined || actors.length === 0) return undefined;
  const [only] = actors;
  if (actors.length === 1 && only !== undefined && (kind === "she" || kind === "he")) {
    only.gender ??= kind;
  }
  return {
    tokens: [token, token + 1],
    form: "pronoun",
    actors,
    rule: `pronoun ${kind}`,
    via: `pronoun -> ${actors.map((actor) => actor.name).join(", ")}`,
  };
}

function antecedent(discourse: Discourse, token: number, kind: PronounKind): Actor[] | undefined {
  switch (kind) {
    case "she":
    case "he":
      return one(personMeant(discourse, token, kind));
    case "it":
      return one(bodyFor(discourse, token));
    case "they":
      return severalFor(discourse, token);
    default:
      return undefined;
  }
}

const one = (actor: Actor | undefined): Actor[] | undefined => (actor === undefined ? undefined : [actor]);

/**
 * The person whom "he", "she", "his" or "her" stands for.
 *
 * "Wang said he", "Xi sent a message, expressing his support", "Tleuberdi said. He promised": the subject of the clause
 * around it, else of the sentence before; else the only person of that sentence.
 */
export function personMeant(discourse: Discourse, token: number, gender: "she" | "he"): Actor | undefined {
  const fits = (actor: Actor) =>
    actor.kind === "person" && !actor.plural && (actor.gender === undefined || actor.gender === gender);
  const inClause = praisedBefore(discourse, token, fits) ?? clauseAntecedent(discourse, token, fits);
  if (inClause !== undefined) return inClause;
  const barred = ownSubject(discourse, token);
  const isFree = (actor: Actor) => fits(actor) && !barred.includes(actor);
  const inSentence = [...discourse.before(token, 0)];
  const isNamed = (actor: Actor) => actor.nameWords.length > 0 && isFree(actor);
  const before = firstNamed(inSentence, isNamed) ?? onlyOf(inSentence, isFree);
  if (before !== undefined) return before;
  const sentence = discourse.parsed.sentenceOf(token) - 1;
  for (const subject of discourse.subjectsIn(sentence)) {
    const actor = subject.draft.actors.length === 1 ? subject.draft.actors[0] : undefined;
    if (actor !== undefined && isFree(actor)) return actor;
  }
  return (
    onlyOf(discourse.inSentence(sentence), isFree) ??
    onlyOf([...discourse.before(token, REACH)], (actor) => actor.gender === gender && isFree(actor))
  );
}

/** The verbs of praising somebody for what is theirs. */
const PRAISING = /^(applaud|commend|congratulat|hail|laud|prais|salut|thank|welcom)(e|ed|es|ing|s)?$/;

// "praised the minister's diplomacy and thanked his team": whoever praises praises what is another's, where the sentence has told of another.
function praisedBefore(
  discourse: Discourse,
  token: number,
  fits: (actor: Actor) => boolean,
): Actor | undefined {
  const { parsed } = discourse;
  const thing = headOf(parsed, token);
  if (deprelOf(parsed, token) !== "nmod:poss" || relationOf(parsed, thing) !== "obj") return undefined;
  const verb = headOf(parsed, thing);
  if (!PRAISING.test(textOf(parsed, verb).toLowerCase())) return undefined;
  const praising = new Set<Actor>();
  for (const subject of discourse.clauseSubjects(token))
    for (const actor of subject.draft.actors) praising.add(actor);
  const isOther = (actor: Actor) => fits(actor) && !praising.has(actor);
  const others = [...discourse.before(token, 0)].filter(({ draft }) => draft.actors.some(isOther));
  return onlyOf(others, isOther);
}

/** Sentences back to which the only person known as "he" or "she" is still meant: "Asked about it, she …" after an answer of somebody else's. */
const REACH = 3;

// "the army said it": many people, told by a word for all of them; not "the soldiers".
function isOneBody({ kind, roles, roleText }: Actor): boolean {
  return kind === "group" && roleText !== undefined && roleText.toLowerCase() === roles[0];
}

// "Iran said it would", "Kazakhstan will fulfil its obligations": only a subject of the same sentence; "it" is mostly no actor.
function bodyFor(discourse: Discourse, token: number): Actor | undefined {
  const fits = (actor: Actor) => actor.kind !== "person" && (!actor.plural || isOneBody(actor));
  if (deprelOf(discourse.parsed, token) !== "nmod:poss" && !isReportedSubject(discourse, token))
    return undefined;
  return (
    backedBefore(discourse, token, fits) ??
    clauseAntecedent(discourse, token, fits) ??
    onlyOf(namesBefore(discourse, token), fits) ??
    possessorBefore(discourse, token, fits)
  );
}

/** What stands before somebody who is helped in something of their own. */
const BACKING =
  /^(for|behind|aid(s|ed|ing)?|assist(s|ed|ing)?|back(s|ed|ing)?|help(s|ed|ing)?|support(s|ed|ing)?)$/;

// "support for Chad in its talks with Niger", "backs Chad in its talks": not those who help.
function backedBefore(
  discourse: Discourse,
  token: number,
  fits: (actor: Actor) => boolean,
): Actor | undefined {
  const { parsed } = discourse;
  const helped = /^(in|on|against|throughout)$/.test(textOf(parsed, token - 1))
    ? discourse.at(token - 2)
    : undefined;
  const [actor, ...others] = helped?.draft.actors ?? [];
  if (helped === undefined || actor === undefined || others.length > 0 || !fits(actor)) return undefined;
  const [start, end] = helped.draft.tokens;
  const isBacked = BACKING.test(textOf(parsed, textOf(parsed, start - 1) === "the" ? start - 2 : start - 1));
  return isBacked && end === token - 1 ? actor : undefined;
}

// "We support Georgia and appreciate its contributions": the only body named before it.
function namesBefore(discourse: Discourse, token: number): Placed[] {
  return [...discourse.before(token, 0)].filter(({ draft }) => draft.form === "name");
}

// "Iran said it would respond", "Iran will act if it must"; not "because it was clear", nor an object.
function isReportedSubject({ parsed }: Discourse, token: number): boolean {
  if (relationOf(parsed, token) !== "nsubj") return false;
  const clause = headOf(parsed, token);
  const relation = relationOf(parsed, clause);
  return relation === "ccomp" || (relation === "advcl" && parsed.columns.upos[clause] === TAG.VERB);
}

// "Ukraine agreed. Its government thanked Poland.": at the head of a sentence "its" belongs to the subject before.
function possessorBefore(
  discourse: Discourse,
  token: number,
  fits: (actor: Actor) => boolean,
): Actor | undefined {
  const { parsed } = discourse;
  const sentence = parsed.sentenceOf(token);
  if (parsed.sentenceStart[sentence] !== token || deprelOf(parsed, token) !== "nmod:poss") return undefined;
  const [subject] = discourse.subjectsIn(sentence - 1);
  const actor = subject?.draft.actors.length === 1 ? subject.draft.actors[0] : undefined;
  return actor !== undefined && fits(actor) ? actor : undefined;
}

// "The ministers said they", "Wang and Tleuberdi met. They discussed": the plural subject around it, else before it.
function severalFor(discourse: Discourse, token: number): Actor[] | undefined {
  for (const subject of clauseSubjectsFor(discourse, token)) {
    const actors = pluralActors(discourse, subject);
    if (actors !== undefined) return actors;
  }
  const undergoing = isObject(discourse.parsed, token) ? peopleBefore(discourse, token) : undefined;
  if (undergoing !== undefined) return [undergoing];
  if (isPartOf(discourse.parsed, token)) return undefined;
  for (const subject of subjectsBefore(discourse, token)) {
    const actors = pluralActors(discourse, subject) ?? subjectWithPartner(discourse, subject, token);
    if (actors !== undefined) return actors;
  }
  return undefined;
}

function isObject(parsed: Discourse["parsed"], token: number): boolean {
  return /^i?obj$/.test(relationOf(parsed, token)) || isPartOf(parsed, token);
}

// "six of them", "some of them": so many people of those who were told of, and no body.
function isPartOf(parsed: Discourse["parsed"], token: number): boolean {
  return relationOf(parsed, token) === "nmod" && textOf(parsed, token - 1).toLowerCase() === "of";
}

/**
 * "Police scattered the marchers and beat them", "Marchers filled the square. Police arrested six of them": the only people told of before
 * it in its sentence, whoever does it left out; of those who are counted, else those whom one of the two sentences before is about.
 */
function peopleBefore(discourse: Discourse, token: number): Actor | undefined {
  const barred = ownSubject(discourse, token);
  const isPeople = (actor: Actor) => actor.plural && !isOneBody(actor) && !barred.includes(actor);
  const here = onlyOf([...discourse.before(token, 0)], isPeople);
  if (here !== undefined || !isPartOf(discourse.parsed, token)) return here;
  const own = discourse.parsed.sentenceOf(token);
  for (let sentence = own - 1; sentence >= Math.max(0, own - 2); sentence--) {
    const people =
      onlyOf(discourse.subjectsIn(sentence), isPeople) ?? onlyOf(discourse.inSentence(sentence), isPeople);
    if (people !== undefined) return people;
  }
  return undefined;
}

/** The main subject of the sentence before; where the pronoun opens its sentence as subject ("They also discussed"), of the two before that too. */
function* subjectsBefore(discourse: Discourse, token: number): Generator<Placed> {
  const { parsed } = discourse;
  const own = parsed.sentenceOf(token);
  const isTopic = parsed.sentenceStart[own] === token;
  for (let sentence = own - 1; sentence >= Math.max(0, own - (isTopic ? 3 : 1)); sentence--) {
    const [first] = discourse.subjectsIn(sentence);
    if (first !== undefined) yield first;
  }
}

// "Sullivan met with President Vucic. They talked": the subject and those whom its verb joins it with; of a crowd only where "they" act.
function subjectWithPartner(discourse: Discourse, subject: Placed, token: number): Actor[] | undefined {
  const [actor] = subject.draft.actors;
  if (actor === undefined || actor.kind !== "person") return undefined;
  const isActing = relationOf(discourse.parsed, token) === "nsubj";
  const partners = partnersOf(discourse, subject).filter(
    (partner) => partner !== actor && (isActing || partner.kind === "person"),
  );
  return partners.length === 0 ? undefined : [...new Set([actor, ...partners])];
}

function pluralActors(discourse: Discourse, placed: Placed): Actor[] | undefined {
  const actors = discourse.coordinated(placed);
  return actors.length > 1 || actors.some((actor) => actor.plural || actor.kind === "group")
    ? actors
    : undefined;
}

function clauseAntecedent(
  discourse: Discourse,
  token: number,
  fits: (actor: Actor) => boolean,
): Actor | undefined {
  for (const subject of clauseSubjectsFor(discourse, token)) {
    if (discourse.coordinated(subject).length > 1) continue;
    const actor = subject.draft.actors.length === 1 ? subject.draft.actors[0] : undefined;
    if (actor !== undefined && fits(actor)) return actor;
  }
  return undefined;
}

function* clauseSubjectsFor(discourse: Discourse, token: number): Generator<Placed> {
  const barred = ownSubject(discourse, token);
  for (const subject of discourse.clauseSubjects(token)) {
    if (subject.draft.tokens[0] === token || isSpeaking(subject)) continue;
    if (!subject.draft.actors.some((actor) => barred.includes(actor))) yield subject;
  }
}

// "We stand with Brazil as it …": who says "we" would go on to say "we".
function isSpeaking({ draft }: Placed): boolean {
  return draft.form === "pronoun" && !draft.rule.startsWith("pronoun");
}

// "Xi thanked him": an object is never the subject of its own clause.
function ownSubject(discourse: Discourse, token: number): readonly Actor[] {
  if (!/^(obj|iobj|obl|nmod$|nmod:desc)/.test(deprelOf(discourse.parsed, token))) return [];
  for (const subject of discourse.clauseSubjects(token)) return subject.draft.actors;
  return [];
}

// Of several named before it in its sentence, the first is what the sentence is about.
function firstNamed(placed: readonly Placed[], fits: (actor: Actor) => boolean): Actor | undefined {
  const named = placed.filter(({ draft }) => draft.actors.length === 1 && draft.actors.some(fits));
  return named.at(-1)?.draft.actors[0];
}

function onlyOf(placed: readonly Placed[], fits: (actor: Actor) => boolean): Actor | undefined {
  const found = new Set<Actor>();
  for (const { draft } of placed) {
    if (draft.actors.length === 1) for (const actor of draft.actors) if (fits(actor)) found.add(actor);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
