// The whole chain from text to records, stage by stage.
import { createCoder } from "../dist/coding/coder.js";
import { bestOf, megabytes, sample } from "./measure.js";

export async function run(documents) {
  const start = performance.now();
  const coder = await createCoder();
  const loading = performance.now() - start;
  const some = sample(documents, 300);
  let words = 0;
  let sentences = 0;
  let events = 0;
  for (const document of some) {
    const { parsed, coded } = coder.read(document);
    words += parsed.tokenCount;
    sentences += parsed.sentenceCount;
    events += coded.events.length;
  }
  const parsing = bestOf(3, () => {
    for (const document of some) coder.language.parse(document.text);
  });
  const coding = bestOf(3, () => {
    for (const document of some) coder.read(document);
  });
  const row = (what, time) => ({
    what,
    "words/s, one core": Math.round(words / (time / 1000)).toLocaleString("en"),
    "share of the whole": `${Math.round((time / coding) * 100)} %`,
  });
  console.table([
    row("language", parsing),
    row("mentions and coding", coding - parsing),
    row("the whole of dragoman code", coding),
  ]);
  console.log(
    `${some.length} documents, ${words.toLocaleString("en")} words, ${events} events, best of 3 rounds`,
  );
  console.log(
    `${(events / sentences).toFixed(2)} events a sentence; everything loaded in ${Math.round(loading)} ms`,
  );
  console.log(`memory of this process: ${megabytes(process.memoryUsage().rss)}`);
}
