// Who is said to say what: the statements found in the marked texts of test/attribution, style by style.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCoder } from "../dist/coding/coder.js";
import { readMarkedTexts } from "../dist/evaluation/marked-attribution.js";
import { markedAttributionReport } from "../dist/evaluation/marked-attribution-scores.js";

const folder = fileURLToPath(new URL("../test/attribution/", import.meta.url));

export async function run() {
  const coder = await createCoder();
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const texts = names.sort().flatMap((name) => readMarkedTexts(join(folder, name)));
  console.log(markedAttributionReport(texts, (document) => coder.code(document).statements));
}
