import { beforeAll, expect, it } from "vitest";
import type { Language } from "./language.ts";
import { loadLanguage } from "./load-language.ts";

let english: Language;
beforeAll(async () => {
  english = await loadLanguage("en");
});

it.each([
  ["Soldiers shot the protesters.", 1, "shoot"],
  ["They shelled the town.", 1, "shell"],
  ["They attacked the town.", 1, "attack"], // learnt
])("%s: token %i has the lemma %s", (text, place, lemma) => {
  const [sentence] = [...english.parse(text).sentences()];
  expect(sentence?.tokens[place]?.lemma).toBe(lemma);
});
