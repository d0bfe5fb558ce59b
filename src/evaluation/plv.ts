import type { RelationQuestion } from "../coding/relation.ts";
import type { Span } from "../document/span.ts";
import { GoldError } from "./gold-error.ts";
import type { GoldEvent, GoldParty, GoldText } from "./gold-event.ts";
import type { RootClass } from "./root-class.ts";

/** One row of the gold: a sentence with two marked parties, and what one does to the other. */
export interface PlvRow {
  readonly question: RelationQuestion;
  readonly gold: RootClass;
  /** What other systems made of the row, by the name of their column. */
  readonly predictions: ReadonlyMap<string, RootClass>;
}

const NEEDED = ["sentence_id", "marked_sentence", "source", "target", "gold_root"];
const PREDICTIONS = ["silver_root", "root_L1", "root_L2"];

/**
 * Reads PLV's table: tab-separated under a header, the parties marked `<s>…</s>` and `<t>…</t>` in `marked_sentence`.
 *
 * @throws GoldError naming file and line
 */
export function readPlv(text: string, file: string): PlvRow[] {
  const lines = text.split(/\r?\n/);
  const columns = (lines[0] ?? "").split("\t");
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new GoldError(file, 1, `the header lacks ${missing.join(", ")}`);
  return lines.slice(1).flatMap((line, i) => {
    if (line.trim() === "") return [];
    const cells = line.split("\t");
    const cell = (name: string) => cells[columns.indexOf(name)] ?? "";
    const id = `${i + 2}:${cell("sentence_id")}`;
    const question = markedQuestion(id, cell("marked_sentence"), cell("source"), cell("target"));
    if (question === undefined) throw new GoldError(file, i + 2, "no marked source or target");
    const predictions = PREDICTIONS.filter((name) => columns.includes(name));
    return [
      {
        question,
        gold: cell("gold_root"),
        predictions: new Map(predictions.map((name) => [name, cell(name)])),
      },
    ];
  });
}

// Some closing marks lack their slash, some parties are marked only in their own column, and some rows have but one.
function markedQuestion(
  id: string,
  marked: string,
  source: string,
  target: string,
): RelationQuestion | undefined {
  const spans: Record<string, [number, number]> = {};
  let text = "";
  for (let i = 0; i < marked.length; ) {
    const [tag, letter] = /^<\/?([st])>/.exec(marked.slice(i, i + 4)) ?? [];
    if (tag === undefined || letter === undefined) {
      text += marked[i++];
      continue;
    }
    const span = spans[letter];
    if (span === undefined) spans[letter] = [text.length, text.length];
    else if (span[0] === span[1]) span[1] = text.length;
    i += tag.length;
  }
  const actor = partySpan(text, spans.s, source);
  const recipient = partySpan(text, spans.t, target);
  if (actor === undefined && recipient === undefined) return undefined;
  return { id, text, ...(actor && { actor }), ...(recipient && { recipient }) };
}

function partySpan(
  text: string,
  span: readonly [number, number] | undefined,
  words: string,
): readonly [number, number] | undefined {
  if (span !== undefined && span[0] < span[1]) return span;
  const start = text.indexOf(words);
  return start < 0 || words === "" ? undefined : [start, start + words.length];
}

/** The rows as events of whole texts: each sentence once, with what its marked parties do to each other. */
export function plvTexts(rows: readonly PlvRow[]): GoldText[] {
  const byText = new Map<string, GoldEvent[]>();
  for (const { question, gold } of rows) {
    const { id, text, actor, recipient } = question;
    const parties = (span: Span | undefined): GoldParty[] =>
      span === undefined ? [] : [{ words: text.slice(...span), spans: [span] }];
    const event = { id, type: gold, actors: parties(actor), recipients: parties(recipient) };
    byText.set(text, [...(byText.get(text) ?? []), event]);
  }
  return Array.from(byText, ([text, events]) => ({ text, events }));
}
