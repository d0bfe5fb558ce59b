// Raw text to sentences, tags, lemmas and trees: our speed beside wink-nlp and compromise on the same texts in one run.
import { statSync } from "node:fs";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { bundledModelPath, loadLanguage } from "../dist/language/load-language.js";
import { bestOf, megabytes, sample } from "./measure.js";

export async function run(documents) {
  const start = performance.now();
  const language = await loadLanguage("en");
  const loading = performance.now() - start;
  const texts = sample(documents, 150).map((document) => document.text);
  const words = texts.reduce((sum, text) => sum + language.parse(text).tokenCount, 0);
  const wink = winkNLP(model);

  const peers = {
    "dragoman (tokens, tags, features, lemmas, trees)": () => {
      for (const text of texts) language.parse(text);
    },
    "wink-nlp (tokens, tags; no tree)": () => {
      for (const text of texts) wink.readDoc(text).tokens().out(wink.its.pos);
    },
    "compromise (tokens, tags; no tree)": () => {
      for (const text of texts) compromise(text).json({ terms: { tags: true } });
    },
  };
  const speeds = Object.entries(peers).map(([name, work]) => [name, words / (bestOf(3, work) / 1000)]);
  const own = speeds[0][1];
  console.table(
    speeds.map(([name, speed]) => ({
      what: name,
      "words/s, one core": Math.round(speed).toLocaleString("en"),
      "beside ours": (speed / own).toFixed(2),
    })),
  );
  console.log(`${texts.length} documents, ${words.toLocaleString("en")} words, best of 3 rounds`);
  console.log(
    `model: ${megabytes(statSync(bundledModelPath("en")).size)}, loaded in ${Math.round(loading)} ms`,
  );
  console.log(`memory of this process, peers and texts included: ${megabytes(process.memoryUsage().rss)}`);
}
