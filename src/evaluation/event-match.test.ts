import { describe, expect, it } from "vitest";
import type { CodedEvent } from "../coding/records.ts";
import type { Entity } from "../mentions/mention.ts";
import { judgeText } from "./event-match.ts";
import { type GoldParty, isParty } from "./gold-event.ts";

const TEXT = "Oslo accused Rome. Rome's troops left.";

function entity(text: string, known: Partial<Entity> = {}): Entity {
  const start = TEXT.indexOf(text);
  return {
    name: text,
    text,
    span: [start, start + text.length],
    kind: "country",
    sectors: [],
    code: "---",
    ...known,
  };
}

function party(words: string, known: Partial<GoldParty> = {}): GoldParty {
  const start = TEXT.indexOf(words);
  return { words, spans: start < 0 ? [] : [[start, start + words.length]], ...known };
}

describe("a gold party is", () => {
  it.each([
    ["what overlaps it", entity("Rome's troops"), party("troops left"), true],
    [
      "who has its name elsewhere",
      entity("Oslo", { name: "The Oslo government" }),
      party("oslo", { spans: [] }),
      true,
    ],
    ["who is of its country", entity("Rome", { country: "ITA" }), party("elsewhere", { code: "ITA" }), true],
    ["not who only begins like it", entity("Rome"), party("Romero"), false],
    [
      "not a country's other sector",
      entity("Rome", { country: "ITA", sectors: ["GOV"] }),
      party("elsewhere", { code: "ITA", sector: "REB" }),
      false,
    ],
    ["not who has no country, as little as itself", entity("Rome"), party("elsewhere"), false],
  ])("%s", (_, known, gold, expected) => {
    expect(isParty(known, gold)).toBe(expected);
  });
});

function told(type: string, actors: string[], recipients: string[], confidence = 0.9): CodedEvent {
  const event: Partial<CodedEvent> = {
    type,
    confidence,
    actors: actors.map((text) => entity(text)),
    recipients: recipients.map((text) => entity(text)),
  };
  return event as CodedEvent;
}

function counts(gold: [type: string, actors: string[], recipients: string[]][], coded: CodedEvent[]) {
  const events = gold.map(([type, actors, recipients], i) => ({
    id: `${i}`,
    type,
    actors: actors.map((words) => party(words)),
    recipients: recipients.map((words) => party(words)),
  }));
  const { found, foundByType } = judgeText({ text: TEXT, events }, () => coded);
  return [found.size, foundByType.size];
}

describe("a gold event is found", () => {
  it.each([
    ["with type and both parties", told("ACCUSE", ["Oslo"], ["Rome"]), [1, 1]],
    ["by type alone with the sides turned", told("ACCUSE", ["Rome"], ["Oslo"]), [0, 1]],
    ["by type alone without its recipient", told("ACCUSE", ["Oslo"], []), [0, 1]],
    ["whichever side of a reciprocal event its parties are on", told("ACCUSE", ["Rome", "Oslo"], []), [1, 1]],
    ["not with another type", told("REJECT", ["Oslo"], ["Rome"]), [0, 0]],
  ])("%s", (_, coded, expected) => {
    expect(counts([["ACCUSE", ["Oslo"], ["Rome"]]], [coded])).toEqual(expected);
  });

  it.each([
    ["both its parties", told("CONSULT", ["Oslo"], ["Rome"]), [1, 1]],
    ["and not by one of them", told("CONSULT", ["Oslo"], []), [0, 1]],
  ])("where it is reciprocal, by %s", (_, coded, expected) => {
    expect(counts([["CONSULT", ["Oslo", "Rome"], []]], [coded])).toEqual(expected);
  });

  it("once: two of the gold need two of ours", () => {
    const gold: Parameters<typeof counts>[0] = [
      ["ACCUSE", ["Oslo"], ["Rome"]],
      ["ACCUSE", ["Oslo"], ["Rome"]],
    ];
    expect(counts(gold, [told("ACCUSE", ["Oslo"], ["Rome"])])).toEqual([1, 1]);
  });

  it("as CONCEDE or RETREAT where the gold has YIELD", () => {
    expect(counts([["YIELD", ["Rome"], []]], [told("RETREAT", ["Rome"], [])])).toEqual([1, 1]);
  });
});
