import type { Span } from "../document/span.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import type { DocumentMentions, Entity } from "../mentions/mention.ts";
import { UNKNOWN_CODE } from "./sources.ts";

/** What somebody says under their name: "MR. PRICE: We are working on it.", "Macron: Europe must act". */
export interface Turn {
  readonly entities: readonly Entity[];
  /** The colon. */
  readonly cue: Span;
  /** Token indexes `[start, end)` of what is said: to the end of the paragraph, in a transcript to the next speaker. */
  readonly tokens: readonly [start: number, end: number];
}

/** A speaker's name as transcripts write it, before a colon at the beginning of a paragraph. */
const LABEL =
  /^(?:Q|A|QUESTION|ANSWER|(?:Mr|Mrs|Ms|Dr)\. \p{Lu}[\p{L}'’-]+|\p{Lu}[\p{Lu}.'’ -]{2,50})(?: \([^)\n]{1,40}\))?$/u;
const LONGEST_LABEL = 12;

/** The turns of a transcript, and single lines that open with an actor's name and a colon. */
export function turnsOf(parsed: ParsedDocument, mentions: DocumentMentions): Turn[] {
  const starts = paragraphStarts(parsed);
  const labels = starts.flatMap((start) => labelAt(parsed, start, mentions) ?? []);
  const isTranscript = labels.filter(({ isWritten }) => isWritten).length > 1;
  return labels.flatMap(({ start, colon, isWritten, isActor }, i) => {
    if (!isActor && !(isWritten && isTranscript)) return [];
    const paragraphEnd = starts.find((next) => next > start) ?? parsed.tokenCount;
    const end = isWritten && isTranscript ? (labels[i + 1]?.start ?? parsed.tokenCount) : paragraphEnd;
    if (end <= colon + 1) return [];
    const entities = speakerOf(parsed, start, colon, mentions);
    return [{ entities, cue: parsed.token(colon).span, tokens: [colon + 1, end] as const }];
  });
}

function paragraphStarts(parsed: ParsedDocument): number[] {
  const { start, end } = parsed.columns;
  const starts: number[] = [];
  for (let token = 0; token < parsed.tokenCount; token++) {
    if (token === 0 || parsed.text.slice(end[token - 1], start[token]).includes("\n")) starts.push(token);
  }
  return starts;
}

interface Label {
  readonly start: number;
  readonly colon: number;
  /** Written as in a transcript. */
  readonly isWritten: boolean;
  /** All of it names an actor. */
  readonly isActor: boolean;
}

function labelAt(parsed: ParsedDocument, start: number, mentions: DocumentMentions): Label | undefined {
  const { columns, text } = parsed;
  for (let colon = start + 1; colon <= start + LONGEST_LABEL && colon < parsed.tokenCount; colon++) {
    if (text.slice(columns.start[colon], columns.end[colon]) !== ":") continue;
    const label = text.slice(columns.start[start], columns.end[colon - 1]);
    const isActor = mentions.actors.some(({ tokens }) => tokens[0] === start && tokens[1] === colon);
    const isWritten = LABEL.test(label);
    return isActor || isWritten ? { start, colon, isWritten, isActor } : undefined;
  }
  return undefined;
}

// "MR. PRICE": whom the text calls Price.
function speakerOf(
  parsed: ParsedDocument,
  start: number,
  colon: number,
  mentions: DocumentMentions,
): readonly Entity[] {
  const label = Array.from({ length: colon - start }, (_, i) => parsed.token(start + i));
  const words = label.map(({ text }) => text.toLowerCase());
  const span: Span = [parsed.columns.start[start] as number, parsed.columns.end[colon - 1] as number];
  const text = parsed.text.slice(...span);
  const inside = mentions.actors.find(({ tokens }) => tokens[0] >= start && tokens[1] <= colon);
  if (inside !== undefined) return inside.entities.map((entity) => ({ ...entity, text, span }));
  const last = words.findLast((word) => /^\p{L}{2,}/u.test(word));
  const named = mentions.actors
    .flatMap(({ entities }) => entities)
    .find(({ kind, name }) => kind === "person" && name.toLowerCase().split(" ").at(-1) === last);
  if (named !== undefined) return [{ ...named, text, span, via: `label -> ${named.name}` }];
  return [{ name: text, text, span, kind: "person", sectors: [], code: UNKNOWN_CODE }];
}
