import { describe, expect, it } from "vitest";
import { handLexicon, SMALL_LEXICON } from "./hand-lexicon.fixture.ts";
import { matchesAt } from "./match.ts";
import { fillers, owners } from "./roles.ts";
import { handMentions, storedParse, texts, word } from "./stored-parse.fixture.ts";

const lexicon = handLexicon(SMALL_LEXICON);
const ACTORS = { Iranian: "IRN", Iran: "IRN", Israel: "ISR", Norway: "NOR" };

function fillersOf(text: string, head: string, place: string): string[] {
  const parsed = storedParse(text);
  const [match] = matchesAt(word(parsed, head), lexicon.triggers);
  if (match === undefined) throw new Error(`no trigger at "${head}"`);
  const named = Object.entries(ACTORS).filter(([name]) => new RegExp(`\\b${name}\\b`).test(text));
  return texts(fillers(match, place, handMentions(parsed, { actors: Object.fromEntries(named) })));
}

describe("of a verb", () => {
  it.each([
    ["Norway condemned Sweden on Monday.", "condemned", "subject", ["Norway"]],
    ["Norway condemned Sweden on Monday.", "condemned", "object", ["Sweden"]],
    ["Norway condemned Sweden on Monday.", "condemned", "on", ["Monday"]], // whether it is an actor is asked later
    ["Norway condemned Iran's attack on Israel.", "condemned", "owner", ["Iran"]],
    ["Norway gave Kyiv weapons.", "gave", "indirect", ["Kyiv"]],
    ["Norway imposed harsh sanctions on Iran.", "imposed", "on", ["Iran"]], // the phrase hangs on the fixed noun
    ["Norway imposed harsh sanctions on Iran.", "imposed", "object", []], // the fixed noun fills no role
    ["Troops fired on the crowd.", "fired", "object", ["crowd"]], // opened by the trigger's preposition
    ["Norway called for talks.", "called", "object", ["talks"]],
    ["Iranian warplanes attacked Israel.", "attacked", "wielder", ["Iranian"]],
    ["Norway condemned Sweden on Monday.", "condemned", "wielder", []], // whoever acts is nobody's
  ])("%s - %s, %s", (text, head, place, expected) => {
    expect(fillersOf(text, head, place)).toEqual(expected);
  });
});

describe("of a noun", () => {
  it.each([
    ["Norway condemned Iran's attack on Israel.", "attack", "subject", ["Iran"]],
    ["The attack by Iran on Israel failed.", "attack", "subject", ["Iran"]],
    ["The Iranian attack ended.", "attack", "subject", ["Iranian"]],
    ["The attack by Iran on Israel failed.", "attack", "on", ["Israel"]],
    ["The attack by Iran on Israel failed.", "attack", "object", []], // only "of" gives a noun's object
    ["Egypt refused to hold talks with Sudan.", "talks", "with", ["Sudan"]],
  ])("%s - %s, %s", (text, head, place, expected) => {
    expect(fillersOf(text, head, place)).toEqual(expected);
  });
});

it("of an adjective is the subject of its clause", () => {
  expect(fillersOf("Norway is ready to help Sudan.", "ready", "subject")).toEqual(["Norway"]);
  expect(fillersOf("Norway is ready to help Sudan.", "ready", "owner")).toEqual([]);
});

it("a thing is owned by its possessor alone where it has one", () => {
  expect(texts(owners(word(storedParse("Norway condemned Iran's attack on Israel."), "attack")))).toEqual([
    "Iran",
  ]);
  expect(texts(owners(word(storedParse("The attack by Iran on Israel failed."), "attack")))).toEqual([
    "Iran",
  ]);
  expect(owners(word(storedParse("Norway attacked the problem."), "problem"))).toEqual([]);
});
