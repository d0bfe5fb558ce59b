import { expect, it } from "vitest";
import { loadLanguage } from "../../src/language/load-language.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

const language = await loadLanguage("en");
const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

/** Code of whom a story's words mean. */
function codeOf(text: string, words: string): string | undefined {
  const { actors } = findMentions({ id: "test", language: "en", text }, language.parse(text), lexicon);
  return actors.find((mention) => mention.entities[0]?.text === words)?.entities[0]?.code;
}

const MANILA =
  "MANILA, March 5 (Reuters) - The Philippines summoned China's ambassador on Tuesday after Chinese ships fired water cannon. China rejected the protest.";
const KAMPALA = "KAMPALA (AFP) - Uganda closed its border with Congo on Friday.";

it.each([
  [
    "the army of the country that dates and opens a story",
    MANILA,
    "The military accused Beijing.",
    "The military",
    "PHLMIL",
  ],
  ["the opposition too", MANILA, "The opposition called for calm.", "The opposition", "PHLOPP"],
  [
    "its spokesman by name",
    KAMPALA,
    "Army spokesman Felix Kato denied it.",
    "Army spokesman Felix Kato",
    "UGAMIL",
  ],
  ["its government", KAMPALA, "The government accused the rebels.", "The government", "UGAGOV"],
  [
    "not where another country was named last",
    KAMPALA,
    "Kenya protested. The government said so.",
    "The government",
    "---GOV",
  ],
  ["prosecutors", KAMPALA, "Prosecutors charged two men.", "Prosecutors", "UGAJUD"],
  ["no envoy", KAMPALA, "The ambassador left.", "The ambassador", "---GOV"],
  [
    "of which others speak",
    KAMPALA,
    '"We urge the government to open it," U.S. Ambassador Ann Lee said.',
    "the government",
    "UGAGOV",
  ],
  ["not an army that another sends", KAMPALA, "Kenya sent the army to Congo.", "the army", "---MIL"],
  [
    "not from a capital that the story does not open with",
    "WASHINGTON (AP) - Iran closed its border with Iraq on Friday.",
    "Police arrested two men.",
    "Police",
    "---COP",
  ],
  [
    "nor without a dateline",
    "Uganda closed its border with Congo on Friday.",
    "Police arrested two men.",
    "Police",
    "---COP",
  ],
])("whose a story's people are: %s", (_, story, sentence, words, code) => {
  expect(codeOf(`${story} ${sentence}`, words)).toBe(code);
});
