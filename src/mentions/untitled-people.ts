import type { Actor, Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { type NameRun, nameGoesOn, taggedPerson } from "./name-runs.ts";
import { nameWords } from "./person-name.ts";
import { type Reading, rangeText } from "./reading.ts";

/**
 * Persons whom the text gives a name and no title, told by the name tagger or by their forename: "Lena Brandt met Paul Roy"; not "the
 * Nelson Mandela Foundation", whose name goes on.
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
    if (words.length < 2 || !isPerson(reading, words, { start, end })) continue;
    if (cast.withNameWords(words).length > 0) continue;
    const actor = cast.addPerson(rangeText(reading.parsed, start, end), words);
    drafts.push({ tokens: [start, end], form: "name", actors: [actor], rule: "full name" });
  }
  return drafts;
}

function isPerson(reading: Reading, words: readonly string[], { start, end }: NameRun): boolean {
  const tagged = reading.taggedAt(start);
  if (tagged?.start === start && tagged.end === end) return tagged.kind === "PER";
  return reading.lexicon.forenames.has(words[0] as string);
}

/** Persons of whom the text gives one name only, told by the name tagger: "Tokayev spoke", where nobody else is so called. */
export function peopleOfOneName(
  reading: Reading,
  cast: Cast,
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  const own = new Map<string, Actor>();
  for (const { start, end } of reading.parsed.nameRanges) {
    if (isTaken(start) || end - start > 1 || taggedPerson(reading, start) === undefined) continue;
    const words = nameWords(reading, start, end);
    const [word] = words;
    if (word === undefined) continue;
    const known = own.get(word);
    if (known === undefined && cast.withNameWords(words).length > 0) continue;
    const actor = known ?? cast.addPerson(rangeText(reading.parsed, start, end), words);
    own.set(word, actor);
    drafts.push({ tokens: [start, end], form: "name", actors: [actor], rule: "tagged name" });
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
