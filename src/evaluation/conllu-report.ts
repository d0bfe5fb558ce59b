import { type Evaluation, f1, MEASURES, type RelationScore } from "./conllu-scores.ts";

/** The scores as a table in percent; with `relations`, also right and wrong arcs for each gold relation. */
export function conlluReport(evaluation: Evaluation, options: { readonly relations: boolean }): string {
  const rows = MEASURES.map((measure) => {
    const score = evaluation.scores[measure];
    return [
      measure,
      percent(score.correct, score.system),
      percent(score.correct, score.gold),
      (100 * f1(score)).toFixed(2),
    ];
  });
  const scores = columns([["", "precision", "recall", "F1"], ...rows]);
  if (!options.relations) return scores;
  return `${scores}\n${columns([RELATION_HEADER, ...evaluation.relations.map(relationRow)])}`;
}

const RELATION_HEADER = ["relation", "words", "head", "head and relation", "taken for"];
const MOST_CONFUSED = 3;

function relationRow(row: RelationScore): string[] {
  const confused = row.confusedWith
    .slice(0, MOST_CONFUSED)
    .map(([relation, times]) => `${relation} ${times}`);
  return [
    row.relation,
    String(row.gold),
    percent(row.rightHead, row.gold),
    percent(row.rightHeadAndRelation, row.gold),
    confused.join(", "),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : ((100 * part) / whole).toFixed(2);
}

/** Rows of cells as lines; the first column and the last text column are set left, figures right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] as readonly string[]).map((_, c) =>
    Math.max(...rows.map((row) => (row[c] ?? "").length)),
  );
  const isText = (c: number) => c === 0 || c === RELATION_HEADER.length - 1;
  const line = (row: readonly string[]) =>
    row.map((cell, c) => (isText(c) ? cell.padEnd(widths[c] as number) : cell.padStart(widths[c] as number)));
  return rows.map((row) => `${line(row).join("  ").trimEnd()}\n`).join("");
}
