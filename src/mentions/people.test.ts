import { expect, it } from "vitest";
import { actorsIn } from "./stored-parse.fixture.ts";

it.each([
  [
    "Chinese State Councilor and Foreign Minister Wang Yi said on Monday. Wang praised Kazakhstan.",
    [
      "Chinese State Councilor and Foreign Minister Wang Yi = Wang Yi CHNGOV",
      "Wang = Wang Yi CHNGOV",
      "Kazakhstan = Kazakhstan KAZ",
    ],
  ],
  [
    "Wang spoke with Kazakh Deputy Prime Minister and Foreign Minister Mukhtar Tleuberdi.",
    ["Kazakh Deputy Prime Minister and Foreign Minister Mukhtar Tleuberdi = Mukhtar Tleuberdi KAZGOV"],
  ],
  [
    "Emmanuel Macron, the French president, called for talks.",
    ["Emmanuel Macron = Emmanuel Macron FRAGOV", "the French president = Emmanuel Macron FRAGOV"],
  ],
  [
    "The Norwegian president, Emil Stang, called for talks.",
    ["The Norwegian president = Emil Stang NORGOV", "Emil Stang = Emil Stang NORGOV"],
  ],
  [
    "Ibrahim Kalin, spokesperson of the President of Turkey, met the envoy.",
    [
      "Ibrahim Kalin = Ibrahim Kalin TURGOV",
      "spokesperson = Ibrahim Kalin TURGOV",
      "the President of Turkey = Recep Tayyip Erdoğan TURGOV",
      "the envoy = the envoy ---GOV",
    ],
  ],
  [
    "Lena Brandt, who is spokeswoman for the German foreign ministry, declined to comment.",
    [
      "Lena Brandt = Lena Brandt DEUGOV",
      "spokeswoman = Lena Brandt DEUGOV",
      "the German foreign ministry = the German foreign ministry DEUGOV",
    ],
  ],
  [
    "Indian Foreign Minister S. Jaishankar met his Kazakh counterpart, Mukhtar Tleuberdi.",
    [
      "Indian Foreign Minister S. Jaishankar = S. Jaishankar INDGOV",
      "his Kazakh counterpart = Mukhtar Tleuberdi KAZGOV",
      "his = S. Jaishankar INDGOV",
      "Mukhtar Tleuberdi = Mukhtar Tleuberdi KAZGOV",
    ],
  ],
  [
    "Norway's Foreign Minister Ine Berg met her Danish counterpart. Berg left.",
    [
      "Norway's Foreign Minister Ine Berg = Ine Berg NORGOV",
      "Norway = Norway NOR",
      "her Danish counterpart = her Danish counterpart DNKGOV",
      "her = Ine Berg NORGOV",
      "Berg = Ine Berg NORGOV",
    ],
  ],
  [
    "President Sadyr Japarov of Kyrgyzstan thanked President Ursula von der Leyen.",
    [
      "President Sadyr Japarov of Kyrgyzstan = Sadyr Japarov KGZGOV",
      "President Ursula von der Leyen = Ursula von der Leyen EURGOV",
    ],
  ],
  [
    "Presidents Biden and Xi spoke by phone.",
    ["Presidents Biden = Joe Biden USAGOV", "Xi = Xi Jinping CHNGOV"],
  ],
  [
    "Former Kenyan President Jomo Otieno arrived in Nairobi.",
    ["Former Kenyan President Jomo Otieno = Jomo Otieno KENELI"],
  ],
  [
    "Acting Prime Minister Tuan Le of Vietnam resigned.",
    ["Acting Prime Minister Tuan Le of Vietnam = Tuan Le VNMGOV"],
  ],
  ["Mr. Sullivan met Ms. Nuland.", ["Mr. Sullivan = Sullivan ---", "Ms. Nuland = Nuland ---"]],
  [
    "Deputy Assistant to the President and White House Coordinator for the Middle East and North Africa Brett McGurk met Lebanese officials.",
    [
      "Deputy Assistant to the President and White House Coordinator for the Middle East and North Africa Brett McGurk = Brett McGurk USAGOV",
      "Lebanese officials = Lebanese officials LBNGOV",
    ],
  ],
  [
    "Presidential aide Yury Ushakov briefed reporters Monday.",
    ["Presidential aide Yury Ushakov = Yury Ushakov RUSGOV", "reporters = reporters ---MED"],
  ],
  [
    "In Los Angeles, the president said that he would run.",
    ["the president = the president ---GOV", "he = the president ---GOV"],
  ],
  [
    "Crown Prince Mohammed bin Salman received Lloyd J. Austin III, the U.S. secretary of defense.",
    [
      "Crown Prince Mohammed bin Salman = Mohammed bin Salman SAUGOV",
      "Lloyd J. Austin III = Lloyd J. Austin III USAGOV",
      "the U.S. secretary of defense = Lloyd J. Austin III USAGOV",
    ],
  ],
])("people whom the text introduces: %s", (text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});
