import { LABEL_COUNT, labelsOfKind, OUTSIDE } from "./labels.ts";
import type { NameWords } from "./name-words.ts";
import { isCapitalised } from "./word-context.ts";

/** How much a sure sign counts among the scores of labels, whose best ones mostly lead by 2 to 8. */
const SURE = 8;
const LIKELY = 2;

/**
 * Lets words beside names, and the shape of words, tell what is a name and of what: storms are no persons, files no names, and what has its
 * letters in brackets after it is a body. Changes scores, so that other places of the same word learn of it where they agree.
 *
 * @param scores `LABEL_COUNT` a token
 */
export function heedCues(scores: Float32Array, forms: readonly string[], words: NameWords): void {
  for (const [token, form] of forms.entries()) {
    if (form === ")") heedAcronym(scores, forms, token);
    else if (isCapitalised(form) && words.storm.has(form.toLowerCase())) heedStorm(scores, forms, token);
    else if (isAddress(form, words)) add(scores, token, OUTSIDE, SURE);
  }
}

function add(scores: Float32Array, token: number, label: number, amount: number): void {
  const at = token * LABEL_COUNT + label;
  scores[at] = (scores[at] as number) + amount;
}

// "Budget.xls", "press@norsk.no"; not "Amazon.com", which is a body's name too.
function isAddress(form: string, words: NameWords): boolean {
  if (form.length < 5) return false;
  const dot = form.lastIndexOf(".");
  if (dot > 0 && (form.startsWith("www.") || words.file.has(form.slice(dot + 1).toLowerCase()))) return true;
  return form.includes("://") || form.indexOf("@") > 0;
}

// "Hurricane Lena hit Oslo; Lena then turned north."
function heedStorm(scores: Float32Array, forms: readonly string[], storm: number): void {
  if (!isCapitalised(forms[storm + 1] ?? "")) return;
  add(scores, storm, OUTSIDE, SURE);
  add(scores, storm + 1, OUTSIDE, SURE);
}

const ORGANISATION = labelsOfKind("ORG");

// "the Bergen Relief Committee (BRC)": letters in brackets, after the words that they begin. States are written so too ("United Arab
// Emirates (UAE)"), so this is no more than likely.
function heedAcronym(scores: Float32Array, forms: readonly string[], bracket: number): void {
  const letters = forms[bracket - 1] ?? "";
  if (forms[bracket - 2] !== "(" || !/^\p{Lu}{3,}$/u.test(letters)) return;
  const start = startOfInitials(forms, bracket - 2, letters);
  if (start === undefined) return;
  for (let token = start; token < bracket - 2; token++)
    for (const label of ORGANISATION) add(scores, token, label, LIKELY);
  for (const label of ORGANISATION) add(scores, bracket - 1, label, SURE);
}

/** The first of the words before `end` that begin with the letters, small words between them passed over. */
function startOfInitials(forms: readonly string[], end: number, letters: string): number | undefined {
  let left = letters.length;
  for (let token = end - 1; token >= 0 && end - token < 3 * letters.length; token--) {
    const form = forms[token] as string;
    if (isCapitalised(form)) {
      if (form[0] !== letters[left - 1]) return undefined;
      left--;
      if (left === 0) return token;
    } else if (!/^(\p{Ll}{1,3}|[-‐‑–&,])$/u.test(form)) return undefined;
  }
  return undefined;
}
