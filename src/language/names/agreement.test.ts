import { expect, it } from "vitest";
import { agree } from "./agreement.ts";
import { LABEL_COUNT, labelOf, namesOfLabels } from "./labels.ts";
import { NAME_KINDS, type NameKind } from "./names.ts";

/** The kind of each word's name when the places of a text have agreed; each word is given as "word", or "word/KIND by how much". */
function kindsAfter(text: string): (NameKind | undefined)[] {
  const words = text.split(" ").map((part) => part.split("/"));
  const isWhole = (label: number) => label === 0 || NAME_KINDS.some((kind) => label === labelOf(kind, 0, 1));
  const scores = Float32Array.from({ length: words.length * LABEL_COUNT }, (_, at) =>
    isWhole(at % LABEL_COUNT) ? 0 : -9,
  );
  for (const [token, [, kind, lead]] of words.entries()) {
    const label = kind === undefined || kind === "O" ? 0 : labelOf(kind as NameKind, 0, 1);
    scores[token * LABEL_COUNT + label] = Number(lead ?? 1);
  }
  const forms = words.map(([form]) => form as string);
  agree(scores, forms);
  return forms.map((_, token) => {
    const own = scores.subarray(token * LABEL_COUNT, (token + 1) * LABEL_COUNT);
    return namesOfLabels([own.indexOf(Math.max(...own))])[0]?.kind;
  });
}

it.each([
  ["a sure place tells an unsure one", "Azurix/ORG/6 on Azurix/LOC/1", ["ORG", undefined, "ORG"]],
  ["also where it is shouted", "Azurix/ORG/6 on AZURIX/O/1", ["ORG", undefined, "ORG"]],
  ["two tell a third", "Roma/LOC/2 Roma/LOC/2 Roma/PER/1", ["LOC", "LOC", "LOC"]],
  ["what is as sure stays", "Roma/LOC/9 Roma/PER/9", ["LOC", "PER"]],
  ["small letters are another word", "Apple/ORG/6 apple/O/1", ["ORG", undefined]],
  ["nor a single letter", "X/PER/6 X/O/1", ["PER", undefined]],
] as const)("%s", (_, text, expected) => {
  expect(kindsAfter(text)).toEqual(expected);
});
