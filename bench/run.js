// npm run bench -- TOPIC [FILE.jsonl]: measures speed or quality and prints a table. Timings belong here, never in tests.
// `sample` takes --number N, --seed N and --min-confidence 0-1 as well.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const folder = new URL("./", import.meta.url);
const topics = readdirSync(fileURLToPath(folder))
  .filter((name) => name.endsWith(".bench.js"))
  .map((name) => name.replace(".bench.js", ""))
  .sort();

/** Documents to measure on: a JSONL file given, else the readouts where they are at hand, else the bundled examples. */
function documents(path) {
  const readouts = fileURLToPath(new URL("../../shared/data/readouts/us-readouts.jsonl", import.meta.url));
  const file = path ?? (existsSync(readouts) ? readouts : undefined);
  if (file === undefined) {
    const examples = new URL("../examples/", import.meta.url);
    const names = readdirSync(fileURLToPath(examples)).filter((name) => name.endsWith(".txt"));
    console.log("The readouts are not at hand; measuring on the bundled examples.\n");
    return names.map((name) => ({
      id: name,
      language: "en",
      text: readFileSync(new URL(name, examples), "utf8"),
    }));
  }
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  console.log(`Measuring on ${file}.\n`);
  return lines.map((line) => ({ language: "en", ...JSON.parse(line) }));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { number: { type: "string" }, seed: { type: "string" }, "min-confidence": { type: "string" } },
});
const [topic, path] = positionals;
const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
for (const [name, value] of Object.entries(options)) {
  const isShare = name === "min-confidence";
  if (value >= 0 && (isShare ? value <= 1 : Number.isSafeInteger(value))) continue;
  console.error(
    `--${name} takes a ${isShare ? "number from 0 to 1" : "whole number"}, not "${values[name]}".`,
  );
  process.exit(2);
}
if (topic === undefined || !topics.includes(topic)) {
  console.error(`Usage: npm run bench -- TOPIC [FILE.jsonl]; topics: ${topics.join(", ")}`);
  process.exit(2);
}
const { run } = await import(new URL(`${topic}.bench.js`, folder).href);
await run(documents(path), options);
