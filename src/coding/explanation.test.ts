import { describe, expect, it } from "vitest";
import { type EventExplanation, explainReading } from "./explanation.ts";
import { handDocument, handReading } from "./hand-coding.fixture.ts";
import type { HandMade } from "./stored-parse.fixture.ts";

function explained(text: string, handMade: HandMade, date?: string | null) {
  return explainReading(handDocument(text, date), handReading(text, handMade, date), "/lexicon/en");
}

function firstEvent(text: string, handMade: HandMade, date?: string | null): EventExplanation {
  const [event] = explained(text, handMade, date).events;
  if (event === undefined) throw new Error(`no event in "${text}"`);
  return event;
}

describe("steps are told as they built the event, the frame first", () => {
  it("with their words, and what each made of what", () => {
    const { steps } = firstEvent("Norway is ready to help Sudan.", {
      actors: { Norway: "NOR", Sudan: "SDN" },
    });
    expect(steps).toEqual([
      {
        entry: "help",
        line: expect.stringMatching(/^frames\/hand\.yaml:\d+$/),
        words: [{ text: "help", span: [19, 23] }],
        form: "verb",
        after: { type: "AID", cameo: "070" },
      },
      {
        entry: "ready",
        line: expect.stringMatching(/^operators\/hand\.yaml:\d+$/),
        operator: "OFFER",
        words: [{ text: "ready", span: [10, 15] }],
        form: "adjective",
        before: { type: "AID", cameo: "070" },
        after: { type: "AGREE", cameo: "033" },
      },
    ]);
  });

  it("a modifier with the status it gives", () => {
    const { steps, status } = firstEvent("Norway may attack.", { actors: { Norway: "NOR" } });
    expect(steps.at(-1)).toMatchObject({ entry: "possible", form: "modifier", status: "hypothetical" });
    expect(status).toEqual({ by: "operator" });
  });
});

describe("parties say where they stand", () => {
  it.each([
    [
      "Norway condemned Sweden on Monday.",
      { Norway: "NOR", Sweden: "SWE" },
      ["nsubj condemned", "obj condemned"],
    ],
    [
      "Norway imposed harsh sanctions on Iran.",
      { Norway: "NOR", Iran: "IRN" },
      ["nsubj imposed", "nmod on sanctions"],
    ],
    // A later member of a coordination stands where its first one does.
    [
      "Iran and Iraq held talks in Cairo last week.",
      { Iran: "IRN", Iraq: "IRQ" },
      ["nsubj held", "nsubj held"],
    ],
  ])("%s", (text, actors, expected) => {
    const places = firstEvent(text, { actors }).parties.map(({ place }) =>
      [place?.relation, place?.preposition, place?.governor].filter(Boolean).join(" "),
    );
    expect(places).toEqual(expected);
  });
});

describe("the date is given with its words, where words give it", () => {
  const text = "Norway condemned Sweden on Monday.";
  const actors = { Norway: "NOR", Sweden: "SWE" };

  it("and with the rule that read them", () => {
    const { time } = firstEvent(text, { actors, times: { Monday: "2024-05-13" } });
    expect(time).toEqual({ text: "Monday", span: [27, 33], rule: "by hand" });
  });

  it("not where the document's day stands in", () => {
    expect(firstEvent(text, { actors })).not.toHaveProperty("time");
  });
});

it("the tree has every word of the sentence, and marks those that do something for the event", () => {
  const { tree } = firstEvent("Norway condemned Sweden on Monday.", {
    actors: { Norway: "NOR", Sweden: "SWE" },
    times: { Monday: "2024-05-13" },
  });
  expect(tree.map(({ text, part, head }) => [text, part, head])).toEqual([
    ["Norway", "actor", 1],
    ["condemned", "trigger", null],
    ["Sweden", "recipient", 1],
    ["on", undefined, 4],
    ["Monday", "time", 1],
    [".", undefined, 1],
  ]);
});

it("confidence names the least clear words", () => {
  const weakest = (text: string, actors: Record<string, string>) =>
    firstEvent(text, { actors }).confidence.weakest;
  expect(weakest("Norway condemned Sweden on Monday.", { Norway: "NOR", Sweden: "SWE" })).toBe("verb");
  expect(weakest("The attack by Iran on Israel failed.", { Iran: "IRN", Israel: "ISR" })).toBe("noun");
  expect(weakest("Norway is ready to help Sudan.", { Norway: "NOR", Sudan: "SDN" })).toBe("adjective");
});

it("statements name their cue, their content and the events in it", () => {
  const text = "Iran will help Iraq, Wang said on Monday.";
  const { statements, events } = explained(text, { actors: { Iran: "IRN", Iraq: "IRQ", Wang: "CHN" } });
  expect(statements).toMatchObject([
    { number: 1, cue: { text: "said" }, content: { text: "Iran will help Iraq" } },
  ]);
  expect(statements[0]?.events).toEqual(events.map(({ number }) => number));
  expect(events).toHaveLength(1);
});

it("a document without events still says whom it names", () => {
  const { events, actors, counts } = explained("Norway attacked the problem.", { actors: { Norway: "NOR" } });
  expect({ events, actors, counts }).toEqual({
    events: [],
    actors: ["Norway"],
    counts: { events: 0, statements: 0, leftOut: 0 },
  });
});
