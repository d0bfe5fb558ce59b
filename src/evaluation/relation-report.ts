import type { CodedEvent } from "../coding/records.ts";
import type { Relation, RelationQuestion } from "../coding/relation.ts";
import { type ClassReport, classReport } from "./class-scores.ts";
import { CLASS_HEADER, classLine } from "./class-table.ts";
import { type CodeText, judgeText } from "./event-match.ts";
import { foundLines } from "./event-report.ts";
import { type PlvRow, plvTexts } from "./plv.ts";
import { rootClassOf } from "./root-class.ts";

const CONFUSIONS_SHOWN = 20;

/** What is scored on PLV rows. */
export interface PlvAnswers {
  readonly relate: (question: RelationQuestion) => Relation;
  readonly code: CodeText;
  /** The type of an event by the published conversion table, from which the gold has its types: see `Coder.relate`. */
  readonly publishedType: (event: CodedEvent) => CodedEvent["type"];
}

/** Scores `relate` on PLV rows, beside the predictions the file carries; the report is text, ready to print. */
export function relationReport(
  rows: readonly PlvRow[],
  { relate, code, publishedType }: PlvAnswers,
  { errors }: { readonly errors: number },
): string {
  const coded = plvTexts(rows).map((text) => ({ ...text, coded: code(text.text) }));
  const texts = coded.map((text) => judgeText(text, () => text.coded));
  const published = coded.map((text) =>
    judgeText(text, () => text.coded.map((event) => ({ ...event, type: publishedType(event) }))),
  );
  const answers = rows.map((row) => ({ row, answer: relate(row.question) }));
  const ours = classReport(answers.map(({ row, answer }) => [row.gold, rootClassOf(answer.type)]));
  const others = [...(rows[0]?.predictions.keys() ?? [])].map((name): [string, ClassReport] => [
    name,
    classReport(rows.map((row) => [row.gold, row.predictions.get(name) ?? ""])),
  ]);
  const wrong = answers.filter(({ row, answer }) => rootClassOf(answer.type) !== row.gold);
  wrong.sort((a, b) => b.answer.confidence - a.answer.confidence);
  return [
    `${rows.length} rows`,
    "",
    "                 accuracy  macro-F1",
    scoreLine("dragoman relate", ours),
    ...others.map(([name, report]) => scoreLine(name, report)),
    "",
    CLASS_HEADER,
    ...ours.classes.map(classLine),
    "",
    "most confused (gold > ours)",
    ...ours.confusions
      .slice(0, CONFUSIONS_SHOWN)
      .map(([pair, count]) => `${String(count).padStart(5)}  ${pair}`),
    "",
    "confidence   rows  right",
    ...confidenceLines(
      answers.map(({ row, answer }) => [answer.confidence, rootClassOf(answer.type) === row.gold]),
    ),
    "",
    "surest errors (line:id, gold > ours by rule)",
    ...wrong.slice(0, errors).map(({ row, answer }) => {
      return `  ${row.question.id}  ${row.gold} > ${rootClassOf(answer.type)} by ${answer.rule ?? "nothing"}`;
    }),
    "",
    "the same events in what code makes of the whole sentences, with the manual's types",
    ...foundLines(texts),
    "",
    "and with the types of the published conversion table, as in the gold",
    ...foundLines(published),
    "",
  ].join("\n");
}

function scoreLine(name: string, { accuracy, macroF1 }: ClassReport): string {
  return `${name.padEnd(17)}${accuracy.toFixed(3).padStart(8)}${macroF1.toFixed(3).padStart(10)}`;
}

/** How often answers of one confidence are right, to the nearest tenth. */
function confidenceLines(answers: readonly (readonly [confidence: number, isRight: boolean])[]): string[] {
  const tenths = new Map<string, { rows: number; right: number }>();
  for (const [confidence, isRight] of answers) {
    const tenth = confidence.toFixed(1);
    const count = tenths.get(tenth) ?? { rows: 0, right: 0 };
    tenths.set(tenth, { rows: count.rows + 1, right: count.right + (isRight ? 1 : 0) });
  }
  return [...tenths]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([tenth, { rows, right }]) => {
      return `${tenth.padEnd(11)}${String(rows).padStart(6)}${(right / rows).toFixed(2).padStart(7)}`;
    });
}
