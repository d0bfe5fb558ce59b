import { describe, expect, it } from "vitest";
import { createCoder } from "./coder.ts";

const coder = await createCoder();

function relate(marked: string) {
  // [A …] is the actor, [R …] the recipient.
  const text = marked.replace(/\[[AR] ([^\]]*)\]/g, "$1");
  const span = (letter: string) => {
    const words = new RegExp(`\\[${letter} ([^\\]]*)\\]`).exec(marked)?.[1] ?? "";
    const start = text.indexOf(words);
    return [start, start + words.length] as const;
  };
  return coder.relate({ id: "q", text, date: "2024-05-15", actor: span("A"), recipient: span("R") });
}

describe("what one marked party does to another", () => {
  it.each([
    ["[A Norway] imposed sanctions on [R the junta].", "COERCE", "restrict"], // as the published table has 163
    ["[A The Fellowship of Bakers] condemned [R the mayor's attack].", "ACCUSE", "disapprove"],
    ["[A Norway] will not lift the sanctions on [R the junta].", "REJECT", "yield"],
    ["[R The junta] was criticised by [A Norway].", "ACCUSE", "disapprove"],
    ["[A Norway] and [R the junta] held talks in Oslo.", "CONSULT", undefined],
    // The others of the sentence are not asked about.
    ["Sweden attacked Denmark, and [A Norway] thanked [R Finland].", "SUPPORT", undefined],
  ])("%s", (marked, type, mode) => {
    const { type: found, mode: foundMode } = relate(marked);
    expect([found, foundMode]).toEqual([type, mode]);
  });

  it("has no type where no words name an event", () => {
    expect(relate("[A Norway] lies north of [R Denmark].")).toEqual({ id: "q", confidence: 0 });
  });

  it("points at the words it rests on", () => {
    const { evidence } = relate("[A Norway] condemned [R the junta].");
    expect("Norway condemned the junta.".slice(...(evidence ?? [0, 0]))).toBe("condemned");
  });
});
