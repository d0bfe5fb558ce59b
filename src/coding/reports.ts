import { coveringSpan, type Span } from "../document/span.ts";
import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity } from "../mentions/mention.ts";
import { quoteSpans } from "../mentions/quote-spans.ts";
import type { Turn } from "../mentions/turns.ts";
import { cueMatchAt, cueSpanOf } from "./attribution.ts";
import { hasInfinitiveMark, NEGATION } from "./clauses.ts";
import type { CodingLexicon } from "./coding-lexicon.ts";
import { members } from "./coordination.ts";
import type { Cue } from "./entries.ts";
import type { Match } from "./match.ts";
import { caseOf } from "./phrases.ts";
import { giveQuotations } from "./quotations.ts";
import type { SpeechAct } from "./records.ts";
import { contentByOrder, contentOfCue, contentOfPhrase, type ReportContent } from "./report-content.ts";
import { sourcesAt, UNKNOWN_CODE } from "./sources.ts";
import { agents, surfaceSubjects } from "./subjects.ts";
import { spokenTurns } from "./transcripts.ts";

/** Somebody's words in a document: who says what, and the word that says that they do. */
export interface FoundReport {
  readonly entities: readonly Entity[];
  readonly sources: readonly Token[];
  /** Absent where a colon is the cue. */
  readonly cue?: Cue;
  readonly match?: Match;
  readonly cueSpan: Span;
  /** A token of the cue. */
  readonly token: Token;
  readonly content: Span;
  /** Heads of the clauses and phrases that are the content; none in quotations of several sentences. */
  readonly heads: readonly Token[];
  /** Holds whole sentences: a turn in a conversation, a quotation. */
  readonly isVoice: boolean;
  /** Of a turn, what its speaker has to do in the conversation. */
  readonly part?: Turn["part"];
}

/** A cue with its speaker, whose content is still to be found. */
export interface Cued {
  readonly cue: Cue;
  readonly match?: Match;
  readonly token: Token;
  readonly sources: readonly Token[];
  readonly entities: readonly Entity[];
  readonly content: ReportContent | undefined;
}

/** All reports of a document, in text order. */
export function findReports(
  parsed: ParsedDocument,
  mentions: DocumentMentions,
  lexicon: CodingLexicon,
): FoundReport[] {
  const cued: Cued[] = [];
  for (let i = 0; i < parsed.tokenCount; i++) {
    const found = cuedAt(parsed.token(i), mentions, lexicon);
    if (found !== undefined) cued.push(found);
  }
  const { quotations } = quoteSpans(parsed);
  const given = giveQuotations(parsed, quotations, cued);
  const reports = [...cued.flatMap((one) => plainReport(one, given.extended.get(one))), ...given.voices];
  const turns = spokenTurns(parsed, mentions).map(
    ({ entities, cue, part, tokens: [start, end] }): FoundReport => {
      const content: Span = [parsed.columns.start[start] as number, parsed.columns.end[end - 1] as number];
      const token = parsed.token(start - 1);
      return { entities, sources: [], cueSpan: cue, token, content, heads: [], isVoice: true, part };
    },
  );
  return [...reports, ...turns].sort((a, b) => a.cueSpan[0] - b.cueSpan[0] || a.content[0] - b.content[0]);
}

function plainReport(one: Cued, quoted: Span | undefined): FoundReport[] {
  const { cue, match, token, sources, entities, content } = one;
  if (content === undefined && quoted === undefined) return [];
  const spans = [...(content === undefined ? [] : [content.span]), ...(quoted === undefined ? [] : [quoted])];
  return [
    {
      entities,
      sources,
      cue,
      ...(match !== undefined && { match }),
      cueSpan: cueSpanOf(token),
      token,
      content: spans.reduce(coveringSpan),
      heads: content?.heads ?? [],
      isVoice: quoted !== undefined,
    },
  ];
}

function cuedAt(token: Token, mentions: DocumentMentions, lexicon: CodingLexicon): Cued | undefined {
  if (token.relation === "obl" || token.relation === "nmod") {
    const cue = lexicon.sourcePrepositions.get(caseOf(token) ?? "");
    if (cue === undefined) return undefined;
    const entities = sourcesAt(members(token), mentions);
    return { cue, token, sources: [token], entities, content: contentOfPhrase(token) };
  }
  if (!["VERB", "ADJ", "AUX"].includes(token.upos)) return undefined;
  const found = cueMatchAt(token, lexicon);
  if (found === undefined || !isReporting(token)) return undefined;
  const { cue, match } = found;
  const isAdjective = match.trigger.pattern.form === "adjective";
  const sources = isAdjective ? surfaceSubjects(token) : speakersOf(token);
  const entities = sourcesAt(sources, mentions);
  if (entities.length === 0) return undefined;
  const isClausal = cue.content.includes("clause");
  const content =
    contentOfCue(cue, match) ?? (isClausal ? contentByOrder(token, sources, mentions) : undefined);
  if (content !== undefined && !hasFiniteClause(content) && !isSomebody(cue, sources, entities))
    return undefined;
  return { cue, match, token, sources, entities, content };
}

// "…, warns Maria Quispe": behind what is said, who stands after the cue is its subject, whatever the tree makes of them.
function speakersOf(verb: Token): readonly Token[] {
  const found = agents(verb);
  const isBehind =
    verb.relation === "parataxis" || verb.dependents("ccomp").some(({ index }) => index < verb.index);
  if (!isBehind || verb.dependent("nsubj") !== undefined) return found;
  const behind = verb.dependents("obj").filter(({ index, upos }) => index > verb.index && upos === "PROPN");
  return behind.length > 0 ? behind : found;
}

function hasFiniteClause({ heads }: ReportContent): boolean {
  return heads.some(({ relation }) => ["ccomp", "parataxis", "root"].includes(relation));
}

/** Acts that nobody but a speaker does: "it urges", "the organization demanded". */
const SPOKEN_ACTS: ReadonlySet<SpeechAct> = new Set([
  "request",
  "demand",
  "accuse",
  "criticise",
  "deny",
  "admit",
  "pledge",
  "propose",
  "invite",
  "thank",
  "congratulate",
  "condole",
  "apologise",
]);

// "The army blamed them", "she stressed the need"; not "the figures stress the need".
function isSomebody({ act }: Cue, sources: readonly Token[], entities: readonly Entity[]): boolean {
  if (SPOKEN_ACTS.has(act) || entities.some(({ code }) => code !== UNKNOWN_CODE)) return true;
  return sources.some(
    ({ upos, feats, text }) =>
      upos === "PROPN" ||
      feats.includes("Person=1") ||
      /^(he|she|they|who)$/i.test(text) ||
      isPersonNoun(text),
  );
}

// English nouns for those who do something: "participants", "lawmakers", "residents".
function isPersonNoun(text: string): boolean {
  return /(ants?|ents?|ers?|ors?|ists?|ians?|men|women|people)$/.test(text) && !/(ment|ments)$/.test(text);
}

/** Auxiliaries that leave open whether anything is said. */
const OPEN_AUXILIARIES = /^(may|might|could|should|must|cannot)$/;

/** Verbs whose infinitive is said in saying that one wants to, or after all: "would like to thank", "went on to say". */
const PERFORMING = /^(like|want|wish|love|go|continue|begin|proceed|rush|hasten|take)$/;

// Not "refused to say", "could say", "did not say".
function isReporting(token: Token): boolean {
  for (const child of token.children) {
    const word = child.lowerText;
    if (child.relation === "advmod" && (NEGATION.test(word) || word === "hardly")) return false;
    if (child.relation === "aux" && OPEN_AUXILIARIES.test(word)) return false;
  }
  if (!hasInfinitiveMark(token)) return true;
  const { head } = token;
  return head !== null && token.relation === "xcomp" && PERFORMING.test(head.lemma);
}
