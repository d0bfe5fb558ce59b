import { isUnder, type MendableTrees } from "./mendable-trees.ts";
import { UPOS } from "./parsed-document.ts";

const ADJECTIVE = UPOS.indexOf("ADJ");

/** Makes "elect" in "President-elect Boric" the attribute of the title that it is, where it was read as a verb with an object. */
export function mendElectedTitles(trees: MendableTrees): void {
  const { words, head, deprel, xpos, upos, xposNames, deprelNames } = trees;
  const adjective = xposNames.indexOf("JJ");
  const relation = (name: string) => deprelNames.indexOf(name);
  const [amod, flat, conj] = [relation("amod"), relation("flat"), relation("conj")];
  const tag = (i: number) => xposNames[xpos[i] as number] as string;
  for (let i = 2; i < words.length; i++) {
    const title = i - 2;
    const isElected = /^(elect|designate)$/i.test(words[i] as string) && words[i - 1] === "-";
    if (!isElected || !/^NNP?S?$/.test(tag(title)) || !/^(VB|NN)/.test(tag(i))) continue;
    xpos[i] = adjective;
    upos[i] = ADJECTIVE;
    const isHead = head[title] === i;
    if (!isHead && isUnder(title, i, head)) continue;
    if (isHead) {
      head[title] = head[i] as number;
      deprel[title] = deprel[i] as number;
    }
    const clause = isHead ? title : (head[i] as number);
    for (let child = 0; child < words.length; child++) {
      if (head[child] !== i || child === i) continue;
      const isName = child === i + 1 && tag(child).startsWith("NNP");
      head[child] = isName ? title : clause;
      if (isName) deprel[child] = flat;
    }
    // The fellows of the name are those of the title.
    for (let other = i + 2; other < words.length; other++) {
      const isFellow = head[other] === i + 1 && deprel[other] === conj;
      if (isFellow && head[i + 1] === title) head[other] = title;
    }
    head[i] = title;
    deprel[i] = amod;
  }
}
