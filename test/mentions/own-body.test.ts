import { expect, it } from "vitest";
import { withMasthead } from "../../src/document/masthead.ts";
import { loadLanguage } from "../../src/language/load-language.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

const language = await loadLanguage("en");
const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

/** "We IGOUNO" for each mention of a text. */
function mentionsIn(text: string, publisher?: string): string[] {
  const document = withMasthead({ id: "test", language: "en", text, ...(publisher && { publisher }) });
  const { actors } = findMentions(document, language.parse(text), lexicon);
  return actors.flatMap(({ entities }) => entities.map(({ text: words, code }) => `${words} ${code}`));
}

it.each<[string, string, string | undefined, string[]]>([
  [
    "the Secretary-General of a text that names no other body's",
    "The Secretary-General met the king of Tonga.",
    undefined,
    ["The Secretary-General IGOUNO", "the king of Tonga TONGOV"],
  ],
  [
    "not where the text names another body's",
    "ASEAN Secretary-General Kim Vo thanked Japan. The Secretary-General met the king of Tonga.",
    undefined,
    [
      "ASEAN Secretary-General Kim Vo IGOASN",
      "Japan JPN",
      "The Secretary-General IGOASN",
      "the king of Tonga TONGOV",
    ],
  ],
  [
    "not any secretary-general",
    "A secretary-general met the king of Tonga.",
    undefined,
    ["A secretary-general ---IGO", "the king of Tonga TONGOV"],
  ],
  [
    "by the line above the text",
    "A statement on Albania\n\nNorth Atlantic Treaty Organization\n3 February 2024\n\nWe stand with Albania. The Secretary General will visit Tirana.",
    undefined,
    [
      "Albania ALB",
      "North Atlantic Treaty Organization IGOWSTNAT",
      "We IGOWSTNAT",
      "Albania ALB",
      "The Secretary General IGOWSTNAT",
    ],
  ],
  ["by the publisher", "We stand with Albania.", "African Union", ["We IGOAFU", "Albania ALB"]],
  ["no newspaper's", "We stand with Albania.", "Tirana Times", ["Albania ALB"]],
])("whose voice it is: %s", (_, text, publisher, expected) => {
  expect(mentionsIn(text, publisher)).toEqual(expected);
});
