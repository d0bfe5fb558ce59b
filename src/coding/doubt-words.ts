import type { Doubt } from "./confidence.ts";

/** Each doubt in words, to stand behind "less because". */
export const DOUBT_WORDS: Readonly<Record<Doubt, string>> = {
  once: "the document tells it once",
  single: "only one party is named",
  guessed: "the other party is only whoever else is named nearby",
  unknown: "of a party the country is not known",
  unplaced: "a person, office or body is without a country in a government's own text",
  "unplaced group": "a group is without a country in a government's own text",
  "vague group": "a group is named by no country and no kind",
  "unplaced actor": "that party acts",
  quoted: "it stands in somebody's words",
  named: "it is only named in another word's phrase",
  relative: "a clause tells it that may only say who or what is meant",
  aside: "a clause beside the main one tells it",
  unreal: "it is denied or supposed",
};
