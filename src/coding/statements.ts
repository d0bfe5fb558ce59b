import { contains, type Span } from "../document/span.ts";
import type { Token } from "../language/parsed-document.ts";
import type { Entity } from "../mentions/mention.ts";
import { attributionOf, type Report, reportAt, subtreeSpan } from "./attribution.ts";
import type { CodingContext } from "./events.ts";
import { indirectObjects, obliques, patients } from "./grammar.ts";
import { recordId } from "./record-id.ts";
import type { CodedEvent, Statement } from "./records.ts";

// Opening and closing quotation marks, straight and curly.
const QUOTATION = /["“”«»]/;

/** The attributed statements of a document, in text order: who says what, in which act and form. */
export function codeStatements(context: CodingContext, events: readonly CodedEvent[]): Statement[] {
  const statements: Statement[] = [];
  for (let i = 0; i < context.parsed.tokenCount; i++) {
    const token = context.parsed.token(i);
    if (token.upos !== "VERB") continue;
    const report = reportAt(token, context.mentions, context.lexicon);
    const content = report === undefined ? undefined : contentOf(token);
    if (report === undefined || content === undefined) continue;
    for (const speaker of report.entities)
      statements.push(codeStatement(context, events, report, speaker, content));
  }
  return statements;
}

// "said that they met": the complement; "they met, he said": the clause it interrupts or follows.
function contentOf(verb: Token): Span | undefined {
  const complement = verb.dependent("ccomp");
  if (complement !== undefined) return subtreeSpan(complement);
  if (verb.relation === "parataxis" && verb.head !== null) return subtreeSpan(verb.head, [verb]);
  return undefined;
}

function codeStatement(
  context: CodingContext,
  events: readonly CodedEvent[],
  report: Report,
  speaker: Entity,
  content: Span,
): Statement {
  const { document, parsed, mentions, lexicon } = context;
  const { token, cue } = report;
  const heads = [...indirectObjects(token), ...patients(token), ...obliques(token, "to")];
  // An indirect object without a direct one ("told reporters that …") is found as both.
  const indexes = new Set(heads.map(({ index }) => index));
  const addressees = [...indexes].flatMap((index) => mentions.actorAt(index)?.entities ?? []);
  return {
    id: recordId(document.id, token.span, content, cue.act, speaker.name),
    document: document.id,
    sentence: parsed.sentenceOf(token.index),
    speaker,
    addressees,
    act: cue.act,
    form: formOf(document.text, content),
    cue: token.span,
    content,
    about: aboutOf(context, content),
    attribution: attributionOf(token, mentions, lexicon),
    events: events.filter((event) => contains(content, event.evidence.trigger)).map((event) => event.id),
  };
}

/** Direct where quotation marks hold the whole content, mixed where they hold a part. */
function formOf(text: string, [start, end]: Span): Statement["form"] {
  const before = text.slice(Math.max(0, start - 1), start + 1);
  const after = text.slice(end - 1, end + 2);
  if (QUOTATION.test(before) && QUOTATION.test(after)) return "direct";
  return QUOTATION.test(text.slice(start, end)) ? "mixed" : "indirect";
}

/** The actors the content names, each once. */
function aboutOf({ mentions }: CodingContext, content: Span): Entity[] {
  const inside = mentions.actors
    .filter((mention) => contains(content, mention.span))
    .flatMap((mention) => mention.entities);
  return inside.filter((entity, i) => inside.findIndex((other) => other.name === entity.name) === i);
}
