import fc from "fast-check";
import { expect, it } from "vitest";
import { SeenIds } from "./seen-ids.ts";

it("tells new ids from known ones just as a Set does", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 200 }), (ids) => {
      const seen = new SeenIds();
      const set = new Set<string>();
      for (const id of ids) {
        expect(seen.add(id)).toBe(!set.has(id));
        set.add(id);
      }
    }),
  );
});

it("knows every id still after it has grown", () => {
  const seen = new SeenIds();
  const ids = Array.from({ length: 5000 }, (_, index) => `document ${index}`);
  expect(ids.every((id) => seen.add(id))).toBe(true);
  expect(ids.some((id) => seen.add(id))).toBe(false);
});
