import { describe, expect, it } from "vitest";
import type { EntryExample } from "./coding-lexicon.ts";
import { exampleFailure, parseExample } from "./example.ts";
import { handCoded } from "./hand-coding.fixture.ts";
import { handLexicon } from "./hand-lexicon.fixture.ts";
import type { CodedDocument } from "./records.ts";

describe("an example is read as its sentence and the events it must give", () => {
  it.each([
    ["A hit B. => NOR -> SWE; occurred", [{ actors: ["NOR"], recipients: ["SWE"], status: "occurred" }]],
    ["A met B. => NOR, SWE", [{ actors: ["NOR", "SWE"], recipients: [] }]],
    [
      "A will meet B. => AGREE NOR, SWE; future",
      [{ kind: "AGREE", actors: ["NOR", "SWE"], recipients: [], status: "future" }],
    ],
    [
      "A. => REJECT/meet NOR -> the envoy",
      [{ kind: "REJECT/meet", actors: ["NOR"], recipients: ["the envoy"] }],
    ],
    [
      "A. => ASSAULT -> SWE; occurred",
      [{ kind: "ASSAULT", actors: [], recipients: ["SWE"], status: "occurred" }],
    ],
    ["A. => none", []],
    [
      "A. => NOR & AID SWE -> NOR",
      [expect.anything(), { kind: "AID", actors: ["SWE"], recipients: ["NOR"] }],
    ],
  ])("%s", (text, events) => {
    const [sentence] = text.split(" => ");
    expect(parseExample(text)).toEqual({ sentence, events });
  });

  it.each([
    ["Norway met Sweden.", "=>"],
    ["Norway met Sweden. => NOR, SWE; happened", 'unknown status "happened"'],
  ])("%s is refused", (text, message) => {
    expect(() => parseExample(text)).toThrow(message);
  });
});

describe("what an example's coding gets wrong", () => {
  const TEXT = "Norway condemned Sweden on Monday.";
  const events = handCoded(TEXT, { actors: { Norway: "NORGOV", Sweden: "SWE" } }).map(({ event }) => event);
  const coder = { code: () => ({ events }) as unknown as CodedDocument };

  function failureOf(expected: string | undefined): string | undefined {
    const list = expected === undefined ? `not: ["${TEXT}"]` : `examples: ["${TEXT} => ${expected}"]`;
    const { examples } = handLexicon({
      frames: `- frame: condemn\n  event: ACCUSE/disapprove\n  verbs: [condemn]\n  ${list}\n`,
    });
    return exampleFailure(examples[0] as EntryExample, coder);
  }

  it.each([
    ["NOR -> SWE; occurred"], // the frame's own kind, and a code that opens with the one written
    ["NOR -> SWE"],
    ["ACCUSE NOR -> SWE"], // a type without its mode
    ["Norway -> Sweden"], // names do as well as codes
  ])("%s is as written", (expected) => {
    expect(failureOf(expected)).toBeUndefined();
  });

  it.each([
    ["SWE -> NOR; occurred", `${TEXT}: expected ACCUSE/disapprove SWE -> NOR; occurred, but it codes ACCUSE`],
    [
      "NOR -> SWE; future",
      "; future, but it codes ACCUSE/disapprove NORGOV Norway -> SWE Sweden; occurred by condemn",
    ],
    ["NOR", "expected ACCUSE/disapprove NOR; any status, but"],
    ["none", "expected no event, but it codes ACCUSE"],
    ["NOR -> SWE & AID NOR -> SWE", "expected AID NOR -> SWE; any status, but it codes nothing of the kind"],
  ])("%s is not", (expected, failure) => {
    expect(failureOf(expected)).toContain(failure);
  });

  it("a near miss must not be coded by its own entry", () => {
    expect(failureOf(undefined)).toContain(`${TEXT}: expected nothing by "condemn", but it codes ACCUSE`);
  });
});
