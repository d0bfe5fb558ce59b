import { beforeAll, expect, it } from "vitest";
import type { Language } from "../language/language.ts";
import { loadLanguage } from "../language/load-language.ts";
import { findMentions } from "./find-mentions.ts";
import type { DocumentMentions } from "./mention.ts";
import { lexicon } from "./stored-parse.fixture.ts";

const TEXT = `OSLO, Jan. 12 - Norwegian Foreign Minister Ine Berg spoke by phone on Tuesday with Kazakh Deputy Prime Minister and Foreign Minister Mukhtar Tleuberdi, who briefed her on the unrest in Almaty.

Berg stressed that, three days ago, King Harald V had sent a message to President Kassym-Jomart Tokayev of Kazakhstan, expressing his sympathy. Norway stands ready to help, she said.

The Kazakh authorities promised to protect foreign institutions and personnel. "We will keep our word," Tleuberdi said, adding that police had detained gunmen near the Norwegian embassy.

The two ministers agreed to meet in Geneva next month. Both sides thanked the United Nations, whose secretary-general, António Guterres, has called for restraint. Beijing said it was following events; the Kremlin did not comment.`;

let language: Language;
let mentions: DocumentMentions;

beforeAll(async () => {
  language = await loadLanguage("en");
  mentions = findMentions(
    { id: "oslo", language: "en", text: TEXT, date: "2022-01-12" },
    language.parse(TEXT),
    lexicon,
  );
});

/** What each mention with these words stands for, in text order. */
function meant(words: string): string[] {
  return mentions.actors
    .filter(({ span }) => TEXT.slice(...span) === words)
    .map(({ entities }) => entities.map(({ name, code }) => `${name} ${code}`).join(" + "));
}

it.each([
  ["Norwegian Foreign Minister Ine Berg", ["Ine Berg NORGOV"], "title and name"],
  [
    "Kazakh Deputy Prime Minister and Foreign Minister Mukhtar Tleuberdi",
    ["Mukhtar Tleuberdi KAZGOV"],
    "coordinated titles",
  ],
  ["Berg", ["Ine Berg NORGOV"], "the name alone"],
  ["her", ["Ine Berg NORGOV"], "a pronoun for the other party"],
  ["she", ["Ine Berg NORGOV"], "a pronoun for the speaker"],
  [
    "President Kassym-Jomart Tokayev of Kazakhstan",
    ["Kassym-Jomart Tokayev KAZGOV"],
    "country after the name",
  ],
  ["The Kazakh authorities", ["The Kazakh authorities KAZGOV"], "a body by its role"],
  ["We", ["Kazakhstan KAZ"], "the speaker's country"],
  ["The two ministers", ["Ine Berg NORGOV + Mukhtar Tleuberdi KAZGOV"], "the parties by their role"],
  ["United Nations", ["United Nations IGOUNO"], "an organisation"],
  ["António Guterres", ["António Guterres IGOUNO"], "an apposition"],
  ["Beijing", ["China CHN"], "a capital that speaks"],
  ["it", ["China CHN"], "and its pronoun"],
  ["Kremlin", ["Russia RUS"], "a seat that speaks"],
  ["Geneva", [], "a city where people meet"],
  ["Almaty", [], "a city where things happen"],
])("from raw text: %s", (words, expected, _why) => {
  expect(meant(words)).toEqual(expected);
});

it("reads names in a headline in capitals", () => {
  const text = "CHINA AND US TO MEET IN GENEVA";
  const { actors } = findMentions({ id: "headline", language: "en", text }, language.parse(text), lexicon);
  expect(actors.map(({ entities }) => entities[0]?.code)).toEqual(["CHN", "USA"]);
});

it("a capital that speaks stands for its government and is still its country", () => {
  const kinds = mentions.actors.flatMap(({ entities }) =>
    entities.filter(({ name }) => name === "China").map(({ text, kind, via }) => [text, kind, via]),
  );
  expect(kinds).toEqual([
    ["Beijing", "place-as-government", "capital -> China"],
    ["it", "country", "pronoun -> China"],
  ]);
});

it("from raw text: times", () => {
  const times = mentions.times.map(({ span, start, end }) => `${TEXT.slice(...span)} ${start}/${end}`);
  expect(times).toEqual([
    "Jan. 12 2022-01-12/2022-01-12",
    "Tuesday 2022-01-11/2022-01-11",
    "three days ago 2022-01-09/2022-01-09",
    "next month 2022-02-01/2022-02-28",
  ]);
});

it.each([
  ["nothing", ""],
  ["one word", "Iran"],
  ["a full stop", "."],
  ["a headline in capitals", "CHINA AND US TO MEET IN GENEVA"],
  ["curly quotes and a flag", "“We’ll meet,” said Lena Brandt 🇳🇴."],
  ["an unclosed quotation", '"We will not go'],
  ["titles without names", "President President of of the the"],
])("reads odd text without complaint: %s", (_, text) => {
  const found = findMentions({ id: "odd", language: "en", text }, language.parse(text), lexicon);
  for (const { span } of found.actors) expect(text.slice(...span)).not.toBe("");
});
