import { expect, it } from "vitest";
import { actorsIn } from "./stored-parse.fixture.ts";

it.each([
  [
    "The Kazakh authorities thanked the Chinese government and people.",
    [
      "The Kazakh authorities = The Kazakh authorities KAZGOV",
      "the Chinese government = the Chinese government CHNGOV",
      "people = people CHNCVL",
    ],
  ],
  [
    "The commander of US forces in Iraq warned Iranian-backed militants.",
    [
      "The commander = The commander USAMIL",
      "US forces = US forces USAMIL",
      "Iraq = Iraq IRQ",
      "militants = militants ---REB",
    ],
  ],
  [
    "Russian and Ukrainian officials met.",
    [
      "Russian and Ukrainian officials = Russian and Ukrainian officials RUSGOV + Russian and Ukrainian officials UKRGOV",
    ],
  ],
  [
    "The foreign ministers of France, Germany and Italy met.",
    [
      "The foreign ministers of France, Germany and Italy = Jean-Yves Le Drian FRAGOV + Annalena Baerbock DEUGOV + Luigi Di Maio ITAGOV",
    ],
  ],
  [
    "Police clashed with protesters near the parliament.",
    ["Police = Police ---COP", "protesters = protesters ---CVL", "the parliament = the parliament ---LEG"],
  ],
  [
    "The Russian Foreign Ministry protested. The ministry said it had summoned the ambassador.",
    [
      "The Russian Foreign Ministry = The Russian Foreign Ministry RUSGOV",
      "The ministry = The Russian Foreign Ministry RUSGOV",
      "it = The Russian Foreign Ministry RUSGOV",
      "the ambassador = the ambassador ---GOV",
    ],
  ],
  ["The military conflict hurt the refugee camps.", []],
  [
    "President Faure Gnassingbe's government removed the judge from office.",
    [
      "President Faure Gnassingbe's government = President Faure Gnassingbe's government TGOGOV",
      "President Faure Gnassingbe = Faure Gnassingbe TGOGOV",
      "the judge = the judge ---JUD",
    ],
  ],
  [
    "The movement of refugees slowed, but the movement accused Kenya.",
    ["refugees = refugees ---REF", "the movement = the movement ---CVL", "Kenya = Kenya KEN"],
  ],
  ["Russian military strikes killed civilians.", ["Russian = Russia RUS", "civilians = civilians ---CVL"]],
  [
    "Hamas and Islamic Jihad fired rockets at Israel.",
    ["Hamas = Hamas PSEREBHMS", "Islamic Jihad = Palestinian Islamic Jihad PSEREBPIJ", "Israel = Israel ISR"],
  ],
  [
    "NATO and the EU condemned the attack.",
    ["NATO = North Atlantic Treaty Organization IGOWSTNAT", "EU = European Union IGOEUREEC"],
  ],
  ["Relations with terrorist groups worsened.", ["terrorist groups = terrorist groups ---REB"]],
  ["The Taliban captured Kabul.", ["Taliban = Taliban AFGREBTAL"]],
  [
    "The Biden administration sanctioned Huawei.",
    ["Biden administration = Biden Administration USAGOV", "Huawei = Huawei CHNMNC"],
  ],
  [
    "Norway sanctioned the leader of Cuba's military.",
    [
      "Norway = Norway NOR",
      "the leader = the leader CUBMIL",
      "Cuba's military = Cuba's military CUBMIL",
      "Cuba = Cuba CUB",
    ],
  ],
  [
    "Norway thanked the leader of Cuba.",
    ["Norway = Norway NOR", "the leader of Cuba = Miguel Díaz-Canel CUBGOV"],
  ],
  ["The prison was sanctioned for the commission of serious crimes.", []],
  ["The commission of inquiry accused Chad.", ["The commission = The commission ---GOV", "Chad = Chad TCD"]],
  ["Consular officers left Chad.", ["Consular officers = Consular officers ---GOV", "Chad = Chad TCD"]],
])("groups and bodies: %s", (text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});

it.each([
  ["The embassy in Lagos warned Chad.", "The embassy = The embassy USAGOV"],
  ["The Chinese embassy in Lagos warned Chad.", "The Chinese embassy = The Chinese embassy CHNGOV"],
])("an embassy is of whoever sent it: %s", (text, expected) => {
  expect(actorsIn(text, { publisher: "state.gov" })).toContain(expected);
});

it("in a text about home affairs leaders and unknown bodies are of society, not the state itself", () => {
  const text =
    "The United States praised Congress. The leaders thanked the United States. Young leaders praised the Lakeside High School.";
  const actors = actorsIn(text, { publisher: "whitehouse.gov" });
  expect(actors).toContain("The leaders = The leaders USACVL");
  expect(actors).toContain("Young leaders = Young leaders USACVL");
  expect(actorsIn(text)).not.toContain("The leaders = The leaders USACVL");
});

it.each([
  ["“We urge Somalia to hold elections,” said the Kenyan minister.", "We = Kenya KEN"],
  ["“We praise Somalia. It is a friend,” the Kenyan minister said.", "We = Kenya KEN"],
  ["The Kenyan minister said we will send aid to Sudan.", "we = Kenya KEN"],
])("whoever speaks is known before what they say is read: %s", (text, expected) => {
  expect(actorsIn(text)).toContain(expected);
});

it("no one country speaks where several people do", () => {
  const actors = actorsIn("“We left Somalia,” said two Kenyan ministers.");
  expect(actors.filter((actor) => actor.startsWith("We"))).toEqual([]);
});
