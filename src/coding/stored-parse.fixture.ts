import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { documentFromConllu, readConllu } from "../language/conllu.ts";
import type { ParsedDocument, Token } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity, Mention, TimeMention } from "../mentions/mention.ts";

const FILE = fileURLToPath(new URL("../../test/parses/coding.conllu", import.meta.url));
const sentences = readConllu(readFileSync(FILE, "utf8"), FILE);

/** A sentence of `test/parses/coding.conllu` as a document of its own, found by its text. */
export function storedParse(text: string): ParsedDocument {
  const found = sentences.filter((sentence) => documentFromConllu([sentence]).text === text);
  if (found.length !== 1) throw new Error(`${found.length} stored parses of "${text}"`);
  return documentFromConllu(found);
}

/** The first word of a parse with this text, or with this lemma. */
export function word(parsed: ParsedDocument, text: string): Token {
  return words(parsed, text)[0] as Token;
}

function words(parsed: ParsedDocument, text: string): Token[] {
  const tokens = Array.from({ length: parsed.tokenCount }, (_, i) => parsed.token(i));
  const found = tokens.filter((token) => token.text === text || token.lemma === text);
  if (found.length === 0) throw new Error(`no "${text}" in "${parsed.text}"`);
  return found;
}

/** Texts of tokens, for comparing. */
export function texts(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.text);
}

/** A country, person or group named by hand: `{ Norway: "NOR" }`; a code's first three letters are the country. */
export interface HandMade {
  readonly actors?: Readonly<Record<string, string>>;
  /** Which of them are persons. */
  readonly persons?: readonly string[];
  /** Days by word: `{ Monday: "2024-05-13" }`. */
  readonly times?: Readonly<Record<string, string>>;
}

/** Mentions made by hand, one for each word of the parse that is named; every code is a chain of its own. */
export function handMentions(
  parsed: ParsedDocument,
  { actors = {}, persons = [], times = {} }: HandMade,
): DocumentMentions {
  const codes = [...new Set(Object.values(actors))];
  const mentions = Object.entries(actors).flatMap(([text, code]) =>
    words(parsed, text).map((token) =>
      handMention(token, entityOf(token, text, code, persons.includes(text)), codes.indexOf(code)),
    ),
  );
  const days = Object.entries(times).map(([text, day]): TimeMention => {
    const { index, span } = word(parsed, text);
    return {
      head: index,
      tokens: [index, index + 1],
      span,
      start: day,
      end: day,
      precision: "day",
      rule: "by hand",
    };
  });
  return {
    actors: mentions,
    times: days,
    actorAt: (token) => mentions.find(({ head }) => head === token),
    seatAt: () => undefined,
    isInTime: (token) => days.some(({ tokens: [start, end] }) => start <= token && token < end),
    timeAt: (token) => days.find(({ head }) => head === token),
    places: [],
    isOfficial: false,
    placeAt: () => undefined,
    sideAt: () => undefined,
    peopleAt: () => undefined,
  };
}

function entityOf({ span }: Token, name: string, code: string, isPerson: boolean): Entity {
  return {
    name,
    text: name,
    span,
    kind: isPerson ? "person" : "country",
    ...(code.startsWith("---") ? {} : { country: code.slice(0, 3) }),
    sectors: [],
    code,
  };
}

function handMention({ index, span }: Token, entity: Entity, chain: number): Mention {
  return {
    head: index,
    tokens: [index, index + 1],
    span,
    form: entity.name === entity.name.toLowerCase() ? "nominal" : "name",
    entities: [entity],
    chains: [chain],
    rule: "by hand",
  };
}

/**
 * A tree written into a test.
 *
 * @param rows one word a row: form, universal tag, Penn tag, head (from 1, 0 the root), relation
 */
export function writtenParse(rows: readonly string[]): ParsedDocument {
  const lines = rows.map((row, i) => {
    const [form, upos, xpos, head, deprel] = row.split(" ");
    return [i + 1, form, form?.toLowerCase(), upos, xpos, "_", head, deprel, "_", "_"].join("\t");
  });
  return documentFromConllu(readConllu(`${lines.join("\n")}\n\n`, "a test"));
}
