// Stores a thousand documents without coding them: a process for tests to kill. Arguments: the store, and how many documents.
import { StoreWriter } from "../../dist/store/store-writer.js";

const [path, count] = process.argv.slice(2);

function actor(name, country, start) {
  const span = [start, start + name.length];
  return { name, text: name, span, kind: "country", country, sectors: [], code: country };
}

function coded(index) {
  const id = `d${index}`;
  const text = `Norway condemned Sweden over case ${index}. `.repeat(1 + (index % 5)).trimEnd();
  const document = { id, date: `2022-01-${String((index % 28) + 1).padStart(2, "0")}`, language: "en", text };
  const parties = [actor("Norway", "NOR", 0), actor("Sweden", "SWE", 17)];
  const sentences = [...text.matchAll(/[^.]+\./g)].map(({ index: start, 0: words }) => [
    start,
    start + words.length,
  ]);
  const events = sentences.map((sentence, number) => ({
    id: `${id}-${number}`,
    document: id,
    sentence: number,
    type: "ACCUSE",
    mode: "disapprove",
    contexts: [],
    cameo: "111",
    quad: "verbal conflict",
    score: -2,
    goldstein: -2,
    actors: [parties[0]],
    recipients: [parties[1]],
    date: { start: document.date, end: document.date, precision: "day" },
    status: "occurred",
    attribution: [{ source: "publisher" }],
    evidence: { trigger: [7, 16], sentence },
    retold: [],
    rule: "condemn",
    lexicon: ["frames/accuse.yaml:1"],
    confidence: 0.9,
  }));
  return {
    document,
    coded: { document: { id }, events, statements: [], mentions: parties, sentences, problems: [] },
  };
}

const writer = await StoreWriter.open(path, { run: { version: "test", command: { count } } });
for (let index = 0; index < Number(count); index++) {
  const pair = coded(index);
  if (index % 100 === 0) await writer.note({ file: "many.jsonl", line: index + 1, message: "it is empty" });
  if (!writer.has(pair.document)) await writer.write(pair.coded, pair.document);
}
await writer.close();
