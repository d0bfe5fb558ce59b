import { describe, expect, it } from "vitest";
import type { CodedEvent } from "../coding/records.ts";
import { readPetrarch } from "./petrarch.ts";
import { judgeDyads, petrarchReport } from "./petrarch-report.ts";

const XML = `<Validation>
<!-- <Sentence> in a comment -->
<Sentence date="19950131" id = "A-1" category='AID'>
<EventCoding sourcecode="NOR" targetcode="TCDGOV" eventcode="071"></EventCoding>
<Text>
Oslo &amp; its
<!-- only in part -->
people helped.
</Text><Parse>(ROOT (NP Oslo))</Parse>
</Sentence>
<Sentence date="19950131" id="A-2"><EventCoding noevents="True"></EventCoding><Text>It rained.</Text></Sentence>
</Validation>`;

it("reads sentences with their date, text and events", () => {
  expect(readPetrarch(XML, "gold.xml")).toEqual([
    {
      id: "A-1",
      category: "AID",
      date: "1995-01-31",
      text: "Oslo & its people helped.",
      events: [{ actor: "NOR", recipient: "TCDGOV", event: "071" }],
    },
    { id: "A-2", category: "other", date: "1995-01-31", text: "It rained.", events: [] },
  ]);
});

it.each([
  ["", /^gold\.xml:1: it holds no <Sentence>$/],
  ['\n<Sentence date="19950131" id="A">', /^gold\.xml:2: <Sentence> is not closed$/],
  ['<Sentence date="19950131" id="A"></Sentence>', /^gold\.xml:1: <Sentence> has no <Text>$/],
  ['<Sentence id="A"><Text>a</Text></Sentence>', /^gold\.xml:1: <Sentence> has no date$/],
  [
    '<Sentence date="today" id="A"><Text>a</Text></Sentence>',
    /^gold\.xml:1: date="today": expected eight digits/,
  ],
])("says what is wrong with %j", (xml, message) => {
  expect(() => readPetrarch(xml, "gold.xml")).toThrow(message);
});

function coded(actors: string[], cameo: string, recipients: string[]): CodedEvent {
  const entities = (codes: string[]) => codes.map((code) => ({ code }));
  return {
    actors: entities(actors),
    recipients: entities(recipients),
    cameo,
  } as Partial<CodedEvent> as CodedEvent;
}

describe("an expected dyad", () => {
  it.each([
    ["of the same codes", ["NOR"], "071", ["TCDGOV"], [true, true, true]],
    ["of another agent and category", ["NORGOV"], "0711", ["TCDMIL"], [true, false, true]],
    ["of another root", ["NOR"], "051", ["TCDGOV"], [true, true, false]],
    ["the other way round", ["TCDGOV"], "071", ["NOR"], [false, false, false]],
    ["in either direction of a reciprocal event", ["TCDGOV", "NOR"], "071", [], [true, true, true]],
    ["without its recipient", ["NOR"], "071", [], [false, false, false]],
  ])("%s", (_, actors, cameo, recipients, expected) => {
    const [dyad] = judgeDyads(
      [{ actor: "NOR", recipient: "TCDGOV", event: "071" }],
      [coded(actors, cameo, recipients)],
    );
    expect([dyad?.hasParties, dyad?.hasCodes, dyad?.hasRoot]).toEqual(expected);
  });

  it("with nobody known as its recipient is one without a recipient", () => {
    const [dyad] = judgeDyads(
      [{ actor: "NOR", recipient: "---", event: "023" }],
      [coded(["NOR"], "023", [])],
    );
    expect(dyad?.hasCodes).toBe(true);
  });
});

it("reports agreement by category, and the sentences that should be silent", () => {
  const report = petrarchReport(readPetrarch(XML, "gold.xml"), () => [coded(["NOR"], "042", ["TCD"])], {
    errors: 9,
  });
  expect(report).toMatch(/^AID +1 +1 +1\.00 +0\.00 +0\.00 +-$/m);
  expect(report).toMatch(/^other +1 +0 +- +- +- +0\.00$/m);
  expect(report).toContain("expected NOR 071 TCDGOV; coded NOR 042 TCD\n");
  expect(report).toContain("expected nothing; coded NOR 042 TCD\n");
});
