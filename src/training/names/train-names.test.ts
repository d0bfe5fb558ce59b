import { expect, it } from "vitest";
import { loadLanguage } from "../../language/load-language.ts";
import { NameModel } from "../../language/names/name-model.ts";
import { NameTagger } from "../../language/names/name-tagger.ts";
import { loadNameWords } from "../../language/names/name-words.ts";
import type { NamedText } from "../../language/names/names.ts";
import { PhraseListMaker } from "../../language/names/phrase-list.ts";
import { trainNames } from "./train-names.ts";

const PEOPLE = ["Lena Brandt", "Paul Roy", "Anna Heide"];
const PLACES = ["Oslo", "Bergen", "Narvik"];
const TEXTS: NamedText[] = PEOPLE.flatMap((person) =>
  PLACES.map((place) => {
    const text = `${person} lives in ${place}.`;
    const start = text.indexOf(place);
    return {
      id: text,
      text,
      names: [
        { span: [0, person.length], kind: "PER" },
        { span: [start, start + place.length], kind: "LOC" },
      ],
    };
  }),
);

it("learns names, and the same ones each time", async () => {
  const language = await loadLanguage("en");
  const phrases = new PhraseListMaker().make();
  const corpus = Array.from({ length: 12 }, () => TEXTS).flat();
  const train = () => trainNames([corpus], language, { seed: 1, phrases, report: () => undefined });
  const model = train();
  expect(train().get("names.hidden")).toEqual(model.get("names.hidden"));

  const tagger = new NameTagger(new NameModel(model, language.wordTables), loadNameWords("en"));
  const forms = "Paul Roy lives in Bergen .".split(" ");
  const run = tagger.begin(forms, [0, forms.length]);
  const text = forms.join(" ");
  const start = Uint32Array.from(forms, (_, i) => forms.slice(0, i).join(" ").length + (i > 0 ? 1 : 0));
  const end = start.map((from, i) => from + (forms[i] as string).length);
  const split = {
    start,
    end,
    joined: new Uint8Array(forms.length),
    sentenceStart: Uint32Array.of(0, forms.length),
  };
  language.show(text, split, run);
  expect(run.names).toEqual([
    { start: 0, end: 2, kind: "PER" },
    { start: 4, end: 5, kind: "LOC" },
  ]);
});
