import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NAME_KINDS } from "./names.ts";
import { readTaggedWords } from "./tagged-words.ts";

function namesIn(content: string): string[] {
  return readTaggedWords(content, "gold.iob2").flatMap(({ text, names }) =>
    names.map(({ span, kind }) => `${kind} ${text.slice(...span)}`),
  );
}

describe("names from one word a line", () => {
  it.each([
    ["a name of two words", "1\tLena\tB-PER\tO\n2\tBrandt\tI-PER\tO\n3\tspoke\tO\tO\n", ["PER Lena Brandt"]],
    ["two names side by side", "Oslo B-LOC\nBergen B-LOC\n", ["LOC Oslo", "LOC Bergen"]],
    ["a name that opens with I-", "The O\nNordic I-ORG\nCouncil I-ORG\n", ["ORG Nordic Council"]],
    ["another kind of I- is another name", "Oslo I-LOC\nCouncil I-ORG\n", ["LOC Oslo", "ORG Council"]],
    ["a number before a tag is a word", "2021 O\nwas O\n", []],
    [
      "kinds of CrossNER",
      "Lena\tB-politician\nBrandt\tI-politician\nNorway\tB-country\n",
      ["PER Lena Brandt", "LOC Norway"],
    ],
    ["kinds that name nobody", "Winter\tB-event\nGames\tI-event\n", []],
  ])("%s", (_, content, expected) => {
    expect(namesIn(content)).toEqual(expected);
  });

  it("keeps the text where the file has it, and its documents", () => {
    const file =
      "# newdoc id = a\n# sent_id = a-1\n# text = Oslo's mayor\n1\tOslo\tB-LOC\tO\n2\t's\tO\tO\n3\tmayor\tO\tO\n\n" +
      "# text = (Bergen)\n1\t(\tO\tO\n2\tBergen\tB-LOC\tO\n3\t)\tO\tO\n\n# newdoc id = b\n# text = #\n1\t#\tO\tO\n";
    const documents = readTaggedWords(file, "gold.iob2");
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ["a", "Oslo's mayor\n(Bergen)"],
      ["b", "#"],
    ]);
    expect(documents[0]?.names).toEqual([
      { span: [0, 4], kind: "LOC" },
      { span: [14, 20], kind: "LOC" },
    ]);
  });

  it("writes words as a text where the file has none", () => {
    const words = ["She", "said", ":", '"', "Oslo", "wo", "n't", "(", "yet", ")", "pay", "$", "5", '"', "."];
    const [document] = readTaggedWords(words.map((word) => `${word} O\n`).join(""), "gold.txt");
    expect(document?.text).toBe('She said: "Oslo won\'t (yet) pay $5".');
  });

  it.each([
    ["Oslo\n", 'gold.iob2:1: expected a word and its tag, got "Oslo"'],
    ["Oslo B-LOC\nis X-\n", 'gold.iob2:2: "X-" is no tag; expected O, B-PER, I-PER and the like'],
  ])("tells what is wrong with %j", (content, message) => {
    expect(() => readTaggedWords(content, "gold.iob2")).toThrow(message);
  });

  const word = fc.stringMatching(/^[\p{L}.,"()'$-]{1,6}$/u);
  const kind = fc.constantFrom("O", ...NAME_KINDS);
  const runs = fc.array(fc.tuple(kind, fc.array(word, { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  });

  it("finds each name's own words again, in order, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(runs, { minLength: 1, maxLength: 4 }), (sentences) => {
        const content = sentences
          .map((sentence) =>
            sentence
              .flatMap(([of, words]) =>
                words.map((text, i) => `${text}\t${of === "O" ? "O" : `${i ? "I" : "B"}-${of}`}\n`),
              )
              .join(""),
          )
          .join("\n");
        const found = readTaggedWords(`-DOCSTART-\tO\n\n${content}`, "gold.txt");
        const names = found.flatMap(({ text, names }) =>
          names.map(({ span, kind }) => `${kind} ${text.slice(...span).replaceAll(" ", "")}`),
        );
        const expected = sentences.flatMap((sentence) =>
          sentence.filter(([of]) => of !== "O").map(([of, words]) => `${of} ${words.join("")}`),
        );
        expect(names).toEqual(expected);
      }),
    );
  });
});
