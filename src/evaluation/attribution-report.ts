import type { Statement } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import { contains, overlaps, type Span } from "../document/span.ts";
import type { AttributedDocument, AttributionUnit } from "./attribution-gold.ts";
import { share } from "./class-table.ts";

/** How a statement renders a unit of the gold. */
export interface JudgedUnit {
  readonly unit: AttributionUnit;
  /** The best of the statements whose cue stands in the unit; absent where there is none. */
  readonly statement?: Statement;
  /** Whether its speaker stands in the unit too, where the unit names one. */
  readonly hasSource: boolean;
  /** Whether its content overlaps the gold's. */
  readonly hasContent: boolean;
}

/** Finds for each unit the statement that has its cue, and of several the one that has source and content too. */
export function judgeUnits(
  units: readonly AttributionUnit[],
  statements: readonly Statement[],
): JudgedUnit[] {
  return units.map((unit) => {
    const judged = statements
      .filter(({ cue }) => unit.words.some((word) => overlaps(word, cue)))
      .map((statement) => ({
        unit,
        statement,
        hasSource: !unit.namesSource || unit.words.some((word) => overlaps(word, statement.speaker.span)),
        hasContent: unit.content.some((word) => overlaps(word, statement.content)),
      }));
    const rank = ({ hasSource, hasContent }: JudgedUnit) => Number(hasSource) + Number(hasContent);
    judged.sort((a, b) => rank(b) - rank(a));
    return judged[0] ?? { unit, hasSource: false, hasContent: false };
  });
}

/** How many units that report speech are statements, by genre; ready to print. */
export function attributionReport(
  documents: readonly AttributedDocument[],
  statementsOf: (document: Document) => readonly Statement[],
  { errors }: { readonly errors: number },
): string {
  const read = documents.map((gold) => {
    const statements = statementsOf(gold.document);
    return { gold, statements, units: judgeUnits(gold.units, statements) };
  });
  const genres = [...new Set(documents.map(({ genre }) => genre))].sort();
  const wrong = read.flatMap(({ gold, units }) =>
    units
      .filter(({ hasSource, hasContent }) => !hasSource || !hasContent)
      .map((judged) => errorLine(gold.document, judged)),
  );
  const stray = read.flatMap(({ gold, statements }) =>
    statements
      .filter(({ cue }) => !gold.units.some(({ words }) => words.some((word) => overlaps(word, cue))))
      .map(({ cue }) => `  ${gold.document.id}: ${sentencePart(gold.document, cue, CONTEXT)}`),
  );
  return [
    "units that report speech (Discourse=attribution-positive): a statement's cue stands in the unit; its speaker does;",
    "its content overlaps the unit reported. quoted: words in <q> or <quote> that are in the content of a statement.",
    "",
    "genre       units    cue  source  content  source+content  quoted words  in content",
    ...genres.map((genre) =>
      rateLine(
        genre,
        read.filter(({ gold }) => gold.genre === genre),
      ),
    ),
    ...(genres.length > 1 ? [rateLine("all", read)] : []),
    "",
    `units without a right statement: ${wrong.length}`,
    ...wrong.slice(0, errors),
    "",
    `statements whose cue is in no such unit: ${stray.length}`,
    ...stray.slice(0, errors),
    "",
  ].join("\n");
}

interface ReadDocument {
  readonly gold: AttributedDocument;
  readonly statements: readonly Statement[];
  readonly units: readonly JudgedUnit[];
}

function rateLine(name: string, read: readonly ReadDocument[]): string {
  const units = read.flatMap((document) => document.units);
  const rate = (isRight: (unit: JudgedUnit) => boolean) => share(units.filter(isRight).length, units.length);
  const quoted = read.flatMap(({ gold, statements }) =>
    gold.quoted.map((word) => statements.some(({ content }) => contains(content, word))),
  );
  return [
    name.padEnd(10),
    String(units.length).padStart(7),
    rate(({ statement }) => statement !== undefined).padStart(7),
    rate(({ hasSource }) => hasSource).padStart(8),
    rate(({ hasContent }) => hasContent).padStart(9),
    rate(({ hasSource, hasContent }) => hasSource && hasContent).padStart(16),
    String(quoted.length).padStart(14),
    share(quoted.filter((isSaid) => isSaid).length, quoted.length).padStart(12),
  ].join("");
}

const CONTEXT = 60;

function errorLine({ id, text }: Document, { unit, statement, hasSource, hasContent }: JudgedUnit): string {
  const words = unit.words.map((word) => text.slice(...word)).join(" ");
  const wrong =
    statement === undefined
      ? "no cue"
      : [
          hasSource ? "" : `source "${statement.speaker.text}"`,
          hasContent ? "" : `content "${clipped(text.slice(...statement.content))}"`,
        ]
          .filter((part) => part !== "")
          .join(", ");
  const content = unit.content.map((word) => text.slice(...word)).join(" ");
  return `  ${id} ${unit.id}: ${wrong}\n      ${clipped(words)} | ${clipped(content)}`;
}

function sentencePart({ text }: Document, [start, end]: Span, context: number): string {
  const around = text.slice(Math.max(0, start - context), start);
  return `${around}[${text.slice(start, end)}]${text.slice(end, end + context)}`.replace(/\s+/g, " ");
}

function clipped(text: string): string {
  const words = text.replace(/\s+/g, " ");
  return words.length > 100 ? `${words.slice(0, 100)}…` : words;
}
