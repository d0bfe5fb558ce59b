import type { Actor, Cast } from "./actor.ts";
import type { MentionDraft } from "./mention-draft.ts";
import type { NameRun } from "./name-runs.ts";
import { nameWords } from "./person-name.ts";
import type { Reading } from "./reading.ts";

/**
 * Later mentions of persons by name alone: "Tleuberdi", "Wang", "Xi Jinping".
 * A name that two persons share stands for nobody.
 */
export function shortNames(
  reading: Reading,
  cast: Cast,
  runs: readonly NameRun[],
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const { start, end } of runs) {
    if (isTaken(start)) continue;
    const actor = bearerOf(cast, nameWords(reading, start, end));
    if (actor === undefined) continue;
    drafts.push({
      tokens: [start, end],
      form: "name",
      actors: [actor],
      rule: "short name",
      via: `name -> ${actor.name}`,
    });
  }
  return drafts;
}

function bearerOf(cast: Cast, words: readonly string[]): Actor | undefined {
  const bearers = cast.withNameWords(words);
  return bearers.length === 1 ? bearers[0] : undefined;
}
