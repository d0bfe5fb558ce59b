import { contains, type Span } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import { type DocumentMentions, type Entity, partyAt, type TimeMention } from "../mentions/mention.ts";
import { subtreeSpan } from "./attribution.ts";
import type { Cue } from "./entries.ts";
import {
  agents,
  hasInfinitiveMark,
  indirectObjects,
  isPassive,
  members,
  NEGATION,
  obliques,
  patients,
} from "./grammar.ts";
import type { Match } from "./match.ts";
import { isOneSide, ownSideAt } from "./own-side.ts";
import type { Commitment, SpeechAct } from "./records.ts";
import { contentIn, contrasts } from "./report-content.ts";
import type { FoundReport } from "./reports.ts";
import { possessors } from "./roles.ts";
import type { ClauseAct } from "./speech-act.ts";

/** What somebody takes on: who, and the heads of the words that say what. */
interface Undertaking {
  readonly debtor: Entity;
  readonly heads: readonly Token[];
}

/** Acts by which one binds oneself. */
const BINDING: ReadonlySet<SpeechAct> = new Set(["pledge", "offer"]);

/**
 * What a speaker's own side takes on by saying something: "promised to send aid", "said that China is willing to help", "will ensure their
 * safety"; not what others are to do, nor what is only hoped.
 *
 * @param acts what the clauses of the content do in the speaker's mouth
 */
export function commitmentOf(
  { cue, match, content }: Pick<FoundReport, "cue" | "match" | "content">,
  speaker: Entity,
  acts: readonly ClauseAct[],
  mentions: DocumentMentions,
): Commitment | undefined {
  const bound = acts.flatMap(({ act, doers, cued, verb }): Undertaking[] => {
    if (!BINDING.has(act) || doers[0] === undefined) return [];
    const inner = cued === undefined ? [verb] : boundBy(cued.cue, cued.match);
    return inner.length === 0 ? [] : [{ debtor: doers[0], heads: inner }];
  });
  const own = cue === undefined || match === undefined ? [] : boundByCue(cue, match, speaker, mentions);
  const undertakings = own.length > 0 ? own : bound;
  const [first] = undertakings;
  if (first === undefined) return undefined;
  const verbs = undertakings
    .filter(({ debtor }) => isOneSide(debtor, first.debtor))
    .flatMap((one) => one.heads);
  return commitment(first.debtor, verbs, mentions, content);
}

function boundByCue(cue: Cue, match: Match, speaker: Entity, mentions: DocumentMentions): Undertaking[] {
  const heads = boundBy(cue, match);
  const [head] = heads;
  if (head === undefined) return [];
  // "promised that Kazakhstan will protect them": Kazakhstan is to.
  const subjects = head.relation === "ccomp" ? agents(head) : [];
  const doers = ownSideAt(subjects, speaker, mentions);
  return [{ debtor: doers[0] ?? speaker, heads }];
}

function boundBy(cue: Cue, match: Match): Token[] {
  for (const place of cue.binds) {
    const found = contentIn(place, match);
    if (found.length > 0) return found;
  }
  return [];
}

function commitment(
  debtor: Entity,
  heads: readonly Token[],
  mentions: DocumentMentions,
  content: Span,
): Commitment {
  const verbs = [...new Set(heads.flatMap(members))];
  const action = actionSpan(heads);
  const due = dueIn(action, mentions) ?? onlyOccasionIn(content, mentions);
  return {
    debtor,
    beneficiaries: beneficiariesOf(verbs, debtor, mentions),
    action,
    ...(due !== undefined && { due }),
  };
}

/** The deed's words, without subject, auxiliaries and marks before it: "send aid to Kyiv by Friday"; what is not to be done, with its "not". */
function actionSpan(heads: readonly Token[]): Span {
  const spans = heads.map((head) => {
    // "that the site would be destroyed": what is undergone is told with what undergoes it.
    if (head.upos === "VERB" && isPassive(head)) return subtreeSpan(head, head.dependents("mark"));
    const before = head.children.filter(({ index }) => index < head.index);
    const opening = before.filter(({ relation }) =>
      ["nsubj", "aux", "mark", "cop", "expl", "case"].includes(relation),
    );
    const after = opening.length === 0 ? 0 : Math.max(...opening.map((child) => subtreeSpan(child)[1]));
    const [start, end] = subtreeSpan(head, [...opening, ...contrasts(head)]);
    const negation = before.find(({ lowerText }) => NEGATION.test(lowerText));
    const first = negation?.span[0] ?? Math.max(start, firstWordAfter(head, after) ?? start);
    return [first, end] as const;
  });
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

function firstWordAfter(head: Token, offset: number): number | undefined {
  return head.sentence.tokens.find(({ span, upos }) => span[0] >= offset && upos !== "PUNCT")?.span[0];
}

/** Whom it is for: those it is done for, to or with; else those it is done to, or whose the things are. */
function beneficiariesOf(verbs: readonly Token[], debtor: Entity, mentions: DocumentMentions): Entity[] {
  const objects = verbs.flatMap((verb) => (verb.upos === "VERB" ? patients(verb) : [verb]));
  const aims = verbs.flatMap((verb) => verb.dependents("xcomp", "advcl")).filter(hasInfinitiveMark);
  const phrases = [...verbs, ...objects].flatMap((place) =>
    ["to", "with", "for"].flatMap((preposition) => obliques(place, preposition)),
  );
  const standing = [[...verbs.flatMap(indirectObjects), ...phrases], objects, aims.flatMap(patients)];
  const places = [...standing, ...standing.map((tokens) => tokens.flatMap(possessors))];
  const found = places.map((tokens) =>
    actorsAt(tokens, mentions).filter((entity) => !isOneSide(entity, debtor)),
  );
  const others = found.find((entities) => entities.length > 0) ?? [];
  const keyOf = ({ name, code }: Entity) => `${code} ${name}`;
  return others.filter((entity, i) => others.findIndex((other) => keyOf(other) === keyOf(entity)) === i);
}

function actorsAt(tokens: readonly Token[], mentions: DocumentMentions): Entity[] {
  return tokens.flatMap(({ index }) => partyAt(mentions, index)?.entities ?? []);
}

/** The time, or else the occasion, that the deed's words name. */
function dueIn(action: Span, mentions: DocumentMentions): Commitment["due"] {
  const inside = mentions.times.filter(({ span }) => contains(action, span));
  const time = inside.find(({ occasion }) => occasion === undefined) ?? inside[0];
  return time && dueOf(time);
}

// "welcomes him to attend the Olympics and will ensure his safety": the one happening that is spoken of.
function onlyOccasionIn(content: Span, mentions: DocumentMentions): Commitment["due"] {
  const inside = mentions.times.filter(({ span }) => contains(content, span));
  const [only] = inside;
  return inside.length === 1 && only?.occasion !== undefined ? dueOf(only) : undefined;
}

function dueOf({ start, end, precision, occasion, span }: TimeMention): NonNullable<Commitment["due"]> {
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    precision,
    ...(occasion !== undefined && { occasion }),
    span: [...span] as [number, number],
  };
}
