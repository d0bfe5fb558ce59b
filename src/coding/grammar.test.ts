import { describe, expect, it } from "vitest";
import {
  agents,
  caseOf,
  complements,
  counted,
  hasInfinitiveMark,
  holders,
  indirectObjects,
  isClausal,
  isPassive,
  members,
  obliques,
  patients,
  prepositionOf,
  referent,
} from "./grammar.ts";
import { storedParse, texts, word } from "./stored-parse.fixture.ts";

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

describe("those who undergo", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", "condemned", ["Sweden"]],
    ["The rebels were arrested by police in Oslo.", "arrested", ["rebels"]],
    ["The sanctions Russia imposed hurt Poland.", "imposed", ["sanctions"]], // an object gap
    ["The man who Norway arrested left.", "arrested", ["man"]],
    ["Police who fired on the crowd left.", "fired", []], // a subject gap: police are not fired
    ["Bombers killed at least 12 soldiers on Wednesday.", "killed", ["soldiers"]], // the parser's slip, an oblique
    ["Bombers killed at least five.", "killed", ["five"]], // also where "at" is the oblique's own preposition
    ["Rebels kidnapped up to 16 advisers.", "kidnapped", ["advisers"]], // and once more
    ["The army arrested Prime Minister Jan Berg.", "arrested", ["Jan"]], // its stored tree has the slip, a complement
    ["Norway granted Poland an extension.", "granted", ["extension"]], // the parser's slip, two objects
    ["The army overthrew the former president Jan Berg.", "overthrew", ["president", "Jan"]], // the slip again, a title and its name
    ["Norway freed ten prisoners, among them a priest.", "freed", ["prisoners"]], // and here they are one, with more of it
    ["The army stayed at home.", "stayed", []],
    ["Norway called for talks.", "called", []], // a preposition's phrase is no object
    ["Norway handed over the prisoners to Sudan.", "handed", ["prisoners"]],
  ])("%s - %s", (text, verb, expected) => {
    expect(texts(patients(word(storedParse(text), verb)))).toEqual(expected);
  });
});

it.each([
  ["The rebels were arrested by police in Oslo.", "arrested", true],
  ["Norway condemned Sweden on Monday.", "condemned", false],
  ["The attacked village fell.", "attacked", true], // a participle before its noun
  ["Oslo called for calm.", "called", false], // its stored tree has the parser's slip, a passive subject
  ["Norway and Sweden are negotiating in Geneva.", "negotiating", false],
])("passive: %s - %s", (text, verb, expected) => {
  expect(isPassive(word(storedParse(text), verb))).toBe(expected);
});

describe("phrases", () => {
  it("with a preposition are found by it, and by no other", () => {
    const talks = word(storedParse("Egypt refused to hold talks with Sudan."), "talks");
    expect(texts(obliques(talks, "with"))).toEqual(["Sudan"]);
    expect(obliques(talks, "in")).toEqual([]);
  });

  it("know their preposition, of one word or of several", () => {
    const source = word(storedParse("According to Wang, Iran left."), "Wang");
    expect(caseOf(source)).toBe("according to");
    const monday = word(storedParse("Norway condemned Sweden on Monday."), "Monday");
    expect([prepositionOf(monday), caseOf(monday)]).toEqual(["on", "on"]);
    expect(prepositionOf(word(storedParse("Norway condemned Sweden on Monday."), "Sweden"))).toBeUndefined();
    // The parser's slip: more than two.
    expect(prepositionOf(word(storedParse("Norway complained over two raids."), "raids"))).toBe("over");
  });

  it("that a noun lacks are borrowed from behind it on its verb", () => {
    const prisoners = word(storedParse("Norway handed over the prisoners to Sudan."), "prisoners");
    expect(obliques(prisoners, "to")).toEqual([]);
    expect(texts(complements(prisoners, "to"))).toEqual(["Sudan"]);
  });

  it("in front of a noun are not borrowed", () => {
    const norway = word(storedParse("Speaking in Oslo, Macron praised Norway."), "Norway");
    expect(complements(norway, "in")).toEqual([]);
  });
});

it("whoever is given something is the indirect object, in the passive too", () => {
  const active = word(storedParse("Norway gave Kyiv weapons."), "gave");
  expect([texts(indirectObjects(active)), texts(patients(active))]).toEqual([["Kyiv"], ["weapons"]]);
  const passive = word(storedParse("Kyiv was given weapons by Norway."), "given");
  expect([texts(indirectObjects(passive)), texts(patients(passive))]).toEqual([["Kyiv"], ["weapons"]]);
  const twoObjects = word(storedParse("Norway granted Poland an extension."), "granted");
  expect(texts(indirectObjects(twoObjects))).toEqual(["Poland"]);
  const oneAndMore = word(storedParse("Norway freed ten prisoners, among them a priest."), "freed");
  expect(indirectObjects(oneAndMore)).toEqual([]);
  expect(indirectObjects(word(storedParse("Sudan's attack was condemned."), "condemned"))).toEqual([]);
});

it.each([
  ["Israel's attack on Lebanon killed two soldiers.", "attack", ["Israel"]],
  ["Norway condemned Iran's attack on Israel.", "attack", ["Iran"]],
  ["Egypt refused to hold talks with Sudan.", "talks", ["Egypt"]], // the subject of the clause it is object of
  ["The attack by Iran on Israel failed.", "attack", []], // "by" is asked for elsewhere
])("whose a noun is: %s - %s", (text, noun, expected) => {
  expect(texts(holders(word(storedParse(text), noun)))).toEqual(expected);
});

it("a coordination has its members in text order; a lone word is its own", () => {
  const parsed = storedParse("Germany, France and Italy met Iran and signed a treaty.");
  expect(texts(members(word(parsed, "Germany")))).toEqual(["Germany", "France", "Italy"]);
  expect(texts(members(word(parsed, "Iran")))).toEqual(["Iran"]);
});

it("a relative word stands for its noun, any other word for itself", () => {
  const parsed = storedParse("Police who fired on the crowd left.");
  expect(referent(word(parsed, "who")).text).toBe("Police");
  expect(referent(word(parsed, "crowd")).text).toBe("crowd");
  const saying = storedParse("Wang said that Iran denied that Iraq attacked Oman.");
  expect(referent(word(saying, "that")).text).toBe("that"); // a conjunction
});

it("clauses are headed by verbs and by predicates with a copula", () => {
  const parsed = storedParse("Norway is ready to help Sudan.");
  expect(["ready", "help", "Norway"].map((text) => isClausal(word(parsed, text)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(["ready", "help"].map((text) => hasInfinitiveMark(word(parsed, text)))).toEqual([false, true]);
});

describe("what is counted", () => {
  it.each([
    ["Norway withdrew some of its troops from Mali.", "some", ["troops"]],
    ["Norway freed 20 of the ships.", "20", ["ships"]],
    ["Norway withdrew some of its troops from Mali.", "troops", ["troops"]], // counts nothing
  ])("%s - %s", (text, at, expected) => {
    expect(texts(counted(word(storedParse(text), at)))).toEqual(expected);
  });
});
