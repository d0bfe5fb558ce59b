import { type Coder, createCoder } from "../coding/coder.ts";
import { explainReading } from "../coding/explanation.ts";
import type { Document } from "../document/document.ts";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import type { Reading } from "./records.ts";

let coder: Promise<Coder> | undefined;

/** What a thread of the reading room does: reads one document with the bundled lexicon. */
export default async function readDocument(document: Document): Promise<Reading> {
  coder ??= createCoder();
  const reading = (await coder).read(document);
  return {
    coded: reading.coded,
    explanation: explainReading(document, reading, bundledLexiconFolder("en")),
    times: reading.mentions.times.map(({ span, start, end }) => ({
      span,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    })),
    places: reading.mentions.places.map(({ span, name, latitude, longitude }) => ({
      span,
      name,
      ...(latitude !== undefined && { latitude }),
      ...(longitude !== undefined && { longitude }),
    })),
  };
}
