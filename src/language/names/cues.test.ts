import { expect, it } from "vitest";
import { heedCues } from "./cues.ts";
import { LABEL_COUNT, labelsOfKind } from "./labels.ts";
import { loadNameWords } from "./name-words.ts";

const words = loadNameWords("en");

/** The words that are now held for bodies (ORG) or for no names (-), where nothing was known of them. */
function told(text: string): string {
  const forms = text.split(" ");
  const scores = new Float32Array(forms.length * LABEL_COUNT);
  heedCues(scores, forms, words);
  return forms
    .flatMap((form, token) => {
      const score = (label: number) => scores[token * LABEL_COUNT + label] as number;
      if (score(0) > 0) return [`-${form}`];
      return labelsOfKind("ORG").some((label) => score(label) > 0) ? [form] : [];
    })
    .join(" ");
}

it.each([
  ["the Bergen Relief Committee ( BRC ) said", "Bergen Relief Committee BRC"],
  ["the Bank of Northern Norway ( BNN ) said", "Bank of Northern Norway BNN"],
  ["the Bergen Relief Committee ( Oslo ) said", ""],
  ["the Bergen Relief Committee ( USA ) said", ""], // other letters
  ["Brandt ( CDU ) said", ""],
  ["Hurricane Lena hit Oslo", "-Hurricane -Lena"],
  ["a hurricane Lena saw", ""],
  ["see Budget.xls on www.norsk.no", "-Budget.xls -www.norsk.no"],
  ["write to press@norsk.no", "-press@norsk.no"],
  ["Amazon.com rose", ""], // a body's name
])("%s", (text, expected) => {
  expect(told(text)).toBe(expected);
});
