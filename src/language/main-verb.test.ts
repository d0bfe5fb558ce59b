import { describe, expect, it } from "vitest";
import { raiseMainVerbs } from "./main-verb.ts";
import { mendedRows } from "./mended-rows.fixture.ts";

describe("the main verb of a short sentence", () => {
  it.each([
    [
      "what is done by somebody only says which drones: Drones launched by Chad hit a depot in Niger",
      [
        "Drones NNS 2 nsubj",
        "launched VBN 0 root",
        "by IN 4 case",
        "Chad NNP 2 obl:agent",
        "hit VBD 2 advcl",
        "a DT 7 det",
        "depot NN 5 obj",
        "in IN 9 case",
        "Niger NNP 2 obl",
      ],
      [
        "Drones hit nsubj",
        "launched Drones acl",
        "by Chad case",
        "Chad launched obl:agent",
        "hit - root",
        "a depot det",
        "depot hit obj",
        "in Niger case",
        "Niger hit obl",
      ],
    ],
    [
      "with an auxiliary it is said of the drones: Drones were launched by Chad hitting a depot",
      [
        "Drones NNS 3 nsubj:pass",
        "were VBD 3 aux:pass",
        "launched VBN 0 root",
        "by IN 5 case",
        "Chad NNP 3 obl:agent",
        "hit VBD 3 advcl",
      ],
      [
        "Drones launched nsubj:pass",
        "were launched aux:pass",
        "launched - root",
        "by Chad case",
        "Chad launched obl:agent",
        "hit launched advcl",
      ],
    ],
    [
      "a participle right behind the root: Guards tortured activists in Minsk",
      [
        "Guards NNS 0 root",
        "tortured VBN 3 amod",
        "activists NNS 1 appos",
        "in IN 5 case",
        "Minsk NNP 1 nmod",
      ],
      [
        "Guards tortured nsubj",
        "tortured - root",
        "activists tortured obj",
        "in Minsk case",
        "Minsk tortured nmod",
      ],
    ],
    [
      "behind a comma it is an attribute: soldiers, trained dogs",
      ["soldiers NNS 0 root", ", , 4 punct", "trained VBN 4 amod", "dogs NNS 1 appos"],
      ["soldiers - root", ", dogs punct", "trained dogs amod", "dogs soldiers appos"],
    ],
    [
      "not of one that hangs on it: agreed to deepen their ties, create jobs",
      [
        "agreed VBD 0 root",
        "to TO 3 mark",
        "deepen VB 6 advcl",
        "their PRP$ 5 nmod:poss",
        "ties NNS 3 obj",
        "create VB 1 conj",
        "jobs NNS 6 obj",
      ],
      [
        "agreed - root",
        "to deepen mark",
        "deepen create advcl",
        "their ties nmod:poss",
        "ties deepen obj",
        "create agreed conj",
        "jobs create obj",
      ],
    ],
    [
      "a bare infinitive is the fellow of another: told of plans to train teachers and urge pupils",
      [
        "told VBD 0 root",
        "of IN 3 case",
        "plans NNS 1 obl",
        "to TO 5 mark",
        "train VB 3 acl",
        "teachers NNS 5 obj",
        "and CC 8 cc",
        "urge VB 1 conj",
        "pupils NNS 8 obj",
      ],
      [
        "told - root",
        "of plans case",
        "plans told obl",
        "to train mark",
        "train plans acl",
        "teachers train obj",
        "and urge cc",
        "urge train conj",
        "pupils urge obj",
      ],
    ],
    [
      "behind a modal it is the verb's: may tell of plans to train and urge pupils",
      [
        "may MD 2 aux",
        "tells VBZ 0 root",
        "of IN 4 case",
        "plans NNS 2 obl",
        "to TO 6 mark",
        "train VB 4 acl",
        "and CC 8 cc",
        "urge VB 2 conj",
        "pupils NNS 8 obj",
      ],
      [
        "may tells aux",
        "tells - root",
        "of plans case",
        "plans tells obl",
        "to train mark",
        "train plans acl",
        "and urge cc",
        "urge tells conj",
        "pupils urge obj",
      ],
    ],
    [
      "whoever comes along is no subject of the purpose: left along with aides to hold talks",
      [
        "left VBD 0 root",
        "along RB 6 advmod",
        "with IN 6 mark",
        "aides NNS 6 nsubj",
        "to TO 6 mark",
        "hold VB 1 advcl",
        "talks NNS 6 obj",
      ],
      [
        "left - root",
        "along aides advmod",
        "with aides case",
        "aides left obl",
        "to hold mark",
        "hold left advcl",
        "talks hold obj",
      ],
    ],
    [
      "a finite attribute before the root is its verb: Colombia severed ties with Israel",
      [
        "Colombia NNP 3 compound",
        "severed VBD 3 amod",
        "ties NNS 0 root",
        "with IN 5 case",
        "Israel NNP 3 nmod",
      ],
      [
        "Colombia severed nsubj",
        "severed - root",
        "ties severed obj",
        "with Israel case",
        "Israel ties nmod",
      ],
    ],
    [
      "a participle behind a name is a verb: Guards tortured prisoners",
      ["Guards NNS 3 compound", "tortured VBN 3 amod", "prisoners NNS 0 root"],
      ["Guards tortured nsubj", "tortured - root", "prisoners tortured obj"],
    ],
    [
      "a finite verb with a subject of its own is no attribute: in Oslo, where workers blocked roads",
      [
        "Riots NNS 2 nsubj",
        "broke VBD 0 root",
        "in IN 4 case",
        "Oslo NNP 2 obl",
        "where WRB 7 advmod",
        "workers NNS 7 nsubj",
        "blocked VBD 8 amod",
        "roads NNS 4 appos",
      ],
      [
        "Riots broke nsubj",
        "broke - root",
        "in Oslo case",
        "Oslo broke obl",
        "where blocked advmod",
        "workers blocked nsubj",
        "blocked Oslo acl:relcl",
        "roads blocked obj",
      ],
    ],
    [
      "nothing is linked by have: Guards have tortured scores, he said",
      [
        "Guards NNS 4 nsubj",
        "have VBP 4 cop",
        "tortured VBN 4 amod",
        "scores NNS 7 ccomp",
        ", , 7 punct",
        "he PRP 7 nsubj",
        "said VBD 0 root",
      ],
      [
        "Guards tortured nsubj",
        "have tortured aux",
        "tortured said ccomp",
        "scores tortured obj",
        ", said punct",
        "he said nsubj",
        "said - root",
      ],
    ],
    [
      "a finite verb behind the root, without a subject: Hungary opposed the accession",
      ["Hungary NNP 0 root", "opposed VBD 1 acl:relcl", "the DT 4 det", "accession NN 1 nmod"],
      ["Hungary opposed nsubj", "opposed - root", "the accession det", "accession opposed obj"],
    ],
    [
      "what is done by somebody is said of a thing: condemned the raid carried by Chad",
      [
        "Oslo NNP 2 nsubj",
        "condemned VBD 0 root",
        "raid NN 4 nsubj",
        "carried VBD 2 ccomp",
        "by IN 6 case",
        "Chad NNP 4 obl:agent",
      ],
      [
        "Oslo condemned nsubj",
        "condemned - root",
        "raid condemned obj",
        "carried raid acl",
        "by Chad case",
        "Chad carried obl:agent",
      ],
    ],
    [
      "also where the tree has the thing for an object already",
      [
        "condemned VBD 0 root",
        "raid NN 1 obj",
        "carried VBN 1 xcomp",
        "by IN 5 case",
        "Chad NNP 3 obl:agent",
      ],
      [
        "condemned - root",
        "raid condemned obj",
        "carried raid acl",
        "by Chad case",
        "Chad carried obl:agent",
      ],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mendedRows(raiseMainVerbs, rows)).toEqual(expected);
  });

  it.each([
    [
      "but by be: The men are broken men, he said",
      [
        "men NNS 4 nsubj",
        "are VBP 4 cop",
        "broken VBN 4 amod",
        "men NNS 6 ccomp",
        "he PRP 6 nsubj",
        "said VBD 0 root",
      ],
    ],
    [
      "a compound with a hyphen stays one: state-owned banks",
      ["State NN 4 compound", "- HYPH 4 punct", "owned VBN 4 amod", "banks NNS 0 root"],
    ],
    ["a noun phrase stays one: broken ties", ["broken VBN 2 amod", "ties NNS 0 root"]],
    [
      "a relative clause stays one: soldiers who fought",
      ["soldiers NNS 0 root", "who WP 3 nsubj", "fought VBD 1 acl:relcl"],
    ],
    [
      "a sentence with another finite verb is left alone: freed hostages arrived",
      ["freed VBN 2 amod", "hostages NNS 3 nsubj", "arrived VBD 0 root"],
    ],
    [
      "a clause that says that it was done stays one",
      [
        "said VBD 0 root",
        "raid NN 4 nsubj:pass",
        "was VBD 4 aux:pass",
        "staged VBN 1 ccomp",
        "by IN 6 case",
        "Chad NNP 4 obl:agent",
      ],
    ],
    [
      "a deed by the road is no one's",
      ["said VBD 0 root", "troops NNS 3 nsubj", "camped VBD 1 ccomp", "by IN 5 case", "roads NNS 3 obl"],
    ],
  ])("%s", (_, rows) => {
    const before = rows.map((row) => {
      const [form, , head, deprel] = row.split(" ");
      return `${form} ${head === "0" ? "-" : rows[Number(head) - 1]?.split(" ")[0]} ${deprel}`;
    });
    expect(mendedRows(raiseMainVerbs, rows)).toEqual(before);
  });
});
