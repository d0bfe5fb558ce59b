// Places: our own table of sentences, then how many events of the texts at hand have a place, with twenty of them to judge by.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createCoder } from "../dist/coding/coder.js";
import { sample } from "./measure.js";

const SHOWN = 20;
const SEED = 20_240_515;

export async function run(documents) {
  const coder = await createCoder({ minConfidence: 0 });
  ownTable(coder);
  const some = sample(documents, 300);
  const events = some.flatMap((document) =>
    coder.read(document).coded.events.map((event) => ({ event, document })),
  );
  const placed = events.filter(({ event }) => event.place !== undefined);
  const located = placed.filter(({ event }) => event.place.latitude !== undefined);
  console.log(
    `${some.length} documents: ${events.length} events, ${placed.length} with a place (${percent(placed.length, events.length)}), ${located.length} with coordinates.\n`,
  );
  for (const { event, document } of drawn(placed, SHOWN)) {
    const { name, country = "-", latitude, longitude } = event.place;
    const point = latitude === undefined ? "no point" : `${latitude.toFixed(1)}, ${longitude.toFixed(1)}`;
    console.log(`${event.type}: ${name} (${country}, ${point})`);
    console.log(
      `   ${document.text
        .slice(...event.evidence.sentence)
        .replace(/\s+/g, " ")
        .slice(0, 300)}`,
    );
  }
  namedPlaces(coder);
}

/** Sentences of our own whose places are as written in `test/places/mentions.tsv`. */
function ownTable(coder) {
  const table = readFileSync(fileURLToPath(new URL("../test/places/mentions.tsv", import.meta.url)), "utf8");
  const cases = table.split("\n").filter((line) => line.includes("\t"));
  const wrong = cases.filter((line) => {
    const [text, expected] = line.split("\t");
    const { places } = coder.read({ id: "table", language: "en", text, date: "2024-05-15" }).mentions;
    return inShort(places) !== expected;
  });
  console.log(`Own table: ${cases.length - wrong.length} of ${cases.length} sentences right.`);
  for (const line of wrong) console.log(`   ${line}`);
}

function inShort(places) {
  const short = ({ name, country = "-", latitude, longitude }) =>
    `${name} ${country} ${latitude === undefined ? "?" : `${Math.round(latitude)} ${Math.round(longitude)}`}`;
  return places.map(short).join("; ");
}

/** Some of a list, drawn with a fixed seed, in the list's order. */
function drawn(list, size) {
  let state = SEED;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return list
    .map((item, index) => ({ item, index, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item);
}

/** Recall on the words that UNER's annotators call places; these texts are no news, and it counts nationless words such as streets too. */
function namedPlaces(coder) {
  const path = fileURLToPath(new URL("../../shared/data/ner/uner-en_ewt-dev.iob2", import.meta.url));
  if (!existsSync(path)) return console.log("The UNER sentences are not at hand.");
  let gold = 0;
  let found = 0;
  const missed = new Map();
  for (const block of readFileSync(path, "utf8").split(/\n\s*\n/)) {
    const rows = block
      .split("\n")
      .filter((line) => /^\d+\t/.test(line))
      .map((line) => line.split("\t"));
    if (!rows.some((row) => row[2] === "B-LOC")) continue;
    let text = "";
    const starts = rows.map(([, word]) => {
      const start = text.length;
      text += `${word} `;
      return start;
    });
    const { places } = coder.read({ id: "uner", language: "en", text }).mentions;
    for (const [index, [, word, tag]] of rows.entries()) {
      if (tag !== "B-LOC") continue;
      gold++;
      const isFound = places.some(({ span: [start, end] }) => start <= starts[index] && starts[index] < end);
      if (isFound) found++;
      else missed.set(word, (missed.get(word) ?? 0) + 1);
    }
  }
  console.log(`\nUNER EWT dev: ${found} of ${gold} LOC found (${percent(found, gold)}).`);
  const most = [...missed].sort((a, b) => b[1] - a[1]).slice(0, 30);
  console.log(`Most missed: ${most.map(([word, count]) => `${word} ${count}`).join(", ")}`);
}

function percent(part, whole) {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}
