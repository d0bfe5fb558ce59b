import { describe, expect, it } from "vitest";
import { codePointPlaces } from "./code-points.ts";

describe("places counted in characters", () => {
  it.each([
    ["talks", 3, 3],
    ["", 0, 0],
    ["Ünïcode 第三", 9, 9], // accents and Chinese are one unit each
    ["🕊 talks", 0, 0],
    ["🕊 talks", 2, 1], // behind the dove, which is two units
    ["🕊 talks", 8, 7], // the end
    ["a🕊b🕊c", 3, 2],
    ["\ud800x🕊y", 2, 2], // half a pair alone is stored as one character
  ])("in %j the place %i becomes %i", (text, utf16, expected) => {
    expect(codePointPlaces(text)(utf16)).toBe(expected);
  });

  it("agree with how a text falls into characters", () => {
    const text = "🕊a第🧑‍🌾é\ud83dz🕊";
    const place = codePointPlaces(text);
    for (let end = 0; end <= text.length; end++) {
      const splitsPair = (text.codePointAt(end - 1) ?? 0) > 0xffff;
      if (!splitsPair) expect(place(end)).toBe([...text.slice(0, end)].length);
    }
  });
});
