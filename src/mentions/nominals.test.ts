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
])("groups and bodies: %s", (text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});
