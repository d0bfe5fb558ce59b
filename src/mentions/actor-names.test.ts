import { expect, it } from "vitest";
import { actorsIn } from "./stored-parse.fixture.ts";

it.each([
  [
    "Germany, France and the UK condemned Iran.",
    ["Germany = Germany DEU", "France = France FRA", "UK = United Kingdom GBR", "Iran = Iran IRN"],
  ],
  ["China's support for Kazakhstan is firm.", ["China = China CHN", "Kazakhstan = Kazakhstan KAZ"]],
  ["Norway welcomed the Mexico-Canada Agreement.", ["Norway = Norway NOR"]],
  [
    "Norway welcomed Canada's Agreement with Mexico.",
    ["Norway = Norway NOR", "Canada = Canada CAN", "Mexico = Mexico MEX"],
  ],
  ["Beijing said it would respond.", ["Beijing = China CHN", "it = China CHN"]],
  ["The ministers met in Beijing.", ["The ministers = The ministers ---GOV"]],
  ["The Kremlin rejected the claim.", ["Kremlin = Russia RUS"]],
  [
    "Talks between Washington and Moscow collapsed.",
    ["Washington = United States USA", "Moscow = Russia RUS"],
  ],
  ["They met at the White House in Washington.", []],
  ["Moscow and Beijing blocked the resolution.", ["Moscow = Russia RUS", "Beijing = China CHN"]],
  ["Chinese-Kazakh cooperation grew.", ["Chinese = China CHN", "Kazakh = Kazakhstan KAZ"]],
  ["Iran-backed militias fired rockets.", ["militias = militias ---MIL"]],
  ["Palestinians protested in Ramallah.", ["Palestinians = Palestine PSE"]],
  ["Thousands of Georgians protested in Tbilisi.", ["Georgians = Georgians GEOCVL"]],
  ["Some 20 Russians left Estonia.", ["Russians = Russians RUSCVL", "Estonia = Estonia EST"]],
  ["The leaders of the Danes agreed.", ["The leaders = The leaders ---GOV", "Danes = Denmark DNK"]],
  [
    "Thousands of Georgians praised the country.",
    ["Georgians = Georgians GEOCVL", "the country = Georgia GEO"],
  ],
  [
    "Mexico extradited a drug lord to the United States.",
    ["Mexico = Mexico MEX", "a drug lord = a drug lord ---CRM", "United States = United States USA"],
  ],
  [
    "Mexico met the ambassador to Norway.",
    [
      "Mexico = Mexico MEX",
      "the ambassador to Norway = the ambassador to Norway ---GOV",
      "Norway = Norway NOR",
    ],
  ],
  ["The Turkish Airlines flight landed.", ["Turkish Airlines = Turkish Airlines TURBUS"]],
  ["China Daily reported the visit.", ["China Daily = China Daily CHNMED"]],
  ["Paris Hilton visited Tokyo.", ["Paris Hilton = Paris Hilton ---"]],
  ["Michael Jordan praised the team.", ["Michael Jordan = Michael Jordan ---", "the team = the team ---"]],
  ["The Beijing Winter Olympics opened.", []],
  ["They ate French fries.", []],
  ["The Kuwaiti dinar fell.", []],
  ["Please polish the text.", []],
  ["The hunter shot a turkey.", []],
  ["He lives in Moscow, Idaho.", []],
  ["The Washington Post reported the deal.", ["The Washington Post = Washington Post USAMED"]],
  ["Georgia Smith met Chad Brown.", ["Georgia Smith = Georgia Smith ---", "Chad Brown = Chad Brown ---"]],
  ["Northern Ireland voted.", []],
  [
    "The Russian Security Council met.",
    ["Russian = Russia RUS", "Security Council = Russian Security Council RUSGOV"],
  ],
  ["The UN Security Council met.", ["UN Security Council = United Nations Security Council IGOUNO"]],
  ["U.S.-led forces struck.", ["U.S.-led forces = U.S.-led forces USAMIL"]],
  ["Pro-Russian separatists shelled the town.", ["Pro-Russian separatists = Pro-Russian separatists ---REB"]],
])("countries by name, and what only looks like one: %s", (text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});

it("one ambassador of many is nobody by name", () => {
  expect(actorsIn("Mexico met the US ambassador to Norway.", { date: "2022-05-01" })).toEqual([
    "Mexico = Mexico MEX",
    "the US ambassador to Norway = the US ambassador to Norway USAGOV",
    "Norway = Norway NOR",
  ]);
});
