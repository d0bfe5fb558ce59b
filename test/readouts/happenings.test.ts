import { describe, expect, it } from "vitest";
import { eventsOf } from "./in-short.ts";

const WHITE_HOUSE = "whitehouse.gov";

/** What a White House text of these words tells. */
function told(text: string): string[] {
  return eventsOf({ publisher: WHITE_HOUSE, text });
}

describe("what is told as having happened", () => {
  it.each([
    ["how something can be is asked", "President Biden explained how Norway can support Chad.", []],
    ["ways are sought", "Norway is looking at ways that it could help Chad.", []],
    ["a deed is told beside them", "Norway supported Chad while Kenya could not.", ["SUPPORT NOR -> TCD"]],
    ["what is to be done by a gerund", "Norway will act by holding talks with Chad.", []],
    ["what was done by one", "Norway acted by holding talks with Chad.", ["CONSULT NOR, TCD"]],
    ["who is of one opinion promises nothing", "Norway and Chad agreed that the work is not done.", []],
    [
      "unless it is a promise",
      "Norway and Chad agreed that they will cooperate.",
      ["AGREE NOR, TCD; future"],
    ],
    [
      "a promise that is only named",
      "Norway thanked Chad for its commitment to host Kenya.",
      ["SUPPORT NOR -> TCD"],
    ],
    ["one that is told", "Norway stressed its commitment to support Kenya.", ["AGREE NOR -> KEN"]],
    [
      "the last of what is urged",
      "Norway urged Chad to reduce violence, uphold its promises, protect civilians and cooperate with Kenya.",
      ["REQUEST NOR -> TCD"],
    ],
    ["no journey to somebody's line", "We will go to the line of Josh Berg.", []],
    ["nobody is threatened by a plan", "Norway and Chad committed to executing the framework.", []],
  ])("%s: %s", (_, text, events) => expect(told(text)).toEqual(events));
});

describe("one meeting once", () => {
  const meeting = "President Biden met with Prime Minister Berg of Norway and President Ruiz of Peru.";
  it.each([
    ["by fewer of its parties", `${meeting} The President and Prime Minister Berg discussed trade.`, 1],
    ["by nobody's name", "Secretary Blinken met mayors. The Secretary and the group discussed trade.", 1],
    ["by part", "Secretary Blinken met U.S. mayors. The Secretary and U.S. mayors discussed trade.", 1],
    ["with others at home", "Secretary Blinken met U.S. mayors. The Secretary met U.S. judges.", 2],
    ["with somebody else", `${meeting} President Biden and President Okello of Uganda discussed trade.`, 2],
    ["at another time", `${meeting} President Biden met Prime Minister Berg in March 2021.`, 2],
  ])("%s: %s", (_, text, meetings) => {
    expect(told(text).filter((event) => event.startsWith("CONSULT"))).toHaveLength(meetings);
  });
});

describe("all of the parties", () => {
  it.each([
    [
      "a list, whatever titles stand in it",
      "Secretary Blinken met with Foreign Minister Ruiz of Peru, Norwegian Energy Minister Anna Berg, and Chadian officials.",
      ["CONSULT NORGOV, PERGOV, TCDGOV, USAGOV"],
    ],
    [
      "no list goes on to the next subject",
      "Norway thanked Chad, and Kenya thanked Peru.",
      ["SUPPORT NOR -> TCD", "SUPPORT KEN -> PER"],
    ],
    [
      "those before the last of a list of subjects",
      "Canada, Mexico, and the United States condemn Iran.",
      ["ACCUSE CAN, MEX, USA -> IRN"],
    ],
    [
      "one's own government is no other side",
      "President Biden announced the Biden Administration’s commitment to support Kenya.",
      ["AGREE USAGOV -> KEN"],
    ],
    ["but its agencies are", "President Biden thanked NASA.", ["SUPPORT USAGOV -> USAGOV"]],
    ["whoever is called on by a clause", "Norway called for Kenya to help Chad.", ["REQUEST NOR -> KEN"]],
    ["not what is only called for", "Norway called for talks to end the war.", ["REQUEST NOR"]],
    [
      "not whose commitment it is that somebody affirms",
      "Jake Sullivan affirmed President Biden’s commitment to supporting Norway.",
      ["AGREE USAGOV -> NOR"],
    ],
    [
      "presidents of countries with long names",
      "President Biden met President Felix Tshisekedi of the Democratic Republic of the Congo (DRC), President Ali Bongo of Gabon, and Chadian officials.",
      ["CONSULT CODGOV, GABGOV, TCDGOV, USAGOV"],
    ],
    ["whose a welcomed thing is", "Norway welcomed Chad’s bid to host the games.", ["SUPPORT NOR -> TCD"]],
    ["with whom one commits to work", "Norway commits to working with Chad.", ["AGREE NOR -> TCD"]],
    [
      "a government and its country are one",
      "We, the governments of Chad and Niger, condemn Iran.",
      ["ACCUSE NER, TCD -> IRN"],
    ],
    [
      "leaders of whom nobody says that they govern",
      "President Biden met leaders from the private sector.",
      ["CONSULT ---, USAGOV"],
    ],
    [
      "what stands behind a list of nouns",
      "Norway committed to continued engagement and collaboration with Chad.",
      ["AGREE NOR -> TCD"],
    ],
    [
      "behind how it is said",
      "Norway condemned in the strongest possible terms Iran and its rockets.",
      ["ACCUSE NOR -> IRN"],
    ],
    [
      "two who are given something",
      "President Biden offered President Ruiz and the Peruvian Army his full support.",
      ["AGREE USAGOV -> PERGOV, PERMIL"],
    ],
    [
      "both whose it is",
      "Norway welcomed Chad and Kenya’s efforts to help Peru.",
      ["SUPPORT NOR -> KEN, TCD"],
    ],
    [
      "not the reason for a call",
      "For this reason Norway called on Chad to reflect.",
      ["REQUEST NOR -> TCD"],
    ],
    ["whose talks are welcomed", "Norway welcomed Chad’s talks with the IMF.", ["SUPPORT NOR -> TCD"]],
    ["not who made what is given", "Norway donated a million Pfizer doses to Chad.", ["AID NOR -> TCD"]],
    ["nor whence it comes", "Norway donated a million doses from the Kenyan stockpile.", []],
    ["nobody for whom a plot was", "Norway condemned a plot to kidnap a Kenyan journalist.", ["ACCUSE NOR"]],
    [
      "nor where a plane was on its way",
      "Norway condemned the diversion of a flight between Kenya and Chad.",
      ["ACCUSE NOR"],
    ],
    [
      "nor who takes part in a thing",
      "Norway supports a fair peace process with the full participation of Kenyan women.",
      [],
    ],
    ["and those who do", "President Biden met Arab leaders.", ["CONSULT ---GOV, USAGOV"]],
  ])("%s: %s", (_, text, events) => expect(told(text)).toEqual(events));
});

describe("the other side of a promise that two sides keep", () => {
  const call = "Vice President Harris met with President Okello of Uganda.";
  it.each([
    ["whoever the text opens with", `${call} She committed to working together.`, "AGREE USAGOV -> UGAGOV"],
    [
      "on the government’s word",
      `${call} The United States looks forward to deepening ties.`,
      "AGREE USA -> UGAGOV",
    ],
    ["with whom somebody alone agrees", `${call} She agreed to stay in touch.`, "AGREE USAGOV -> UGAGOV"],
    [
      "whoever is met where the dead are mourned",
      `${call} She expressed condolences over the death of President Ruiz of Peru.`,
      "SUPPORT USAGOV -> UGAGOV",
    ],
    ["whoever is named goes before", `${call} She committed to working with Kenya.`, "AGREE USAGOV -> KEN"],
    ["not in what all states do", `${call} She committed to international cooperation.`, "AGREE USAGOV"],
    [
      "nor of several sides",
      "Vice President Harris met with President Okello of Uganda and President Ruiz of Peru. She committed to working together.",
      "AGREE USAGOV",
    ],
  ])("%s: %s", (_, text, event) => expect(told(text).slice(1)).toEqual([event]));

  it("asks whoever is urged, whom no dictionary knows, and not whom the demand is about", () => {
    expect(told("Norway urged all sides to end attacks on Kenya.")).toEqual(["REQUEST NOR -> ---"]);
  });
});
