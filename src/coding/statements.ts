import { contains, overlaps, type Span } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import type { Entity } from "../mentions/mention.ts";
import { attributionOf } from "./attribution.ts";
import { commitmentOf } from "./commitments.ts";
import type { CodingContext } from "./events.ts";
import { patients } from "./objects.ts";
import { isOneSide } from "./own-side.ts";
import { recordId } from "./record-id.ts";
import type { CodedEvent, Statement } from "./records.ts";
import type { FoundReport } from "./reports.ts";
import { fillers } from "./roles.ts";
import { clauseActs, speechActOf } from "./speech-act.ts";
import { toldPledges } from "./told-pledges.ts";
import { voicesOver } from "./voices.ts";

// Opening and closing quotation marks, straight and curly.
const QUOTATION = /["“”«»]/;

/** The events that were read in a document. */
export interface EventsOfText {
  /** Without what is only guessed. */
  readonly all: readonly CodedEvent[];
  /** Those that are sure enough to be written down, which statements refer to. */
  readonly written: readonly CodedEvent[];
}

/** The attributed statements of a document, in text order: who says what, in which act and form, and what they take on by it. */
export function codeStatements(context: CodingContext, events: EventsOfText): Statement[] {
  const voiced = context.reports.map((report) => ({ report, acts: actVerbsOf(report, context) }));
  const own = context.reports.filter((report) => !isActOfAnother(report, voiced));
  const reports = [...own, ...toldPledges(context, events.all)];
  const statements = reports.flatMap((report) =>
    report.entities.map((speaker) => codeStatement(context, events, report, speaker)),
  );
  return statements.sort((a, b) => a.cue[0] - b.cue[0] || a.content[0] - b.content[0]);
}

interface VoicedReport {
  readonly report: FoundReport;
  /** The verbs of its content that are acts in its speaker's mouth. */
  readonly acts: readonly Token[];
}

function actVerbsOf({ heads, entities: [speaker] }: FoundReport, context: CodingContext): Token[] {
  return speaker === undefined ? [] : clauseActs(heads, speaker, context).map(({ verb }) => verb);
}

// "Wang said that China supports Laos": what the speaker's own side does in the words said is the act of that one statement.
function isActOfAnother({ token, entities }: FoundReport, voiced: readonly VoicedReport[]): boolean {
  const [speaker] = entities;
  if (speaker === undefined) return false;
  return voiced.some(
    ({ report: outer, acts }) =>
      outer.token !== token &&
      (acts.includes(token) ||
        (outer.heads.length > 0 && token.xpos === "VB" && contains(outer.content, token.span))) &&
      outer.entities.some((entity) => isOneSide(entity, speaker)),
  );
}

function codeStatement(
  context: CodingContext,
  events: EventsOfText,
  report: FoundReport,
  speaker: Entity,
): Statement {
  const { document, parsed, mentions, lexicon } = context;
  const { token, cue, cueSpan, content, heads } = report;
  const acts = clauseActs(heads, speaker, context);
  const promised = commitmentOf(report, speaker, acts, mentions);
  // "would recall its envoy if the strike goes on": what is coded as a threat is owed to nobody.
  const isThreat = events.all.some(
    ({ type, evidence }) =>
      type === "THREATEN" && promised !== undefined && overlaps(evidence.trigger, promised.action),
  );
  const commitment = isThreat ? undefined : promised;
  const said = speechActOf(cue, acts);
  const act = isThreat && said === "pledge" ? "threaten" : said;
  return {
    id: recordId(document.id, cueSpan, content, act, speaker.name, speaker.code),
    document: document.id,
    sentence: parsed.sentenceOf(token.index),
    speaker,
    addressees: addresseesOf(context, events.all, report, speaker),
    act,
    form: formOf(document.text, content),
    cue: cueSpan,
    content,
    about: aboutOf(context, content),
    attribution: attributionOf(token, mentions, lexicon, voicesOver(token, context.reports)),
    events: events.written
      .filter(({ evidence: { trigger } }) => contains(content, trigger) || contains(trigger, cueSpan))
      .map((event) => event.id),
    ...(commitment !== undefined && { commitment }),
  };
}

/** Whom the words are said to; where they do not tell, the other side of the talks that the document is about. */
function addresseesOf(
  context: CodingContext,
  events: readonly CodedEvent[],
  { cue, match, token }: FoundReport,
  speaker: Entity,
): Entity[] {
  if (cue !== undefined && match !== undefined) {
    const heads = cue.addressee.flatMap((place) => fillers(match, place, context.mentions));
    // An object without a content of its own ("told reporters that …") is whom it is told.
    if (token.upos === "VERB" && token.dependent("ccomp") !== undefined) heads.push(...patients(token));
    const told = [...new Set(heads)].flatMap(({ index }) => context.mentions.actorAt(index)?.entities ?? []);
    const others = told.filter((entity) => entity.name !== speaker.name);
    if (others.length > 0) return distinct(others);
  }
  return otherSideOf(speaker, events);
}

// In a report of one call or meeting, what either side says is said to the other.
function otherSideOf(speaker: Entity, events: readonly CodedEvent[]): Entity[] {
  const talks = events.filter(({ type, actors }) => type === "CONSULT" && actors.length > 1);
  const [only] = talks;
  if (only === undefined || only.status === "future" || only.status === "negated") return [];
  const sides = (entities: readonly Entity[]) =>
    entities
      .map(({ country, name }) => country ?? name)
      .sort()
      .join();
  if (talks.some(({ actors }) => sides(actors) !== sides(only.actors))) return [];
  const isThere = only.actors.some(({ name, code }) => name === speaker.name && code === speaker.code);
  return isThere ? only.actors.filter((actor) => !isOneSide(actor, speaker)) : [];
}

/** Direct where quotation marks hold the whole content, or it is a speaker's turn; mixed where they hold a part. */
function formOf(text: string, [start, end]: Span): Statement["form"] {
  const before = text.slice(Math.max(0, start - 1), start + 1);
  const after = text.slice(end - 1, end + 2);
  if (QUOTATION.test(before) && QUOTATION.test(after)) return "direct";
  if (QUOTATION.test(before) && !/["”»]/.test(text.slice(start + 1, end))) return "direct";
  return QUOTATION.test(text.slice(start, end)) ? "mixed" : "indirect";
}

/** The actors the content names, each once. */
function aboutOf({ mentions }: CodingContext, content: Span): Entity[] {
  return distinct(
    mentions.actors
      .filter((mention) => contains(content, mention.span))
      .flatMap((mention) => mention.entities),
  );
}

function distinct(entities: readonly Entity[]): Entity[] {
  return entities.filter((entity, i) => entities.findIndex((other) => other.name === entity.name) === i);
}
