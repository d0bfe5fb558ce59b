import { beforeAll, describe, expect, test } from "vitest";
import { type Coder, createCoder } from "./coder.ts";
import { NearestFrames } from "./nearest-frames.ts";

let coder: Coder;
let strict: Coder;
let nearest: NearestFrames;

beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0 });
  strict = await createCoder({ strict: true, minConfidence: 0 });
  nearest = new NearestFrames(coder.lexicon, coder.language.vectors);
});

function eventTypeFor(lemma: string): string | undefined {
  const sense = nearest.triggerFor(lemma)?.sense;
  return sense?.kind === "frame" ? sense.entry.event.replace(/\/.*/, "") : undefined;
}

describe("verbs the lexicon does not know", () => {
  test.each([
    ["mortar", "ASSAULT"],
    ["isolate", "COERCE"],
    // Near misses: no event, or neighbours that do not agree.
    ["reform", undefined],
    ["benefit", undefined],
    ["resemble", undefined],
    ["sleep", undefined],
    ["qwertify", undefined],
  ])("%s is read as %s", (lemma, type) => {
    expect(eventTypeFor(lemma)).toBe(type);
  });

  test("seven in ten of those it does know would get their own type, were they unknown", () => {
    const judged = [...coder.lexicon.triggers].flatMap(([word, triggers]) => {
      const types = triggers.flatMap(({ sense, pattern }) =>
        sense.kind === "frame" && pattern.form === "verb" ? [sense.entry.event.replace(/\/.*/, "")] : [],
      );
      const guessed = types.length === 0 ? undefined : eventTypeFor(word);
      return guessed === undefined ? [] : [types.includes(guessed)];
    });
    expect(judged.length).toBeGreaterThan(40);
    expect(judged.filter(Boolean).length / judged.length).toBeGreaterThan(0.7);
  });
});

describe("an event read so", () => {
  const text = "France has isolated Syria from the markets since March.";
  const code = (by: Coder) => by.code({ id: "isolated", language: "en", text }).events;

  test("says so, and is less sure", () => {
    const [event] = code(coder);
    expect(event?.type).toBe("COERCE");
    expect(event?.rule).toMatch(/^like /);
    expect(event?.confidence).toBeLessThan(0.6);
  });

  test("is left out by --strict, and where a party is missing", () => {
    expect(code(strict)).toEqual([]);
    expect(coder.code({ id: "alone", language: "en", text: "France has been isolated." }).events).toEqual([]);
  });
});
