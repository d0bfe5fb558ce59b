import { describe, expect, it } from "vitest";
import { indirectObjects, patients } from "./objects.ts";
import { storedParse, texts, word } from "./stored-parse.fixture.ts";

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
