// Events to judge by hand: the documents coded, then events drawn evenly at random, each with the sentence it rests on.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

export function run(documents, { number = 200, seed = 2026, "min-confidence": minConfidence }) {
  if (documents.length === 0) {
    console.error("The file holds no documents to draw events from.");
    process.exitCode = 1;
    return;
  }
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const results = code(documents, minConfidence);
  const events = results.flatMap(({ document, events }) =>
    events.map((event) => ({ event, document, others: events.filter((other) => other !== event) })),
  );
  const drawn = draw(events, number, seed);
  console.log(
    `${drawn.length} of ${events.length} events of ${results.length} documents, drawn with seed ${seed}.`,
  );
  for (const [index, entry] of drawn.entries())
    console.log(`\n${index + 1}. ${told(entry, texts.get(entry.document.id))}`);
}

/** The records of the documents; of events as sure as `dragoman code` wants them, or as `minConfidence` says. */
function code(documents, minConfidence) {
  const folder = mkdtempSync(`${tmpdir()}/dragoman-sample-`);
  try {
    const [input, output] = [`${folder}/documents.jsonl`, `${folder}/coded.jsonl`];
    writeFileSync(input, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
    const sureness = minConfidence === undefined ? [] : [`--min-confidence=${minConfidence}`];
    execFileSync(process.execPath, [cli, "code", input, "--quiet", "--out", output, ...sureness]);
    const lines = readFileSync(output, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `number` of the items, each as likely as any other; the same seed draws the same from the same items. */
function draw(items, number, seed) {
  const random = mulberry32(seed);
  const left = [...items];
  const drawn = [];
  while (drawn.length < number && left.length > 0) {
    const place = Math.floor(random() * left.length);
    drawn.push(left[place]);
    left[place] = left[left.length - 1];
    left.pop();
  }
  return drawn;
}

/** Tommy Ettinger's generator of 32 bits (public domain): numbers in [0, 1). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

function told({ event, document, others }, text) {
  const { evidence, date, attribution } = event;
  const alike = others.filter(({ type }) => type === event.type).map((other) => brief(other, text));
  return [
    `${event.id}  ${kind(event)}  ${event.status}`,
    `document    ${document.date ?? "undated"}  ${document.id}  ${document.title ?? ""}`,
    `actors      ${event.actors.map(party).join("; ") || "-"}`,
    `recipients  ${event.recipients.map(party).join("; ") || "-"}`,
    `date        ${date === undefined ? "-" : `${date.start} to ${date.end}`}`,
    `said by     ${attribution.map(({ source }) => (typeof source === "string" ? source : source.name)).join(" < ")}`,
    `rule        ${event.rule}  confidence ${event.confidence}`,
    `sentence    ${marked(text, evidence)}`,
    ...alike.map((other) => `also there  ${other}`),
  ].join("\n   ");
}

const kind = ({ type, mode, cameo }) => `${mode === undefined ? type : `${type}/${mode}`} ${cameo}`;

const party = ({ name, code, text }) => `${code} ${name}${name === text ? "" : ` ("${text}")`}`;

const codes = (parties) => parties.map(({ code }) => code).join(",") || "-";

const brief = (event, text) =>
  `${kind(event)} ${codes(event.actors)} -> ${codes(event.recipients)} ${event.status}: ${text.slice(...event.evidence.trigger)}`;

function marked(text, { trigger, sentence }) {
  const [start, end] = trigger;
  const parts = `${text.slice(sentence[0], start)}[[${text.slice(start, end)}]]${text.slice(end, sentence[1])}`;
  return parts.replace(/\s+/g, " ");
}
