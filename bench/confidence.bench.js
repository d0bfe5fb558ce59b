// How often events of one confidence are right, and the weights that would fit best: on the judged readout events
// (docs/judged-events.tsv, those that are still coded) and on the events coded in the GSR development sentences.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createCoder } from "../dist/coding/coder.js";
import { confidenceIn, DOUBTS } from "../dist/coding/confidence.js";
import { judgeText } from "../dist/evaluation/event-match.js";
import { readGsr } from "../dist/evaluation/gsr.js";

const JUDGED = new URL("../docs/judged-events.tsv", import.meta.url);
const GSR = fileURLToPath(new URL("../../shared/data/gold/gsr-dev.json", import.meta.url));

// Forms that are too rare among the judged events to be told apart keep the weights they have.
const FITTED_FORMS = ["verb", "adjective", "noun", "no event in content"];
const FOLDS = 5;

export async function run(documents) {
  const coder = await createCoder({ minConfidence: 0 });
  const judged = [...readoutEvents(coder, documents), ...(existsSync(GSR) ? gsrEvents(coder) : [])];
  if (!existsSync(GSR)) console.log("The GSR sentences are not at hand; the judged readout events alone.");
  if (judged.length === 0) {
    console.error("None of the judged events is coded in these documents.");
    process.exitCode = 1;
    return;
  }
  const share = judged.filter(({ isRight }) => isRight).length / judged.length;
  console.log(`${judged.length} judged events, ${(share * 100).toFixed(0)} % right\n`);
  console.log("as coded");
  console.table(byTenth(judged.map((one) => ({ ...one, value: one.confidence.value }))));
  console.log(`fitted anew, each fifth by weights of the other four`);
  console.table(byTenth(crossFitted(judged)));
  const weights = fitted(judged);
  console.log("weights (log odds)");
  console.table(
    Object.fromEntries(names().map((name, i) => [name, { weight: Number(weights[i].toFixed(2)) }])),
  );
}

function readoutEvents(coder, documents) {
  const lines = readFileSync(JUDGED, "utf8").trimEnd().split("\n").slice(1);
  const judgements = new Map(lines.map((line) => line.split("\t")).map((cells) => [cells[0], cells[6]]));
  const drawn = new Set(lines.map((line) => line.split("\t")[1]));
  return documents
    .filter(({ id }) => drawn.has(id))
    .flatMap((document) => toldIn(coder.read(document)))
    .filter(({ event }) => judgements.has(event.id))
    .map(({ event, confidence }) => ({ confidence, isRight: judgements.get(event.id) === "right" }));
}

function gsrEvents(coder) {
  return readGsr(readFileSync(GSR, "utf8"), GSR).flatMap((gold, i) => {
    const told = toldIn(coder.read({ id: `gsr ${i}`, language: "en", text: gold.text }));
    const right = new Set(judgeText(gold, () => told.map(({ event }) => event)).found.values());
    return told.map(({ event, confidence }) => ({ confidence, isRight: right.has(event) }));
  });
}

function toldIn({ told, mentions }) {
  return told.map(({ event, meaning }) => ({
    event,
    confidence: confidenceIn({ event, meaning, mentions }),
  }));
}

const names = () => [...FITTED_FORMS, ...DOUBTS];

function inputs({ confidence: { weakest, doubts } }) {
  const form = FITTED_FORMS.includes(weakest) ? weakest : "verb";
  return names().map((name) => (name === form || doubts.includes(name) ? 1 : 0));
}

/** Logistic regression, with a little ridge against what a few events say by chance. */
function fitted(judged) {
  const rows = judged.map((one) => ({ x: inputs(one), y: one.isRight ? 1 : 0 }));
  const weights = names().map(() => 0);
  for (let step = 0; step < 5000; step++) {
    const slope = weights.map((weight) => -0.5 * weight);
    for (const { x, y } of rows) {
      const error = y - probability(weights, x);
      for (let i = 0; i < x.length; i++) slope[i] += error * x[i];
    }
    for (let i = 0; i < weights.length; i++) weights[i] += (slope[i] * 2) / rows.length;
  }
  return weights;
}

function probability(weights, x) {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i], 0)));
}

function crossFitted(judged) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitted(judged.filter((_, i) => i % FOLDS !== fold));
    return judged
      .filter((_, i) => i % FOLDS === fold)
      .map((one) => ({ ...one, value: probability(weights, inputs(one)) }));
  }).flat();
}

function byTenth(judged) {
  const tenths = new Map();
  for (const { value, isRight } of judged) {
    const tenth = value.toFixed(1);
    const count = tenths.get(tenth) ?? { events: 0, right: 0 };
    tenths.set(tenth, { events: count.events + 1, right: count.right + (isRight ? 1 : 0) });
  }
  return Object.fromEntries(
    [...tenths]
      .sort(([a], [b]) => b.localeCompare(a))
      .map(([tenth, { events, right }]) => [tenth, { events, right: (right / events).toFixed(2) }]),
  );
}
