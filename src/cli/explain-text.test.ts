import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { type DocumentExplanation, explainReading } from "../coding/explanation.ts";
import { handDocument, handReading } from "../coding/hand-coding.fixture.ts";
import type { HandMade } from "../coding/stored-parse.fixture.ts";
import { loadOntology } from "../ontology/ontology.ts";
import { explanationText } from "./explain-text.ts";
import { coloursFor } from "./terminal.ts";

const ontology = loadOntology();
const colours = coloursFor({ isTerminal: false, env: {}, isAllowed: false });

function printed(
  text: string,
  handMade: HandMade,
  change: (explanation: DocumentExplanation) => DocumentExplanation = (explanation) => explanation,
): string {
  const document = handDocument(text);
  const explanation = change(explainReading(document, handReading(text, handMade), "/lexicon/en"));
  return explanationText(document, explanation, { width: 80, colours, ontology, wholeTree: false });
}

/** Without line breaks, margins and the lines of lexicon entries, which are no part of what is tested. */
function flat(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\.yaml:\d+/g, ".yaml:LINE");
}

describe("an event is told with its reasons", () => {
  const text = printed("Norway is ready to help Sudan.", { actors: { Norway: "NOR", Sudan: "SDN" } });

  it.each([
    ["the kind, status and date", "1. AGREE occurred 2024-05-15"],
    ["the words it rests on", "Norway is «ready to help» Sudan."],
    ["what the frame names", '"help" (help, frames/hand.yaml:LINE) names AID (CAMEO 070'],
    ["what the operator made of it", '"ready" (ready, operators/hand.yaml:LINE) turns AID (CAMEO 070'],
    ["who, and where it stands", 'actor Norway (NOR); "Norway", subject of "ready"; known by by hand'],
    ["to whom", 'recipient Sudan (SDN); "Sudan", object of "help"'],
    ["where the date is from", "the document's day stands in"],
    ["on whose word", "on word of the publisher"],
    [
      "how sure it is",
      "certainty 0.80: 0.94, as an adjective tells it; less because the document tells it once",
    ],
  ])("%s", (_name, words) => {
    expect(flat(text)).toContain(words);
  });

  it("within 80 columns", () => {
    expect(text.split("\n").filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});

describe("a status says why", () => {
  it.each([
    ["Norway may attack.", { Norway: "NOR" }, 'hypothetical: because of "may"'],
    [
      "Norway and Sweden are negotiating in Geneva.",
      { Norway: "NOR", Sweden: "SWE" },
      '"negotiating" is told as still going on',
    ],
    [
      "Norway condemned Sweden on Monday.",
      { Norway: "NOR", Sweden: "SWE" },
      "occurred: told as having happened",
    ],
  ])("%s", (text, actors, words) => {
    expect(flat(printed(text, { actors }))).toContain(words);
  });
});

it("a statement is told with its speaker, cue and events", () => {
  const text = printed("Iran will help Iraq, Wang said on Monday.", {
    actors: { Iran: "IRN", Iraq: "IRQ", Wang: "CHN" },
  });
  expect(flat(text)).toContain("S1. assert indirect speech “Iran will help Iraq” speaker Wang (CHN)");
  expect(flat(text)).toContain('cue "said" makes it a statement (assert)');
  expect(flat(text)).toContain("the publisher, who cites Wang (CHN)");
});

it("one event of several says which it is", () => {
  const text = printed(
    "Norway condemned Sweden on Monday.",
    { actors: { Norway: "NOR", Sweden: "SWE" } },
    (explanation) => ({
      ...explanation,
      counts: { events: 4, statements: 2, leftOut: 0 },
    }),
  );
  expect(text).toMatch(/^by hand \(2024-05-15, event 1 of 4\)\n/);
});

it.each([
  [1, "1 event less sure than is asked for is left out; --min-confidence 0 shows it."],
  [3, "3 events less sure than is asked for are left out; --min-confidence 0 shows them."],
])("%d left out: says so", (leftOut, words) => {
  const told = (keep: number) =>
    flat(
      printed(
        "Norway condemned Sweden on Monday.",
        { actors: { Norway: "NOR", Sweden: "SWE" } },
        ({ events, counts, ...explanation }) => ({
          ...explanation,
          events: events.slice(0, keep),
          counts: { ...counts, leftOut },
        }),
      ),
    );
  expect(told(0)).toContain(`No events: ${words}`);
  expect(told(1)).toMatch(/^by hand .* 1\. ACCUSE/);
  expect(told(1)).toContain(words);
});

describe("a document without events says why, in words", () => {
  it.each([
    [{}, "No events: the text names no country, organisation, person or group that the lexicon knows."],
    [
      { Norway: "NOR" },
      "No events: the text names actors (Norway), but no words that the lexicon knows tell",
    ],
  ])("%j", (actors, words) => {
    expect(flat(printed("Norway attacked the problem.", { actors }))).toContain(words);
  });
});
