import type { ParsedDocument } from "../language/parsed-document.ts";
import { textOf } from "./reading.ts";

/** What somebody says under their name: "MR. PRICE: We are working on it.", "Macron: Europe must act". */
export interface Turn {
  /** Token indexes of the name, `[start, end)`; its end is the colon. */
  readonly label: readonly [start: number, colon: number];
  /** Token indexes `[start, end)` of what is said: to the end of the paragraph, in a transcript to the next speaker. */
  readonly tokens: readonly [start: number, end: number];
  /** Whoever only asks, or only leads through the conversation, tells nothing of their own. */
  readonly part: "speaker" | "questioner" | "host";
}

/** A speaker's name as transcripts write it, before a colon at the beginning of a paragraph. */
const LABEL =
  /^(?:Q|A|QUESTION|ANSWER|(?:Mr|Mrs|Ms|Dr)\. \p{Lu}[\p{L}'’-]+|\p{Lu}[\p{Lu}.'’ -]{2,50})(?: \([^)\n]{1,40}\))?$/u;
const LONGEST_LABEL = 12;

/** Labels of those who ask and of those who lead, as English transcripts write them. */
const QUESTIONER = /^(Q|QUESTION|REPORTER|THE PRESS|PRESS|JOURNALIST)\b/;
const HOST = /^(MODERATOR|OPERATOR|HOST|ANNOUNCER|INTERPRETER|TRANSLATOR|STAFF|AIDE)\b/;

/**
 * The turns of a transcript, and single lines that open with an actor's name and a colon.
 * @param isActor whether an actor is mentioned by these tokens, `[start, end)`
 */
export function turnsOf(parsed: ParsedDocument, isActor: (start: number, end: number) => boolean): Turn[] {
  const starts = paragraphStarts(parsed);
  const labels = starts.flatMap((start) => labelAt(parsed, start, isActor) ?? []);
  const isTranscript = labels.filter(({ isWritten }) => isWritten).length > 1;
  return labels.flatMap(({ start, colon, isWritten, isActor }, i): Turn[] => {
    if (!isActor && !(isWritten && isTranscript)) return [];
    const paragraphEnd = starts.find((next) => next > start) ?? parsed.tokenCount;
    const end = isWritten && isTranscript ? (labels[i + 1]?.start ?? parsed.tokenCount) : paragraphEnd;
    if (end <= colon + 1) return [];
    const text = labelText(parsed, start, colon);
    const part = QUESTIONER.test(text) ? "questioner" : HOST.test(text) ? "host" : "speaker";
    return [{ label: [start, colon], tokens: [colon + 1, end], part }];
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

function labelAt(
  parsed: ParsedDocument,
  start: number,
  isActorAt: (start: number, end: number) => boolean,
): Label | undefined {
  for (let colon = start + 1; colon <= start + LONGEST_LABEL && colon < parsed.tokenCount; colon++) {
    if (textOf(parsed, colon) !== ":") continue;
    const isActor = isActorAt(start, colon);
    const isWritten = LABEL.test(labelText(parsed, start, colon));
    return isActor || isWritten ? { start, colon, isWritten, isActor } : undefined;
  }
  return undefined;
}

function labelText({ columns, text }: ParsedDocument, start: number, colon: number): string {
  return text.slice(columns.start[start], columns.end[colon - 1]);
}
