import { beforeAll, describe, expect, it } from "vitest";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { loadOntology } from "../ontology/ontology.ts";
import { bundledOperatorsFile, loadOperators } from "../ontology/operators.ts";
import { type Coder, createCoder } from "./coder.ts";
import { handLexicon, SMALL_LEXICON } from "./hand-lexicon.fixture.ts";
import {
  checkExamples,
  codingLexiconProblems,
  entriesWithoutExample,
  operatorTableProblems,
  readingProblems,
} from "./lexicon-check.ts";
import type { CodedDocument } from "./records.ts";

const ontology = loadOntology();

function problemsOf(frames: string, classes = ""): string[] {
  return codingLexiconProblems(handLexicon({ frames, classes }), ontology).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

describe("the bundled lexicon", () => {
  let coder: Coder;
  beforeAll(async () => {
    coder = await createCoder({ lexicon: bundledLexiconFolder("en"), strict: true, minConfidence: 0 });
  });

  it("agrees with the ontology and with itself", () => {
    expect(codingLexiconProblems(coder.lexicon, ontology)).toEqual([]);
    expect(operatorTableProblems(loadOperators(), ontology, bundledOperatorsFile())).toEqual([]);
  });

  it("codes every example as its author wrote it", () => {
    const { examples, failures } = checkExamples(coder.lexicon, coder);
    expect(failures.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([]);
    expect(examples).toBeGreaterThan(150);
  });
});

describe("a mistake is named with its line", () => {
  it.each([
    ["- frame: a\n  event: CONSULT/telephone\n", '1: a: unknown mode "telephone" of CONSULT'],
    ["- frame: a\n  event: MEET\n", '1: a: unknown event type "MEET"'],
    ['- frame: a\n  event: AID\n  cameo: "999"\n', '1: a: unknown CAMEO code "999"'],
    [
      '- frame: a\n  event: AID\n  cameo: "041"\n',
      "1: a: CAMEO 041 (Discuss by telephone) is CONSULT, not AID",
    ],
    ["- frame: a\n  event: AID\n  contexts: [cooking]\n", '1: a: unknown context "cooking"'],
    [
      "- frame: a\n  event: AID\n  verbs: [help]\n- frame: b\n  event: SUPPORT\n  verbs: [help]\n",
      '4: b: the verb "help" is a trigger of "a" too, frames/hand.yaml:1',
    ],
    ["- frame: a\n  event: AID\n  verbs: [help, help]\n", '1: a: the verb "help" is given twice'],
    [
      "- frame: a\n  event: PROTEST\n  verbs: [stage a rally, stage rally]\n", // the same words
      '1: a: the verb "stage rally" is given twice',
    ],
    [
      "- frame: a\n  event: AID\n- frame: a\n  event: SUPPORT\n",
      '3: the name "a" is taken by frames/hand.yaml:1',
    ],
  ])("%j", (frames, problem) => {
    expect(problemsOf(frames)).toEqual([expect.stringContaining(problem)]);
  });

  it("a word class is used, and given once", () => {
    expect(problemsOf("", "- class: aid\n  words: [food, food]\n")).toEqual([
      '1: no entry uses the word class "$aid"',
      '1: the word class "aid" has "food" twice',
    ]);
  });

  it("what cannot be read names each bad line", () => {
    const problems = readingProblems(() =>
      handLexicon({ frames: "- frame: a\n- frame: b\n  event: AID\n  verb: [x]\n" }),
    );
    expect(problems.map(({ line }) => line)).toEqual([1, 2]);
    expect(readingProblems(() => handLexicon({}))).toEqual([]);
  });
});

it.each([
  [
    "under another condition",
    "- frame: a\n  event: AID\n  verbs: [help]\n- frame: b\n  event: SUPPORT\n  verbs: [help]\n  object: [friend]\n",
  ],
  [
    "in another part of speech",
    "- frame: a\n  event: AID\n  verbs: [help]\n- frame: b\n  event: SUPPORT\n  nouns: [help]\n",
  ],
])("two frames may share a trigger %s", (_name, frames) => {
  expect(problemsOf(frames)).toEqual([]);
});

describe("examples", () => {
  const lexicon = handLexicon({
    frames:
      "- frame: a\n  event: AID\n  verbs: [help]\n  examples:\n    - Norway helped. => NOR\n    - Norway helped.\n",
  });
  const nothing = { code: () => ({ events: [] }) as unknown as CodedDocument };

  it("that come out otherwise, or cannot be read, are named with their own line", () => {
    const { examples, failures } = checkExamples(lexicon, nothing);
    expect(examples).toBe(2);
    expect(failures.map(({ line, message }) => [line, message])).toEqual([
      [5, "Norway helped.: expected AID NOR; any status, but it codes nothing of the kind"],
      [6, 'example without "=>": "Norway helped."'],
    ]);
  });

  it("of other files can be left out", () => {
    expect(checkExamples(lexicon, nothing, () => false)).toEqual({ examples: 0, failures: [] });
  });

  it("are missed where a frame or an operator has none", () => {
    const without = entriesWithoutExample(handLexicon(SMALL_LEXICON));
    expect(new Set(without.map(({ sense }) => sense.kind))).toEqual(new Set(["frame", "operator"]));
    expect(entriesWithoutExample(lexicon)).toEqual([]);
  });
});
