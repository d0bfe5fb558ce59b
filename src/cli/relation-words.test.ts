import { describe, expect, it } from "vitest";
import { placeWords, relationWords } from "./relation-words.ts";

describe("a relation in plain words", () => {
  it.each([
    ["nsubj", "subject"],
    ["nsubj:pass", "subject, undergoing"],
    ["nsubj:outer", "subject"], // a subtype that has no words of its own
    ["nmod:poss", "owner"],
    ["xyz", "xyz"],
  ])("%s", (relation, words) => expect(relationWords(relation)).toBe(words));
});

describe("a place in plain words", () => {
  it.each([
    [{ relation: "nsubj", governor: "met" }, 'subject of "met"'],
    [{ relation: "nsubj:pass", governor: "arrested" }, 'undergoing "arrested" (passive subject)'],
    [{ relation: "obl", preposition: "with", governor: "met" }, 'after "with", beside "met"'],
    [{ relation: "nmod:poss", governor: "attack" }, 'owner of "attack"'],
    [{ relation: "amod", governor: "attack" }, 'before "attack"'],
    [{ relation: "root" }, "at the top of its sentence"],
  ])("%j", (place, words) => expect(placeWords(place)).toBe(words));
});
