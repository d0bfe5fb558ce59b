import { headOfRange, isCapitalised, type Reading, rangeText, TAG, textOf } from "../reading.ts";
import type { PlaceMention } from "./place.ts";
import type { PlaceLexicon } from "./place-lexicon.ts";

/**
 * Places that the data do not have and the text calls places: "the village of Dzerkalivka".
 * @param isTaken whether a token belongs to the name of something else
 * @param known the places found by name
 */
export function unknownTowns(
  reading: Reading,
  lexicon: PlaceLexicon,
  isTaken: (token: number) => boolean,
  known: readonly PlaceMention[],
): PlaceMention[] {
  const { parsed } = reading;
  const isKnown = (token: number) => known.some(({ tokens: [start, end] }) => start <= token && token < end);
  const isName = (token: number) =>
    isCapitalised(parsed, token) &&
    parsed.columns.upos[token] === TAG.PROPN &&
    !isTaken(token) &&
    !isKnown(token) &&
    reading.nameAt(token) === undefined;
  const found: PlaceMention[] = [];
  for (let token = 0; token + 2 < parsed.tokenCount; token++) {
    const word = lexicon.words.get(textOf(parsed, token));
    if (word === undefined || word.isNear || textOf(parsed, token + 1) !== "of" || !isName(token + 2))
      continue;
    let end = token + 3;
    while (end < parsed.tokenCount && isName(end) && parsed.sentenceOf(end) === parsed.sentenceOf(token))
      end++;
    const tokens = [token + 2, end] as const;
    found.push({
      head: headOfRange(parsed, ...tokens),
      tokens,
      span: [parsed.columns.start[tokens[0]] as number, parsed.columns.end[end - 1] as number],
      name: rangeText(parsed, ...tokens),
      kind: word.kind,
      why: `the text calls it a ${textOf(parsed, token)}`,
      rule: "unknown",
    });
  }
  return found;
}
