import { contains, type Span } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import { type DocumentMentions, type Entity, partyAt, type TimeMention } from "../mentions/mention.ts";
import { subtreeSpan } from "./attribution.ts";
import { hasInfinitiveMark, isPassive, NEGATION } from "./clauses.ts";
import { members } from "./coordination.ts";
import { counted } from "./counted.ts";
import type { Cue } from "./entries.ts";
import type { Match } from "./match.ts";
import { indirectObjects, patients } from "./objects.ts";
import { isOneSide, ownSideAt } from "./own-side.ts";
import { obliques } from "./phrases.ts";
import type { Commitment, SpeechAct } from "./records.ts";
import { contentIn, contrasts } from "./report-content.ts";
import type { FoundReport } from "./reports.ts";
import { possessors } from "./roles.ts";
import type { ClauseAct } from "./speech-act.ts";
import { agents } from "./subjects.ts";

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
  // "the rights guaranteed to the islanders by the treaty": a participle that only describes a thing promises nothing.
  if (match.head.xpos === "VBN" && match.head.deprel === "acl") return [];
  const heads = boundBy(cue, match);
  const [head] = heads;
  if (head === undefined) return [];
  // "promised that Kazakhstan will protect them", "reaffirmed Kazakhstan's commitment to protect them": Kazakhstan is to.
  const owners = match.fixedNoun === undefined ? [] : possessors(match.fixedNoun);
  const subjects = head.relation === "ccomp" ? agents(head) : owners;
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
  const verbs = [...new Set(heads.flatMap(members))].filter(
    (verb) => heads.includes(verb) || !isOthers(verb),
  );
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
    const others = head.dependents("conj").filter(isOthers);
    const [start, end] = subtreeSpan(head, [...opening, ...contrasts(head), ...others]);
    const negation = before.find(({ lowerText }) => NEGATION.test(lowerText));
    const first = negation?.span[0] ?? Math.max(start, firstWordAfter(head, after) ?? start);
    // "a million dollars in aid for Chad": what the money is given as is part of it, wherever the tree hangs it.
    const money = head.upos === "VERB" ? [] : counted(head);
    return [first, Math.max(end, ...money.map((thing) => subtreeSpan(thing)[1]))] as const;
  });
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

// "will host the summit and Oslo supports it": a clause with a subject of its own is no part of the promise.
function isOthers(fellow: Token): boolean {
  return fellow.relation === "conj" && fellow.dependent("nsubj") !== undefined;
}

function firstWordAfter(head: Token, offset: number): number | undefined {
  return head.sentence.tokens.find(({ span, upos }) => span[0] >= offset && upos !== "PUNCT")?.span[0];
}

/** Whom it is for: those it is done for, to or with; else those it is done to, or whose the things are. */
function beneficiariesOf(verbs: readonly Token[], debtor: Entity, mentions: DocumentMentions): Entity[] {
  // "continue to send aid to Chad": whoever gets it stands with the inner verb.
  const doing = verbs.flatMap(innermost);
  const things = doing.flatMap((verb) => (verb.upos === "VERB" ? patients(verb) : [verb]));
  const objects = [...new Set([...things, ...things.flatMap(counted)])];
  // "announced a million to support Chad": the purpose hangs on the announcing as often as on the money.
  const sayings = verbs.flatMap(({ upos, head }) => (upos === "VERB" || head === null ? [] : [head]));
  const aims = [...doing, ...objects, ...sayings]
    .flatMap((place) => place.dependents("xcomp", "advcl", "acl"))
    .filter(hasInfinitiveMark);
  const phrases = [...doing, ...objects].flatMap((place) =>
    ["to", "with", "for", "between"].flatMap((preposition) => obliques(place, preposition)),
  );
  const standing = [[...doing.flatMap(indirectObjects), ...phrases], objects, aims.flatMap(patients)];
  const places = [...standing, ...standing.map((tokens) => tokens.flatMap(possessors))];
  const found = places.map((tokens) =>
    actorsAt(tokens, mentions).filter((entity) => !isOneSide(entity, debtor)),
  );
  const others = found.find((entities) => entities.length > 0) ?? [];
  const keyOf = ({ name, code }: Entity) => `${code} ${name}`;
  return others.filter((entity, i) => others.findIndex((other) => keyOf(other) === keyOf(entity)) === i);
}

// A verb, and what it takes to be done: "continue", "send" in "continue to send".
function innermost(verb: Token): Token[] {
  return [
    verb,
    ...verb
      .dependents("xcomp")
      .filter(({ upos }) => upos === "VERB")
      .flatMap(innermost),
  ];
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
