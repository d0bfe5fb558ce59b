import type { TimeMention } from "../mention.ts";
import type { MentionDraft } from "../mention-draft.ts";
import { type Reading, rangeText, textOf } from "../reading.ts";

/** Tokens that name no place: people, organisations and groups, nationalities, times, and what only sounds like a place. */
export function namesOfOthers(
  reading: Reading,
  drafts: readonly MentionDraft[],
  times: readonly TimeMention[],
): (token: number) => boolean {
  const others = new Uint8Array(reading.parsed.tokenCount);
  for (const { actors, form, name, tokens } of drafts) {
    const [start, end] = name ?? tokens;
    if (form !== "name" || actors[0]?.kind !== "person" || isCalledPlace(reading, start, end)) continue;
    others.fill(1, start, end);
  }
  // "the Tbilisi summit" is a time and tells a place; "May" is only a time.
  for (const { tokens, occasion } of times) if (occasion === undefined) others.fill(1, ...tokens);
  for (const { start, end, senses } of reading.names) {
    const isPlace = senses.some(
      ({ reading: kind, actor }) =>
        kind === "place" || kind === "capital" || (kind === "name" && actor.kind === "country"),
    );
    if (isPlace || isNameOfPlace(reading, start, end)) continue;
    // "Athens, Georgia" stands among the other names because it is not the Greek government.
    if (!rangeText(reading.parsed, start, end).includes(",")) others.fill(1, start, end);
  }
  return (token) => others[token] === 1;
}

// "the town of Lyman", "the Hindu Kush": nobody, although a name stands there that a person could have.
function isCalledPlace(reading: Reading, start: number, end: number): boolean {
  const { parsed, lexicon } = reading;
  const isOf = textOf(parsed, start - 1).toLowerCase() === "of";
  if (isOf && lexicon.places.words.has(textOf(parsed, start - 2).toLowerCase())) return true;
  return start > 0 && isNameOfPlace(reading, start - 1, end);
}

// "the Sea of Japan", "Zhongnanhai": what the lexicon of places has too, as a whole or as part of a longer name.
function isNameOfPlace({ words, lexicon }: Reading, start: number, end: number): boolean {
  const [first, last] = [words.firstWord[start] as number, words.firstWord[end] as number];
  return lexicon.places.names.longestAt(words.words, first, (word) => word >= last) !== undefined;
}
