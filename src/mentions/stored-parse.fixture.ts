import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ConlluSentence, commentValue, documentFromConllu, readConllu } from "../language/conllu.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { bundledLexiconFolder } from "../lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "./find-mentions.ts";
import type { DocumentMentions, TimeMention } from "./mention.ts";

const FILES = ["mentions.conllu", "times.conllu"].map((name) =>
  fileURLToPath(new URL(`../../test/parses/${name}`, import.meta.url)),
);

/** The shipped words about actors. */
export const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

const parses = new Map<string, ParsedDocument>();
for (const file of FILES) {
  for (const sentences of documentsOf(readConllu(readFileSync(file, "utf8"), file))) {
    const parsed = documentFromConllu(sentences);
    parses.set(parsed.text, parsed);
  }
}

function documentsOf(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const documents: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (commentValue(sentence, "newdoc id") !== undefined) documents.push([]);
    documents.at(-1)?.push(sentence);
  }
  return documents;
}

/** A document of `test/parses/mentions.conllu` or `times.conllu`, found by its text. */
export function storedParse(text: string): ParsedDocument {
  const parsed = parses.get(text);
  if (parsed === undefined) throw new Error(`no stored parse of "${text}"`);
  return parsed;
}

/** What a test says about a document beside its text. */
export interface Circumstances {
  readonly date?: string;
  readonly publisher?: string;
}

/** All mentions of a stored document; it is of 2022-01-12, a Wednesday, unless told otherwise. */
export function mentionsIn(
  text: string,
  { date = "2022-01-12", publisher }: Circumstances = {},
): DocumentMentions {
  const document = {
    id: "test",
    language: "en",
    text,
    ...(date === "" ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
  };
  return findMentions(document, storedParse(text), lexicon);
}

/** Actor mentions in short: `"Wang = Wang Yi CHNGOV"`, in text order. */
export function actorsIn(text: string, circumstances?: Circumstances): string[] {
  return mentionsIn(text, circumstances).actors.map(({ span, entities }) => {
    const meant = entities.map(({ name, code }) => `${name} ${code}`).join(" + ");
    return `${text.slice(...span)} = ${meant}`;
  });
}

/** Times in short: `"Monday = 2022-01-10 day"`, with both ends where they differ. */
export function timesIn(text: string, circumstances?: Circumstances): string[] {
  return mentionsIn(text, circumstances).times.map((time) => inShort(text, time));
}

/** A time in short: `"Monday = 2022-01-10 day"`. */
export function inShort(text: string, { span, start, end, precision }: TimeMention): string {
  const days = start === undefined ? "" : start === end ? ` ${start}` : ` ${start}/${end}`;
  return `${text.slice(...span)} =${days} ${precision}`;
}
