import { FeatureBuffer } from "../language/feature-hash.ts";
import type { Lexemes } from "../language/lexemes.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { Gap, Split, sentenceContext, splitFeatures } from "../language/sentence-splitter.ts";
import { AveragedPerceptron } from "./averaged-perceptron.ts";
import { SeededRandom } from "./random.ts";

const BITS = 20;
/**
 * Places inside a sentence must be known as such by a margin: web text ends sentences without a stop, edited text never does, and a
 * sentence cut in two costs more than two sentences taken for one.
 */
const NO_MARGIN = 15;

/** Learns where sentences begin from documents whose sentences are right; gives the classifier's weights. */
export function trainSplitter(
  documents: readonly ParsedDocument[],
  lexemes: Lexemes,
  options: { epochs: number; seed: number },
): Int16Array {
  const perceptron = new AveragedPerceptron(BITS);
  const features = new FeatureBuffer(64);
  const random = new SeededRandom(options.seed);
  const sentences = documents.flatMap((document) => {
    const context = sentenceContext(
      document.text,
      document.columns,
      lexemes.of(document.text, document.columns),
    );
    const starts = document.sentenceStart;
    return Array.from({ length: document.sentenceCount }, (_, i) => ({
      context,
      joined: document.columns.joined,
      start: starts[i] as number,
      next: starts[i + 1] as number,
      count: document.tokenCount,
    }));
  });
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const index of random.order(sentences.length)) {
      const { context, joined, start, next, count } = sentences[index] as (typeof sentences)[number];
      for (let token = start + 1; token <= next && token < count; token++) {
        if (context.gaps[token] === Gap.paragraph || joined[token] === 1) continue;
        const gold = token === next ? Split.yes : Split.no;
        splitFeatures(features, context, token, start);
        const lead = perceptron.score(features, Split.yes) - perceptron.score(features, Split.no);
        const isYes = lead > (gold === Split.no ? -NO_MARGIN : 0);
        perceptron.step();
        if (isYes === (gold === Split.yes)) continue;
        perceptron.add(features, gold, 1);
        perceptron.add(features, 1 - gold, -1);
      }
    }
  }
  return perceptron.average();
}
