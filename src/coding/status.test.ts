import { describe, expect, it } from "vitest";
import { HAND_DATE, handCoded } from "./hand-coding.fixture.ts";
import { statusOf } from "./status.ts";

const ACTORS = { Norway: "NOR", Sweden: "SWE" };

/** The status of the first event, what it rests on, and the word that says so. */
function statusIn(text: string, actors: Record<string, string>, times: Record<string, string> = {}) {
  const [told] = handCoded(text, { actors, times });
  if (told === undefined) throw new Error(`no event in "${text}"`);
  const { status, by, word } = statusOf(told.meaning, told.event.date, HAND_DATE);
  return [status, by, word?.text];
}

describe("what is told", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", ACTORS, ["occurred", "telling", undefined]],
    ["Norway and Sweden are negotiating in Geneva.", ACTORS, ["ongoing", "progressive", "negotiating"]],
    ["Norway will help Sudan.", { Norway: "NOR", Sudan: "SDN" }, ["future", "operator", undefined]],
    ["Norway may attack.", { Norway: "NOR" }, ["hypothetical", "operator", undefined]],
    [
      "If Russia attacks Poland, Norway will not meet Russia.",
      { Poland: "POL", Russia: "RUS" },
      ["hypothetical", "supposition", "If"],
    ],
  ])("%s", (text, actors, expected) => {
    expect(statusIn(text, actors)).toEqual(expected);
  });
});

describe("what is told of long ago is history", () => {
  it.each([
    ["2023-05-15", "occurred"], // a year and a day, in a leap year
    ["2023-05-14", "historical"],
    ["1956-10-29", "historical"],
  ])("%s, told on 2024-05-15", (day, status) => {
    expect(statusIn("Norway condemned Sweden on Monday.", ACTORS, { Monday: day })[0]).toBe(status);
  });

  it("but not where the document has no day to look back from", () => {
    const [told] = handCoded(
      "Norway condemned Sweden on Monday.",
      { actors: ACTORS, times: { Monday: "1956-10-29" } },
      null,
    );
    expect(told?.event.status).toBe("occurred");
  });
});

it("a denied event is negated, and a promise has happened when it is made", () => {
  const negated = handCoded("If Russia attacks Poland, Norway will not meet Russia.", {
    actors: { Norway: "NOR", Russia: "RUS" },
  });
  expect(negated.map(({ event }) => event.status)).toContain("negated");
  const [offer] = handCoded("Norway is ready to help Sudan.", { actors: { Norway: "NOR", Sudan: "SDN" } });
  expect(offer?.event.status).toBe("occurred");
});
