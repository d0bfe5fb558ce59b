import { beforeAll, describe, expect, it } from "vitest";
import { createCoder, type DocumentCoder } from "../../src/coding/coder.ts";

let coder: DocumentCoder;
beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0, strict: true });
});

/** Who does what to whom, by code: "AGREE NOR > TCD". */
function coded(text: string): string[] {
  const codes = (parties: readonly { code: string }[]) => parties.map(({ code }) => code).join(" ") || "-";
  return coder
    .code({ id: "x", language: "en", date: "2024-05-06", text })
    .events.map(({ type, actors, recipients }) => `${type} ${codes(actors)} > ${codes(recipients)}`);
}

describe("a promise to do something together is made to whoever would do it too", () => {
  it.each([
    [
      "whose relations are to be better",
      "Norway reaffirmed its commitment to strengthening the Norway-Chad relationship.",
      ["AGREE NOR > TCD"],
    ],
    ["nobody", "Norway reaffirmed its commitment to deepening border relations.", ["AGREE NOR > -"]],
    [
      "whoever is thanked in the same breath",
      "Norway thanked Chad and looks forward to continued cooperation.",
      ["SUPPORT NOR > TCD", "AGREE NOR > TCD"],
    ],
    [
      "whoever is met",
      "Norwegian Foreign Minister Berg met with Prime Minister Allamaye of Chad and expressed her readiness to work together.",
      ["CONSULT NORGOV TCDGOV > -", "AGREE NORGOV > TCDGOV"],
    ],
    [
      "whoever is told",
      "Norwegian Foreign Minister Berg told Chadian mayors that she looks forward to working together.",
      ["AGREE NORGOV > TCDGOV"],
    ],
    [
      "not whoever is condemned",
      "Norway condemned Chad and said that it looks forward to continued cooperation.",
      ["ACCUSE NOR > TCD", "AGREE NOR > -"],
    ],
    [
      "whoever is invited by a clause",
      "Norway extended an invitation for the King of Jordan to visit Oslo.",
      ["AGREE NOR > JORGOV"],
    ],
    ["no summit is", "Norway extended an invitation for the summit.", ["AGREE NOR > -"]],
    [
      "whoever is called on once more",
      "Norway said: “We reiterate our call for Kenya to adhere to the law.”",
      ["REQUEST NOR > KEN"],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("words about a deed are aimed at whoever did it", () => {
  it.each([
    [
      "by a clause",
      "Norway condemned the missile attacks that Chad carried out on Niger.",
      "ACCUSE NOR > TCD",
    ],
    ["also what is welcome", "Norway welcomed the support that Chad is providing.", "SUPPORT NOR > TCD"],
    ["not at its victim", "Norway condemned the attack that killed ten people in Chad.", "ACCUSE NOR > -"],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)[0]).toEqual(expected);
  });
});

describe("partners have a country", () => {
  it.each([
    ["where they are", "Norway thanked its partners in Chad.", ["SUPPORT NOR > TCD"]],
    [
      "by a nationality behind whose they are",
      "Norway met with its Chadian partners.",
      ["CONSULT NOR TCD > -"],
    ],
    ["not whose they are", "Norway met with Chad’s partners.", ["CONSULT NOR --- > -"]],
    ["nor the own one", "Norway met with its partners.", ["CONSULT NOR --- > -"]],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

it("what somebody is briefed on is not where he belongs", () => {
  expect(
    coded(
      "Ukrainian President Ine Berg briefed President Ole Lund of Norway. She met President Lund on Chad’s debt.",
    ),
  ).toEqual(["CONSULT UKRGOV > NORGOV"]);
  expect(coded("The Kenyan envoy briefed Minister Ada Moe on Chad’s debt.")).toEqual([
    "CONSULT KENGOV > ---GOV",
  ]);
});
