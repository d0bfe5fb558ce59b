import {
  type MarkedText,
  type SpanError,
  type SpanReport,
  type SpanScore,
  scoreSpans,
} from "./named-entities.ts";

/** Scores by class and the worst errors, as text ready to print. */
export function namesReport<Kind extends string>(
  title: string,
  texts: readonly MarkedText<Kind>[],
  kinds: readonly Kind[],
  options: { readonly errors: number },
): string {
  const report = scoreSpans(texts, kinds);
  return [
    title,
    "                 gold   found   right  precision  recall     F1",
    ...[report.all, ...report.kinds].map(scoreLine),
    "",
    ...errorLines(report, options.errors),
  ].join("\n");
}

function scoreLine({ kind, gold, found, right }: SpanScore): string {
  const share = (part: number, whole: number) => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));
  return [
    kind.padEnd(13),
    String(gold).padStart(8),
    String(found).padStart(8),
    String(right).padStart(8),
    share(right, found).padStart(11),
    share(right, gold).padStart(8),
    share(2 * right, gold + found).padStart(7),
  ].join("");
}

/** The errors that come most often, by what they do to which words, each with one place where it is made. */
function errorLines({ errors }: SpanReport, shown: number): string[] {
  if (shown === 0) return [];
  const counts = new Map<SpanError["what"], number>();
  for (const { what } of errors) counts.set(what, (counts.get(what) ?? 0) + 1);
  const byWords = new Map<string, SpanError[]>();
  for (const error of errors) {
    const key = `${wordsOf(error)} ${error.what} ${error.gold?.kind} ${error.found?.kind}`;
    byWords.set(key, [...(byWords.get(key) ?? []), error]);
  }
  const most = [...byWords.values()].sort((a, b) => b.length - a.length).slice(0, shown);
  return [
    `errors: ${[...counts].map(([what, count]) => `${count} ${what}`).join(", ")}`,
    ...most.map((same) => `${String(same.length).padStart(5)}  ${errorText(same[0] as SpanError)}`),
    "",
  ];
}

function wordsOf({ context }: SpanError): string {
  return /\[(.*)\]/.exec(context)?.[1] ?? "";
}

function errorText({ what, gold, found, context, textId }: SpanError): string {
  const kinds = [gold?.kind, found?.kind].filter((kind) => kind !== undefined);
  return `${what.padEnd(11)}  ${kinds.join(" > ").padEnd(9)}  ${context}  (${textId})`;
}
