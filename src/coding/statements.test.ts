import { describe, expect, it } from "vitest";
import { createCoder } from "./coder.ts";
import { handReading } from "./hand-coding.fixture.ts";

/** Each statement in one line: `Wang asserts (indirect): Iran will help Iraq`. */
function statementsOf(text: string, actors: Record<string, string>): string[] {
  return handReading(text, { actors }).coded.statements.map(
    ({ speaker, act, form, content }) => `${speaker.name} ${act} (${form}): ${text.slice(...content)}`,
  );
}

describe("who says what", () => {
  it.each([
    [
      "Iran will help Iraq, Wang said on Monday.",
      { Wang: "CHN", Iran: "IRN" },
      ["Wang assert (indirect): Iran will help Iraq"],
    ],
    [
      "Wang said that Iran denied that Iraq attacked Oman.",
      { Wang: "CHN", Iran: "IRN", Iraq: "IRQ", Oman: "OMN" },
      [
        "Wang assert (indirect): that Iran denied that Iraq attacked Oman",
        "Iran deny (indirect): that Iraq attacked Oman",
      ],
    ],
    ["Wang told Iran to leave.", { Wang: "CHN", Iran: "IRN" }, []], // an order, not a report
    ["As Wang said, Iran left.", {}, ["Wang assert (indirect): Iran left"]], // whoever that is
    ["Norway condemned Sweden on Monday.", { Norway: "NOR", Sweden: "SWE" }, []],
  ])("%s", (text, actors, expected) => {
    expect(statementsOf(text, actors)).toEqual(expected);
  });
});

it("a statement inside another stands on the outer speaker's word", () => {
  const text = "Wang said that Iran denied that Iraq attacked Oman.";
  const { statements } = handReading(text, { actors: { Wang: "CHN", Iran: "IRN" } }).coded;
  const voices = statements.map(({ attribution }) =>
    attribution.map(({ source }) => (source === "publisher" ? source : source.name)),
  );
  expect(voices).toEqual([["publisher"], ["publisher", "Wang"]]);
});

it("a statement names whom it is about, each once, and the events inside it", () => {
  const { events, statements } = handReading("Iran will help Iraq, Wang said on Monday.", {
    actors: { Wang: "CHN", Iran: "IRN", Iraq: "IRQ" },
  }).coded;
  expect(statements[0]?.about.map(({ name }) => name)).toEqual(["Iran", "Iraq"]);
  expect(statements[0]?.events).toEqual(events.map(({ id }) => id));
  expect(events).toHaveLength(1);
});

it("a statement names whom it is told, each once", () => {
  const { statements } = handReading("Wang told Iran that Oman left.", {
    actors: { Wang: "CHN", Iran: "IRN", Oman: "OMN" },
  }).coded;
  expect(statements.map(({ addressees }) => addressees.map(({ name }) => name))).toEqual([["Iran"]]);
});

it("two speakers of one name, of two countries, make two statements", async () => {
  const coder = await createCoder();
  const text = "The U.S. and Jordanian officials pledged to work together.";
  const { statements } = coder.code({ id: "officials", language: "en", text });
  expect(statements.map(({ speaker }) => speaker.country)).toEqual(["USA", "JOR"]);
  expect(new Set(statements.map(({ id }) => id)).size).toBe(2);
});
