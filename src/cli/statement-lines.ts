import type { Statement } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import { entityText } from "./entity-text.ts";
import { printable } from "./marked-text.ts";
import { cut } from "./rows-table.ts";
import type { TableOptions } from "./table.ts";

/** What a document's speakers say, a line each: who, the speech act, to whom, and the first of the words; none where nobody speaks. */
export function statementLines(
  document: Document,
  statements: readonly Statement[],
  options: TableOptions,
): string[] {
  const lines = statements.map(({ speaker, act, addressees, content }) => {
    const to = addressees.length === 0 ? "" : ` → ${addressees.map(entityText).join(" and ")}`;
    return `${entityText(speaker)}  ${act}${to}: ${words(document, content)}`;
  });
  return section("Statements", lines, options);
}

/** What is taken on by these statements, a line each: by whom, for whom, what, and when it is due. */
export function commitmentLines(
  document: Document,
  statements: readonly Statement[],
  options: TableOptions,
): string[] {
  const lines = statements.flatMap(({ commitment }) => {
    if (commitment === undefined) return [];
    const { debtor, beneficiaries, action, due } = commitment;
    const to = beneficiaries.length === 0 ? "" : ` → ${beneficiaries.map(entityText).join(" and ")}`;
    const until = due === undefined ? "" : `  due ${due.start ?? words(document, due.span)}`;
    return [`${entityText(debtor)}${to}${until}: ${words(document, action)}`];
  });
  return section("Commitments", lines, options);
}

function section(heading: string, lines: readonly string[], { width, colours }: TableOptions): string[] {
  if (lines.length === 0) return [];
  return ["", colours.bold(heading), ...lines.map((line) => cut(`  ${line}`, width))];
}

function words({ text }: Document, span: Span): string {
  return printable(text.slice(...span).replace(/\s+/g, " "));
}
