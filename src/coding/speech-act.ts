import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity } from "../mentions/mention.ts";
import { cueMatchAt } from "./attribution.ts";
import { hasInfinitiveMark, NEGATION } from "./clauses.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { members } from "./coordination.ts";
import type { Cue } from "./entries.ts";
import type { Match } from "./match.ts";
import { isOneSide, ownSideAt } from "./own-side.ts";
import type { SpeechAct } from "./records.ts";
import { sourcesAt, UNKNOWN_CODE } from "./sources.ts";
import { agents, surfaceSubjects } from "./subjects.ts";

/** What the acts of speaking and binding are read with. */
export interface SpeechContext {
  readonly mentions: DocumentMentions;
  readonly lexicon: CodingLexicon;
}

/** What a clause in a speaker's mouth does: the word that says so, whose deed it is, and the verb that names the deed. */
export interface ClauseAct {
  readonly act: SpeechAct;
  readonly doers: readonly Entity[];
  /** The word of the clause that is itself a cue ("willing", "thank"), with its entry; absent where an auxiliary tells ("will"). */
  readonly cued?: { readonly cue: Cue; readonly match: Match };
  readonly verb: Token;
}

/** Acts that say nothing more than that something is told. */
const PLAIN: ReadonlySet<SpeechAct> = new Set(["assert", "announce"]);

/** The act of a statement: the cue's, or where that only tells, the first that its clauses do ("said it would help" pledges). */
export function speechActOf(cue: Cue | undefined, acts: readonly ClauseAct[]): SpeechAct {
  if (cue !== undefined && !PLAIN.has(cue.act)) return cue.act;
  return acts.find(({ act }) => !PLAIN.has(act))?.act ?? cue?.act ?? "assert";
}

/** What each clause of a content does in its speaker's mouth, in text order; clauses that only tell something are left out. */
export function clauseActs(heads: readonly Token[], speaker: Entity, context: SpeechContext): ClauseAct[] {
  const clauses = heads.flatMap((head) => members(head));
  return [...new Set(clauses)].flatMap((clause) => {
    const subjects = clause.upos === "VERB" ? agents(clause) : surfaceSubjects(clause);
    const acts = [clause, ...strayFellows(clause)].map((one) => clauseAct(one, subjects, speaker, context));
    return acts.flatMap((act) => act ?? []);
  });
}

// "welcomes him to come and will ensure his safety": a verb with an auxiliary of its own is no fellow of an infinitive, whatever the
// tree says.
function strayFellows(clause: Token): Token[] {
  const infinitives = clause.dependents("xcomp").filter(hasInfinitiveMark);
  return infinitives.flatMap((infinitive) =>
    infinitive
      .dependents("conj")
      .filter((fellow) => fellow.dependents("aux").some(({ xpos }) => xpos === "MD")),
  );
}

function clauseAct(
  clause: Token,
  subjects: readonly Token[],
  speaker: Entity,
  context: SpeechContext,
): ClauseAct | undefined {
  const { mentions, lexicon } = context;
  const doers = ownSideAt(subjects, speaker, mentions);
  if (isNegated(clause)) return undefined;
  const verb = performed(clause);
  if (doers.length > 0) {
    const cued = cueMatchAt(verb, lexicon);
    const meant = modifierAct(clause, "own side", context);
    // "will continue to support them": support that is to come is promised.
    const isPromised = meant === "pledge" && cued?.cue.act === "support";
    if (cued !== undefined && !PLAIN.has(cued.cue.act) && !isPromised)
      return { act: cued.cue.act, doers, cued, verb };
    return meant && { act: meant, doers, verb: clause };
  }
  const act = modifierAct(clause, "others", context);
  const others = sourcesAt(subjects, mentions).filter(({ code }) => code !== UNKNOWN_CODE);
  if (act === undefined || others.length === 0 || others.some((other) => isOneSide(other, speaker)))
    return undefined;
  return { act, doers: others, verb: clause };
}

// "would like to thank", "continues to support": what one wants to do in speaking one does.
function performed(clause: Token): Token {
  const inner = clause.dependent("xcomp");
  if (
    inner === undefined ||
    !hasInfinitiveMark(inner) ||
    !/^(like|want|wish|love|continue)$/.test(clause.lemma)
  )
    return clause;
  return performed(inner);
}

function isNegated(clause: Token): boolean {
  return clause.children.some(({ relation, lowerText }) => relation === "advmod" && NEGATION.test(lowerText));
}

/** The act that an auxiliary makes of a clause: "will help", "must withdraw"; coordinated verbs share it. */
function modifierAct(
  clause: Token,
  deedOf: "own side" | "others",
  { lexicon }: SpeechContext,
): SpeechAct | undefined {
  const isShared = clause.relation === "conj" && clause.dependent("aux", "nsubj") === undefined;
  const holder = isShared && clause.head !== null ? clause.head : clause;
  if (clause.upos !== "VERB" || clause.xpos === "VBN") return undefined;
  for (const { relation, lowerText } of holder.children) {
    if (relation !== "aux") continue;
    const found = lexicon.speechModifiers.get(lowerText)?.find((one) => one.deedOf === deedOf);
    if (found !== undefined && !found.unless.has(clause.lemma)) return found.act;
  }
  return undefined;
}
