import type { Token } from "../language/parsed-document.ts";
import type { Entity } from "../mentions/mention.ts";
import { eventKind } from "../ontology/operators.ts";
import { isPassive } from "./clauses.ts";
import type { Match } from "./match.ts";
import { distinctParties, type Meaning, type Party } from "./meaning.ts";
import type { Surroundings } from "./other-side.ts";
import { obliques } from "./phrases.ts";
import { type LightContext, makers, possessors } from "./roles.ts";
import { agents, holders, surfaceSubjects } from "./subjects.ts";
import { SPOKEN_TYPES } from "./telling.ts";

/** What is asked about the words around a subject. */
export interface SubjectSurroundings extends Pick<Surroundings, "partiesAt" | "meaningsAt"> {
  /** Whoever reports the clause a word stands in. */
  readonly speakersOver: (token: Token) => Party[];
  /** Whoever is named right before a verb whose subject the tree has lost. */
  readonly subjectBeside: (verb: Token) => Token | undefined;
}

/**
 * Whoever does what a verb tells where its subject is no party: those who do or make what stands there, who are meant by a pronoun, whom
 * the tree has lost, or who go on doing.
 *
 * @param standing what stands as the subject
 */
export function behindSubject(
  match: Match,
  standing: readonly Token[],
  around: SubjectSurroundings,
  light?: LightContext,
): Party[] {
  const behind = behindStanding(match, standing, around, light);
  return behind.length > 0 ? behind : goingOn(match.head, around);
}

/**
 * The violence that is meant where only its mention is the subject: "condemned the shelling of a hospital, which killed ten": the shelling did,
 * whoever shelled; not "a raid by rebels who killed ten".
 */
export function deedMeantBy(match: Match, around: SubjectSurroundings): readonly Meaning[] | undefined {
  if (!isViolent(match)) return undefined;
  const verb = match.head;
  const { head: noun } = verb;
  const subject = verb.dependent("nsubj");
  if (verb.deprel !== "acl:relcl" || noun === null || !/^(which|that)$/.test(subject?.lowerText ?? ""))
    return undefined;
  if (around.partiesAt([noun]).some(canHarm)) return undefined;
  for (let deed: Token | null = noun; deed !== null && deed.sentence === verb.sentence; deed = deed.head) {
    const meanings = around.meaningsAt(deed).filter(({ kind }) => kind.type === "ASSAULT");
    if (meanings.length > 0) return meanings;
    if (deed.upos === "VERB") return undefined;
  }
  return undefined;
}

function behindStanding(
  match: Match,
  standing: readonly Token[],
  around: SubjectSurroundings,
  light: LightContext | undefined,
): Party[] {
  const behind = behindThings(standing, match, around);
  const head = light?.verb ?? match.head;
  if (behind.length > 0 || (light === undefined && match.trigger.pattern.form !== "verb")) return behind;
  // "said that they will support it": whoever speaks is one of them.
  const open = standing.find(({ lowerText }) => lowerText === "they" || lowerText === "it");
  if (open !== undefined) return around.speakersOver(head).filter(({ entity }) => mayBe(entity, open));
  const beside = around.subjectBeside(head);
  // "Soldiers from the NDC-R have surrendered": to the tree, two subjects.
  return around.partiesAt(beside === undefined ? otherSubjects(head) : [beside]);
}

// "Rome said the talks were useful and urged Oslo to go on": to the tree, the talks urged it.
function goingOn(verb: Token, around: SubjectSurroundings): Party[] {
  const { head } = verb;
  if (verb.relation !== "conj" || verb.xpos !== "VBD" || head?.relation !== "ccomp") return [];
  if (verb.dependent("nsubj", "aux") !== undefined || head.head?.xpos !== "VBD") return [];
  return around.partiesAt(agents(head.head));
}

// "a missile fired by the army hit", "government shelling killed": whoever does it by what stands as the subject; "put out a report
// accusing Rome": and of what is said by it, whoever put it out. Not "ran a plant producing shells".
function behindThings(things: readonly Token[], match: Match, around: SubjectSurroundings): Party[] {
  return distinctParties(
    things.flatMap((thing) => {
      const deeds = around.meaningsAt(thing).filter(({ kind }) => DOING_TYPES.has(kind.type));
      // "Oslo's invasion threatens Rome's harvest", "its programme threatens Rome": a danger, but nobody's word.
      if (isThreat(match)) return around.partiesAt([...makers(thing), ...obliques(thing, "by")]);
      const doers = deeds.flatMap((deed) => deed.actors);
      if (doers.length > 0) return doers;
      if (thing.xpos.startsWith("VB"))
        return around.partiesAt([...surfaceSubjects(thing), ...nounsBefore(thing)]);
      return isSpeech(match) ? saidBy(thing, around) : around.partiesAt(makers(thing));
    }),
  );
}

// The English verbs of bringing a text about.
const ISSUING = new Set(
  "adopt approve circulate deliver draft give issue make pass post present publish put read release send sign submit table write".split(
    " ",
  ),
);

// "a UN report that accused Rome", "a report by the UN": its author's words; "put out a report accusing Rome": those of whoever put it out, not
// of one who rejects it.
function saidBy(paper: Token, around: SubjectSurroundings): Party[] {
  const authors = around.partiesAt([...makers(paper), ...obliques(paper, "by"), ...possessors(paper)]);
  const isIssued = ISSUING.has(paper.head?.lemma ?? "");
  return authors.length > 0 || !isIssued ? authors : around.partiesAt(holders(paper));
}

/** Kinds of events that may stand as the subject for those who do them: "the raid killed ten", "the talks failed to end the war", "Swedish aid helped the girls". */
const DOING_TYPES: ReadonlySet<string> = new Set(["ASSAULT", "CONSULT", "AID"]);

function isSpeech({ trigger: { sense } }: Match): boolean {
  return (
    sense.kind === "operator" ||
    (sense.kind === "frame" && SPOKEN_TYPES.has(eventKind(sense.entry.event).type))
  );
}

function isThreat({ trigger: { sense } }: Match): boolean {
  return sense.kind === "frame" && sense.entry.event.startsWith("THREATEN");
}

function isViolent({ trigger: { sense } }: Match): boolean {
  return sense.kind === "frame" && sense.entry.event.startsWith("ASSAULT");
}

/** Sectors of those who fight, guard or govern. */
const ARMED_SECTORS: ReadonlySet<string> = new Set(["MIL", "COP", "REB", "UAF", "CRM", "GOV", "SPY", "SET"]);

// A hospital, a school and a market kill nobody.
function canHarm({ entity: { kind, sectors } }: Party): boolean {
  return (
    kind !== "organisation" || sectors.some((sector) => ARMED_SECTORS.has(sector)) || sectors.length === 0
  );
}

// "they" may be a spokesman's side, "it" no person.
function mayBe({ kind }: Entity, pronoun: Token): boolean {
  return pronoun.lowerText === "they" || kind !== "person";
}

function otherSubjects(verb: Token): Token[] {
  const subjects = verb.dependents("nsubj");
  return isPassive(verb) || subjects.length < 2 ? [] : subjects.filter(({ index }) => index < verb.index);
}

// "Government shelling killed ten": to the tree, two subjects.
function nounsBefore(gerund: Token): Token[] {
  const subjects = gerund.head?.dependents("nsubj") ?? [];
  return subjects.filter(({ index }) => index < gerund.index);
}
