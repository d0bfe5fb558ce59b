import { describe, expect, it } from "vitest";
import { storedParse, texts, word } from "./stored-parse.fixture.ts";
import { agents, holders } from "./subjects.ts";

describe("those who do", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", "condemned", ["Norway"]],
    ["The rebels were arrested by police in Oslo.", "arrested", ["police"]],
    ["Sudan's attack was condemned.", "condemned", []], // a passive that names no one
    ["Kyiv was given weapons by Norway.", "given", ["Norway"]],
    ["Police who fired on the crowd left.", "fired", ["Police"]], // "who" stands for them
    ["The man who Norway arrested left.", "arrested", ["Norway"]], // "who" is the object here
    ["The sanctions Russia imposed hurt Poland.", "imposed", ["Russia"]],
    ["Norway urged Sudan to release the prisoners.", "release", ["Sudan"]], // whoever is urged
    ["Iran promised Iraq to send aid.", "send", ["Iran"]], // not Iraq: whoever promises
    ["Norway is ready to help Sudan.", "help", ["Norway"]],
    ["Germany, France and Italy met Iran and signed a treaty.", "met", ["Germany", "France", "Italy"]],
    ["Germany, France and Italy met Iran and signed a treaty.", "signed", ["Germany", "France", "Italy"]],
    ["Speaking in Oslo, Macron praised Norway.", "Speaking", ["Macron"]],
    ["If Russia attacks Poland, Norway will not meet Russia.", "attacks", ["Russia"]],
    ["Norway's refusal to meet Iran angered Oman.", "meet", ["Norway"]], // whose refusal it is
    ["Norway cancelled the summit, accusing Iran of fraud.", "accusing", ["Norway"]], // its stored tree has the parser's slip, an acl
    ["Norway praised a man accusing Iran of fraud.", "accusing", ["man"]], // no comma
    ["Videos showed officers beating protesters.", "beating", ["officers"]], // whoever is shown
    ["Police stopped protesters, beating them.", "beating", ["Police"]], // "stop" shows nobody
    ["On Monday his ministry announced the plan.", "announced", ["ministry"]], // the parser's slip, an oblique without a preposition
    ["On Monday, in Oslo, Norway announced the plan.", "announced", ["Norway"]],
    ["Guards abused Somali migrants, officials said.", "abused", ["Guards"]], // the slip, a passive subject beside an object
    ["Oslo plans to leave.", "leave", ["Oslo"]], // the slip, an infinitive that belongs to a noun
    ["Officers baton-charged the crowd.", "charged", ["Officers"]], // its tree has "baton" as a second subject
  ])("%s - %s", (text, verb, expected) => {
    expect(texts(agents(word(storedParse(text), verb)))).toEqual(expected);
  });
});

it.each([
  ["Israel's attack on Lebanon killed two soldiers.", "attack", ["Israel"]],
  ["Norway condemned Iran's attack on Israel.", "attack", ["Iran"]],
  ["Egypt refused to hold talks with Sudan.", "talks", ["Egypt"]], // the subject of the clause it is object of
  ["The attack by Iran on Israel failed.", "attack", []], // "by" is asked for elsewhere
])("whose a noun is: %s - %s", (text, noun, expected) => {
  expect(texts(holders(word(storedParse(text), noun)))).toEqual(expected);
});
