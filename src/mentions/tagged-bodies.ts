import { introducedAbbreviations } from "./abbreviations.ts";
import type { Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { type Reading, rangeText, textOf } from "./reading.ts";

/**
 * Bodies that no dictionary knows, as the name tagger finds them: "Turkish Airlines", "the Riverside Trust". Nothing is known of them but the name.
 * Not weeks, prizes and agreements.
 */
export function taggedBodies(
  reading: Reading,
  cast: Cast,
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  const introduced = introducedAbbreviations(reading);
  for (const { start, end, kind } of reading.parsed.nameRanges) {
    if (kind !== "ORG" || isKnownOrTaken(reading, start, end, isTaken)) continue;
    if (reading.lexicon.thingWords.has(textOf(reading.parsed, end - 1).toLowerCase())) continue;
    const written = rangeText(reading.parsed, start, end);
    const [from, to] = introduced.get(written) ?? [start, end];
    const name = rangeText(reading.parsed, from, to).replace(/^the /i, "");
    const actor = cast.keyed(`body:${name.toLowerCase()}`, () => ({
      kind: "organisation",
      name,
      nameWords: [],
      sectors: [],
      roles: [],
      plural: false,
    }));
    drafts.push({ tokens: [start, end], form: "name", actors: [actor], rule: "tagged name" });
  }
  return drafts;
}

function isKnownOrTaken(
  reading: Reading,
  start: number,
  end: number,
  isTaken: (token: number) => boolean,
): boolean {
  const known = reading.nameAt(start);
  if (known?.start === start && known.end === end) return true;
  for (let token = start; token < end; token++) if (isTaken(token)) return true;
  return false;
}
