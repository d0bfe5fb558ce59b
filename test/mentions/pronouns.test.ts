import { beforeAll, expect, it } from "vitest";
import { loadLanguage } from "../../src/language/load-language.ts";
import type { ParsedDocument } from "../../src/language/parsed-document.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { type ActorLexicon, findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

let parse: (text: string) => ParsedDocument;
let lexicon: ActorLexicon;
beforeAll(async () => {
  const english = await loadLanguage("en");
  parse = (text) => english.parse(text);
  lexicon = loadActorLexicon(bundledLexiconFolder("en"));
});

/** Whom the text's last pronoun stands for. */
function lastPronoun(text: string): string | undefined {
  const { actors } = findMentions({ id: "test", language: "en", text }, parse(text), lexicon);
  const last = actors.filter(({ form }) => form === "pronoun").at(-1);
  return last?.span[0] === text.search(/\b(she|he)\b(?!.*\b(she|he)\b)/is)
    ? last.entities[0]?.name
    : undefined;
}

it.each([
  ["the subject before", "Anna Berg arrived on Monday. She spoke.", "Anna Berg"],
  [
    "the only one known to be a woman, where another sentence lies between",
    "Anna Berg met Paul Roy. Talks went on for hours. Nobody knew why. Then she left.",
    "Anna Berg",
  ],
  [
    "nobody where two are",
    "Anna Berg met Maria Roy. Talks went on for hours. Nobody knew why. Then she left.",
    undefined,
  ],
  [
    "nor one of whom the text does not tell it",
    "Ruk Berg met Tul Roy. Talks went on for hours. Nobody knew why. Then she left.",
    undefined,
  ],
  [
    "nor one long gone",
    "Anna Berg met Paul Roy. Talks began. Talks went on for hours. Nobody knew why. The rain fell. Then she left.",
    undefined,
  ],
] as const)("she or he is %s", (_, text, expected) => {
  expect(lastPronoun(text)).toBe(expected);
});
