import { coveringSpan, type Span } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity } from "../mentions/mention.ts";
import { isPassive } from "./clauses.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { members } from "./coordination.ts";
import type { Cue } from "./entries.ts";
import { type Match, matchesAt } from "./match.ts";
import { caseOf } from "./phrases.ts";
import type { Attribution } from "./records.ts";
import { sourcesAt, unnamedSource } from "./sources.ts";
import { agents } from "./subjects.ts";

/** Words that report what somebody says: who speaks, and the word that says that they do. */
export interface Report {
  readonly cue: Cue;
  readonly token: Token;
  /** Head tokens of the speakers; none where nobody is named. */
  readonly sources: readonly Token[];
  readonly entities: readonly Entity[];
}

/** The voice of a speaker over several sentences: a quotation, or a turn in a conversation. */
export interface Voice {
  readonly entities: readonly Entity[];
  readonly cue: Span;
}

/**
 * The voices on whose word a clause stands, outermost first; the publisher opens every chain.
 *
 * "Wang said that Tehran had denied it": publisher, Wang, Tehran. "X, Wang said" and "according to Wang" alike.
 *
 * @param over voices that hold the whole sentence, outermost first: see `voices.ts`
 */
export function attributionOf(
  anchor: Token,
  mentions: DocumentMentions,
  lexicon: CodingLexicon,
  over: readonly Voice[] = [],
): Attribution[] {
  const inner = reportsOver(anchor, mentions, lexicon)
    .map(({ entities, token }) => ({ entities, cue: cueSpanOf(token) }))
    .reverse();
  const outer = over.filter(({ cue }) => !inner.some((voice) => voice.cue[0] === cue[0]));
  const chain = [...outer, ...inner].flatMap(({ entities, cue }) =>
    entities.map((source) => ({ source, cue })),
  );
  return [{ source: "publisher" }, ...chain];
}

/** The words of a cue: "according to" before a speaker, else the word that reports. */
export function cueSpanOf(token: Token): Span {
  const marks = token.children.filter(({ relation, index }) => relation === "case" && index < token.index);
  if (token.relation !== "obl" && token.relation !== "nmod") return token.span;
  return marks.length === 0 ? token.span : marks.map((mark) => subtreeSpan(mark)).reduce(coveringSpan);
}

/** The reports a clause stands in, innermost first. */
export function reportsOver(anchor: Token, mentions: DocumentMentions, lexicon: CodingLexicon): Report[] {
  const found: Report[] = [];
  const add = (report: Report | undefined) => {
    if (report !== undefined && !found.some((other) => other.token === report.token)) found.push(report);
  };
  let below: Token | undefined;
  for (let node: Token | null = anchor; node !== null; below = node, node = node.head) {
    for (const child of node.children) if (child !== below) add(reportBeside(child, mentions, lexicon));
    if (below !== undefined && isContentOf(below, node)) add(reportAt(node, mentions, lexicon));
    if (below !== undefined && below.relation === "xcomp") add(hearsayAt(node, lexicon));
  }
  if (found.length === 0) add(closingReport(anchor, mentions, lexicon));
  return found;
}

// "is said to have fled", "is believed to be hiding": on nobody's word.
function hearsayAt(verb: Token, lexicon: CodingLexicon): Report | undefined {
  if (verb.xpos !== "VBN" || !isPassive(verb) || agents(verb).length > 0) return undefined;
  const cue = cueMatchAt(verb, lexicon)?.cue;
  return cue?.content.join() === "clause"
    ? { cue, token: verb, sources: [], entities: [unnamedSource(verb)] }
    : undefined;
}

/**
 * The report that closes a sentence - ", Wang said on Monday." - read from the order of words alone, because parsers often lose
 * so short a clause behind so long a one: the last comma, a speaker, a reporting verb and nothing but a time after it.
 */
function closingReport(
  anchor: Token,
  mentions: DocumentMentions,
  lexicon: CodingLexicon,
): Report | undefined {
  const { tokens } = anchor.sentence;
  const verbPlace = tokens.findLastIndex((token) => token.xpos === "VBD" || token.xpos === "VBZ");
  const verb = tokens[verbPlace];
  if (verb === undefined || verb.index <= anchor.index) return undefined;
  const comma = tokens.findLastIndex((token, place) => place < verbPlace && token.text === ",");
  const speaker = comma < 0 ? undefined : mentions.actorAt((tokens[verbPlace - 1] as Token).index);
  if (speaker === undefined || speaker.tokens[0] !== (tokens[comma] as Token).index + 1) return undefined;
  if (anchor.index > (tokens[comma] as Token).index) return undefined;
  const isOnlyTime = tokens
    .slice(verbPlace + 1)
    .every((token) => token.upos === "PUNCT" || isTimeWord(token, mentions));
  if (!isOnlyTime) return undefined;
  const cue = cueMatchAt(verb, lexicon)?.cue;
  return (
    cue && { cue, token: verb, sources: [anchor.document.token(speaker.head)], entities: speaker.entities }
  );
}

/** Whether a token is part of an expression of time, or leads to one. */
export function isTimeWord(token: Token, mentions: DocumentMentions): boolean {
  return mentions.isInTime(token.index) || token.upos === "ADP";
}

// "X will help, Wang said"; "as Wang said"; "according to Wang"; "has reportedly left".
function reportBeside(child: Token, mentions: DocumentMentions, lexicon: CodingLexicon): Report | undefined {
  if (child.relation === "parataxis") return reportAt(child, mentions, lexicon);
  if (child.relation === "advcl" && child.dependent("mark")?.lowerText === "as") {
    return reportAt(child, mentions, lexicon);
  }
  if (child.relation === "advmod") {
    const cue = lexicon.hearsay.get(child.lowerText);
    return cue && { cue, token: child, sources: [], entities: [unnamedSource(child)] };
  }
  if (child.relation !== "obl") return undefined;
  const cue = lexicon.sourcePrepositions.get(caseOf(child) ?? "");
  return cue === undefined ? undefined : reportOf(cue, child, members(child), mentions);
}

// "told them to leave" is no report of their leaving: only finite content is.
function isContentOf(content: Token, verb: Token): boolean {
  return content.head === verb && (content.relation === "ccomp" || content.relation === "parataxis");
}

/** What a reporting verb reports: its cue and its speakers. */
export function reportAt(
  verb: Token,
  mentions: DocumentMentions,
  lexicon: CodingLexicon,
): Report | undefined {
  const cue = cueMatchAt(verb, lexicon)?.cue;
  return cue && reportOf(cue, verb, agents(verb), mentions);
}

/** The cue that a word is, with the words that make it one. */
export function cueMatchAt(
  token: Token,
  lexicon: CodingLexicon,
): { readonly cue: Cue; readonly match: Match } | undefined {
  for (const match of matchesAt(token, lexicon.triggersOf.cue)) {
    const { sense } = match.trigger;
    if (sense.kind === "cue" && hasNeeded(sense.entry, token)) return { cue: sense.entry, match };
  }
  return undefined;
}

// "welcomed him to attend", "called it a crime", "describe them as spies"; not "welcomed the news".
function hasNeeded({ needsPredicate }: Cue, token: Token): boolean {
  if (!needsPredicate) return true;
  return token.children.some(
    (child) => child.relation === "xcomp" || (child.relation === "obl" && caseOf(child) === "as"),
  );
}

function reportOf(
  cue: Cue,
  token: Token,
  sources: readonly Token[],
  mentions: DocumentMentions,
): Report | undefined {
  const entities = sourcesAt(sources, mentions);
  return entities.length === 0 ? undefined : { cue, token, sources, entities };
}

/** The words that a phrase or clause covers: from its first to its last descendant, without closing punctuation. */
export function subtreeSpan(head: Token, leaveOut: readonly Token[] = []): Span {
  let start = head.span[0];
  let end = head.span[1];
  const visit = (token: Token) => {
    if (leaveOut.includes(token) || token.upos === "PUNCT") return;
    start = Math.min(start, token.span[0]);
    end = Math.max(end, token.span[1]);
    for (const child of token.children) visit(child);
  };
  visit(head);
  return [start, end];
}
