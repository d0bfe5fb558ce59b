import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createCoder } from "../../src/coding/coder.ts";
import { readMarkedTexts } from "../../src/evaluation/marked-attribution.ts";
import { markedAttributionScores } from "../../src/evaluation/marked-attribution-scores.ts";

const FOLDER = fileURLToPath(new URL("./", import.meta.url));

// `npm run bench -- attribution` prints the same scores by style, and every error.
it("most reports of the marked texts are statements, with their sources and contents", async () => {
  const coder = await createCoder();
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  const texts = names.flatMap((name) => readMarkedTexts(join(FOLDER, name)));
  const scores = markedAttributionScores(texts, (document) => coder.code(document).statements);
  expect(scores.cue / scores.reports, scores.errors.join("\n")).toBeGreaterThan(0.9);
  expect(scores.content / scores.reports, scores.errors.join("\n")).toBeGreaterThan(0.8);
  expect(scores.justified / scores.statements, scores.errors.join("\n")).toBeGreaterThan(0.9);
});
