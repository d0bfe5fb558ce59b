import { describe, expect, it } from "vitest";
import { createCoder } from "./coder.ts";

const coder = createCoder();

/** Each commitment in one line: `Canada -> Chad: send tents to Chad`. */
async function commitmentsOf(text: string): Promise<string[]> {
  const { statements } = (await coder).code({ id: "promises", language: "en", date: "2024-05-15", text });
  return statements.flatMap(({ commitment }) =>
    commitment === undefined
      ? []
      : `${commitment.debtor.name} -> ${commitment.beneficiaries.map(({ name }) => name).join(", ")}: ${text.slice(...commitment.action)}`,
  );
}

describe("what somebody takes on", () => {
  it.each([
    ["Canada will continue to send tents to Chad.", ["Canada -> Chad: continue to send tents to Chad"]],
    ["Canada said that it would continue to support Chad.", ["Canada -> Chad: continue to support Chad"]],
    ["Canada will supply Chad with tents.", ["Canada -> Chad: supply Chad with tents"]],
    ["The Canadian minister reaffirmed Canada's commitment to help Chad.", ["Canada -> Chad: help Chad"]],
    ["Canada reaffirmed its commitment to Chad's security.", []], // to somebody, not to do anything
    [
      "Canada announced five million dollars in aid for Chad.",
      ["Canada -> Chad: five million dollars in aid for Chad"],
    ],
    ["Canada announced a holiday.", []],
    ["Canada will host the summit and Chad supports the plan.", ["Canada -> : host the summit"]],
    ["The minister said that Canada would recall its ambassador if Chad carries out the sentence.", []], // a threat
    ["Brazil praised the rights guaranteed to the farmers by the treaty.", []],
  ])("%s", async (text, expected) => {
    expect(await commitmentsOf(text)).toEqual(expected);
  });
});
