import { expect, it } from "vitest";
import type { NameRange } from "./labels.ts";
import { withTrueEnds } from "./name-ends.ts";
import { loadNameWords } from "./name-words.ts";
import type { NameKind } from "./names.ts";
import { PhraseListMaker } from "./phrase-list.ts";

const words = loadNameWords("en");
const maker = new PhraseListMaker();
for (const [phrase, phraseClass] of [
  ["California", "place"],
  ["Switzerland", "country"],
  ["East Timor", "country"],
  ["Timor", "place"],
  ["Java", "place"],
  ["East", "town"],
  ["Fresno", "town"],
  ["San Rafael", "town"],
  ["Geneva", "town"],
] as const)
  maker.add(phrase, phraseClass);
const phrases = maker.make();

/** Marks names in a text of words, "[ORG Norsk Hydro] , Ltd.", and gives them as they end. */
function ended(marked: string): string {
  const forms: string[] = [];
  const names: NameRange[] = [];
  let open: { start: number; kind: NameKind } | undefined;
  for (const part of marked.split(" ")) {
    if (part.startsWith("[")) {
      open = { start: forms.length, kind: part.slice(1) as NameKind };
      continue;
    }
    forms.push(part.replace("]", ""));
    if (open !== undefined && part.endsWith("]")) names.push({ ...open, end: forms.length });
  }
  const found = withTrueEnds(names, { forms, sentenceStart: [0, forms.length], phrases, words });
  return found.map(({ start, end, kind }) => `${kind} ${forms.slice(start, end).join(" ")}`).join("; ");
}

it.each([
  ["accused [LOC Congo of] lying", "LOC Congo"],
  ["with [ORG Norsk Hydro] , Ltd. on Monday", "ORG Norsk Hydro , Ltd."],
  ["with [ORG Norsk Hydro] Corp.", "ORG Norsk Hydro Corp."],
  ["with [ORG Brandt] , [LOC Inc. of Oslo]", "ORG Brandt , Inc.; LOC Oslo"],
  ["with [ORG Norsk Hydro] , incorporated in 1905", "ORG Norsk Hydro"], // no legal form
  ["with [PER Brandt] , Ltd.", "PER Brandt"], // nor a person's
  ["in [LOC San Rafael Ca]", "LOC San Rafael; LOC Ca"],
  ["in [LOC fresno california]", "LOC fresno; LOC california"],
  ["in [LOC Geneva Switzerland]", "LOC Geneva; LOC Switzerland"],
  ["in [LOC East Timor]", "LOC East Timor"], // known as a whole
  ["in [LOC East Java]", "LOC East Java"], // a direction makes it another place
  ["in [LOC Fresno County]", "LOC Fresno County"],
  ["with [ORG Fresno California]", "ORG Fresno California"],
])("%s", (marked, expected) => {
  expect(ended(marked)).toBe(expected);
});
