import { expect, it } from "vitest";
import type { Statement } from "../coding/records.ts";
import { readConllu } from "../language/conllu.ts";
import { type AttributedDocument, readAttribution } from "./attribution-gold.ts";
import { attributionReport, judgeUnits } from "./attribution-report.ts";

/** A document of words `form/UPOS/misc`. */
function gold(...words: string[]): AttributedDocument {
  const rows = words.map((word, i) => {
    const [, form, upos, misc] = /^([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(word) ?? [];
    return [i + 1, form, "_", upos, "_", "_", 0, "root", "_", misc ?? "_"].join("\t");
  });
  const head = ["# newdoc id = a", "# meta::genre = news", "# meta::dateCreated = 2024-05-15"];
  const [document] = readAttribution(
    readConllu(`${[...head, ...rows].join("\n")}\n`, "gold.conllu"),
    "gold.conllu",
  );
  return document as AttributedDocument;
}

const SAID = gold(
  "Ann/PROPN/Discourse=attribution-positive:1->2:0:lex-indwd-2-_",
  "said/VERB",
  "Oslo/PROPN/Discourse=ROOT:2:0",
  "acted/VERB",
  "and/CCONJ/Discourse=joint-list:3->2:0;attribution-positive:3->4:0",
  "added/VERB",
  "more/NOUN/Discourse=elaboration:4->2:0",
);

const texts = ({ document }: AttributedDocument, spans: readonly (readonly [number, number])[]) =>
  spans.map((span) => document.text.slice(...span)).join(" ");

it("reads a document's date and genre, its units and what they report", () => {
  expect(SAID).toMatchObject({ genre: "news", document: { id: "a", date: "2024-05-15" } });
  const read = SAID.units.map((unit) => [
    texts(SAID, unit.words),
    texts(SAID, unit.content),
    unit.namesSource,
  ]);
  expect(read).toEqual([
    ["Ann said", "Oslo acted", true],
    ["and added", "more", false],
  ]);
});

it("joins the parts of a unit that another one cuts in two", () => {
  const document = gold(
    "Ann/PROPN/Discourse=attribution-positive:1->4:0",
    "smiling/VERB/Discourse=elaboration:2->1:0",
    "says/VERB/Discourse=same-unit_m:3->1:0",
    "yes/NOUN/Discourse=ROOT:4:0",
  );
  expect(document.units.map((unit) => texts(document, unit.words))).toEqual(["Ann says"]);
});

it("leaves the byline of a picture out", () => {
  const document = gold(
    "Map/NOUN/Discourse=ROOT:1:0",
    "Ann/PROPN/Discourse=attribution-positive:2->1:0",
    "says/VERB/Discourse=attribution-positive:3->1:0",
  );
  expect(document.units.map(({ id }) => id)).toEqual(["3"]);
});

it("finds quoted words between their marks", () => {
  const document = gold(
    "says/VERB/Discourse=attribution-positive:1->2:0",
    "Oslo/PROPN/XML=<q>|Discourse=ROOT:2:0",
    "acts/VERB/XML=</q>",
    "today/ADV",
    'yes/INTJ/XML=<quote who:::"x"></quote>',
  );
  expect(texts(document, document.quoted)).toBe("Oslo acts yes");
});

it("refuses trees without such units", () => {
  expect(() => gold("Oslo/PROPN")).toThrow(/^gold\.conllu:1: no word opens a unit/);
});

/** "Ann said Oslo acted and added more": spans by word. */
function statement(cue: string, speaker: string, content: string): Statement {
  const span = (words: string) => {
    const start = SAID.document.text.indexOf(words);
    return [start, start + words.length];
  };
  return { cue: span(cue), speaker: { text: speaker, span: span(speaker) }, content: span(content) } as never;
}

it.each([
  ["no cue", [], [false, false, false]],
  ["a cue elsewhere", [statement("acted", "Ann", "Oslo")], [false, false, false]],
  ["cue, source and content", [statement("said", "Ann", "Oslo acted")], [true, true, true]],
  ["another source", [statement("said", "Oslo", "acted")], [true, false, true]],
  ["other content", [statement("said", "Ann", "more")], [true, true, false]],
  [
    "of two, the better",
    [statement("said", "Oslo", "more"), statement("said", "Ann", "acted")],
    [true, true, true],
  ],
])("a unit with %s", (_, statements, expected) => {
  const [judged] = judgeUnits(SAID.units, statements);
  expect([judged?.statement !== undefined, judged?.hasSource, judged?.hasContent]).toEqual(expected);
});

it("takes any source where the unit names none", () => {
  const [, judged] = judgeUnits(SAID.units, [statement("added", "Ann", "more")]);
  expect(judged).toMatchObject({ hasSource: true, hasContent: true });
});

it("reports rates by genre, and the errors", () => {
  const report = attributionReport(
    [SAID],
    () => [statement("said", "Oslo", "acted"), statement("acted", "Ann", "Oslo")],
    {
      errors: 1,
    },
  );
  expect(report).toMatch(/^news +2 +0\.50 +0\.00 +0\.50 +0\.00 +0 +-$/m);
  expect(report).toContain(
    'units without a right statement: 2\n  a 1: source "Oslo"\n      Ann said | Oslo acted\n',
  );
  expect(report).toContain(
    "statements whose cue is in no such unit: 1\n  a: Ann said Oslo [acted] and added more\n",
  );
});
