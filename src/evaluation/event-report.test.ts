import { expect, it } from "vitest";
import type { CodedEvent } from "../coding/records.ts";
import { judgeText } from "./event-match.ts";
import { eventReport, foundLines } from "./event-report.ts";

const told = (type: string, confidence: number): CodedEvent =>
  ({ type, actors: [], recipients: [], confidence, rule: "made up" }) as Partial<CodedEvent> as CodedEvent;
const gold = (id: string, type: string) => ({ id, type, actors: [], recipients: [] });

const TEXTS = [
  judgeText({ text: "a", events: [gold("1", "AID"), gold("2", "ACCUSE")] }, () => [
    told("AID", 0.9),
    told("REJECT", 0.5),
  ]),
  judgeText({ text: "b", events: [gold("3", "AID")] }, () => [told("CONCEDE", 0.7)]),
  judgeText({ text: "c", events: [gold("4", "AID")] }, () => [told("AID", 0.8), told("AGREE", 0.6)]),
];

it("tells precision and recall, all and by class, and the surest errors first", () => {
  const report = eventReport(TEXTS, { errors: 1 });
  expect(report).toContain("3 texts, 4 gold events, 5 coded (1.67 a text)");
  expect(report).toMatch(/^strict +4 +5 +2 +0\.40 +0\.50 +0\.44$/m);
  expect(report).toMatch(/^AID +3 +2 +2 +1\.00 +0\.67 +0\.80$/m);
  expect(report).toMatch(/^YIELD +0 +1 +0 +0\.00 +- +0\.00$/m);
  expect(report).toContain(
    "missed: 2 (0 with the type and other parties, 2 with other types, 0 where nothing is coded)\n  2: ACCUSE  -> \n      coded AID",
  );
  expect(report).toContain(
    "coded and not in the gold: 3, of these 1 where nothing is missed\n  4: AGREE  ->  (0.60, made up)\n",
  );
});

it("tells how much of the gold is found, and among how many events", () => {
  expect(foundLines(TEXTS)).toEqual([
    "3 sentences, 1.67 events a sentence",
    "2 of 4 events found with type and parties (0.50), 2 by type alone (0.50)",
    "class        gold  found  recall  type alone",
    "AID             3      2    0.67        0.67",
    "ACCUSE          1      0    0.00        0.00",
  ]);
});
