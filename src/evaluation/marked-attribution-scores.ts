import type { Statement } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import { overlaps, type Span } from "../document/span.ts";
import { share } from "./class-table.ts";
import type { MarkedReport, MarkedText } from "./marked-attribution.ts";

/** What the statements of a text make of its reports. */
export interface AttributionScores {
  readonly reports: number;
  /** Statements, and those of them whose cue is a report's. */
  readonly statements: number;
  readonly justified: number;
  /** Reports whose cue is a statement's; whose source is too; whose content is too; all three. */
  readonly cue: number;
  readonly source: number;
  readonly content: number;
  readonly whole: number;
  /** A line for each report that is not whole and each statement that is no report. */
  readonly errors: readonly string[];
}

/** Of a content's letters, and of the statement's, at least this share must be the other's. */
const COMMON = 0.5;

/** Scores the statements that a coder finds in marked texts. */
export function markedAttributionScores(
  texts: readonly MarkedText[],
  statementsOf: (document: Document) => readonly Statement[],
): AttributionScores {
  const scores = { reports: 0, statements: 0, justified: 0, cue: 0, source: 0, content: 0, whole: 0 };
  const errors: string[] = [];
  for (const { id, text, reports } of texts) {
    const statements = statementsOf({ id, language: "en", text, date: "2024-05-15" });
    scores.reports += reports.length;
    scores.statements += statements.length;
    for (const statement of statements) {
      if (reports.some(({ cue }) => cue.some((span) => overlaps(span, statement.cue)))) scores.justified++;
      else
        errors.push(
          `${id}: no report: ${inWords(text, [statement.cue])} | ${inWords(text, [statement.content])}`,
        );
    }
    for (const report of reports) {
      const judged = judge(report, statements);
      if (judged.cue) scores.cue++;
      if (judged.source) scores.source++;
      if (judged.content) scores.content++;
      if (judged.source && judged.content) scores.whole++;
      else
        errors.push(
          `${id}: ${missing(judged)} of ${inWords(text, report.source)} ${inWords(text, report.cue)} | ${inWords(text, report.content)}`,
        );
    }
  }
  return { ...scores, errors };
}

interface Judgement {
  readonly cue: boolean;
  readonly source: boolean;
  readonly content: boolean;
}

function judge(report: MarkedReport, statements: readonly Statement[]): Judgement {
  const found = statements.filter(({ cue }) => report.cue.some((span) => overlaps(span, cue)));
  const contents = found.map(({ content }) => content);
  return {
    cue: found.length > 0,
    // "and added": the source stands before.
    source:
      report.source.length === 0
        ? found.length > 0
        : found.some(({ speaker }) => report.source.some((span) => overlaps(span, speaker.span))),
    content: found.length > 0 && isMostlyCommon(report.content, contents),
  };
}

function isMostlyCommon(gold: readonly Span[], found: readonly Span[]): boolean {
  const places = (spans: readonly Span[]) => new Set(spans.flatMap(([start, end]) => range(start, end)));
  const [left, right] = [places(gold), places(found)];
  const common = [...left].filter((place) => right.has(place)).length;
  return common >= COMMON * left.size && common >= COMMON * right.size;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function missing({ cue, source, content }: Judgement): string {
  if (!cue) return "no cue";
  return [...(source ? [] : ["wrong source"]), ...(content ? [] : ["wrong content"])].join(", ");
}

function inWords(text: string, spans: readonly Span[]): string {
  return spans.map((span) => text.slice(...span).replace(/\s+/g, " ")).join(" … ");
}

/** The scores as a table, then the errors. */
export function markedAttributionReport(
  texts: readonly MarkedText[],
  statementsOf: (document: Document) => readonly Statement[],
): string {
  const styles = [...new Set(texts.map(({ id }) => id.split(".")[0] as string))];
  const row = (name: string, some: readonly MarkedText[]) => {
    const scores = markedAttributionScores(some, statementsOf);
    const of = (number: number) => share(number, scores.reports).padStart(9);
    return `${name.padEnd(14)}${String(some.length).padStart(5)}${String(scores.reports).padStart(9)}${of(scores.cue)}${of(scores.source)}${of(scores.content)}${of(scores.whole)}${share(scores.justified, scores.statements).padStart(16)}`;
  };
  return [
    "style         texts  reports      cue   source  content    whole  cue precision",
    ...styles.map((style) =>
      row(
        style,
        texts.filter(({ id }) => id.startsWith(`${style}.`)),
      ),
    ),
    row("all", texts),
    "",
    ...markedAttributionScores(texts, statementsOf).errors,
    "",
  ].join("\n");
}
