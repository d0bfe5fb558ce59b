import fc from "fast-check";
import stringWidth from "string-width";
import { expect, it } from "vitest";
import { wrap } from "./wrap.ts";

it.each([
  ["", 10, []],
  ["Oslo spoke.", 20, ["Oslo spoke."]],
  ["Oslo spoke.", 11, ["Oslo spoke."]],
  ["Oslo spoke.", 10, ["Oslo", "spoke."]],
  ["https://example.org/a", 10, ["https://ex", "ample.org/", "a"]],
  ["see https://example.org", 10, ["see", "https://ex", "ample.org"]],
  ["中国外交部发言人", 6, ["中国外", "交部发", "言人"]], // two columns each
  ["e\u0301e\u0301e\u0301e\u0301", 3, ["e\u0301e\u0301e\u0301", "e\u0301"]], // accents stay with their letters
])("breaks %j at %d columns", (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

it("keeps every line within its width and every character but the spaces", () => {
  const words = fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 30 }), (parts, width) => {
      const lines = wrap(parts.join(" "), width);
      expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
      expect(lines.join("").replaceAll(" ", "")).toBe(parts.join("").replaceAll(" ", ""));
    }),
  );
});
