import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import { type ConlluSentence, commentValue, documentFromConllu } from "../language/conllu.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { GoldError } from "./gold-error.ts";

/** A unit of text that names who says something and the words that report it. */
export interface AttributionUnit {
  /** Number of the unit in its document. */
  readonly id: string;
  /** Its words, in text order. */
  readonly words: readonly Span[];
  /** The words of what is said. */
  readonly content: readonly Span[];
  /** Whether a noun or pronoun of the unit can be the source; not so in "and added". */
  readonly namesSource: boolean;
}

/** A document of a treebank with the units that report what somebody says. */
export interface AttributedDocument {
  readonly document: Document;
  readonly genre: string;
  readonly units: readonly AttributionUnit[];
  /** Words that stand in quoted speech (`<q>`, `<quote>`). */
  readonly quoted: readonly Span[];
}

/**
 * Reads the discourse annotation of a GUM treebank: `Discourse=attribution-positive:94->93` opens unit 94, which reports unit 93.
 * Units cut in two (`same-unit`) are joined. A unit without a verb or preposition, the byline of a picture, is left out.
 *
 * @throws GoldError where no sentence marks a unit
 */
export function readAttribution(sentences: readonly ConlluSentence[], file: string): AttributedDocument[] {
  const documents: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (documents.length === 0 || sentence.boundary === "document") documents.push([]);
    documents.at(-1)?.push(sentence);
  }
  const read = documents.map(attributedDocument);
  if (read.every(({ units }) => units.length === 0)) {
    throw new GoldError(file, 1, "no word opens a unit that reports speech (Discourse=attribution-positive)");
  }
  return read;
}

function attributedDocument(sentences: readonly ConlluSentence[]): AttributedDocument {
  const parsed = documentFromConllu(sentences);
  const [first] = sentences;
  const comment = (key: string) => (first === undefined ? undefined : commentValue(first, key));
  const date = comment("meta::dateCreated");
  const misc = sentences.flatMap(({ words }) => words.map((word) => word.misc));
  return {
    document: {
      id: comment("newdoc id") ?? "",
      language: "en",
      text: parsed.text,
      ...(date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) && { date }),
    },
    genre: comment("meta::genre") ?? "unknown",
    units: attributionUnits(parsed, misc),
    quoted: quotedWords(parsed, misc),
  };
}

function attributionUnits(parsed: ParsedDocument, misc: readonly string[]): AttributionUnit[] {
  const wordsOf = new Map<string, number[]>();
  const partOf = new Map<string, string>();
  const reports: (readonly [unit: string, content: string])[] = [];
  let unit = "";
  for (const [token, value] of misc.entries()) {
    for (const [i, { relation, from, to }] of relationsOf(value).entries()) {
      if (i === 0) unit = from;
      if (to === undefined) continue;
      if (relation.startsWith("same-unit")) partOf.set(from, to);
      if (relation === "attribution-positive") reports.push([from, to]);
    }
    wordsOf.set(unit, [...(wordsOf.get(unit) ?? []), token]);
  }
  const whole = (id: string): string => {
    const other = partOf.get(id);
    return other === undefined || Number(other) >= Number(id) ? id : whole(other);
  };
  const joined = new Map<string, number[]>();
  for (const [id, words] of wordsOf) joined.set(whole(id), [...(joined.get(whole(id)) ?? []), ...words]);
  const spansOf = (tokens: readonly number[]) => tokens.map((token) => parsed.token(token).span);
  return reports.flatMap(([id, content]) => {
    const tokens = joined.get(whole(id)) ?? [];
    const has = (tags: RegExp) => tokens.some((token) => tags.test(parsed.token(token).upos));
    if (!has(/^(VERB|AUX|ADP|SCONJ)$/)) return [];
    const namesSource = tokens.some((token) => {
      const { upos, feats } = parsed.token(token);
      return /^(NOUN|PROPN|PRON)$/.test(upos) && !feats.includes("PronType=Rel");
    });
    return [{ id, words: spansOf(tokens), content: spansOf(joined.get(whole(content)) ?? []), namesSource }];
  });
}

/** The relations that a word's unit opens with: `attribution-positive:94->93:1:…;joint-list:94->90:0:…`. */
function relationsOf(misc: string): { relation: string; from: string; to: string | undefined }[] {
  const value = misc.split("|").find((pair) => pair.startsWith("Discourse="));
  return (value ?? "")
    .slice("Discourse=".length)
    .split(";")
    .flatMap((part) => {
      const [, relation, from, to] = /^([\w-]+):(\d+)(?:->(\d+))?/.exec(part) ?? [];
      return relation === undefined || from === undefined ? [] : [{ relation, from, to }];
    });
}

function quotedWords(parsed: ParsedDocument, misc: readonly string[]): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  for (const [token, value] of misc.entries()) {
    const marks = value.split("|").find((pair) => pair.startsWith("XML=")) ?? "";
    depth += (marks.match(/<q(uote)?[ >]/g) ?? []).length;
    if (depth > 0) spans.push(parsed.token(token).span);
    depth -= (marks.match(/<\/q(uote)?>/g) ?? []).length;
  }
  return spans;
}
