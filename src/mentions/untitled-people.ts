import type { Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { type NameRun, nameGoesOn } from "./name-runs.ts";
import { nameWords } from "./person-name.ts";
import { type Reading, rangeText } from "./reading.ts";

/**
 * Persons whom the text gives a full name and no title, told by their forename: "Lena Brandt met Paul Roy"; not "the Nelson
 * Mandela Foundation", whose name goes on.
 */
export function untitledPeople(
  reading: Reading,
  cast: Cast,
  runs: readonly NameRun[],
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const { start, end } of runs) {
    if (isTaken(start) || nameGoesOn(reading, end)) continue;
    const words = nameWords(reading, start, end);
    const forename = words[0] ?? "";
    if (words.length < 2 || !reading.lexicon.forenames.has(forename)) continue;
    if (cast.withNameWords(words).length > 0) continue;
    const actor = cast.addPerson(rangeText(reading.parsed, start, end), words);
    drafts.push({ tokens: [start, end], form: "name", actors: [actor], rule: "full name" });
  }
  return drafts;
}

/** Tells "he" from "she" by forenames, where titles have not. */
export function tellGenders(reading: Reading, cast: Cast): void {
  for (const actor of cast.people) {
    if (actor.kind !== "person" || actor.gender !== undefined) continue;
    const gender = reading.lexicon.forenames.get(actor.nameWords[0] ?? "");
    if (actor.nameWords.length > 1 && (gender === "she" || gender === "he")) actor.gender = gender;
  }
}
