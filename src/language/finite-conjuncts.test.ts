import { describe, expect, it } from "vitest";
import { mendFiniteVerbs } from "./finite-conjuncts.ts";
import { mendedRows } from "./mended-rows.fixture.ts";

const headOf = (word: string, rows: readonly string[]) =>
  mendedRows(mendFiniteVerbs, rows).find((row) => row.startsWith(`${word} `));

describe("a finite verb without a subject", () => {
  const ASKED = ["asked VBD 0 root", "for IN 3 case", "help NN 1 obl", "in IN 5 mark"];
  it.each([
    [
      "is no fellow of a participle: asked for help in finding ships and invited",
      [...ASKED, "finding VBG 3 acl", "ships NNS 5 obj", "and CC 8 cc", "invited VBD 5 conj"],
      "invited asked conj",
    ],
    [
      "nor of an infinitive: asked for help in order to find and invited",
      [...ASKED, "order NN 3 nmod", "to TO 7 mark", "find VB 5 acl", "and CC 9 cc", "invited VBD 7 conj"],
      "invited asked conj",
    ],
    [
      "not with a subject of its own",
      [
        ...ASKED,
        "finding VBG 3 acl",
        "ships NNS 5 obj",
        "and CC 9 cc",
        "she PRP 9 nsubj",
        "invited VBD 5 conj",
      ],
      "invited finding conj",
    ],
    [
      "not where the tenses differ",
      [...ASKED, "finding VBG 3 acl", "ships NNS 5 obj", "and CC 8 cc", "invites VBZ 5 conj"],
      "invites finding conj",
    ],
    [
      "the fellow of a verb with a finite auxiliary: did find and invited",
      ["asked VBD 0 root", "did VBD 3 aux", "find VB 1 ccomp", "and CC 5 cc", "invited VBD 3 conj"],
      "invited find conj",
    ],
  ])("%s", (_, rows, row) => {
    expect(headOf(row.split(" ")[0] as string, rows)).toBe(row);
  });
});

describe("who is called out before a verb", () => {
  it.each([
    [
      "is its subject: Oslo, however, pledged ships",
      ["Oslo NNP 3 dislocated", "however RB 3 advmod", "pledged VBD 0 root", "ships NNS 3 obj"],
      "Oslo pledged nsubj",
    ],
    [
      "not where there is one: Oslo, it pledged ships",
      ["Oslo NNP 3 dislocated", "it PRP 3 nsubj", "pledged VBD 0 root", "ships NNS 3 obj"],
      "Oslo pledged dislocated",
    ],
  ])("%s", (_, rows, row) => {
    expect(headOf("Oslo", rows)).toBe(row);
  });
});

describe("what stands behind a verb that is another's fellow", () => {
  const VOICED = [
    "voiced VBD 0 root",
    "support NN 1 obj",
    "for IN 4 case",
    "Malta NNP 2 nmod",
    "and CC 6 cc",
  ];
  it.each([
    [
      "is its object: voiced support for Malta and condemned French plans",
      [...VOICED, "condemned VBN 1 conj", "French JJ 8 amod", "plans NNS 4 conj"],
      "plans condemned obj",
    ],
    [
      "not where a link stands before it: and condemned and French plans",
      [...VOICED, "condemned VBN 1 conj", "and CC 8 cc", "plans NNS 4 conj"],
      "plans Malta conj",
    ],
    [
      "not of a participle before a noun: Malta and condemned plans",
      [...VOICED, "condemned VBN 7 amod", "plans NNS 4 conj"],
      "plans Malta conj",
    ],
  ])("%s", (_, rows, expected) => {
    expect(headOf("plans", rows)).toBe(expected);
  });
});
