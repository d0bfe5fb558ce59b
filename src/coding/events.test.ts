import { describe, expect, it } from "vitest";
import { HAND_DATE, handCoded, inOneLine } from "./hand-coding.fixture.ts";

const ACTORS: Readonly<Record<string, string>> = {
  Egypt: "EGY",
  France: "FRA",
  Germany: "DEU",
  Iran: "IRN",
  Iraq: "IRQ",
  Israel: "ISR",
  Italy: "ITA",
  Kyiv: "UKR",
  Norway: "NOR",
  Oman: "OMN",
  Poland: "POL",
  Russia: "RUS",
  Sudan: "SDN",
  Sweden: "SWE",
};

function namedIn(text: string): Record<string, string> {
  return Object.fromEntries(Object.entries(ACTORS).filter(([name]) => text.split(/\W+/).includes(name)));
}

function codings(text: string): string[] {
  return handCoded(text, { actors: namedIn(text) }).map(({ event }) => inOneLine(event));
}

describe("a frame makes an event of its words and their parties", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", ["ACCUSE/disapprove NOR -> SWE; occurred"]],
    ["Norway gave Kyiv weapons.", ["AID NOR -> UKR; occurred"]],
    ["Norway imposed harsh sanctions on Iran.", ["SANCTION/discontinue NOR -> IRN; occurred"]],
    ["Norway handed over the prisoners to Sudan.", ["RETREAT/release NOR -> SDN; occurred"]],
    ["Norway spoke with Sweden by phone.", ["CONSULT/phone NOR, SWE; occurred"]], // the longest trigger
    ["Norway and Sweden are negotiating in Geneva.", ["CONSULT NOR, SWE; ongoing"]],
    ["Norway attacked the problem.", []],
    ["Troops fired on the crowd.", []], // no actor that is known
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});

describe("a light verb lends its parties to its noun", () => {
  it.each([
    ["Iran and Iraq held talks in Cairo last week.", ["CONSULT IRN, IRQ; occurred"]],
    ["Iran held talks in Oman.", ["CONSULT IRN, OMN; occurred"]],
    ["Iran held talks with them in Oman.", []], // the place of a meeting with others is no party
    ["Israel suffered an attack by Iran.", ["ASSAULT IRN -> ISR; occurred"]], // its subject undergoes
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });
});

describe("an operator makes another event of the one in its content", () => {
  it.each([
    ["Norway is ready to help Sudan.", ["AGREE NOR -> SDN; occurred"]],
    ["Egypt refused to hold talks with Sudan.", ["REJECT/meet EGY -> SDN; occurred"]],
    ["Norway urged Sudan to release the prisoners.", ["REQUEST/yield NOR -> SDN; occurred"]],
    ["Norway will help Sudan.", ["AGREE NOR -> SDN; future"]],
    ["Norway called for talks.", ["REQUEST/meet NOR; occurred"]],
    ["Iran denied having attacked Oman.", ["REJECT IRN -> OMN; occurred"]], // a parser takes it for an adverbial
  ])("%s", (text, expected) => {
    expect(codings(text)).toEqual(expected);
  });

  it("and of that another: a denied refusal", () => {
    const text = "Norway denied that it had refused to help Sudan.";
    const [told] = handCoded(text, { actors: { Norway: "NOR", it: "NOR", Sudan: "SDN" } });
    expect(told?.event).toMatchObject({ rule: "deny(refuse(help))", type: "REJECT" });
    expect(told?.meaning.steps.map(({ name, operator, kind }) => [name, operator, kind.type])).toEqual([
      ["deny", "DENY", "REJECT"],
      ["refuse", "REFUSE", "REJECT"],
      ["help", undefined, "AID"],
    ]);
  });

  it("and what stands in the content of a promise, a demand or a denial is no event of its own", () => {
    const types = handCoded("Norway is ready to help Sudan.", { actors: { Norway: "NOR", Sudan: "SDN" } });
    expect(types.map(({ event }) => event.type)).toEqual(["AGREE"]);
  });
});

describe("what a violent deed is said to have done is part of it", () => {
  const actors = { Iran: "IRN", Israel: "ISR", soldiers: "ISRMIL" };
  it.each([
    ["Iran attacked Israel, killing two soldiers.", ["ASSAULT IRN -> ISR, ISRMIL; occurred"]],
    // another deed
    [
      "Iran attacked Israel, arresting two soldiers.",
      ["ASSAULT IRN -> ISR; occurred", "COERCE/arrest IRN -> ISRMIL; occurred"],
    ],
  ])("%s", (text, expected) => {
    const told = handCoded(text, { actors });
    expect(told.map(({ event }) => inOneLine(event))).toEqual(expected);
    expect(text.slice(...(told[0]?.event.evidence.trigger ?? [0, 0])).includes("killing")).toBe(
      expected.length === 1,
    );
  });
});

describe("a record", () => {
  const text = "Norway condemned Sweden on Monday.";
  const [told] = handCoded(text, { actors: namedIn(text), times: { Monday: "2024-05-13" } });

  it("points at the words it rests on, and at its sentence", () => {
    expect(text.slice(...(told?.event.evidence.trigger ?? [0, 0]))).toBe("condemned");
    expect(told?.event.evidence.sentence).toEqual([0, text.length]);
  });

  it("has its code, category and scores from the ontology", () => {
    expect(told?.event).toMatchObject({ cameo: "111", quad: "verbal conflict", score: expect.any(Number) });
    expect(told?.event.goldstein).toBeLessThan(0);
  });

  it("has the date of its words", () => {
    expect(told?.event.date).toMatchObject({ start: "2024-05-13", span: [27, 33] });
  });

  it("has the same id whenever it is coded, and another where parties differ", () => {
    const again = handCoded(text, { actors: namedIn(text), times: { Monday: "2024-05-13" } });
    expect(again[0]?.event.id).toBe(told?.event.id);
    const other = handCoded(text, { actors: { Sweden: "SWE", Norway: "NOR" }, times: {} }, null);
    expect(other[0]?.event.id).toBe(told?.event.id); // a date is no part of it
    expect(handCoded(text, { actors: { Norway: "NOR" } })[0]?.event.id).not.toBe(told?.event.id);
  });

  it("names its entries, the outermost operator first, with their places", () => {
    const [offer] = handCoded("Norway is ready to help Sudan.", { actors: { Norway: "NOR", Sudan: "SDN" } });
    expect(offer?.event.rule).toBe("ready(help)");
    expect(offer?.event.lexicon).toEqual([
      expect.stringMatching(/^operators\/hand\.yaml:\d+$/),
      expect.stringMatching(/^frames\/hand\.yaml:\d+$/),
    ]);
  });
});

it("is less sure of a noun than of a verb", () => {
  const confidence = (text: string) => handCoded(text, { actors: namedIn(text) })[0]?.event.confidence ?? 0;
  expect(confidence("The attack by Iran on Israel failed.")).toBeGreaterThan(0);
  expect(confidence("The attack by Iran on Israel failed.")).toBeLessThan(
    confidence("Israel suffered an attack by Iran."),
  );
});

it("leaves an event undated where neither its words nor the document give a day", () => {
  const [told] = handCoded("Norway gave Kyiv weapons.", { actors: { Norway: "NOR", Kyiv: "UKR" } }, null);
  expect(told?.event.date).toEqual({ precision: "unresolved" });
  const [dated] = handCoded("Norway gave Kyiv weapons.", { actors: { Norway: "NOR", Kyiv: "UKR" } });
  expect(dated?.event.date.start).toBe(HAND_DATE);
});
