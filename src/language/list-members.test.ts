import { describe, expect, it } from "vitest";
import { gatherLists } from "./list-members.ts";
import { mendedRows } from "./mended-rows.fixture.ts";

describe("the members of a list", () => {
  it.each([
    [
      "behind semicolons all hang on the first name: met Ruiz, envoy; Berg; and Lin",
      [
        "met VBD 0 root",
        "Ruiz NNP 1 obj",
        ", , 4 punct",
        "envoy NN 2 appos",
        "; : 6 punct",
        "Berg NNP 4 appos",
        "; : 9 punct",
        "and CC 9 cc",
        "Lin NNP 6 conj",
      ],
      ["Berg Ruiz conj", "Lin Ruiz conj"],
    ],
    [
      "behind semicolons a name is no fellow of a thing: talks with Ruiz; Berg; and Lin",
      [
        "talks NNS 0 root",
        "with IN 3 case",
        "Ruiz NNP 1 nmod",
        "; : 5 punct",
        "Berg NNP 1 conj",
        "; : 8 punct",
        "and CC 8 cc",
        "Lin NNP 1 conj",
      ],
      ["Berg Ruiz conj", "Lin Ruiz conj"],
    ],
    [
      "two owners are a list: Chad and Mali 's towns",
      ["Chad NNP 5 nmod:poss", "and CC 5 cc", "Mali NNP 5 nmod:poss", "'s POS 3 case", "towns NNS 0 root"],
      ["Chad towns nmod:poss", "Mali Chad conj"],
    ],
    [
      "an owner of an owner is none: Mali 's army 's towns",
      ["Mali NNP 3 nmod:poss", "'s POS 1 case", "army NN 5 nmod:poss", "'s POS 3 case", "towns NNS 0 root"],
      ["Mali army nmod:poss", "army towns nmod:poss"],
    ],
    [
      "behind semicolons a clause is no member: met Ruiz; Berg left; and Lin",
      [
        "met VBD 0 root",
        "Ruiz NNP 1 obj",
        "; : 5 punct",
        "Berg NNP 5 nsubj",
        "left VBD 1 parataxis",
        "; : 8 punct",
        "and CC 8 cc",
        "Lin NNP 5 conj",
      ],
      ["Berg left nsubj", "Lin left conj"],
    ],
    [
      "nobody behind the verb is a fellow of its subject: Oslo hosted firms and unions",
      ["Oslo NNP 2 nsubj", "hosted VBD 0 root", "firms NNS 2 obj", "and CC 5 cc", "unions NNS 1 conj"],
      ["unions firms conj"],
    ],
    [
      "before the verb they stay: Oslo and Rome hosted firms",
      ["Oslo NNP 4 nsubj", "and CC 3 cc", "Rome NNP 1 conj", "hosted VBD 0 root", "firms NNS 4 obj"],
      ["Rome Oslo conj"],
    ],
    [
      "the same noun again is the fellow of the first: met leaders engaged in Chad and business leaders",
      [
        "met VBD 0 root",
        "leaders NNS 1 obj",
        "engaged VBN 2 acl",
        "in IN 5 case",
        "Chad NNP 3 obl",
        "and CC 8 cc",
        "business NN 8 compound",
        "leaders NNS 5 conj",
      ],
      ["leaders leaders conj"],
    ],
    [
      "another noun is not: met leaders engaged in trade and transport",
      [
        "met VBD 0 root",
        "leaders NNS 1 obj",
        "engaged VBN 2 acl",
        "in IN 5 case",
        "trade NN 3 obl",
        "and CC 7 cc",
        "transport NN 5 conj",
      ],
      ["transport trade conj"],
    ],
    [
      "the same preposition again opens the next: spoke with Oslo, with Rome, but also with Paris",
      [
        "spoke VBD 0 root",
        "with IN 3 case",
        "Oslo NNP 1 obl",
        ", , 6 punct",
        "with IN 6 case",
        "Rome NNP 3 nmod",
        ", , 11 punct",
        "but CC 11 cc",
        "also RB 11 advmod",
        "with IN 11 case",
        "Paris NNP 1 conj",
      ],
      ["Rome Oslo conj", "Paris Oslo conj"],
    ],
    [
      "without a comma it opens a phrase of another kind: talks with Oslo with Rome",
      ["talks NNS 0 root", "with IN 3 case", "Oslo NNP 1 nmod", "with IN 5 case", "Rome NNP 3 nmod"],
      ["Rome Oslo nmod"],
    ],
    [
      "what stands between two members is one: informed by firms, unions, and towns",
      [
        "informed VBN 0 root",
        "by IN 3 case",
        "firms NNS 1 obl:agent",
        ", , 5 punct",
        "unions NNS 1 obl:agent",
        ", , 8 punct",
        "and CC 8 cc",
        "towns NNS 3 conj",
      ],
      ["unions firms conj"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mendedRows(gatherLists, rows)).toEqual(expect.arrayContaining(expected));
  });
});
