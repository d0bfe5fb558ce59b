import type { CodedEvent } from "../coding/records.ts";
import type { Entity } from "../mentions/mention.ts";
import type { ClassScore } from "./class-scores.ts";
import { CLASS_HEADER, classLine, share } from "./class-table.ts";
import type { JudgedText } from "./event-match.ts";
import type { GoldEvent, GoldParty } from "./gold-event.ts";
import { rootClassOf } from "./root-class.ts";

/** Scores of the events of whole texts, by type and parties and by type alone; ready to print. */
export function eventReport(texts: readonly JudgedText[], { errors }: { readonly errors: number }): string {
  const gold = texts.flatMap((text) => text.gold);
  const coded = texts.flatMap((text) => text.coded);
  const strict = classScores(texts, ({ found }) => found);
  const byType = classScores(texts, ({ foundByType }) => foundByType);
  return [
    `${texts.length} texts, ${gold.length} gold events, ${coded.length} coded (${(coded.length / texts.length).toFixed(2)} a text)`,
    "",
    "strict: type and parties are right; by type: the type is, whoever the parties",
    CLASS_HEADER,
    classLine(total("strict", strict)),
    classLine(total("by type", byType)),
    "",
    "strict",
    ...strict.map(classLine),
    "",
    "by type",
    ...byType.map(classLine),
    "",
    ...missedLines(texts, errors),
    "",
    ...inventedLines(texts, errors),
    "",
  ].join("\n");
}

/** How many gold events are found, and among how many coded ones: for gold that gives one event of a text that may hold more. */
export function foundLines(texts: readonly JudgedText[]): string[] {
  const coded = texts.flatMap((text) => text.coded);
  const strict = classScores(texts, ({ found }) => found);
  const byType = classScores(texts, ({ foundByType }) => foundByType);
  const line = (score: ClassScore) => {
    const { gold, right } = score;
    const typed = byType.find(({ name }) => name === score.name)?.right ?? 0;
    const counts = [score.name.padEnd(11), gold.toString().padStart(6), right.toString().padStart(7)];
    return `${counts.join("")}${share(right, gold).padStart(8)}${share(typed, gold).padStart(12)}`;
  };
  const all = total("all", strict);
  const typed = total("all", byType).right;
  return [
    `${texts.length} sentences, ${(coded.length / texts.length).toFixed(2)} events a sentence`,
    `${all.right} of ${all.gold} events found with type and parties (${share(all.right, all.gold)}), ${typed} by type alone (${share(typed, all.gold)})`,
    "class        gold  found  recall  type alone",
    ...strict.filter(({ gold }) => gold > 0).map(line),
  ];
}

function classScores(
  texts: readonly JudgedText[],
  pairsOf: (text: JudgedText) => ReadonlyMap<GoldEvent, CodedEvent>,
): ClassScore[] {
  const counts = new Map<string, { gold: number; predicted: number; right: number }>();
  const countOf = (name: string) => {
    const count = counts.get(name) ?? { gold: 0, predicted: 0, right: 0 };
    counts.set(name, count);
    return count;
  };
  for (const text of texts) {
    for (const { type } of text.gold) countOf(type).gold++;
    for (const { type } of text.coded) countOf(rootClassOf(type)).predicted++;
    for (const { type } of pairsOf(text).keys()) countOf(type).right++;
  }
  return Array.from(counts, ([name, count]) => ({ name, ...count })).sort(
    (a, b) => b.gold - a.gold || a.name.localeCompare(b.name),
  );
}

function total(name: string, scores: readonly ClassScore[]): ClassScore {
  const sum = (key: "gold" | "predicted" | "right") => scores.reduce((all, score) => all + score[key], 0);
  return { name, gold: sum("gold"), predicted: sum("predicted"), right: sum("right") };
}

// What people have read and we have not; the surest of what we have read instead first.
function missedLines(texts: readonly JudgedText[], errors: number): string[] {
  const missed = texts.flatMap(({ gold, coded, found }) =>
    gold.filter((event) => !found.has(event)).map((event) => ({ event, coded })),
  );
  missed.sort((a, b) => (b.coded[0]?.confidence ?? 0) - (a.coded[0]?.confidence ?? 0));
  const count = (kind: string, isKind: (entry: (typeof missed)[number]) => boolean) =>
    `${missed.filter(isKind).length} ${kind}`;
  const hasType = ({ event, coded }: (typeof missed)[number]) =>
    coded.some(({ type }) => rootClassOf(type) === event.type);
  return [
    `missed: ${missed.length} (${[
      count("with the type and other parties", hasType),
      count("with other types", (entry) => !hasType(entry) && entry.coded.length > 0),
      count("where nothing is coded", ({ coded }) => coded.length === 0),
    ].join(", ")})`,
    ...missed
      .slice(0, errors)
      .flatMap(({ event, coded }) => [
        `  ${event.id}: ${event.type} ${goldParties(event)}`,
        ...coded.map((told) => `      coded ${eventText(told)}`),
      ]),
  ];
}

// What we have read and nobody else. The gold of a text need not be all that it says; what was coded in place of a missed event
// is shown with that.
function inventedLines(texts: readonly JudgedText[], errors: number): string[] {
  const invented = texts.flatMap(({ gold, coded, found }) => {
    const right = new Set(found.values());
    const isAllFound = gold.every((event) => found.has(event));
    return coded
      .filter((told) => !right.has(told))
      .map((told) => ({ told, isAllFound, id: gold[0]?.id ?? "" }));
  });
  const besides = invented.filter(({ isAllFound }) => isAllFound);
  besides.sort((a, b) => b.told.confidence - a.told.confidence);
  return [
    `coded and not in the gold: ${invented.length}, of these ${besides.length} where nothing is missed`,
    ...besides.slice(0, errors).map(({ told, id }) => `  ${id}: ${eventText(told)}`),
  ];
}

function eventText({ type, mode, actors, recipients, confidence, rule }: CodedEvent): string {
  const named = (entities: readonly Entity[]) =>
    entities.map(({ text, code }) => `${text} [${code}]`).join(", ");
  const kind = mode === undefined ? type : `${type}/${mode}`;
  return `${kind} ${named(actors)} -> ${named(recipients)} (${confidence.toFixed(2)}, ${rule})`;
}

function goldParties({ actors, recipients }: GoldEvent): string {
  const named = (parties: readonly GoldParty[]) => parties.map(({ words }) => words).join(", ");
  return `${named(actors)} -> ${named(recipients)}`;
}
