import { describe, expect, it } from "vitest";
import { createCoder } from "./coder.ts";
import { inOneLine } from "./hand-coding.fixture.ts";

const coder = await createCoder({ minConfidence: 0 });

describe("an answer is given to whoever was told of before", () => {
  const EXPELLED = "Mali expelled two French envoys.";
  it.each([
    ["Rome accused Oslo of fraud. Oslo rejected the accusation.", "REJECT NOR -> ITA; occurred"],
    ["Turkey criticised Greece. Greece dismissed the remarks.", "REJECT GRC -> TUR; occurred"],
    [`${EXPELLED} Spain condemned the expulsion.`, "ACCUSE/disapprove ESP -> MLI; occurred"],
    // what was said to somebody else, what nobody did, what they did themselves, and what was told long ago
    ["Rome accused Oslo of fraud. Paris rejected the accusation.", "REJECT FRA; occurred"],
    [`${EXPELLED} Spain condemned the rise in prices.`, "ACCUSE/disapprove ESP; occurred"],
    [`${EXPELLED} Mali condemned the expulsion.`, "ACCUSE/disapprove MLI; occurred"],
    [
      `${EXPELLED} It was cold. It rained. Nobody spoke. Spain condemned the expulsion.`,
      "ACCUSE/disapprove ESP; occurred",
    ],
  ])("%s", (text, last) => {
    const { events } = coder.code({ id: "d", language: "en", text, date: "2024-05-15" });
    expect(events.map(inOneLine).at(-1)).toBe(last);
  });
});
