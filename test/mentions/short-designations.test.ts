import { expect, it } from "vitest";
import { withMasthead } from "../../src/document/masthead.ts";
import { loadLanguage } from "../../src/language/load-language.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

const language = await loadLanguage("en");
const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

/** Codes of whom a text's last words `words` mean; none where they are no mention. */
function meant(text: string, words: string): string {
  const document = withMasthead({ id: "test", language: "en", text });
  const { actors } = findMentions(document, language.parse(text), lexicon);
  const start = text.lastIndexOf(words);
  const found = actors.filter(({ span }) => span[0] === start && span[1] >= start + words.length);
  return found.flatMap(({ entities }) => entities.map(({ code }) => code)).join(" ");
}

const ELYSEE =
  "Paris, 18 February 2024\n\nThe President of the Republic met President Maia Sandu of Moldova.";
const DOWNING_STREET =
  "From: Prime Minister's Office, 10 Downing Street\n\nThe Prime Minister met President Maia Sandu of Moldova.";

it.each([
  [
    "the head of state of whoever sends the text",
    `${ELYSEE} The Head of State promised France's help.`,
    "The Head of State",
    "FRAGOV",
  ],
  ["the seat behind the office that sends it", DOWNING_STREET, "The Prime Minister", "GBRGOV"],
  [
    "a guest, where who sends the text has no president",
    `${DOWNING_STREET} The President smiled.`,
    "The President",
    "MDAGOV",
  ],
  [
    "the sender's own, where it has one",
    `${ELYSEE.replace("President Maia Sandu", "Prime Minister Dorin Recean")} The President spoke of France.`,
    "The President",
    "FRAGOV",
  ],
  [
    "the minister of whoever's capital dates a text that is titled so",
    "Foreign Minister Calls Iranian Counterpart\n\nRiyadh, 12 October 2023\n\nThe Foreign Minister called Minister Ali Dara of Iran. The minister called for calm.",
    "The minister",
    "SAUGOV",
  ],
  [
    "not where the title names other people",
    "Senior Officials Meet in Vienna\n\nVienna, 12 October 2023\n\nThe Foreign Minister called Minister Ali Dara of Iran. The minister called for calm.",
    "The minister",
    "IRNGOV",
  ],
  [
    "those whom one sentence has told of together, where others speak of them",
    "Chad's government and the M23 signed a truce. Norway praised both sides.",
    "both sides",
    "TCDGOV CODREBMTT",
  ],
  [
    "not those who speak",
    "Chad's government and the M23 signed a truce. Norway and Sweden met. Norway praised both sides.",
    "both sides",
    "TCDGOV CODREBMTT",
  ],
  [
    "a government and the one of which it tells",
    "Islamabad, 6 May 2025\n\nPakistan rejected the accusations of India. Norway urged both sides to be calm.",
    "both sides",
    "PAK IND",
  ],
  [
    "an envoy from abroad, where a government's text names no other",
    `${ELYSEE} He received the Ambassador of Japan, Koichi Ito. He thanked the Ambassador.`,
    "the Ambassador",
    "JPNGOV",
  ],
  [
    "its own, where it does",
    `${ELYSEE} He received French Ambassador Jean Roy and the Ambassador of Japan, Koichi Ito. He thanked the Ambassador.`,
    "the Ambassador",
    "FRAGOV",
  ],
  [
    "the armed group just named",
    "The M23 rebel group seized a town. Kenya urged the group to withdraw.",
    "the group",
    "CODREBMTT",
  ],
  ["and its people", "Boko Haram took a town. Nigeria fought the rebels.", "the rebels", "NGAREBBOK"],
  [
    "not of two",
    "Boko Haram took a town. Al-Shabaab took another. Kenya urged the group to withdraw.",
    "the group",
    "---",
  ],
  [
    "nor people of another kind",
    "Boko Haram took a town. Mali thanked the mercenaries.",
    "the mercenaries",
    "---MIL",
  ],
  [
    "what is another's, where somebody praises it",
    "The Chilean president praised the Peruvian minister's diplomacy and thanked his team.",
    "his team",
    "PER",
  ],
  [
    "but one's own, where nobody else is told of",
    "Talks with Peru went well. The Chilean president said he thanked his team.",
    "his team",
    "CHL",
  ],
  [
    "a people and its government",
    "Mali thanked the people and the Government of Rwanda.",
    "the people",
    "RWACVL",
  ],
  ["not people of another kind", "Mali thanked students and the Government of Rwanda.", "students", "---EDU"],
  [
    "half of a name that two share",
    "Pyongyang fired a missile. Tokyo urged the North to stop.",
    "North",
    "PRK",
  ],
  ["the other half too", "North Korea fired a missile. Tokyo urged the South to wait.", "South", "KOR"],
  [
    "with what is its own",
    "North Korea fired a missile, the North's news agency said.",
    "North",
    "PRKMED PRK",
  ],
  ["no region", "South Africa sent troops. Rome urged the North to stop.", "North", ""],
  ["nor a pole", "South Korea sent ships to the South Pole.", "South", ""],
  ["nor a point of the compass", "South Korea sent ships to the north.", "north", ""],
])("short words for an actor: %s", (_, text, words, codes) => {
  expect(meant(text, words)).toBe(codes);
});
