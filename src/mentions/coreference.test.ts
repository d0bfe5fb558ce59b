import { expect, it } from "vitest";
import { actorsIn, mentionsIn } from "./stored-parse.fixture.ts";

const IN_OFFICE = { date: "2024-05-15" };

it.each([
  [
    "who has held an office is the former holder of it",
    "Donald Trump met Viktor Orban. The former president praised the host.",
    ["Donald Trump USAELI", "Viktor Orbán HUNGOV", "Donald Trump USAELI"],
  ],
  [
    "both men are the two who were named, whatever their office",
    "Xi Jinping hosted Vladimir Putin. Both men praised the talks.",
    ["Xi Jinping CHNGOV", "Vladimir Putin RUSGOV", "Xi Jinping CHNGOV + Vladimir Putin RUSGOV"],
  ],
  [
    "both women, too; the men are somebody else",
    "Mette Frederiksen hosted Giorgia Meloni. Both women smiled. The men left.",
    [
      "Mette Frederiksen DNKGOV",
      "Giorgia Meloni ITAGOV",
      "Mette Frederiksen DNKGOV + Giorgia Meloni ITAGOV",
      "The men ---CVL",
    ],
  ],
  [
    "a group described again is the same group",
    "Police clashed with protesters in Dhaka. The protesters threw stones.",
    ["Police ---COP", "protesters BGDCVL", "protesters BGDCVL"],
  ],
  [
    "other protesters are others",
    "Protesters marched in Dhaka. Other protesters slept.",
    ["Protesters ---CVL", "Other protesters ---CVL"],
  ],
  [
    "a person described again is the same where there is only one",
    "A fisherman found a body. Police questioned the fisherman.",
    ["A fisherman ---AGR", "Police ---COP", "A fisherman ---AGR"],
  ],
  [
    "of two soldiers neither",
    "A soldier shot another soldier. The soldier fled.",
    ["A soldier ---MIL", "another soldier ---MIL", "The soldier ---MIL"],
  ],
  [
    "a sentence that speaks of nobody is passed over",
    "President Macron visited Dakar. It rained all day. He thanked the people.",
    ["Emmanuel Macron FRAGOV", "Emmanuel Macron FRAGOV", "the people ---CVL"],
  ],
  [
    "who is quoted does not say she of herself",
    'Her spokeswoman said: "She will not resign."',
    ["Her spokeswoman ---GOV"],
  ],
  [
    "nor where the quotation comes first",
    '"She will not resign," the spokeswoman said.',
    ["the spokeswoman ---GOV"],
  ],
  [
    "but may where only a part is quoted",
    'The Chilean president said that Peru had "hurt her country".',
    ["Gabriel Boric CHLGOV", "Peru PER", "Chile CHL", "Gabriel Boric CHLGOV"],
  ],
  [
    "a minister's we is the country",
    'A Panamanian minister said: "We will act."',
    ["A Panamanian minister PANGOV", "Panama PAN"],
  ],
  ["a coach's is not", 'The Panamanian coach said: "We played well."', ["Panama PAN"]],
  [
    "a quotation of somebody unknown is not that of the one before",
    'President Boric met the envoys. Kwrzy said: "We were late."',
    ["Gabriel Boric CHLGOV", "the envoys ---GOV"],
  ],
  [
    "one whom a pronoun names goes on",
    'President Boric met the envoys. "We are ready," he said.',
    ["Gabriel Boric CHLGOV", "the envoys ---GOV", "Chile CHL", "Gabriel Boric CHLGOV"],
  ],
])("%s: %s", (_, text, expected) => {
  expect(actorsIn(text, IN_OFFICE).map((actor) => actor.split(" = ")[1])).toEqual(expected);
});

it.each([
  ["2020-05-15", "Angela Merkel DEUGOV"],
  ["2024-05-15", "Angela Merkel DEUELI"],
  ["2040-05-15", undefined],
])("in %s a leader's bare surname is %s", (date, expected) => {
  const [first] = actorsIn("Merkel urged Macron to act.", { date });
  expect(first?.startsWith("Merkel") ? first.split(" = ")[1] : undefined).toBe(expected);
});

it("says how somebody described again was found", () => {
  const { actors } = mentionsIn("A fisherman found a body. Police questioned the fisherman.");
  expect(actors.at(-1)?.entities[0]?.via).toBe("fisherman -> A fisherman");
  expect(actors.at(-1)?.chains).toEqual(actors[0]?.chains);
});
