import { expect, it } from "vitest";
import { referent } from "./referent.ts";
import { storedParse, word } from "./stored-parse.fixture.ts";

it("a relative word stands for its noun, any other word for itself", () => {
  const parsed = storedParse("Police who fired on the crowd left.");
  expect(referent(word(parsed, "who")).text).toBe("Police");
  expect(referent(word(parsed, "crowd")).text).toBe("crowd");
  const saying = storedParse("Wang said that Iran denied that Iraq attacked Oman.");
  expect(referent(word(saying, "that")).text).toBe("that"); // a conjunction
});
